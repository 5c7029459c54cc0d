"""What a text mentions that is the same in every language: dates, times of day, numbers.

Tokens: `2026-03-12`, `--03-12` (a date without its year), `t09:00`, `1200`, `1.5`. Numbers in words are not read, nor
digits within a word, an address or a code.
"""

import re
from collections.abc import Iterator
from functools import cache

from plugins.core.languages import LANGUAGES, Language

_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_DIGIT = re.compile(r"[0-9]")
_MONTHS = {
    name.casefold(): number
    for language in LANGUAGES.values()
    for names in (language.months, language.months_in_dates)
    for number, name in enumerate(names, 1)
}
_MONTH = "|".join(sorted(_MONTHS, key=lambda name: (-len(name), name)))
_SPACE = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_DASH = f"{_SPACE}?[-–]{_SPACE}?"

_WRITTEN = re.compile(
    rf"(?<![\w.,])(?:(?P<first>\d{{1,2}})\.?{_DASH})?(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?{_SPACE}?(?:of )?"
    rf"(?P<month>{_MONTH})\b(?:{_SPACE}(?P<year>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w-])")
_NUMERIC = re.compile(
    rf"(?<![\w.,])(?:(?P<first>\d{{1,2}})\.{_DASH})?(?P<day>\d{{1,2}})\.{_SPACE}?(?P<month>\d{{1,2}})\."
    rf"(?:{_SPACE}?(?P<year>\d{{4}}))?(?![\d])"
)
_CLOCK = re.compile(
    rf"\b(?:klo|kello|kl\.?|klockan){_SPACE}?(\d{{1,2}})(?:[.:](\d{{2}}))?(?!\d)"
    rf"(?:{_DASH}(\d{{1,2}})(?:[.:](\d{{2}}))?(?![\d.:]\d))?",
    re.IGNORECASE,
)
_COLON = re.compile(r"(?<![\w:/.])(\d{1,2}):(\d{2})(?![\w:/])")


@cache
def _number(decimal: str) -> re.Pattern[str]:
    group = "." if decimal == "," else ","
    return re.compile(
        rf"(?<!\w)(?:(?P<grouped>\d{{1,3}}(?:(?:{_SPACE}|{re.escape(group)})\d{{3}})+)(?!\d)|(?P<plain>\d+))"
        rf"(?:[{re.escape(decimal)}.](?P<fraction>\d+))?"
    )


def mentions(text: str, language: Language) -> tuple[str, ...]:
    """List the dates, times and numbers of a text, each once, sorted."""
    if _DIGIT.search(text) is None:
        return ()
    found: set[str] = set()
    text = _ADDRESS.sub(" ", text)
    for pattern, tokens in ((_ISO, _date), (_WRITTEN, _date), (_NUMERIC, _date), (_CLOCK, _times), (_COLON, _time)):
        text = pattern.sub(lambda match, read=tokens: _taken(match, found, read(match)), text)  # type: ignore[misc]
    for match in _number(language.decimal_separator).finditer(text):
        whole = re.sub(r"\D", "", match["grouped"] or match["plain"]).lstrip("0") or "0"
        fraction = (match["fraction"] or "").rstrip("0")
        found.add(f"{whole}.{fraction}" if fraction else whole)
    return tuple(sorted(found))


def _taken(match: "re.Match[str]", found: set[str], tokens: Iterator[str]) -> str:
    """Note the tokens and take the text away; what was none of ours stays for the patterns that follow."""
    read = tuple(tokens)
    found.update(read)
    return "\n" if read else match[0]


def _date(match: "re.Match[str]") -> Iterator[str]:
    parts = match.groupdict()
    written = parts["month"].casefold()
    month = int(written) if written.isdecimal() else _MONTHS[written]
    days = [int(parts[name]) for name in ("first", "day") if parts.get(name)]
    if 1 <= month <= 12 and all(1 <= day <= 31 for day in days):
        year = parts["year"] or "-"
        yield from (f"{year}-{month:02d}-{day:02d}" for day in days)


def _times(match: "re.Match[str]") -> Iterator[str]:
    hour, minute, last_hour, last_minute = match.groups()
    times = [(hour, minute), (last_hour, last_minute)] if last_hour else [(hour, minute)]
    if all(int(one) <= 24 for one, _ in times):
        yield from (f"t{int(one):02d}:{int(minutes or 0):02d}" for one, minutes in times)


def _time(match: "re.Match[str]") -> Iterator[str]:
    if int(match[1]) <= 24 and int(match[2]) <= 59:
        yield f"t{int(match[1]):02d}:{match[2]}"
