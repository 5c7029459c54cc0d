"""Addresses in street form, Finnish and Swedish, with a sign of a home: a stair and a flat, or a postcode."""

import re
from collections.abc import Iterator

from plugins.quality.privacy.spans import SPACE, Span

_FINNISH = "katu|kuja|tie|polku|raitti|kaari|tori|aukio|väylä|ranta|rinne|mäki|penger|bulevardi|kulma|portti|piha"
_SWEDISH = (
    "gatan|vägen|gränden|gränd|stigen|stråket|esplanaden|torget|kajen|backen|svängen|allén|bågen|stranden|brinken"
)
_STREET = rf"[A-ZÅÄÖ](?<!\w[A-ZÅÄÖ])[\w-]{{0,40}}?(?:{_FINNISH}|{_SWEDISH})"
_NUMBER = rf"[0-9]{{1,3}}(?:{SPACE}?[-–]{SPACE}?[0-9]{{1,3}})?"
_HOME = rf"(?:(?:as|bst|lgh)\.?{SPACE}?)?[0-9]{{1,3}}(?!\w)"
_FLAT = rf"{SPACE}?[A-Za-z]{SPACE}?{_HOME}|{SPACE}(?:as|bst|lgh)\.?{SPACE}?[0-9]{{1,3}}(?!\w)"
_POSTCODE = rf"(?:{SPACE}?[A-Za-z](?!\w))?(?:,{SPACE}?|{SPACE}|,?\n){SPACE}*(?:FI-|FIN-)?[0-9]{{5}}{SPACE}+[A-ZÅÄÖ]"
_FORM = re.compile(rf"{_STREET}{SPACE}{_NUMBER}(?:{_FLAT}|{_POSTCODE})")


def home_addresses(text: str) -> Iterator[Span]:
    """Find a street with its number and a flat or a postcode after it; a street alone is no home."""
    for found in _FORM.finditer(text):
        yield Span("address", found.start(), found.end())
