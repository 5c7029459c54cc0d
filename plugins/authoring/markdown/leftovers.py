"""Marks that have become none: what stays in a text and looks as if it meant something."""

import re
from collections.abc import Iterator, Sequence

from plugins.authoring.markdown.attribute_lists import LOOKS_LIKE_LIST

_MARK = re.compile(rf"\*\*|~~|\]\([^\s)]|\[\^[^\]\s]+\]|\[![A-Z]+\]|\]\[[^\]\n]*\]|{LOOKS_LIKE_LIST.pattern}")
_POSSIBLE_MARK = re.compile(r"\*\*|~~|\]\(|\[[\^!]|\]\[|\{")

_BEGINNING = re.compile(
    r"^[ ]*(?:(?P<rule>\|?[ ]*:?-{2,}:?[ ]*\|[ |:-]*)$"
    r"|(?P<bullet>[-*+•·▪◦\uf0b7\uf0a7][ \u00a0]+(?=\S))"
    r"|(?P<number>[0-9]{1,3}[.)][ ]+(?=\S))"
    r"|(?P<heading>#{2,6}(?=[^\s#]))"
    r"|(?P<letter>[a-zåäö]\)[ ]+(?=.*\n[ ]*[a-zåäö]\)[ ]))"
    r"|(?P<dash>[–—][ ](?=.*\n[ ]*[–—][ ])))",
    re.MULTILINE,
)
_POSSIBLE_BEGINNING = re.compile(r"^[ ]*(?:[-*+•·▪◦–—|:#\uf0b7\uf0a7]|\w{1,3}[.)][ ])", re.MULTILINE)
_MONTH = re.compile(
    r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
    r"|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b",
    re.IGNORECASE,
)


_YEAR = re.compile(r"[12][0-9]{3}")


def begins_date(number: str, text: str) -> bool:
    """Return whether a number, a dot and what follows begin a date or name a year: `24. joulukuuta`, `2031. vuosi`."""
    return _MONTH.match(text.lstrip()) is not None or _YEAR.fullmatch(number) is not None


def leftover_marks(text: str, consumed: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Find marks within a text that were not read as anything: how each is written, and its place."""
    if _POSSIBLE_MARK.search(text):
        for match in _MARK.finditer(_without(text, consumed)):
            yield match[0].strip("\0 "), match.start()


def leftover_beginnings(text: str, consumed: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Find lines of a paragraph that begin as a list, a heading or a table's rule does."""
    if not _POSSIBLE_BEGINNING.search(text):
        return
    for match in _BEGINNING.finditer(_without(text, consumed)):
        kind = match.lastgroup or ""
        written = match[kind].strip()
        if kind != "number" or not begins_date(written[:-1], text[match.end() :]):
            yield written, match.start(kind)


def _without(text: str, consumed: Sequence[tuple[int, int]]) -> str:
    """Put a sign of nothing in the place of everything that was read as something."""
    signs = list(text)
    for start, end in consumed:
        signs[start:end] = "\0" * (end - start)
    return "".join(signs)
