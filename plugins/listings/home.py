"""The front page of a language: what is new in which project, and what is coming."""

from collections.abc import Iterator

from plugins.calendar.occasions import Kind
from plugins.core.addresses import home_address, page_file
from plugins.core.documents import Version
from plugins.core.facts import ProjectFacts
from plugins.core.outputs import Output
from plugins.listings.coming import coming
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import entries, label
from plugins.listings.milestones import phase_now
from plugins.listings.navigation import section_anchors
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, Coming, HomePage, ProjectRow

LATEST_OF_PROJECT = 3
LATEST = 10


def home_pages(edition: Edition) -> Iterator[Output]:
    """Make the home of the edition."""
    vantage = edition.at(edition.home)
    subject = Subject(
        address=edition.home,
        title=edition.home_title,
        description=edition.tagline or edition.site_name,
        counterparts={code: home_address(edition.site, code) for code in edition.site.languages},
    )
    view = HomePage(
        shell=shell(vantage, subject),
        projects=tuple(row for row in (_row(vantage, project) for project in edition.projects) if row is not None),
        coming=_coming(vantage),
        calendar=(Anchor(edition.language.names["calendar"], vantage.href(edition.section("calendar"))),),
        latest=entries(vantage, edition.latest[:LATEST]),
        sections=section_anchors(vantage),
    )
    yield Output(page_file(edition.home), "page", view)


def _row(vantage: Vantage, project: Version) -> ProjectRow | None:
    name = label(vantage, project.key)
    if name is None:
        return None
    facts = project.facts
    return ProjectRow(
        project=name,
        summary=project.summary,
        phase=phase_now(vantage.edition, facts) if isinstance(facts, ProjectFacts) else "",
        latest=entries(vantage, vantage.edition.by_project.get(project.key, ())[:LATEST_OF_PROJECT]),
    )


def _coming(vantage: Vantage) -> tuple[Coming, ...]:
    """Show meetings and milestones that are not past, soonest first."""
    edition = vantage.edition
    return tuple(
        coming(vantage, one) for one in edition.occasions if one.kind is not Kind.PILOT and one.is_ahead(edition.index)
    )
