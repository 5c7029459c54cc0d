"""Marks that have become none: what stays in a text and looks as if it meant something."""

import re
from collections.abc import Iterator, Sequence

from plugins.authoring.markdown.attribute_lists import LOOKS_LIKE_LIST

_MARK = re.compile(
    rf"\*\*|~~|\]\([^\s)]|\][ ]\(|\[\^[^\]\s]+\]|\[![A-Z]+\]|\]\[[^\]\n]*\]|<![ ]?[-–—]|{LOOKS_LIKE_LIST.pattern}"
)
_POSSIBLE_MARK = re.compile(r"\*\*|~~|\][ ]?\(|\[[\^!]|\]\[|\{|<!")
_ADDRESS = re.compile(r"(?:https?:|mailto:|www\.|#|/|\.\.?/|[^\s()]+\.md\b)")
"""What stands in parentheses after a link's text, and after other words in brackets does not."""

_BULLETS = "•·●○■▪▫◦‣⁃❖➢➤►\uf0a7\uf0b7\uf0d8\uf0fc"
"""The signs that other programs put before the items of a list."""
_TIGHT = r"(?:[-*+–—]|[0-9]{1,2}[.)])(?=[^\W\d_])"
_SIGN = r"[–—✓✔☐☑☒□→][ ]"
_LETTER = r"(?:[a-zåäö][.)]|[A-ZÅÄÖ]\)|[ivx]{2,4}[.)])[ ]"
_BEGINNING = re.compile(
    r"^[ ]*(?:(?P<rule>\|?[ ]*:?-{2,}:?[ ]*\|[ |:-]*)$"
    r"|(?P<row>\|)[^|\n]*\|(?:.*\|)?[ ]*$"
    rf"|(?P<bullet>(?:[-*+][ \u00a0]+|[{_BULLETS}][ \u00a0]*|[o§][ ]{{2,}})(?=\S))"
    r"|(?P<number>[0-9]{1,3}[.)][ ]+(?=\S))"
    r"|(?P<heading>#{2,6}(?=[^\s#]))"
    r"|(?P<box>\[(?:[ ]*|[ ]*[xX✓✔][ ]*|-)\])[ ]+(?=\S)"
    r"|(?P<meaning>:[ ]+(?=\S))"
    + "".join(
        # What may also begin a sentence is a mark when the next line begins so too.
        rf"|(?P<{kind}>{sign})(?=.*\n[ ]*{sign})"
        for kind, sign in {"tight": _TIGHT, "sign": _SIGN, "letter": _LETTER}.items()
    )
    + ")",
    re.MULTILINE,
)
_POSSIBLE_BEGINNING = re.compile(rf"^[ ]*(?:[-*+–—✓✔☐☑☒□→|:#\[o§{_BULLETS}]|\w{{1,4}}[.)])", re.MULTILINE)
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
            if match[0] != "] (" or _ADDRESS.match(text, match.end()):
                yield match[0].strip("\0 "), match.start()


def leftover_beginnings(text: str, consumed: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Find lines of a paragraph that begin as a list, a task, a heading, a definition or a table does."""
    if not _POSSIBLE_BEGINNING.search(text):
        return
    found = list(_BEGINNING.finditer(_without(text, consumed)))
    table = next((line for line in found if line["rule"]), None) or next((line for line in found if line["row"]), None)
    for match in found:
        kind = match.lastgroup or ""
        written = match[kind].strip()
        is_date = kind == "number" and begins_date(written[:-1], text[match.end() :])
        if not is_date and (kind != "row" or match is table):  # a table is told once
            yield written, match.start(kind)


def _without(text: str, consumed: Sequence[tuple[int, int]]) -> str:
    """Put a sign of nothing in the place of everything that was read as something."""
    signs = list(text)
    for start, end in consumed:
        signs[start:end] = "\0" * (end - start)
    return "".join(signs)
