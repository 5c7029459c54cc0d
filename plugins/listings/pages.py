"""All pages: those of each document, and the lists and other pages of a language."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Outlet, Output
from plugins.listings.action_pages import action_pages
from plugins.listings.archives import archive_pages
from plugins.listings.calendar_pages import calendar_pages
from plugins.listings.departures import departed_pages, notice_pages, redirect_pages
from plugins.listings.documents import news_page, standing_page
from plugins.listings.edition import Edition
from plugins.listings.home import home_pages
from plugins.listings.meetings import meeting_page
from plugins.listings.not_found import not_found_pages
from plugins.listings.pilots import pilot_page
from plugins.listings.project_listings import project_listing_pages
from plugins.listings.projects import project_page
from plugins.listings.search_pages import search_pages
from plugins.listings.sections import section_pages
from plugins.listings.subscribe import subscribe_pages
from plugins.listings.tag_pages import tag_pages

PAGES_OF_DOCUMENTS: Mapping[DocumentType, Callable[[Edition, Version], Output]] = {
    DocumentType.NEWS: news_page,
    DocumentType.MEETINGS: meeting_page,
    DocumentType.PILOTS: pilot_page,
    DocumentType.PROJECTS: project_page,
    DocumentType.PAGES: standing_page,
}

OTHER_PAGES: tuple[Callable[[Edition], Iterator[Output]], ...] = (
    home_pages,
    section_pages,
    project_listing_pages,
    action_pages,
    tag_pages,
    archive_pages,
    calendar_pages,
    search_pages,
    subscribe_pages,
    not_found_pages,
    notice_pages,
    departed_pages,
)
"""Every other kind of page there is: a function from an edition to outputs."""


def document_pages(index: SiteIndex, version: Version) -> Iterator[Output]:
    """Make the page of a version, and those at its earlier addresses."""
    edition = index.once(Edition, version.language)
    yield PAGES_OF_DOCUMENTS[version.type](edition, version)
    yield from redirect_pages(edition, version)


def page_outlets() -> tuple[Outlet, ...]:
    """Return an outlet for each kind of the other pages; all of a language's share its edition."""
    return tuple(partial(_pages, kind) for kind in OTHER_PAGES)


def _pages(kind: Callable[[Edition], Iterator[Output]], index: SiteIndex, language: str) -> Iterator[Output]:
    return kind(index.once(Edition, language))
