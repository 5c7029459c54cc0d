"""The front page of a language: what is new in which project, and what is coming."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from itertools import islice

from plugins.calendar.occasions import OccasionKind
from plugins.core.addresses import home_address
from plugins.core.dates import weekday_range
from plugins.core.documents import Version
from plugins.core.outputs import Output
from plugins.listings.archives import year_targets
from plugins.listings.coming import coming
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import entries
from plugins.listings.navigation import section_anchors
from plugins.listings.page_outputs import page_output
from plugins.listings.project_rows import latest_of, rows
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, Coming, HomePage

LATEST = 10
NEAR = timedelta(days=92)
"""How far ahead the home looks; the calendar shows the rest."""
SOONEST = 6
"""How many of what is near the home shows."""


def home_pages(edition: Edition) -> Iterator[Output]:
    """Make the home of the edition."""
    vantage = edition.at(edition.home)
    subject = Subject(
        address=edition.home,
        title=edition.home_title,
        description=edition.tagline or edition.site_name,
        counterparts={code: home_address(edition.site, code) for code in edition.site.languages},
    )
    yield page_output(edition, subject, partial(_page, vantage, subject))


def _page(vantage: Vantage, subject: Subject) -> HomePage:
    edition = vantage.edition
    return HomePage(
        shell=shell(vantage, subject),
        projects=rows(vantage, edition.projects),
        coming=_coming(vantage),
        calendar=(Anchor(edition.language.names["calendar"], vantage.href(edition.section("calendar"))),),
        latest=entries(vantage, _latest(vantage)),
        sections=(*section_anchors(vantage), *_archive(vantage)),
    )


def _archive(vantage: Vantage) -> tuple[Anchor, ...]:
    """Lead to the archive, which begins with its newest year."""
    newest = year_targets(vantage.edition)[:1]
    return tuple(Anchor(vantage.edition.language.names["archive"], vantage.href(address)) for _, address in newest)


def _latest(vantage: Vantage) -> tuple[Version, ...]:
    """Return the newest of what no project's row shows already."""
    edition = vantage.edition
    above = {version.source for project in edition.projects for version in latest_of(vantage, project)}
    return tuple(version for version in edition.latest if version.source not in above)[:LATEST]


def _coming(vantage: Vantage) -> tuple[Coming, ...]:
    """Show meetings and milestones that are not past and near, soonest first."""
    edition = vantage.edition
    now = edition.index.now
    near = (
        occasion
        for occasion in edition.occasions
        if occasion.kind is not OccasionKind.PILOT
        and occasion.is_ahead(edition.index)
        and occasion.start.starts(edition.zone) - now < NEAR
    )
    return tuple(
        coming(vantage, occasion, weekday_range(occasion.start, occasion.end, edition.language))
        for occasion in islice(near, SOONEST)
    )
