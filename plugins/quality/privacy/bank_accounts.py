"""Bank accounts in the form of ISO 13616 (IBAN), of any country."""

import re
from collections.abc import Iterator

from plugins.quality.privacy.spans import SPACE, Span

_FORM = re.compile(
    rf"(?<![0-9A-Za-z])[A-Z]{{2}}[0-9]{{2}}(?:{SPACE}?[A-Z0-9]{{4}}){{2,7}}(?:{SPACE}?[A-Z0-9]{{1,3}})?(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_COUNTRY_AND_CHECK = re.compile(r"[0-9](?<=[A-Z]{2}[0-9])", re.IGNORECASE)
"""The first digit, after the two letters with which a number begins."""


def bank_accounts(text: str) -> Iterator[Span]:
    """Find account numbers whose length and check digits are right; a word of four letters may follow one."""
    done = 0
    for beginning in _COUNTRY_AND_CHECK.finditer(text):
        start = beginning.start() - 2
        found = _FORM.match(text, start) if start >= done else None
        if found is None:
            continue
        end = done = found.end()
        while end > found.start() + 10:
            if _is_valid(text[found.start() : end]):
                yield Span("iban", found.start(), end)
                break
            shorter = max(text.rfind(space, found.start(), end) for space in " \N{NO-BREAK SPACE}")
            end = max(found.start(), shorter)


def _is_valid(number: str) -> bool:
    from stdnum import iban

    return bool(iban.is_valid("".join(number.split())))
