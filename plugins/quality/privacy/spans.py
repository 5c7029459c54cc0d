"""Spans: where in a text something stands that may be personal data."""

import re
from typing import NamedTuple

SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
DASHES = "\N{HYPHEN-MINUS}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}"

_ADDRESS_SIGN = re.compile(r"//|www\.")
_WORD_END = re.compile(r"\S*")
_BOOK_NUMBER = re.compile(r"\bIS[BS]N[\w:. -]{0,12}?(?=\d)[\dX\u2010-\u2013 -]+", re.IGNORECASE)
_LETTERS_AND_DIGITS = re.compile(r"[\W_]+")


class Span(NamedTuple):
    """A part of a text and the kind of personal data that it seems to be."""

    kind: str
    start: int
    end: int


def blanked(text: str, start: int, end: int) -> str:
    """Put spaces in the place of a part, keeping the length; its line breaks stay."""
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]


def without_book_numbers(text: str) -> str:
    """Blank ISBN and ISSN, which hold many digits and are public by nature."""
    capitals = text.upper()
    if "ISBN" in capitals or "ISSN" in capitals:
        text = _BOOK_NUMBER.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def without_web_addresses(text: str) -> str:
    """Blank every word that holds the sign of an address, for the same reason.

    A pattern for whole words would try each of them.
    """
    parts: list[str] = []
    done = 0
    while sign := _ADDRESS_SIGN.search(text, done):
        before = text[done : sign.start()]
        start = (
            sign.start()
            if before[-1:].isspace()
            else sign.start() - len(before.rsplit(None, 1)[-1])
            if before
            else done
        )
        word = _WORD_END.match(text, sign.end())
        end = word.end() if word else sign.end()
        parts += [text[done:start], " " * (end - start)]
        done = end
    return "".join((*parts, text[done:])) if parts else text


def bare(text: str) -> str:
    """Give the letters and digits alone, in upper case."""
    return _LETTERS_AND_DIGITS.sub("", text).upper()
