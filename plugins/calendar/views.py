"""The view of a calendar's file."""

from plugins.calendar.events import Event
from plugins.core.values import value


@value
class CalendarView:
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
