"""VTIMEZONE of a time zone as it is now (RFC 5545, 3.6.5), by yearly rules: Outlook does not read lists of dates."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone

SINCE = 2010
"""The year from which the rules are said to hold: older events are nobody's appointments any longer."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class ClockChange(NamedTuple):
    """The moment of a year at which clocks are put forward or back, in the local time before it."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


def vtimezone(zone: ZoneInfo) -> "Timezone":
    """Make the component; icalendar's own maker begins summer time an hour late."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

    component = Timezone()
    component.add("tzid", zone.key)
    for change in changes(zone, SINCE) or (_constant(zone),):
        part = TimezoneDaylight() if change.is_summer else TimezoneStandard()
        part.add("dtstart", change.at)
        if change.before != change.after:
            place = {"freq": "yearly", "bymonth": change.at.month, "byday": _nth_day(zone, change)}
            part.add("rrule", vRecur(place))
        part.add("tzoffsetfrom", change.before)
        part.add("tzoffsetto", change.after)
        part.add("tzname", change.name)
        component.add_component(part)
    return component


@cache
def changes(zone: ZoneInfo, year: int) -> tuple[ClockChange, ...]:
    """Find when the clocks of a zone change in a year."""
    return tuple(_changes(zone, year))


def _changes(zone: ZoneInfo, year: int) -> Iterator[ClockChange]:
    hour, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    day = timedelta(days=1)
    while hour < end:
        if _offset(hour, zone) == _offset(hour + day, zone):
            hour += day
            continue
        before = _offset(hour, zone)
        while _offset(hour, zone) == before:
            hour += timedelta(minutes=30)
        local, at = hour.astimezone(zone), (hour + before).replace(tzinfo=None)
        yield ClockChange(at, before, _offset(hour, zone), local.tzname() or "", bool(local.dst()))


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _nth_day(zone: ZoneInfo, change: ClockChange) -> str:
    """Which day of the month it is every year: `-1SU` when it is always the last one, else `2SU` and the like."""
    others = [
        other.at for year in range(SINCE, SINCE + 8) for other in changes(zone, year) if other.after == change.after
    ]
    is_last = all((at + timedelta(days=7)).month != at.month for at in others)
    return f"{-1 if is_last else (change.at.day - 1) // 7 + 1}{DAYS[change.at.weekday()]}"


def _constant(zone: ZoneInfo) -> ClockChange:
    """Report a zone without summer time what its time is."""
    local = datetime(SINCE, 1, 1, tzinfo=zone)
    offset = local.utcoffset() or timedelta()
    return ClockChange(local.replace(tzinfo=None), offset, offset, local.tzname() or "", is_summer=False)
