"""Calendar: what takes place and when, as iCalendar files for readers' calendars and as occasions for pages."""

from plugins.calendar.plugin import register

__all__ = ["register"]
