"""The text of a source file: bytes to lines, whatever an editor on Windows or macOS made of them."""

import re

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic, Place, diagnostic

MAX_BYTES = 1_000_000
"""The longest minutes have some 100 kB; ten times that is a file that went wrong."""

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
_HYPHENATED = re.compile(rf"[^\W\d_]*(?:{SOFT_HYPHEN}+[^\W\d_]*)+")
_SOFT_HYPHEN_ENTITY = re.compile(r"&(?:shy|#173|#[xX]0*[aA][dD]);")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"


class SourceText(Struct, frozen=True):
    """The text with line feeds at line ends, or None with the fault that kept it from being read."""

    text: str | None
    fault: Diagnostic | None = None


def too_large(path: str, size: int) -> Diagnostic | None:
    """Return the fault of a file that is not worth opening."""
    if size <= MAX_BYTES:
        return None
    return diagnostic("FRM003", Place(path), size=_megabytes(size), limit=_megabytes(MAX_BYTES))


def decode(path: str, data: bytes) -> SourceText:
    """Decode UTF-8, with or without a byte order mark, with any line ends."""
    if fault := too_large(path, len(data)):
        return SourceText(None, fault)
    if data.startswith(_UTF16_MARKS):
        return SourceText(None, diagnostic("FRM001", Place(path), encoding="UTF-16"))
    if b"\x00" in data:
        line, column = _position(data, data.index(b"\x00"))
        return SourceText(None, diagnostic("FRM002", Place(path, line, column)))
    data = data.removeprefix(_UTF8_MARK)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _position(data, error.start)
        return SourceText(None, diagnostic("FRM001", Place(path, line, column), encoding="Windows-1252"))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return SourceText(None, diagnostic("FRM004", Place(path)))
    return SourceText(text)


def without_soft_hyphens(text: str) -> tuple[str, tuple[str, ...]]:
    """Take out the soft hyphens that an author wrote, and give the words that had them as they were written.

    A page breaks those words there; titles, ids, addresses, feeds and blocks have nothing that cannot be seen.
    """
    text = _SOFT_HYPHEN_ENTITY.sub(SOFT_HYPHEN, text)
    if SOFT_HYPHEN not in text:
        return text, ()
    words = (found.strip(SOFT_HYPHEN) for found in _HYPHENATED.findall(text))
    return text.replace(SOFT_HYPHEN, ""), tuple(dict.fromkeys(word for word in words if SOFT_HYPHEN in word))


def _position(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset]
    line = before.count(b"\n") + 1
    return line, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
