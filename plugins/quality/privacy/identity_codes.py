"""Finnish personal identity codes: of every century, temporary ones too, with the signs of the 2023 reform."""

import re
from collections.abc import Iterator

from plugins.quality.privacy.spans import DASHES, SPACE, Span

_FORM = re.compile(
    rf"(?<![0-9A-Za-z])([0-3][0-9][01][0-9]{{3}})(?:{SPACE}?([{DASHES}+]){SPACE}?|([A-FU-Y]))([0-9]{{3}}[0-9A-Y])"
    r"(?![0-9A-Za-z])",
    re.IGNORECASE,
)


def identity_codes(text: str) -> Iterator[Span]:
    """Find codes whose date exists and whose check character is right: file numbers have the same form."""
    for found in _FORM.finditer(text):
        day, sign, letter, rest = found.groups()
        if _is_valid(f"{day}{letter or ('+' if sign == '+' else '-')}{rest}"):
            yield Span("identity", found.start(), found.end())


def _is_valid(code: str) -> bool:
    from stdnum.fi import hetu

    return bool(hetu.is_valid(code.upper(), allow_temporary=True))
