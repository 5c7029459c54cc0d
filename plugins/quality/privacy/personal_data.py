"""Personal data in a text: everything that any of the finders finds, each part of the text once."""

import re
from collections.abc import Callable, Iterator

from plugins.quality.privacy.bank_accounts import bank_accounts
from plugins.quality.privacy.card_numbers import card_numbers
from plugins.quality.privacy.home_addresses import home_addresses
from plugins.quality.privacy.identity_codes import identity_codes
from plugins.quality.privacy.phone_numbers import phone_numbers
from plugins.quality.privacy.spans import Span, blanked, without_book_numbers, without_web_addresses

_FINDERS: tuple[Callable[[str], Iterator[Span]], ...] = (bank_accounts, card_numbers, phone_numbers, home_addresses)
_DIGIT = re.compile(r"[0-9]")
_BIRTH_DATE = re.compile(r"[0-9]{6}")


def personal_data(text: str) -> Iterator[Span]:
    """Find identity codes, account, card and phone numbers and home addresses; the surest kinds come first.

    All have digits, and none goes on after an empty line, so that most of a text need not be looked at closely.
    """
    start = 0
    for paragraph in text.split("\n\n"):
        if _DIGIT.search(paragraph):
            for span in _found(paragraph):
                yield span._replace(start=span.start + start, end=span.end + start)
        start += len(paragraph) + 2


def _found(text: str) -> Iterator[Span]:
    # An identity code in an address on the web tells as much as anywhere else.
    if _BIRTH_DATE.search(text):
        for span in identity_codes(text):
            yield span
            text = blanked(text, span.start, span.end)
    text = without_web_addresses(text)
    if not _DIGIT.search(text):
        return
    text = without_book_numbers(text)
    for finder in _FINDERS:
        for span in list(finder(text)):
            yield span
            text = blanked(text, span.start, span.end)
