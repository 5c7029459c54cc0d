"""What the blocks of blocks.yaml say: lists and facts that the index gathers, as parts.

Nothing here asks what time it is: a block on a page elsewhere must not grow stale because a day has passed.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from plugins.blocks.facts import figure_text, listing
from plugins.blocks.views import BulletList, Paragraph, Part, Phrase, Subheading, Terms
from plugins.core.addresses import absolute, slugify, version_address
from plugins.core.arrangement import newest_first
from plugins.core.dates import long_date, short_date, time_range
from plugins.core.destinations import language_note
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.projects import Term, project_terms
from plugins.core.site import BlockDeclaration
from plugins.core.vocabulary import VOCABULARY, capital

LISTED = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""What `latest` lists when `types` does not say."""
LIMIT = 5
"""How many are listed when `limit` does not say."""


def gathered(declaration: BlockDeclaration, index: SiteIndex, language: str) -> tuple[Version, ...]:
    """Return the versions that a declared block tells of, newest first; of facts of the project there are none."""
    if declaration.kind == "figures":
        updates = _chosen(declaration, index, language, (DocumentType.PILOTS,))
        with_figures = (update for update in updates if isinstance(update.facts, PilotFacts) and update.facts.figures)
        return tuple(update for update in with_figures if update.language == language)[:1]
    types = {"latest": declaration.types or LISTED, "meetings": (DocumentType.MEETINGS,)}.get(declaration.kind, ())
    return _chosen(declaration, index, language, types)[: declaration.limit or LIMIT]


def before_of(
    declaration: BlockDeclaration, index: SiteIndex, language: str, project: Version | None
) -> tuple[Part, ...]:
    """Return what a declared block says before its text, if it has one; a sentence where there is nothing to say."""
    parts = _KINDS[declaration.kind](declaration, index, language, project)
    if parts or (declaration.kind == "project" and project is not None and project.body.words):
        return parts
    return (Paragraph((Phrase(VOCABULARY[language].blocks.empty[declaration.kind]),)),)


def heading_of(kind: str, language: str, project: Version | None) -> str:
    """Return the heading of a kind's block where blocks.yaml gives none."""
    words = VOCABULARY[language]
    contacts = words.contact if len(_facts(project).contacts) == 1 else words.contacts
    headings = {
        "latest": words.blocks.latest,
        "meetings": words.blocks.meetings,
        "contacts": contacts,
        "timeline": words.timeline,
    }
    return headings.get(kind, words.figures)


def after_of(declaration: BlockDeclaration, language: str, project: Version | None) -> tuple[Part, ...]:
    """Return what follows a declared block's text: a project's goals, under a heading that no text may come below."""
    goals, words = _facts(project).goals if declaration.kind == "project" else (), VOCABULARY[language]
    heading = words.goal if len(goals) == 1 else words.goals
    return (Subheading(heading), listing(map(Phrase, goals))) if goals else ()


def _chosen(
    declaration: BlockDeclaration, index: SiteIndex, language: str, types: Iterable[str]
) -> tuple[Version, ...]:
    versions = newest_first(version for kind in types for version in index.listed(language, kind))
    if declaration.project:
        versions = index.of_project(versions, declaration.project)
    if declaration.tag:
        wanted = slugify(declaration.tag)
        versions = tuple(version for version in versions if wanted in tags_of(index, version))
    return versions


def tags_of(index: SiteIndex, version: Version) -> frozenset[str]:
    """Return the tags of a document in all languages, as words of addresses: one declaration serves all of them."""
    return frozenset(slugify(tag) for translation in index.by_key[version.key].versions for tag in translation.tags)


def _link(index: SiteIndex, version: Version, language: str) -> Phrase:
    href = absolute(index.site, version_address(index.site, version))
    if version.language == language:
        return Phrase(version.title, href)
    note = language_note(index.site.language(language), version.language)
    return Phrase(version.title, href, version.language, note, version.language)


def _latest(
    declaration: BlockDeclaration, index: SiteIndex, language: str, _project: Version | None
) -> tuple[Part, ...]:
    items = [
        (
            _link(index, version, language),
            Phrase(f", {long_date(version.date, LANGUAGES[language])}" if version.date else ""),
        )
        for version in gathered(declaration, index, language)
    ]
    return (BulletList(tuple(items)),) if items else ()


