"""Personal data in a text: everything that any of the finders finds, each part of the text once."""

import re
from collections.abc import Callable, Iterator

from plugins.quality.privacy.bank_accounts import bank_accounts
from plugins.quality.privacy.card_numbers import card_numbers
from plugins.quality.privacy.home_addresses import home_addresses
from plugins.quality.privacy.identity_codes import identity_codes
from plugins.quality.privacy.phone_numbers import phone_numbers
from plugins.quality.privacy.spans import Span, blanked, book_numbers, web_addresses

_FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (bank_accounts, card_numbers, phone_numbers, home_addresses)
_DIGIT = re.compile(r"[0-9]")
_BIRTH_DATE = re.compile(r"[0-9]{6}")


def personal_data(text: str) -> Iterator[Span]:
    """Find identity codes, account, card and phone numbers and home addresses; the surest kinds come first.

    All have digits, and none goes on after an empty line, so that most of a text need not be looked at closely.
    """
    # An identity code in an address on the web tells as much as anywhere else; other numbers there are public.
    if _BIRTH_DATE.search(text):
        codes = list(identity_codes(text))
        yield from codes
        text = blanked(text, codes)
    text = blanked(text, web_addresses(text))
    start = 0
    for paragraph in text.split("\n\n"):
        if _DIGIT.search(paragraph):
            for span in _found(paragraph):
                yield span._replace(start=span.start + start, end=span.end + start)
        start += len(paragraph) + 2


def _found(text: str) -> Iterator[Span]:
    text = blanked(text, book_numbers(text))
    for finder in _FINDERS:
        spans = list(finder(text))
        yield from spans
        text = blanked(text, spans)
