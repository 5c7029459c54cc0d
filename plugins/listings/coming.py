"""What takes place, as lists show it: the home's and the calendar's."""

from plugins.calendar.addresses import document_calendar
from plugins.calendar.occasions import Occasion, OccasionKind
from plugins.core.dates import time_range
from plugins.core.documents import Version
from plugins.core.vocabulary import VOCABULARY
from plugins.listings.edition import Vantage
from plugins.listings.entries import label
from plugins.listings.views import Coming, Date, FeedChoice


def coming(vantage: Vantage, occasion: Occasion, text: str = "") -> Coming:
    """Show an occasion; its date is written as `text`, or else out in full."""
    edition, version = vantage.edition, occasion.version
    projects = (label(vantage, key) for key in occasion.projects)
    is_meeting = occasion.kind is OccasionKind.MEETING and occasion.is_ahead(edition.index)
    return Coming(
        date=Date(occasion.start.iso, text or time_range(occasion.start, occasion.end, edition.language)),
        text=occasion.title,
        href=vantage.to(version),
        project=next((project for project in projects if project), None),
        kind="event" if occasion.is_event else occasion.kind.value,
        language=edition.foreign(version),
        place=VOCABULARY[edition.code].whereabouts(occasion.place, occasion.mode),
        state=state(vantage, occasion),
        calendar=calendar_of(vantage, version) if is_meeting else "",
    )


def calendar_of(vantage: Vantage, version: Version) -> str:
    """Return the way to the calendar file of a meeting to come."""
    return vantage.href(document_calendar(vantage.edition.site, version))


def project_calendar(vantage: Vantage, project: Version, title: str) -> FeedChoice:
    """Return the calendar of a project that has a version in the edition's language."""
    address = document_calendar(vantage.edition.site, project)
    return followed(vantage, title, address)


def followed(vantage: Vantage, title: str, address: str) -> FeedChoice:
    """Return a calendar to follow, by its address from the root."""
    return FeedChoice(title, vantage.edition.full(address), vantage.href(address), "text/calendar")


def state(vantage: Vantage, occasion: Occasion) -> str:
    """Return what must be said of an occasion beside its time.

    `done` of a milestone that was reached, `planned` of a date that has passed without anybody saying what came of it.
    """
    if occasion.done:
        return "done"
    return "planned" if occasion.is_plan and not occasion.is_ahead(vantage.edition.index) else ""
