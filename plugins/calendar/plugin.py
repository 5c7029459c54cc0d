"""Glue: the outlet of calendars and its renderer, as contributions to a run."""

from plugins.calendar.calendar_file import render_calendar
from plugins.calendar.outlet import calendars
from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return what makes calendars."""
    return Contributions(outlets=(calendars,), kinds={"calendar": Kind(render_calendar)})
