"""Events: occasions as calendars hold them, each with a permanent UID and a count of its changes (RFC 5545)."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from plugins.calendar.identity import identified, words_of
from plugins.calendar.occasions import Occasion, OccasionKind, occasions, replaced_meetings
from plugins.core.addresses import absolute, version_address
from plugins.core.dates import When
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.ledger import PublishedEvent
from plugins.core.vocabulary import VOCABULARY

Group: TypeAlias = tuple[str, str, str]
"""Owner, language and kind: events of one group are told from one another by their time and name."""
Sign: TypeAlias = tuple[str, ...]
"""What an occasion is known by within a run."""


class Event(Struct, frozen=True):
    """An event of a calendar; its texts are in its own language."""

    uid: str
    kind: str
    owner: str
    language: str
    start: When
    end: When | None
    summary: str
    words: str
    """The fingerprint of the occasion's name."""
    projects: tuple[str, ...]
    description: str = ""
    place: str = ""
    url: str = ""
    categories: tuple[str, ...] = ()
    cancelled: bool = False
    settled: bool = False
    """Whether it is more than a plan: a meeting with a document, a milestone that has been reached, a pilot."""
    sequence: int = 0
    modified: str = ""
    """The date of the last change, ISO 8601."""

    @property
    def state(self) -> str:
        """The fingerprint of all that calendars show of it."""
        shown = replace(self, sequence=0, modified="")
        return blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def events(index: SiteIndex, language: str) -> tuple[Event, ...]:
    """Return the events of a language's calendar in the order of time; those that were taken back come last."""
    present = tuple(_present(index, language))
    return (*present, *_cancelled(index, language, present))


def published_events(index: SiteIndex) -> tuple[PublishedEvent, ...]:
    """Return everything that calendars have been told of once the index's release is out, by UID."""
    after = {event.uid: event for event in index.ledger.events}
    present = {event.uid: event for language in index.site.languages for event in events(index, language)}
    for meeting in _replaced(index, present):
        after[meeting.uid] = replace(meeting, status="replaced")
    for uid, event in present.items():
        after[uid] = _published(event)
    return tuple(after[uid] for uid in sorted(after))


def _present(index: SiteIndex, language: str) -> Iterator[Event]:
    """Make events of what the readers of a language are told of, in the order of time."""
    uids, newest = _uids(index), _newest(index)
    known = {event.uid: event for event in index.ledger.events}
    for occasion in occasions(index, language):
        uid = uids.get(_sign(occasion))
        if uid is not None:
            written = occasion.version.updated or occasion.version.date
            yield _counted(index, _event(index, occasion, uid), known.get(uid), written.iso[:10] if written else newest)


def _uids(index: SiteIndex) -> Mapping[Sign, str]:
    """Return the UID of every occasion: in all calendars that of the calendar in its own language."""
    known: dict[Group, list[PublishedEvent]] = {}
    for event in index.ledger.events:
        known.setdefault((event.key, event.language, event.kind), []).append(event)
    groups: dict[Group, dict[Sign, Occasion]] = {}
    for language in index.site.languages:
        for occasion in occasions(index, language):
            groups.setdefault((occasion.owner, occasion.version.language, occasion.kind), {}).setdefault(
                _sign(occasion), occasion
            )
    return {
        sign: uid
        for group, some in groups.items()
        for sign, uid in zip(some, identified(index.site, list(some.values()), known.get(group, ())), strict=True)
    }


def _sign(occasion: Occasion) -> Sign:
    return (
        occasion.version.source,
        occasion.kind,
        occasion.start.iso,
        occasion.end.iso if occasion.end else "",
        occasion.name,
    )


def _event(index: SiteIndex, occasion: Occasion, uid: str) -> Event:
    version = occasion.version
    named = [index.project(key, version.language) for key in occasion.projects]
    description = version.title
    if occasion.kind is OccasionKind.NEXT:
        description = f"{VOCABULARY[version.language].next_meeting}\n{version.title}"
    elif occasion.kind is OccasionKind.MEETING and version.summary:
        description = f"{version.title}\n\n{version.summary}"
    return Event(
        uid=uid,
        kind=occasion.kind.value,
        owner=occasion.owner,
        language=version.language,
        start=occasion.start,
        end=occasion.end,
        summary=occasion.title,
        words=words_of(occasion.name),
        projects=occasion.projects,
        description=description,
        place=VOCABULARY[version.language].whereabouts(occasion.place, occasion.mode),
        url=absolute(index.site, version_address(index.site, version)),
        categories=tuple(project.short_title for project in named if project),
        settled=not occasion.is_plan,
    )