def _meetings(
    declaration: BlockDeclaration, index: SiteIndex, language: str, _project: Version | None
) -> tuple[Part, ...]:
    items: list[tuple[Phrase, ...]] = []
    for meeting in gathered(declaration, index, language):
        sessions = meeting.facts.sessions if isinstance(meeting.facts, MeetingFacts) else ()
        times = "; ".join(time_range(session.start, session.end, LANGUAGES[language]) for session in sessions)
        items.append((_link(index, meeting, language), Phrase(f", {times}" if times else "")))
    return (BulletList(tuple(items)),) if items else ()


def _figures(
    declaration: BlockDeclaration, index: SiteIndex, language: str, _project: Version | None
) -> tuple[Part, ...]:
    for update in gathered(declaration, index, language):
        if isinstance(update.facts, PilotFacts):
            terms = Terms(
                tuple(
                    (figure.label, (Phrase(figure_text(figure, VOCABULARY[language])),))
                    for figure in update.facts.figures
                )
            )
            words = Phrase(f"{VOCABULARY[language].blocks.figures_of} ")
            date = Phrase(f" ({long_date(update.date, LANGUAGES[language])})." if update.date else ".")
            return terms, Paragraph((words, _link(index, update, language), date))
    return ()


def _project(
    _declaration: BlockDeclaration, _index: SiteIndex, language: str, project: Version | None
) -> tuple[Part, ...]:
    facts = _facts(project)
    terms = project_terms(facts, _phase(facts, project, language), language)
    people = (Term(capital(person.role), (person.name,)) for person in facts.people)
    filled = tuple((term.name, tuple(map(Phrase, term.values))) for term in (*terms, *people))
    return (Terms(filled),) if filled else ()


def _phase(facts: ProjectFacts, project: Version | None, language: str) -> str:
    """Name a phase with the day on which the project said so: what is planned or under way does not stay so."""
    words, when = VOCABULARY[language], (project.updated or project.date) if project is not None else None
    name = words.project_phases.get(facts.phase, facts.phase)
    if when is None or facts.phase in {"", "ended"}:
        return name
    return words.as_of.format(phase=name, date=short_date(when, LANGUAGES[language]))


def _contacts(
    _declaration: BlockDeclaration, _index: SiteIndex, _language: str, project: Version | None
) -> tuple[Part, ...]:
    items: list[tuple[Phrase, ...]] = []
    for contact in _facts(project).contacts:
        who = ", ".join(filter(None, (contact.name, contact.role)))
        address = (Phrase(contact.email, f"mailto:{contact.email}"),) if contact.email else ()
        items.append((Phrase(f"{who}, " if who and address else who), *address))
    return (BulletList(tuple(items)),) if items else ()


def _timeline(
    _declaration: BlockDeclaration, index: SiteIndex, language: str, project: Version | None
) -> tuple[Part, ...]:
    zone, done = index.site.zone, VOCABULARY[language].states["done"]
    # By where a time ends: within a month, what has a day of its own stands before what only has the month.
    steps = sorted(
        _facts(project).milestones, key=lambda milestone: (milestone.date.ends(zone), milestone.date.starts(zone))
    )
    items = [
        Phrase(f"{capital(long_date(step.date, LANGUAGES[language]))}: {step.text}{f' ({done})' if step.done else ''}")
        for step in steps
    ]
    return (listing(items),) if items else ()


def _facts(project: Version | None) -> ProjectFacts:
    return project.facts if project is not None and isinstance(project.facts, ProjectFacts) else ProjectFacts()


_KINDS: Mapping[str, Callable[[BlockDeclaration, SiteIndex, str, Version | None], tuple[Part, ...]]] = MappingProxyType(
    {"latest": _latest, "meetings": _meetings, "figures": _figures, "project": _project, "contacts": _contacts,
     "timeline": _timeline}
)  # fmt: skip
KINDS = frozenset(_KINDS)
"""The kinds that blocks.yaml can ask for; `document` and `summary` come of themselves."""
OF_A_PROJECT = frozenset({"project", "contacts", "timeline", "figures"})
"""The kinds that say nothing without a project."""
