"""Glue: puts the outlet of calendars and its renderer into the pipeline."""

from plugins.calendar.calendar_file import render_calendar
from plugins.calendar.outlet import calendars
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run make calendars."""
    pipeline.outlets.append(calendars)
    pipeline.renderers["calendar"] = render_calendar
