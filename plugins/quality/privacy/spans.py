"""Spans: where in a text something stands that may be personal data."""

import re
from typing import NamedTuple

SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
DASHES = "\N{HYPHEN-MINUS}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}"

_WEB_ADDRESS = re.compile(r"(?<!\S)(?=\S*(?://|www\.))\S+")
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


def without_addresses_and_book_numbers(text: str) -> str:
    """Blank what holds many digits and is public by nature: addresses on the web, ISBN and ISSN."""
    patterns = [_WEB_ADDRESS] if "//" in text or "www." in text else []
    for pattern in (*patterns, _BOOK_NUMBER):
        text = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def bare(text: str) -> str:
    """Give the letters and digits alone, in upper case."""
    return _LETTERS_AND_DIGITS.sub("", text).upper()
