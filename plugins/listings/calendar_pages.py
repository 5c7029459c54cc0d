"""The calendar as a page: what comes and what was, by month."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from plugins.calendar.addresses import calendar_file, calendar_page
from plugins.calendar.occasions import Occasion, OccasionKind
from plugins.core.dates import weekday_range
from plugins.core.languages import Language
from plugins.core.outputs import Output
from plugins.listings.coming import coming, followed, project_calendar
from plugins.listings.edition import Edition, Vantage
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import CalendarMonth, CalendarPage, CalendarYear, Coming, FeedChoice

YEAR = 13
"""Where something stands of which only the year is known: after the months."""


def calendar_pages(edition: Edition) -> Iterator[Output]:
    """Make the calendar of the edition."""
    site, address = edition.site, calendar_page(edition.site, edition.code)
    vantage = edition.at(address)
    title = edition.language.names["calendar"]
    subject = Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts={code: calendar_page(site, code) for code in site.languages},
        trail=((title, address),),
    )
    yield page_output(edition, subject, partial(_page, vantage, subject))


def _page(vantage: Vantage, subject: Subject) -> CalendarPage:
    edition = vantage.edition
    ahead = [occasion for occasion in edition.occasions if occasion.is_ahead(edition.index)]
    behind = [occasion for occasion in edition.occasions if not occasion.is_ahead(edition.index)]
    recent = edition.index.now.year - 1
    return CalendarPage(
        shell=shell(vantage, subject),
        coming=(
            *_under_way(vantage, ahead),
            *_months(vantage, (occasion for occasion in ahead if not _runs(vantage, occasion))),
        ),
        past=_back(vantage, (occasion for occasion in behind if occasion.start.year >= recent)),
        earlier=tuple(_years(vantage, (occasion for occasion in behind if occasion.start.year < recent))),
        files=tuple(_files(vantage)),
    )


def _under_way(vantage: Vantage, ahead: Iterable[Occasion]) -> tuple[CalendarMonth, ...]:
    items = tuple(coming(vantage, occasion) for occasion in ahead if _runs(vantage, occasion))
    return (CalendarMonth("", items),) if items else ()


def _runs(vantage: Vantage, occasion: Occasion) -> bool:
    """Return whether something ahead has been under way since an earlier day; milestones are never under way."""
    lasts = occasion.kind in {OccasionKind.MEETING, OccasionKind.PILOT}
    return lasts and occasion.start.day_or_first < vantage.edition.index.now.date()


def _months(vantage: Vantage, some: Iterable[Occasion], *, back: bool = False) -> tuple[CalendarMonth, ...]:
    language = vantage.edition.language
    ordered = sorted(some, key=_month, reverse=back)  # a stable order: within a month the earlier day comes first
    return tuple(
        CalendarMonth(_title(language, *month), tuple(_within_month(vantage, item) for item in items))
        for month, items in groupby(ordered, key=_month)
    )


def _back(vantage: Vantage, some: Iterable[Occasion]) -> tuple[CalendarMonth, ...]:
    """Show what was, the latest first."""
    return _months(vantage, reversed(list(some)), back=True)


def _years(vantage: Vantage, some: Iterable[Occasion]) -> Iterator[CalendarYear]:
    for year, items in groupby(
        sorted(some, key=lambda occasion: occasion.start.year, reverse=True), key=lambda occasion: occasion.start.year
    ):
        ordered = sorted(items, key=lambda occasion: occasion.start.iso)
        yield CalendarYear(str(year), _back(vantage, ordered))


def _within_month(vantage: Vantage, occasion: Occasion) -> Coming:
    return coming(vantage, occasion, weekday_range(occasion.start, occasion.end, vantage.edition.language))


def _month(occasion: Occasion) -> tuple[int, int]:
    return occasion.start.year, occasion.start.month or YEAR


def _title(language: Language, year: int, month: int) -> str:
    name = f"{language.months[month - 1]} {year}" if month < YEAR else str(year)
    return name[:1].upper() + name[1:]


def _files(vantage: Vantage) -> Iterator[FeedChoice]:
    """Name the calendars that one can follow: of everything, then of each project with something in it."""
    edition = vantage.edition
    whole = calendar_file(edition.site, edition.code)
    yield followed(vantage, edition.site_name, whole)
    used = {key for occasion in edition.occasions for key in occasion.projects}
    for project in edition.projects:
        if project.key in used and not edition.foreign(project):
            yield project_calendar(vantage, project, project.short_title)
