"""The outlet of calendars: of a language, of each project, and of each meeting to come."""

from collections.abc import Iterator

from plugins.calendar.addresses import calendar_file, calendar_page, document_calendar, file_name
from plugins.calendar.events import CalendarView, Event, events, of_owner, of_project
from plugins.calendar.occasions import is_coming
from plugins.core.addresses import absolute, page_file, version_address
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view


def calendars(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the calendars of a language."""
    site = index.site
    name, found = site.name.get(language), events(index, language)
    page, titles = calendar_page(site, language), (name, site.tagline.get(language))
    yield _calendar(index, language, calendar_file(site, language), page, titles, found)
    for project in index.published(language, DocumentType.PROJECTS):
        titles = (f"{name}: {project.short_title}", project.summary)
        address, page = document_calendar(site, project), version_address(site, project)
        its_own = of_project(found, project.key)
        yield _calendar(index, language, address, page, titles, its_own, project)
    for meeting in index.published(language, DocumentType.MEETINGS):
        if is_coming(index, meeting):
            address, page = document_calendar(site, meeting), version_address(site, meeting)
            its_own = tuple(event for event in of_owner(found, meeting.key) if event.kind == "meeting")
            yield _calendar(index, language, address, page, (meeting.title, ""), its_own, meeting)


def _calendar(
    index: SiteIndex,
    language: str,
    address: str,
    page: str,
    titles: tuple[str, str],
    events: tuple[Event, ...],
    version: Version | None = None,
) -> Output:
    """Make the calendar at an address; `titles` are its name and description. A version's stays where it has stood."""
    site = index.site
    earlier = index.earlier_addresses(version) if version else ()
    view = CalendarView(
        name=titles[0],
        description=titles[1],
        language=language,
        timezone=site.timezone,
        address=absolute(site, address),
        link=absolute(site, page),
        events=events,
        earlier=tuple(page_file(earlier_address + file_name(site, language)) for earlier_address in earlier),
    )
    source = version.source if version else ""
    return Output(page_file(address), "calendar", planned_view(view), source=source, beside=view.earlier)
