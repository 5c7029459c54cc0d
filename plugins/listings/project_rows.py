"""Projects as the home and the page of projects show them, one a row."""

from collections.abc import Iterable

from plugins.core.dates import date_range
from plugins.core.documents import Version
from plugins.core.facts import ProjectFacts
from plugins.listings.edition import Vantage
from plugins.listings.entries import entries, label
from plugins.listings.milestones import phase_now
from plugins.listings.views import ProjectRow

LATEST = 3
"""How many of a project's things its row shows."""


def rows(vantage: Vantage, projects: Iterable[Version]) -> tuple[ProjectRow, ...]:
    """Show projects; one that is called by no label is in no list."""
    project_rows = (_row(vantage, project) for project in projects)
    return tuple(row for row in project_rows if row is not None)


def latest_of(vantage: Vantage, project: Version) -> tuple[Version, ...]:
    """Return what the row of a project shows."""
    return vantage.edition.of_project(project.key)[:LATEST]


def _row(vantage: Vantage, project: Version) -> ProjectRow | None:
    name, edition = label(vantage, project.key), vantage.edition
    if name is None:
        return None
    facts = project.facts if isinstance(project.facts, ProjectFacts) else ProjectFacts()
    return ProjectRow(
        project=name,
        summary=project.summary,
        phase=phase_now(edition, project),
        latest=entries(vantage, latest_of(vantage, project)),
        period=date_range(facts.start, facts.end, edition.language),
        people=_people(facts),
    )


def _people(facts: ProjectFacts) -> tuple[str, ...]:
    """Name a project's contacts and the others who have a role in it, with the role."""
    named: dict[str, str] = {}
    for name_and_role in (
        *((contact.name, contact.role) for contact in facts.contacts),
        *((person.name, person.role) for person in facts.people),
    ):
        named.setdefault(*name_and_role)
    return tuple(f"{name} ({role})" if role else name for name, role in named.items() if name)
