"""Days and times as people write them in Finnish, Swedish and English: `to 14.5.2031 klo 10–12`, `den 14 maj 2031`."""

import re
from datetime import date

from msgspec import Struct

from plugins.core.dates import When
from plugins.core.facts import Session
from plugins.core.languages import LANGUAGES


def _months() -> dict[str, int]:
    found = {}
    for language in LANGUAGES.values():
        for names in (language.months, language.months_in_dates):
            found.update({name.casefold(): number for number, name in enumerate(names, 1)})
        found.update({f"{name}n": number for number, name in enumerate(language.months, 1) if language.code == "fi"})
    return found


_MONTHS = _months()
MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
"""The months as a pattern, however a date inflects them."""
_DASH = r"\s*(?:[-–—−]|\btill\b|\bto\b)\s*"
_TIME = r"\d{1,2}(?:[.:]\d{2})?"
_DAY = re.compile(
    rf"""(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}})
    |(?<![\d.])(?:(?P<first>\d{{1,2}})\.(?:(?P<firstmonth>\d{{1,2}})\.)?{_DASH})?
      (?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}})(?![\d])
    |(?<![\d.])(?:(?P<wfirst>\d{{1,2}})\.?(?:\s+(?P<wfirstmonth>{MONTH}))?{_DASH})?
      (?P<wday>\d{{1,2}})(?:\.|:e|st|nd|rd|th)?\s+(?P<wmonth>{MONTH}),?\s+(?P<wyear>\d{{4}})\b
    |\b(?P<amonth>{MONTH})\s+(?P<aday>\d{{1,2}}),?\s+(?P<ayear>\d{{4}})\b""",
    re.VERBOSE | re.IGNORECASE,
)
_HOURS = re.compile(
    rf"(?:(?P<word>\b(?:klo|kello|kl|klockan|at|from)\b\.?)\s*)?(?<![\d.,/])(?P<start>{_TIME})"
    rf"(?:{_DASH}(?P<end>{_TIME}))?(?![\d/])(?!\.\d)",
    re.IGNORECASE,
)
_WEEKDAYS = "|".join(
    sorted({name.casefold() for language in LANGUAGES.values() for name in language.weekdays}, key=len, reverse=True)
)
_FILLERS = re.compile(
    rf"\b(?:(?:{_WEEKDAYS})(?:na|en|ina)?|ma|ti|ke|to|pe|la|su|må|ons|tors|fre|lör|sön|mån|tis|den|klo|kello|kl|klockan|at|on|"
    rf"from|ja|och|and|sekä|samt|aikana|välisenä|aikaa|till|to|h|tid)\b\.?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b({_WEEKDAYS})(?:na|en|ina)?\b", re.IGNORECASE)


class WrittenTime(Struct, frozen=True):
    """What a text says of a time: sittings, and the words that are none of it."""

    sessions: tuple[Session, ...]
    rest: str


def read_time(text: str) -> WrittenTime:
    """Read days with their times; no sessions where there is no day, or an impossible one."""
    days = list(_DAY.finditer(text))
    sessions: list[Session] = []
    rest = text[: days[0].start()] if days else text
    early = _hours_in(rest) if len(days) == 1 else None
    if early is not None:
        rest = rest[: early.start()] + rest[early.end() :]
    for match, following in zip(days, [*(day.start() for day in days[1:]), len(text)][: len(days)], strict=True):
        part = text[match.end() : following]
        hours = _hours_in(part)
        read = _sessions(match, hours or early)
        if not read:
            return WrittenTime((), text)
        sessions += read
        rest += " " + (part[: hours.start()] + part[hours.end() :] if hours else part)
    if sessions and _contradicts(text, sessions):
        return WrittenTime((), text)
    rest = _FILLERS.sub(" ", rest)
    return WrittenTime(tuple(sessions), " ".join(re.sub(r"^[\s,;.–—-]+|[\s,;.–—-]+$", "", rest).split()))


def read_hours(text: str) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    """Read a time alone: `10.00–12.00`; None where the text says anything else."""
    match = _HOURS.fullmatch(text.strip())
    return _clock(match) if match else None


def read_day(text: str) -> When | None:
    """Read the one day that a text names, or the first of several in a row; None for none and for several apart."""
    found = read_time(text).sessions
    days = [session.start.day_or_first.toordinal() for session in found]
    return found[0].start if found and days == list(range(days[0], days[0] + len(days))) else None


def names_day(text: str) -> bool:
    """Return whether a text names a day, of whatever year."""
    return bool(_DAY.search(text)) or bool(re.search(r"\b\d{1,2}\.\d{1,2}\.", text))


def _hours_in(text: str) -> re.Match[str] | None:
    for match in _HOURS.finditer(text):
        certain = match["word"] or match["end"] or re.search("[.:]", match["start"])
        if certain and _clock(match):
            return match
    return None


def _clock(match: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int] | None] | None:
    start, end = _minute(match["start"]), _minute(match["end"]) if match["end"] else None
    if start is None or (match["end"] and (end is None or end <= start)):
        return None
    return start, end


def _minute(text: str) -> tuple[int, int] | None:
    hour, _, minute = text.replace(":", ".").partition(".")
    return (int(hour), int(minute or 0)) if int(hour) < 24 and int(minute or 0) < 60 else None


def _sessions(match: re.Match[str], hours: re.Match[str] | None) -> list[Session]:
    days = _days(match)
    clock = _clock(hours) if hours else None
    if hours is not None and clock is None:
        return []
    return [_session(day, clock if len(days) == 1 else None) for day in days]


def _session(day: date, clock: tuple[tuple[int, int], tuple[int, int] | None] | None) -> Session:
    start = When(day.year, day.month, day.day, *(clock[0] if clock else ()))
    return Session(start, When(day.year, day.month, day.day, *clock[1]) if clock and clock[1] else None)


def _days(match: re.Match[str]) -> list[date]:
    """Return the days that a match names: one, or every day from the first to the last."""
    try:
        if match["iso"]:
            return [date.fromisoformat(match["iso"])]
        if match["amonth"]:
            return [date(int(match["ayear"]), _MONTHS[match["amonth"].casefold()], int(match["aday"]))]
        if match["wday"]:
            month = _MONTHS[match["wmonth"].casefold()]
            last = date(int(match["wyear"]), month, int(match["wday"]))
            earlier = match["wfirstmonth"]
            first = match["wfirst"] and last.replace(
                day=int(match["wfirst"]), month=_MONTHS[earlier.casefold()] if earlier else month
            )
        else:
            last = date(int(match["year"]), int(match["month"]), int(match["day"]))
            first = match["first"] and last.replace(
                day=int(match["first"]), month=int(match["firstmonth"] or last.month)
            )
    except ValueError:
        return []
    if not first:
        return [last]
    span = (last - first).days
    return [date.fromordinal(first.toordinal() + offset) for offset in range(span + 1)] if 0 < span < 7 else []


def _contradicts(text: str, sessions: list[Session]) -> bool:
    """Return whether a weekday is named that the days are not: then one of them is a slip."""
    named = [match[1].casefold() for match in _WEEKDAY.finditer(text)]
    meant = {
        language.weekdays[session.start.day_or_first.weekday()]
        for session in sessions
        for language in LANGUAGES.values()
    }
    return any(name not in {weekday.casefold() for weekday in meant} for name in named)
