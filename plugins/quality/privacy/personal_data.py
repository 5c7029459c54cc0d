"""Personal data in a text: everything that any of the finders finds, each part of the text once."""

import re
from collections.abc import Callable, Iterator

from plugins.quality.privacy.bank_accounts import bank_accounts
from plugins.quality.privacy.card_numbers import card_numbers
from plugins.quality.privacy.home_addresses import home_addresses
from plugins.quality.privacy.identity_codes import identity_codes
from plugins.quality.privacy.phone_numbers import phone_numbers
from plugins.quality.privacy.spans import Span, blanked, book_numbers, web_addresses

FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (bank_accounts, card_numbers, phone_numbers, home_addresses)
_DIGITS = re.compile(r"[0-9]+")
_TWO_DIGITS = re.compile(r"[0-9][^0-9]*[0-9]")
"""No number or address that is looked for has fewer: of one that stands alone, as in a heading, no more is asked."""
_BIRTH_DATE = 6
"""Digits in a row that an identity code has."""


def personal_data(text: str) -> Iterator[Span]:
    """Find identity codes, account, card and phone numbers and home addresses; the surest kinds come first.

    All have digits, and none goes on after an empty line, so that most of a text need not be looked at closely.
    """
    digits = [run.span() for run in _DIGITS.finditer(text)]
    # An identity code in an address on the web tells as much as anywhere else; other numbers there are public.
    if any(end - start >= _BIRTH_DATE for start, end in digits):
        codes = list(identity_codes(text))
        yield from codes
        text = blanked(text, codes)
    addresses = list(web_addresses(text)) if digits else []
    text = blanked(text, addresses)
    done = 0
    for start, _ in digits:
        if start >= done and text[start] != " ":
            beginning = text.rfind("\n\n", 0, start) + 1
            done = text.find("\n\n", start) + 1 or len(text) + 1
            paragraph = text[beginning : done - 1]
            if _TWO_DIGITS.search(paragraph, start - beginning):
                for span in _found(paragraph):
                    yield span._replace(start=span.start + beginning, end=span.end + beginning)


def _found(text: str) -> Iterator[Span]:
    text = blanked(text, book_numbers(text))
    for finder in FINDERS:
        spans = list(finder(text))
        yield from spans
        text = blanked(text, spans)
