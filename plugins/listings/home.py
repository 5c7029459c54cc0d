"""The front page of a language: what is new in which project, and what is coming."""

from collections.abc import Iterator
from datetime import datetime

from plugins.core.addresses import home_address, page_file
from plugins.core.dates import long_date, time_range
from plugins.core.documents import DocumentType, MeetingFacts, ProjectFacts, Version
from plugins.core.outputs import Output
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import entries, label, labels
from plugins.listings.milestones import is_ahead
from plugins.listings.navigation import section_anchors
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Coming, Date, HomePage, ProjectRow

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
        phase=facts.phase if isinstance(facts, ProjectFacts) else "",
        latest=entries(vantage, vantage.edition.by_project.get(project.key, ())[:LATEST_OF_PROJECT]),
    )


def _coming(vantage: Vantage) -> tuple[Coming, ...]:
    """Show sessions that begin after the index's moment and milestones that are not past, soonest first."""
    ahead = [*_sessions(vantage), *_milestones(vantage)]
    return tuple(coming for _, coming in sorted(ahead, key=lambda one: (one[0], one[1].kind, one[1].href)))


def _sessions(vantage: Vantage) -> Iterator[tuple[datetime, Coming]]:
    edition = vantage.edition
    for version in edition.index.listed(edition.code, DocumentType.MEETINGS):
        for session in version.facts.sessions if isinstance(version.facts, MeetingFacts) else ():
            start = session.start.starts(edition.zone)
            if start > edition.index.now:
                yield (
                    start,
                    Coming(
                        date=Date(session.start.iso, time_range(session.start, session.end, edition.language)),
                        text=version.title,
                        href=vantage.to(version),
                        project=next(iter(labels(vantage, version)), None),
                        kind="meeting",
                        language=edition.foreign(version),
                    ),
                )


def _milestones(vantage: Vantage) -> Iterator[tuple[datetime, Coming]]:
    edition = vantage.edition
    for project in edition.projects:
        for milestone in project.facts.milestones if isinstance(project.facts, ProjectFacts) else ():
            if is_ahead(edition, milestone):
                yield (
                    milestone.date.starts(edition.zone),
                    Coming(
                        date=Date(milestone.date.iso, long_date(milestone.date, edition.language)),
                        text=milestone.text,
                        href=vantage.to(project),
                        project=label(vantage, project.key),
                        language=edition.foreign(project),
                    ),
                )