def _counted(index: SiteIndex, event: Event, known: PublishedEvent | None, written: str) -> Event:
    """Number an event's changes: one that calendars know as it is keeps its number and its date."""
    if known is None:
        return replace(event, modified=written)
    if known.state == event.state and known.status != "replaced":
        return replace(event, sequence=known.sequence, modified=known.modified)
    return replace(event, sequence=known.sequence + 1, modified=index.now.date().isoformat())


def _newest(index: SiteIndex) -> str:
    """Return the newest date of what is published: a change without a date of its own was known by then."""
    dates = (version.updated or version.date for version in index.by_source.values() if index.is_published(version))
    return max((date.iso[:10] for date in dates if date and date.day), default="1970-01-01")


def _cancelled(index: SiteIndex, language: str, present: Iterable[Event]) -> Iterator[Event]:
    """Yield what calendars know and nobody tells of any longer, while its time is not past: cancelled, without words.

    A calendar shows what was cancelled in its own language, and in another one what had no version in its own.
    """
    there = {event.uid for event in present}
    gone = [event for event in index.ledger.events if event.uid not in there and event.status != "replaced"]
    replaced = {event.uid for event in _replaced(index, there)}
    own = {(event.key, event.kind) for event in gone if event.language == language}
    own |= {(event.owner, event.kind) for event in present}
    for event in gone:
        start, end = When.of(event.start), When.of(event.end) if event.end else None
        is_ahead = (end or start).ends(index.site.zone) > index.now
        is_shown = event.language == language or (_crosses(index, event) and (event.key, event.kind) not in own)
        if is_ahead and is_shown and event.uid not in replaced and event.language in VOCABULARY:
            yield _counted(index, _cancelled_event(event, start, end), event, "")


def _crosses(index: SiteIndex, event: PublishedEvent) -> bool:
    kinds = {OccasionKind.MILESTONE: DocumentType.PROJECTS, OccasionKind.PILOT: DocumentType.PILOTS}
    return index.site.fallback(kinds.get(OccasionKind(event.kind), DocumentType.MEETINGS)) == "notice"


def _cancelled_event(event: PublishedEvent, start: When, end: When | None) -> Event:
    summary = VOCABULARY[event.language].calendar.cancelled
    return Event(
        event.uid,
        event.kind,
        event.key,
        event.language,
        start,
        end,
        summary,
        event.words,
        event.projects,
        cancelled=True,
    )


def _replaced(index: SiteIndex, there: Iterable[str]) -> Iterator[PublishedEvent]:
    """Find announced meetings that have got a document of their own: they are not cancelled, only told otherwise."""
    present = set(there)
    owners = {language: replaced_meetings(index, language) for language in index.site.languages}
    for event in index.ledger.events:
        if event.kind == OccasionKind.NEXT and event.uid not in present and event.key in owners.get(event.language, ()):
            yield event


def _published(event: Event) -> PublishedEvent:
    return PublishedEvent(
        uid=event.uid,
        key=event.owner,
        language=event.language,
        kind=event.kind,
        start=event.start.iso,
        end=event.end.iso if event.end else "",
        projects=event.projects,
        words=event.words,
        state=event.state,
        sequence=event.sequence,
        modified=event.modified,
        status="cancelled" if event.cancelled else "",
    )


def of_owner(found: Iterable[Event], owner: str) -> tuple[Event, ...]:
    """Keep the events of one document."""
    return tuple(event for event in found if event.owner == owner)


def of_project(found: Iterable[Event], key: str) -> tuple[Event, ...]:
    """Keep the events that belong to a project."""
    return tuple(event for event in found if key in event.projects)


class CalendarView(Struct, frozen=True):
    """A calendar of one language."""

    name: str
    description: str
    language: str
    timezone: str
    address: str
    """The file's own address, in full."""
    link: str
    """The page that shows the same, in full."""
    events: tuple[Event, ...]
    earlier: tuple[str, ...] = ()
    """Where the file has stood before, in the output tree: it stays there for those who follow it."""
