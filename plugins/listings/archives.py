"""The archive: what was published in each year."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.core.addresses import section_address
from plugins.core.outputs import Output
from plugins.listings.edition import DATED, Edition
from plugins.listings.pagination import Listing, listing_pages

if TYPE_CHECKING:
    from plugins.core.documents import Version


def archive_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages of every year of which the language's lists have something."""
    counts = {code: _year_counts(edition, code) for code in edition.site.languages}
    by_year: dict[int, list[Version]] = {}
    for version in edition.latest:
        if version.date is not None:
            by_year.setdefault(version.date.year, []).append(version)
    years = year_targets(edition)
    for year, versions in by_year.items():
        listing = Listing(
            kind="archive",
            name=str(year),
            title=f"{edition.language.names['archive']} {year}",
            address=edition.section("archive", str(year)),
            versions=tuple(versions),
            counterparts={
                code: (section_address(edition.site, code, "archive", str(year)), counts[code][year])
                for code in edition.site.languages
                if year in counts[code]
            },
            years=years,
            months=True,
        )
        yield from listing_pages(edition, listing)


def year_targets(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Name the years of the archive, newest first, with their addresses."""
    years = sorted({version.date.year for version in edition.latest if version.date is not None}, reverse=True)
    return tuple((str(year), edition.section("archive", str(year))) for year in years)


def _year_counts(edition: Edition, code: str) -> dict[int, int]:
    counts: dict[int, int] = {}
    for name in DATED:
        for version in edition.index.listed(code, name):
            if version.date is not None:
                counts[version.date.year] = counts.get(version.date.year, 0) + 1
    return counts
