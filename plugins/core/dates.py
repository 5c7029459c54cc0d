"""Dates and times: as precise as the author was, in local time, written as each language writes them."""

import calendar
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from msgspec import Struct

from plugins.core.languages import Language

EN_DASH = "–"
MOMENT = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d)?)?)?$"
"""What `When.iso` writes, as a pattern."""


class When(Struct, frozen=True, dict=True):
    """A date as precisely as it is known: a year, a month, a day, or a minute of local time."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @classmethod
    def of(cls, iso: str) -> "When":
        """Read what `iso` has written."""
        day, _, time = iso.partition("T")
        return cls(*map(int, day.split("-")), *map(int, time.split(":") if time else ()))

    @property
    def has_time(self) -> bool:
        """Whether the minute is known."""
        return self.hour is not None

    @property
    def day_or_first(self) -> date:
        """The day, or the first one of a month or year."""
        return date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def iso(self) -> str:
        """As ISO 8601 writes it, no more precise than known, without an offset."""
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        if self.hour is not None:
            text += f"T{self.hour:02d}:{self.minute or 0:02d}"
        return text

    def starts(self, zone: ZoneInfo) -> datetime:
        """Return the first moment meant, aware.

        A local time that does not exist (spring) moves forward, one that exists twice (autumn) is the first.
        """
        local = datetime(self.year, self.month or 1, self.day or 1, self.hour or 0, self.minute or 0)  # noqa: DTZ001 - made aware below
        return _aware(local, zone)

    def ends(self, zone: ZoneInfo) -> datetime:
        """Return the first moment after what is meant: the end of that day, month or year, or the time itself.

        The end of the last day that a calendar has is its last moment.
        """
        if self.has_time:
            return self.starts(zone)
        if self.day is not None:
            return _aware(_day_after(self.day_or_first), zone)
        last = calendar.monthrange(self.year, self.month)[1] if self.month else 31
        return _aware(_day_after(date(self.year, self.month or 12, last)), zone)


def _day_after(day: date) -> datetime:
    if day == date.max:
        return datetime.combine(day, time.max)
    return datetime.combine(day + timedelta(days=1), time.min)


@lru_cache(maxsize=1 << 14)  # a day is asked for by everything that stands on it, in every language
def _aware(local: datetime, zone: ZoneInfo) -> datetime:
    moment = local.replace(tzinfo=zone, fold=0)
    try:
        # A round trip through UTC moves a time inside the spring gap forward by the gap, and leaves others alone.
        aware = moment.astimezone(UTC).astimezone(zone)
    except OverflowError:
        # At the ends of the calendar there is no such moment in UTC, where everybody computes: the nearest that is.
        return datetime.combine(*((date.min, time.min) if local.year == 1 else (date.max, time.max)), UTC)
    offset = aware.utcoffset() or timedelta()
    # Before time zones there were local times by the sun, with offsets that no format of dates can write.
    return aware if offset.seconds % 60 == 0 else aware.astimezone(UTC)


def short_date(when: When, language: Language) -> str:
    """Write a date for lists: `16.2.2026`; English, which has no such form of its own, writes it out."""
    if when.day is None or when.month is None or not language.numeric_dates:
        return long_date(when, language)
    return f"{when.day}.{when.month}.{when.year}"


def date_in_words(iso: str) -> str:
    """Write an ISO date, or a moment's, as messages to staff write it in every language: `16.2.2026`."""
    year, month, day = iso[:10].split("-")
    return f"{int(day)}.{int(month)}.{year}"


def long_date(when: When, language: Language) -> str:
    """Write a date out: `16. helmikuuta 2026`, `16 februari 2026`, `helmikuu 2026`, `2026`."""
    if when.month is None:
        return str(when.year)
    if when.day is None:
        return f"{language.months[when.month - 1]} {when.year}"
    return f"{when.day}{language.day_dot} {language.months_in_dates[when.month - 1]} {when.year}"


def clock_time(when: When, language: Language) -> str:
    """Write the time alone: `9.00`."""
    return f"{when.hour or 0}{language.time_separator}{when.minute or 0:02d}"


def date_and_time(when: When, language: Language) -> str:
    """Write a date out with its time when that is known: `16. helmikuuta 2026 klo 9.00`."""
    written = long_date(when, language)
    return f"{written} {language.clock}{clock_time(when, language)}" if when.has_time else written


def time_range(start: When, end: When | None, language: Language) -> str:
    """Write a session: `14. toukokuuta 2031 klo 10.00–12.00`, or two dates when it passes midnight."""
    if end is None or end == start:
        return date_and_time(start, language)
    if (start.year, start.month, start.day) == (end.year, end.month, end.day):
        if not end.has_time or not start.has_time:
            return date_and_time(start, language)
        return f"{date_and_time(start, language)}{EN_DASH}{clock_time(end, language)}"
    if start.has_time or end.has_time:
        return f"{date_and_time(start, language)} {EN_DASH} {date_and_time(end, language)}"
    return date_range(start, end, language)


def date_range(start: When | None, end: When | None, language: Language) -> str:
    """Write a period: `14.–15. toukokuuta 2031`, `helmikuu–marraskuu 2026`, `helmikuu 2026–`."""
    if start is None:
        return f"{EN_DASH}{long_date(end, language)}" if end else ""
    if end is None:
        return f"{long_date(start, language)}{EN_DASH}"
    if start == end:
        return long_date(start, language)
    same_year = start.year == end.year
    if same_year and start.month and end.month and start.day is None and end.day is None:
        return f"{language.months[start.month - 1]}{EN_DASH}{long_date(end, language)}"
    if same_year and start.month == end.month and start.day and end.day:
        return f"{start.day}{language.day_dot}{EN_DASH}{long_date(end, language)}"
    if start.month is None and end.month is None:
        return f"{start.year}{EN_DASH}{end.year}"
    return f"{long_date(start, language)} {EN_DASH} {long_date(end, language)}"


def weekday_range(start: When, end: When | None, language: Language) -> str:
    """Write when something is below the name of its month: `keskiviikko 14. toukokuuta klo 10.00–12.00`.

    What lasts over several days names both weekdays; what is known less precisely is written as a period.
    """
    if start.day is None:
        return date_range(start, end or start, language)
    if end is None or (end.year, end.month, end.day) == (start.year, start.month, start.day):
        day, clock = _weekday(start, language), ""
        if start.has_time:
            until = f"{EN_DASH}{clock_time(end, language)}" if end and end.has_time and end != start else ""
            clock = f" {language.clock}{clock_time(start, language)}{until}"
        return day + clock
    return f"{_weekday_and_time(start, language)} {EN_DASH} {_weekday_and_time(end, language, start.year)}"


def _weekday_and_time(when: When, language: Language, year: int | None = None) -> str:
    text = _weekday(when, language) if when.day else long_date(when, language)
    if when.day and year not in (None, when.year):
        text += f" {when.year}"
    return f"{text} {language.clock}{clock_time(when, language)}" if when.has_time else text


def _weekday(when: When, language: Language) -> str:
    name = language.weekdays[when.day_or_first.weekday()]
    return f"{name} {when.day}{language.day_dot}\N{NO-BREAK SPACE}{language.months_in_dates[(when.month or 1) - 1]}"
