"""Spans: where in a text something stands that may be personal data."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import NamedTuple

SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
DASHES = "\N{HYPHEN-MINUS}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}"

_ADDRESS_SIGNS = ("//", "www.")
_WORD_END = re.compile(r"\S*")
_BOOK_NUMBER = re.compile(r"\bIS[BS]N[\w:. -]{0,12}?(?=\d)[\dX\u2010-\u2013 -]+", re.IGNORECASE)
_NO_BREAK = re.compile(r"[^\n]")
_LETTERS_AND_DIGITS = re.compile(r"[\W_]+")


class Span(NamedTuple):
    """A part of a text and the kind of personal data that it seems to be."""

    kind: str
    start: int
    end: int


_beginning = attrgetter("start")


def blanked(text: str, spans: Iterable[Span]) -> str:
    """Put spaces in the place of parts, keeping the length; their line breaks stay."""
    pieces: list[str] = []
    done = 0
    for _, start, end in sorted(spans, key=_beginning):
        if end > done:
            part = text[max(start, done) : end]
            pieces += [text[done:start], _NO_BREAK.sub(" ", part) if "\n" in part else " " * len(part)]
            done = end
    return "".join((*pieces, text[done:])) if pieces else text


def book_numbers(text: str) -> Iterator[Span]:
    """Find ISBN and ISSN, which hold many digits and are public by nature."""
    capitals = text.upper()
    if "ISBN" in capitals or "ISSN" in capitals:
        for found in _BOOK_NUMBER.finditer(text):
            yield Span("book", found.start(), found.end())


def web_addresses(text: str) -> Iterator[Span]:
    """Find the words that hold the sign of an address: a pattern for whole words would try each of them."""
    done = 0
    for sign in sorted(place for part in _ADDRESS_SIGNS for place in _places(text, part)):
        if sign < done:
            continue
        before = text[done:sign]
        word = before.rsplit(None, 1)[-1] if before and not before[-1].isspace() else ""
        end = _WORD_END.match(text, sign)
        start, done = sign - len(word), end.end() if end else sign
        yield Span("web", start, done)


def _places(text: str, part: str) -> Iterator[int]:
    place = text.find(part)
    while place >= 0:
        yield place
        place = text.find(part, place + 1)


def bare(text: str) -> str:
    """Return the letters and digits alone, in upper case."""
    return _LETTERS_AND_DIGITS.sub("", text).upper()
