"""Phone numbers that may be somebody's own: mobile, of an area, and of other countries.

The numbers of companies and services (010, 020, 029, 030, 0600, 0700, 0800) belong to nobody.
"""

import re
from collections.abc import Iterator

from plugins.quality.privacy.spans import DASHES, SPACE, Span, bare

_GAP = rf"(?:{SPACE}?[{DASHES}]?{SPACE}?|\n)"
_END = rf"(?!\w|[{DASHES}:.,][0-9])"
_START = r"(?<![\w./=§])"
_MOBILE = rf"\(?0(?:4[0-9]|50)\)?(?:{_GAP}[0-9]){{6,8}}"
_CODE = r"0(?:[235689]|1[3-9])"
_AREA = rf"(?:\({_CODE}\){SPACE}?|{_CODE}(?:[{DASHES}]|{SPACE}))[0-9]{{3,8}}(?:{_GAP}[0-9]{{2,5}}){{0,2}}"
_ABROAD = rf"(?:\+|00)[1-9][0-9]{{0,2}}{_GAP}(?:\(0\){_GAP})?[0-9](?:{_GAP}[0-9]){{5,12}}"
_FORM = re.compile(
    rf"(?:(?<![\w./=+§])(?P<abroad>{_ABROAD})|{_START}(?<![{DASHES}+])(?:{_MOBILE}|(?P<area>{_AREA}))){_END}"
)
_BEGINNING = re.compile(r"[+(0]")
_OF_SERVICES = ("35810", "35820", "35829", "35830", "35860", "35870", "35880")


def phone_numbers(text: str) -> Iterator[Span]:
    """Find phone numbers as people in Finland write them."""
    done = 0
    for beginning in _BEGINNING.finditer(text):
        found = _FORM.match(text, beginning.start()) if beginning.start() >= done else None
        if found is None:
            continue
        done = found.end()
        digits = bare(found[0].replace("(0)", ""))
        if found["area"] and not 7 <= len(digits) <= 11:
            continue
        if found["abroad"] and not _is_personal(digits.removeprefix("00")):
            continue
        yield Span("phone", found.start(), found.end())


def _is_personal(digits: str) -> bool:
    if digits.startswith("358"):
        return not digits.startswith(_OF_SERVICES) and len(digits) >= 9
    return 10 <= len(digits) <= 15
