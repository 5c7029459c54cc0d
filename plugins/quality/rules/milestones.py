"""Milestones say what became of them once their time has passed."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import DocumentType
from plugins.core.facts import ProjectFacts
from plugins.core.index import SiteIndex


def passed_milestones(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find milestones that are not done though their time has passed (DOC011); readers see a planned date only."""
    zone = index.site.zone
    for language in index.site.languages:
        for version in index.published(language, DocumentType.PROJECTS):
            place = version.item_places("milestones")
            for number, milestone in enumerate(
                version.facts.milestones if isinstance(version.facts, ProjectFacts) else ()
            ):
                if not milestone.done and milestone.date.ends(zone) <= index.now:
                    yield diagnostic("DOC011", place(number), text=milestone.text, date=milestone.date.iso)
