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
_NUMBER = (
    r"\d{1,2}\.\d{1,2}\.(?:\d{4})?"  # 14.5.2031, 14.5.
    r"|\d{1,2}\.(?=[ ]?-)"  # 14., 5.
    r"|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)"  # 1 000
    r"|\d{1,4}(?:[.,:]\d{1,2})?"  # 14, 9.30, 1,5
)
_RANGE = re.compile(
    rf"(?<![\w.,:/+–-])(?P<first>{_NUMBER})(?P<space>[ ]?)-(?P=space)(?P<last>{_NUMBER})"
    # What follows ends the range; a hyphen only in words for ages, decades and grades, a slash before an issue's year.
    r"(?![\w+–])(?![.,:]\d)(?!/(?!\d{4}\b))(?!-(?!vuot|luok|luvu|luku|åri|tal|year))"
)
_NEAR_RANGE = re.compile(r"-[ ]?(?=\d)(?:(?<=[\d.]-)|(?<=[\d.] - ))")
_GROUPED = re.compile(r"[ \u00a0]")
_DATE_OR_BEGINNING = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}(?:\.(?:\d{4})?)?)?)?")
_SPACED = re.compile(r"(?<=\S) - (?=\S)")
"""A hyphen between spaces stands for a dash; one at a word's beginning or end belongs to the word."""
_CALLED_BEFORE = re.compile(r"(?:\b(?:puh|tel|tfn|fax|p)\.?:?|\d|\b[A-ZÅÄÖ]{2,})[ \N{NO-BREAK SPACE}]$")
"""What stands before the parts of a telephone number or a code: `puh.`, further digits, `EN`."""

_SHORT_WEEKDAYS = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "sv": ("må", "ti", "on", "to", "fr", "lö", "sö", "mån", "tis", "ons", "tors", "tor", "fre", "lör", "sön"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
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
        text = _weekdays(language.code).sub(rf"\1{EN_DASH}\2", text)
        if any(f"{month}-" in text for month in _before_hyphens(language.code)):
            text = _months(language.code).sub(rf"\1{EN_DASH}\2", text)
        if has_digit and _NEAR_RANGE.search(text):
            text = _RANGE.sub(_ranged, text)
        if " - " in text:
            text = _SPACED.sub(f" {EN_DASH} ", text)
    if not has_digit:
        return text
    return _years(language.code).sub(rf"\1{NO_BREAK}", _spaces(language.code).sub(NO_BREAK, text))


def _ranged(match: "re.Match[str]") -> str:
    first, last = match["first"], match["last"]
    if not _ascends(first, last) or _CALLED_BEFORE.search(match.string[: match.start()][-8:]):
        return match[0]
    return f"{first}{EN_DASH}{last}"


def _ascends(first: str, last: str) -> bool:
    """Return whether two numbers make a range: dates and times do, others when the second is greater.

    A leading zero is of a code, a month of an ISO date or a telephone number; `2026-12` is a month. Of dates the first
    may lack its year, its month or, in Swedish, its last dot: `14–15.5.2031`, `1.6–31.8.2031`.
    """
    if last.count(".") == 2:
        return _DATE_OR_BEGINNING.fullmatch(first) is not None
    if first.endswith("."):
        number = last.removesuffix(".")
        return first.count(".") == 1 and number.isdecimal() and int(first[:-1]) < int(number)
    if any(len(part) > 1 and part.startswith("0") for part in (first, last) if part.isdecimal()):
        return False
    if ":" in first + last or ("." in first + last and not (first + last).count(",")):
        return True
    if _GROUPED.search(first) and not _GROUPED.search(last):
        return False  # `EN 301 549-1`
    return _value(first) < _value(last)


def _value(number: str) -> float:
    return float(_GROUPED.sub("", number).replace(",", "."))


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
def _weekdays(code: str) -> re.Pattern[str]:
    """Match two days of the week with a hyphen between: `ma-pe`, `mån-fre`, `maanantai-perjantai`."""
    words = "|".join(sorted((*LANGUAGES[code].weekdays, *_SHORT_WEEKDAYS[code]), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({words})-({words})(?![\w-])", re.IGNORECASE)


@cache
def _years(code: str) -> re.Pattern[str]:
    """Match the space between a day's month and the year: `15 januari 2026`."""
    months = "|".join(LANGUAGES[code].months_in_dates)
    return re.compile(rf"(\d\.?[ \u00a0](?:{months})) (?=\d{{4}}(?!\d))", re.IGNORECASE)


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
