"""The file of a calendar (RFC 5545, 7986): the one module that knows icalendar, loaded when a file is written."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from plugins.calendar.events import CalendarView, Event
from plugins.core.dates import When
from plugins.core.markup.text import xml_text
from plugins.core.outputs import Materials, Rendering

if TYPE_CHECKING:
    from icalendar import Component, Timezone

PRODUCER = "-//Kaiku//Kaiku//FI"
REFRESHED = timedelta(hours=12)
"""How often a program that follows the calendar need look."""


def render_calendar(view: CalendarView, _: Materials) -> Rendering:
    """Render a calendar."""
    data = written(view)
    return Rendering(data, beside=dict.fromkeys(view.earlier, data))


def written(view: CalendarView) -> bytes:
    """Write a calendar; one without events has its time zone only, since it must have some component."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for name, text in (("name", view.name), ("description", view.description)):
        _add_text(calendar, name, text)
    for name, text in (("x-wr-calname", view.name), ("x-wr-caldesc", view.description)):
        _add_text(calendar, name, text)  # what was in use before RFC 7986, and still is
    calendar.add("x-wr-timezone", view.timezone)
    calendar.add("url", view.link)
    calendar.add("source", view.address)
    calendar.add("refresh-interval", REFRESHED, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    calendar.add_component(_timezone(view.timezone))
    for event in view.events:
        calendar.add_component(_event(event, ZoneInfo(view.timezone), view.language))
    data: bytes = calendar.to_ical()
    return data


@cache
def _timezone(name: str) -> "Timezone":
    from plugins.calendar.vtimezone import vtimezone

    return vtimezone(ZoneInfo(name))


def _event(event: Event, zone: ZoneInfo, language: str) -> "Component":
    from icalendar import Event as Component

    component = Component()
    component.add("uid", event.uid)
    changed = datetime.combine(date.fromisoformat(event.modified), datetime.min.time(), UTC)
    component.add("dtstamp", changed)
    component.add("last-modified", changed)
    component.add("sequence", event.sequence)
    _add_times(component, event.start, event.end, zone)
    foreign = event.language if event.language != language else ""
    _add_text(component, "summary", event.summary, foreign)
    _add_text(component, "description", event.description, foreign)
    _add_text(component, "location", event.place, foreign)
    if event.url:
        component.add("url", event.url)
    if event.categories:
        component.add("categories", [xml_text(category) for category in event.categories])
    component.add("status", "CANCELLED" if event.cancelled else "CONFIRMED" if event.settled else "TENTATIVE")
    component.add("transp", "OPAQUE" if event.start.has_time and not event.cancelled else "TRANSPARENT")
    return component


def _add_text(component: "Component", name: str, text: str, language: str = "") -> None:
    from icalendar import vText

    if text:
        # What XML cannot hold, calendars cannot either: control characters.
        component.add(name, vText(xml_text(text)), parameters={"language": language} if language else {})


def _add_times(component: "Component", start: When, end: When | None, zone: ZoneInfo) -> None:
    """Announce when an event is: in local time when its beginning is known to the minute, else in whole days.

    The end is the first moment after it. What lasts to the end of time has none.
    """
    if start.has_time:
        begins: Any = start.starts(zone)
        until: Any = end.ends(zone) if end else None
    else:
        begins, until = start.day_or_first, (end or start).ends(zone).date()
    component.add("dtstart", begins)
    if until is not None and until > begins:
        component.add("dtend", until)
