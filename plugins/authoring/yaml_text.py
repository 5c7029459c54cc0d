r"""The text that libyaml reads, prepared once so that it means what YAML 1.2 says.

Every line and column stays where it was. The differences mended here: U+0085, U+2028 and U+2029 are no line ends, a
line of tabs alone is a blank line, and two `\u` escapes may be one letter, as in JSON.
"""

import re

_FORBIDDEN = re.compile(
    "[^\t\n\\x0b\\x0c\r\\x1c-\\x1e\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)
_SEPARATORS = re.compile("[\\x0b\\x0c\\x1c-\\x1e\\x85\\u2028\\u2029]")
"""Signs that separate something in another program: a space in ours."""
_BLANK = re.compile(r"^ *\t[ \t]*$", re.MULTILINE)
_SURROGATE = re.compile(r"\\u([dD])([89a-fA-F][0-9a-fA-F]{2})")
_STAND_IN = re.compile(r"\\u([eE])([89a-fA-F][0-9a-fA-F]{2})")
_STAND_INS = re.compile("[\ue800-\uefff]")
_AWAY = 0x1000
"""From a surrogate to the letter of private use that stands in for it: `\\uD83C` is written `\\uE83C`, as long."""
_PAIR = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def forbidden_character(text: str) -> int | None:
    """Return the offset of the first character that no YAML may hold, or None."""
    match = _FORBIDDEN.search(text)
    return match.start() if match else None


def prepare(text: str) -> str:
    """Prepare a text for libyaml; no line or column moves."""
    prepared = _SEPARATORS.sub(" ", text)
    if "\t" in prepared:
        prepared = _BLANK.sub("", prepared)
    if has_surrogates(prepared):
        prepared = _SURROGATE.sub(lambda match: f"\\u{'e' if match[1] == 'd' else 'E'}{match[2]}", prepared)
    return prepared


def has_surrogates(text: str) -> bool:
    """Return whether escapes of surrogates stand in a text, and can be told from letters of private use."""
    return bool(_SURROGATE.search(text)) and not _STAND_IN.search(text) and not _STAND_INS.search(text)


def restored(scalar: str, *, is_quoted: bool) -> str:
    """Return a scalar of a text with surrogates; `is_quoted` says that its escapes were read.

    Raises UnicodeError when half a pair is left.
    """
    literal = _STAND_IN.sub(lambda match: f"\\u{'d' if match[1] == 'e' else 'D'}{match[2]}", scalar)
    if not is_quoted:
        return literal
    units = _STAND_INS.sub(lambda match: chr(ord(match[0]) - _AWAY), literal)
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def half_pair(text: str, start: int) -> int:
    """Return the offset of the first half of a pair, after an offset, that has no other half; else that offset."""
    position = start
    while match := _SURROGATE.search(text, position):
        pair = _PAIR.match(text, match.start())
        if pair is None:
            return match.start()
        position = pair.end()
    return start
