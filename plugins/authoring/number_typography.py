"""Typography of numbers: en dashes in ranges, no-break spaces that keep a number with what it counts.

Addresses, e-mail addresses, ISO dates, telephone numbers and codes stay as they are written. Setting what has been set
changes nothing.
"""

import re
from functools import cache

from plugins.core.languages import LANGUAGES, Language

EN_DASH = "–"
NO_BREAK = "\N{NO-BREAK SPACE}"

_DIGIT = re.compile(r"[0-9]")
_ADDRESS = re.compile(r"(\S*(?:://|@|www\.)\S*)")
_NUMBER = r"\d{1,2}\.\d{1,2}\.(?:\d{4})?|\d{1,2}\.(?=-)|\d{1,4}(?:[.,:]\d{1,2})?"
_RANGE = re.compile(
    rf"(?<![\w.,:/+–-])(?P<first>{_NUMBER})-(?P<last>{_NUMBER})"
    # What follows ends the range; a hyphen only in words for ages, years and grades.
    r"(?![\w/+–])(?![.,:]\d)(?!-(?!vuot|luok|åri|year))"
)
_NEAR_RANGE = re.compile(r"-(?=\d)(?<=[\d.]-)")
_CALLED_BEFORE = re.compile(r"(?:\b(?:puh|tel|tfn|fax|p)\.?:?|\d|\b[A-ZÅÄÖ]{2,})[ \N{NO-BREAK SPACE}]$")
"""What stands before the parts of a telephone number or a code: `puh.`, further digits, `EN`."""

_UNITS = (
    "%", "‰", "€", "°C", "km", "m", "cm", "mm", "m²", "kg", "g", "mg", "l", "dl", "h", "min", "s",
    "kt", "Mt", "Gt", "kB", "MB", "GB", "kWh", "EUR", "milj.", "mn",
)  # fmt: skip
_OWN_UNITS = {
    "fi": ("kpl", "hlö", "mrd.", "euroa", "v."),
    "sv": ("st.", "st", "md", "mdr", "kr", "euro"),
    "en": ("pcs", "euros"),
}
_OWN_LEADERS = {
    "fi": ("klo", "kello", "nro", "s.", "§"),
    "sv": ("kl.", "klockan", "nr", "s.", "§"),
    "en": ("no.", "p.", "§"),
}
"""Words that stand before their number."""


def set_numbers(text: str, language: Language) -> str:
    """Set the ranges of a text, and the spaces at its numbers; what holds neither digit nor hyphen costs nothing."""
    has_digit = _DIGIT.search(text) is not None
    if not has_digit and "-" not in text:
        return text
    if "://" in text or "@" in text or "www." in text:
        parts = _ADDRESS.split(text)
        parts[::2] = [_set(part, language, has_digit=has_digit) for part in parts[::2]]
        return "".join(parts)
    return _set(text, language, has_digit=has_digit)


def _set(text: str, language: Language, *, has_digit: bool) -> str:
    # Each search begins with a character that is rare, or is made only when a cheaper one has found something.
    if "-" in text:
        if any(f"{month}-" in text for month in _before_hyphens(language.code)):
            text = _months(language.code).sub(rf"\1{EN_DASH}\2", text)
        if has_digit and _NEAR_RANGE.search(text):
            text = _RANGE.sub(_ranged, text)
    return _spaces(language.code).sub(NO_BREAK, text) if has_digit else text


def _ranged(match: "re.Match[str]") -> str:
    first, last = match["first"], match["last"]
    if not _ascends(first, last) or _CALLED_BEFORE.search(match.string[: match.start()][-8:]):
        return match[0]
    return f"{first}{EN_DASH}{last}"


def _ascends(first: str, last: str) -> bool:
    """Tell whether two numbers make a range: dates and times do, others when the second is greater.

    A leading zero is of a code, a month of an ISO date or a telephone number; `2026-12` is a month.
    """
    if last.count(".") == 2:
        return first.endswith(".")
    if first.endswith("."):
        return first.count(".") == 1 and last.isdecimal() and int(first[:-1]) < int(last)
    if any(len(part) > 1 and part.startswith("0") for part in (first, last) if part.isdecimal()):
        return False
    if ":" in first + last or ("." in first + last and not (first + last).count(",")):
        return True
    return float(first.replace(",", ".")) < float(last.replace(",", "."))


@cache
def _before_hyphens(code: str) -> tuple[str, ...]:
    """List how a month may end before a hyphen: `helmi`, `helmikuu`, `februari`; the first letter may be large."""
    names = LANGUAGES[code].months
    return tuple(name[1:] for name in (*names, *(name.removesuffix("kuu") for name in names)))


@cache
def _months(code: str) -> re.Pattern[str]:
    """Match two months with a hyphen between: `helmi-maaliskuussa`, `februari-mars`."""
    names = LANGUAGES[code].months
    if code == "fi":
        stems = "|".join(name.removesuffix("kuu") for name in names)
        return re.compile(rf"(?<![\w-])((?:{stems})(?:kuu)?)-((?:{stems})kuu\w*)(?![\w-])", re.IGNORECASE)
    words = "|".join(names)
    return re.compile(rf"(?<![\w-])({words})-({words})(?![\w-])", re.IGNORECASE)


@cache
def _spaces(code: str) -> re.Pattern[str]:
    """Match the spaces beside numbers at which no line should break."""
    units = "|".join(re.escape(unit) for unit in sorted((*_UNITS, *_OWN_UNITS[code]), key=len, reverse=True))
    months = "|".join(LANGUAGES[code].months_in_dates)
    leaders = "|".join(rf"(?<=(?<![\w.]){re.escape(leader)} )" for leader in _OWN_LEADERS[code])
    return re.compile(
        rf" (?:(?<=\d )(?=(?:{units})(?!\w))"  # 45 %, 3 km
        rf"|(?:(?<=\d )|(?<=\d\. ))(?=(?:{months})\b)"  # 12 mars, 12. maaliskuuta
        r"|(?<=\d )(?=\d{3}(?!\d))"  # 1 200
        rf"|(?=\d)(?:{leaders}))"  # klo 9
    )
