"""The view of a calendar's file."""

from msgspec import Struct

from plugins.calendar.events import Event


class CalendarView(Struct, frozen=True):
    """A calendar of one language."""

    name: str
    description: str
    language: str
    timezone: str
    address: str
    """The file's own address, in full."""
    link: str
    """The page that shows the same, in full."""
    events: tuple[Event, ...]
