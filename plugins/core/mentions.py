"""What a text mentions that is the same in every language: dates, times of day, numbers.

Tokens: `2026-03-12`, `--03-12` (a date without its year), `t09:00`, `1200`, `1.5`. Numbers in words are not read, nor
digits within a word, an address or a code.
"""

import re
from collections.abc import Iterable
from functools import cache

from plugins.core.languages import LANGUAGES, Language

_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_MONTHS = {
    name.casefold(): number
    for language in LANGUAGES.values()
    for names in (language.months, language.months_in_dates)
    for number, name in enumerate(names, 1)
}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_DASH = f"{_SPACE}?[-–]{_SPACE}?"

_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])"
    rf"|(?:(?P<first1>\d{{1,2}})\.?{_DASH})?(?P<day1>\d{{1,2}})(?:\.|st|nd|rd|th)?{_SPACE}?(?:of )?"
    rf"(?P<month1>{_MONTH})\b(?:{_SPACE}(?P<year1>\d{{4}})(?!\d))?"
    rf"|(?:(?P<first2>\d{{1,2}})\.?{_DASH})?(?P<day2>\d{{1,2}})\.{_SPACE}?(?P<month2>\d{{1,2}})"
    # In Swedish the first date of a range has no dot at its end: `1.6–31.8.2031`.
    rf"(?:\.(?:{_SPACE}?(?P<year2>\d{{4}}))?(?!\d)|(?={_DASH}\d{{1,2}}\.\d{{1,2}}\.))",
    re.IGNORECASE,
)
_CLOCK_WORD = re.compile(rf"\b(?:klo|kello|kl\.?|klockan){_SPACE}?$", re.IGNORECASE)
_CLOCK = re.compile(
    rf"(\d{{1,2}})(?:[.:](\d{{2}}))?(?!\d)(?:{_DASH}(\d{{1,2}})(?:[.:](\d{{2}}))?(?![\d.:]\d))?",
)
_COLON = re.compile(r"(\d{1,2}):(\d{2})(?![\w:/])")
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"\w+")


@cache
def _number(decimal: str) -> re.Pattern[str]:
    group = "." if decimal == "," else ","
    return re.compile(
        rf"(?:(?P<grouped>\d{{1,3}}(?:(?:{_SPACE}|{re.escape(group)})\d{{3}})+)(?!\d)|(?P<plain>\d+))"
        rf"(?:[{re.escape(decimal)}.](?P<fraction>\d+))?"
    )


def mentions(text: str, language: Language) -> tuple[str, ...]:
    """List the dates, times and numbers of a text, each once, sorted."""
    if "://" in text or "@" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    found: set[str] = set()
    # Each number is looked for by its first digit: trying every pattern at every letter would take ten times as long.
    done = 0
    for run in _DIGITS.finditer(text):
        start, end = run.span()
        while max(start, done) < end:
            tokens, done = _at(text, max(start, done), language.decimal_separator)
            found.update(tokens)
    return tuple(sorted(found))


def _at(text: str, start: int, decimal: str) -> tuple[Iterable[str], int]:
    """Read what begins at a digit; give its tokens and where it ends."""
    before = text[start - 1 : start]
    if (before.isalnum() or before == "_") and (word := _WORD.match(text, start)):
        return (), word.end()
    has_clock = _CLOCK_WORD.search(text[max(0, start - 9) : start]) is not None
    if has_clock and (match := _CLOCK.match(text, start)) and (tokens := _times(match)):
        return tokens, match.end()
    if (match := _DATE.match(text, start)) and (tokens := _dates(match)):
        return tokens, match.end()
    if (match := _COLON.match(text, start)) and int(match[1]) <= 24 and int(match[2]) <= 59:
        return (f"t{int(match[1]):02d}:{match[2]}",), match.end()
    match = _number(decimal).match(text, start)
    assert match is not None
    whole = re.sub(r"\D", "", match["grouped"] or match["plain"]).lstrip("0") or "0"
    fraction = (match["fraction"] or "").rstrip("0")
    return (f"{whole}.{fraction}" if fraction else whole,), match.end()


def _dates(match: "re.Match[str]") -> list[str]:
    """Return the date, or the two of a range; nothing when there are no such days."""
    parts = {name.rstrip("12"): value for name, value in match.groupdict().items() if value}
    written = parts["month"].casefold()
    month = int(written) if written.isdecimal() else _MONTHS[written]
    days = [int(parts[name]) for name in ("first", "day") if name in parts]
    if not 1 <= month <= 12 or not all(1 <= day <= 31 for day in days):
        return []
    return [f"{parts.get('year', '-')}-{month:02d}-{day:02d}" for day in days]


def _times(match: "re.Match[str]") -> list[str]:
    """Return the time, or the two of a range; nothing when there are no such hours."""
    hour, minute, last_hour, last_minute = match.groups()
    times = [(hour, minute), (last_hour, last_minute)] if last_hour else [(hour, minute)]
    if any(int(hours) > 24 for hours, _ in times):
        return []
    return [f"t{int(hours):02d}:{int(minutes or 0):02d}" for hours, minutes in times]
