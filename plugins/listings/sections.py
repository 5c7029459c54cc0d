"""The listings of the four sections: news, meetings, pilot updates, projects."""

from collections.abc import Iterator

from plugins.core.addresses import section_address
from plugins.core.documents import DocumentType
from plugins.core.outputs import Output
from plugins.feeds.addresses import of_section
from plugins.listings.archives import year_targets
from plugins.listings.edition import SECTIONS, Edition
from plugins.listings.pagination import Listing, listing_pages
from plugins.listings.tag_pages import common_tag_targets


def section_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages of every section. An empty one has its page too: what was withdrawn points there."""
    for section in SECTIONS:
        yield from listing_pages(edition, _listing(edition, section))


def _listing(edition: Edition, section: DocumentType) -> Listing:
    index, site = edition.index, edition.site
    is_dated = section is not DocumentType.PROJECTS
    return Listing(
        kind="section",
        name=section.value,
        title=edition.language.names[section],
        address=edition.section(section),
        versions=index.listed(edition.code, section) if is_dated else edition.projects,
        counterparts={
            code: (section_address(site, code, section), len(index.listed(code, section))) for code in site.languages
        },
        section=section.value,
        feeds=(of_section(site, edition.code, section),) if is_dated else (),
        years=year_targets(edition) if is_dated else (),
        tags=common_tag_targets(edition) if is_dated else (),
    )
