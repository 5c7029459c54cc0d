"""The texts of a block: composed, without what no file may hold, white space as a browser shows it."""

import re
import unicodedata

EDGE = " \t\n\r\f"
"""White space that means nothing at the ends of a line; no-break spaces do."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no HTML file may hold."""
_FOLDED = re.compile(r"[ \t\n\r\f]+")
_UNFOLDED = re.compile(r"[\t\n\r\f]|  ")


def written(text: str) -> str:
    """Give a text as a file may hold it: composed (NFC), without control characters."""
    if text == "\n" or (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        return text
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", text))


def written_line(text: str) -> str:
    """Give a text as a line of a file may hold it."""
    if "  " not in text and text.isprintable() and unicodedata.is_normalized("NFC", text):
        return text
    return folded(written(text))


def folded(text: str) -> str:
    """Fold white space as a browser does; no-break spaces stay."""
    return _FOLDED.sub(" ", text) if _UNFOLDED.search(text) else text
