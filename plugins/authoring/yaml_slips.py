"""The commonest slips of those who write YAML by hand, each told in its own words and at its own place."""

import re
from collections.abc import Iterable

from plugins.authoring.odd_signs import odd_sign
from plugins.core.diagnostics import Diagnostic, Place, diagnostic

_INDENTED = re.compile(r"\s*")
_KEY = r"\s*(?:- +)?[A-Za-z_][\w-]*"
_SLIPS = (
    (re.compile(rf"{_KEY}:(?=[^ \t\n:/\\])"), "no space after the colon"),
    (re.compile(r"\s*-(?=[^\s-])"), "no space after the dash"),
    (re.compile(rf"{_KEY} *(?==(?: |$))"), "an equals sign"),
)
_WIDE_COLON = re.compile(rf"{_KEY}\s*(?=[\u02d0\u2236\ua789\ufe13\ufe55\uff1a])")
_CURLY = re.compile(rf"{_KEY}:\s+(?=[“”„‟«»‘’‚][^“”„‟«»‘’‚]*: )")


def slips(source: str, lines: list[str], numbers: Iterable[int], first_line: int) -> list[Diagnostic]:
    """Look for a slip on each of some lines, by their numbers from 0; `first_line` is the number of the first."""
    found = []
    for number in numbers:
        line = lines[number] if 0 <= number < len(lines) else ""
        if line.strip() and (slip := _slip(line, source, number + first_line)):
            found.append(slip)
    return found


def _slip(line: str, source: str, number: int) -> Diagnostic | None:
    indentation = _INDENTED.match(line)
    assert indentation is not None
    if "\t" in indentation[0]:
        return _problem(source, number, line.index("\t"), "a tab in the indentation")
    for offset in (0, indentation.end()):
        sign = odd_sign(line[offset : max(indentation.end(), offset + 1)])
        if sign is not None and not sign.kind.startswith(("letter", "dash", "quotation")):
            return diagnostic("FRM016", Place(source, number, offset + sign.offset + 1), sign=sign.kind)
    for pattern in (_WIDE_COLON, _CURLY):
        if (match := pattern.match(line)) and (sign := odd_sign(line[match.end()])):
            return diagnostic("FRM016", Place(source, number, match.end() + 1), sign=sign.kind)
    return _between_key_and_value(line, source, number)


def _between_key_and_value(line: str, source: str, number: int) -> Diagnostic | None:
    for slip, problem in _SLIPS:
        if match := slip.match(line):
            sign = odd_sign(line[match.end() : match.end() + 1])
            if sign is not None and sign.kind.startswith(("no-break", "space", "invisible")):
                return diagnostic("FRM016", Place(source, number, match.end() + 1), sign=sign.kind)
            return _problem(source, number, match.end(), problem)
    return None


def _problem(source: str, line: int, offset: int, problem: str) -> Diagnostic:
    return diagnostic("FRM007", Place(source, line, offset + 1), problem=problem)
