"""All pages of a language."""

from collections.abc import Callable, Iterator

from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.listings.action_pages import action_pages
from plugins.listings.archives import archive_pages
from plugins.listings.calendar_pages import calendar_pages
from plugins.listings.departures import notice_pages, redirect_pages
from plugins.listings.documents import news_pages, standing_pages
from plugins.listings.edition import Edition
from plugins.listings.home import home_pages
from plugins.listings.meetings import meeting_pages
from plugins.listings.not_found import not_found_pages
from plugins.listings.pilots import pilot_pages
from plugins.listings.project_listings import project_listing_pages
from plugins.listings.projects import project_pages
from plugins.listings.search_pages import search_pages
from plugins.listings.sections import section_pages
from plugins.listings.subscribe import subscribe_pages
from plugins.listings.tag_pages import tag_pages

KINDS: tuple[Callable[[Edition], Iterator[Output]], ...] = (
    home_pages,
    section_pages,
    news_pages,
    meeting_pages,
    pilot_pages,
    project_pages,
    project_listing_pages,
    action_pages,
    standing_pages,
    tag_pages,
    archive_pages,
    calendar_pages,
    search_pages,
    subscribe_pages,
    not_found_pages,
    redirect_pages,
    notice_pages,
)
"""Every kind of page there is: a function from an edition to outputs."""


def pages(index: SiteIndex, language: str) -> Iterator[Output]:
    """Make every page of a language."""
    # One outlet for all of them: an edition remembers what its pages share, and lives no longer than this call.
    edition = Edition(index, language)
    for kind in KINDS:
        yield from kind(edition)
