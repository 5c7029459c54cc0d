"""Numbers of cards: those of library customers, and of banks."""

import re
from collections.abc import Iterator

from plugins.quality.privacy.spans import DASHES, SPACE, Span, bare

_DIGITS = re.compile(rf"[0-9](?<![{DASHES}\w.,/][0-9])(?:[{DASHES}]?{SPACE}?[0-9]){{10,18}}(?![\w/]|[.,][0-9])")
_NAMED = re.compile(
    r"(?:kirjastokort|lainauskort|lånekort|bibliotekskort|library card|kort(?:in|ti) ?n(?:umero|ro))"
    rf"[^\d\n]{{0,30}}([0-9](?:[{DASHES}]?{SPACE}?[0-9]){{5,18}})(?![\w/]|[.,][0-9])",
    re.IGNORECASE,
)
_BOOKS = ("978", "979")


def card_numbers(text: str) -> Iterator[Span]:
    """Find numbers that are called a card's, library cards by their form (14 digits, 2 first), and bank cards.

    Without the word the check digit (ISO/IEC 7812, Luhn) must be right.
    """
    folded = text.casefold()
    for found in _NAMED.finditer(text) if "kort" in folded or "card" in folded else ():
        yield Span("card", found.start(1), found.end(1))
    for found in _DIGITS.finditer(text):
        number = bare(found[0])
        of_library = len(number) == 14 and number.startswith("2")
        of_bank = len(number) in {15, 16} and number[0] in "23456"
        if (of_library or of_bank) and not number.startswith(_BOOKS) and _is_valid(number):
            yield Span("card", found.start(), found.end())


def _is_valid(number: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(number))
