"""The outlet of search: an index of everything that is published in a language, and of nothing else."""

from collections.abc import Iterable, Iterator
from functools import partial

from plugins.core.addresses import version_address
from plugins.core.dates import short_date
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import Attendance, MeetingFacts, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex, document_types
from plugins.core.outputs import Output
from plugins.search.addresses import index_folder
from plugins.search.views import SearchEntry, SearchView

DATED = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""The types whose date says something to those who search."""
ENTRY_FILE = "pagefind-entry.json"
"""The file by which the index is opened; it names the others."""


def search_index(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the index of a language; none when the site is not to be searched."""
    if not index.site.search:
        return
    found = [version for kind in document_types() for version in index.published(language, kind)]
    if not found:
        return  # Pagefind makes no index of nothing
    folder = index_folder(index.site, language).removeprefix("/")
    recipe = partial(_view, index, language, folder, found)
    yield Output(folder + ENTRY_FILE, "search-index", recipe, folder=folder)


def _view(index: SiteIndex, language: str, folder: str, found: Iterable[Version]) -> SearchView:
    entries = (_entry(index, version) for version in sorted(found, key=lambda version: version.source))
    return SearchView(language, folder, tuple(entries))


def _entry(index: SiteIndex, version: Version) -> SearchEntry:
    when = version.held_on if version.type in DATED else None
    return SearchEntry(
        address=version_address(index.site, version),
        title=version.title,
        body=version.body.digest,
        texts=tuple(text for text in (version.lead, *_facts(version), ", ".join(version.tags)) if text),
        type=version.type.value,
        projects=(version.key,) if version.type is DocumentType.PROJECTS else version.projects,
        year=str(when.year) if when else "",
        date=short_date(when, index.site.language(version.language)) if when else "",
    )


def _facts(version: Version) -> Iterator[str]:
    """Yield what a document's page says beside its text, a line each."""
    facts = version.facts
    if isinstance(facts, MeetingFacts):
        yield " ".join(filter(None, (facts.name, facts.number)))
        yield from (facts.place, facts.chair, facts.secretary)
        yield from (_people(attendance) for attendance in (*facts.present, *facts.absent))
        yield ", ".join(attachment.title for attachment in facts.attachments)
    elif isinstance(facts, PilotFacts):
        yield ", ".join(library.name for library in facts.libraries)
        yield from (f"{figure.label} {figure.value}" for figure in facts.figures)
        yield from facts.next_steps
    elif isinstance(facts, ProjectFacts):
        yield from (facts.short, facts.operator, facts.funder, *facts.partners, *facts.goals)
        yield from (milestone.text for milestone in facts.milestones)
        yield from (" ".join(filter(None, (contact.name, contact.role, contact.email))) for contact in facts.contacts)
        yield from (f"{person.name} {person.role}" for person in facts.people)
        yield ", ".join(link.title for link in facts.links)


def _people(attendance: Attendance) -> str:
    return ", ".join(filter(None, (attendance.group, *attendance.people)))
