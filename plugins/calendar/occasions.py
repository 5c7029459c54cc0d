"""Occasions: what takes place in the projects, gathered from documents: meetings, milestones, pilots' periods."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.arrangement import newest_first
from plugins.core.dates import When
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex
from plugins.core.vocabulary import VOCABULARY


class OccasionKind(StrEnum):
    """What sort of occasion it is."""

    MEETING = "meeting"
    """A session of a meeting that has a document of its own."""
    NEXT = "next"
    """A meeting that only the one before it has announced."""
    MILESTONE = "milestone"
    PILOT = "pilot"
    """The period in which a pilot runs; its beginning or its end when only that is known."""


class Occasion(Struct, frozen=True):
    """Something that takes place; `end` is None when it is not known or the same as `start`."""

    kind: OccasionKind
    owner: str
    """KEY of the document that it belongs to for good: the meeting, or the project."""
    start: When
    end: When | None
    name: str
    """What it is called: a meeting's name and number, a milestone's text; of a pilot the project's short name."""
    version: Version
    """The version that tells of it, whose language the name is in."""
    place: str = ""
    mode: str = ""
    done: bool = False
    """Whether a milestone has been reached."""
    is_event: bool = False
    """Whether people come to a milestone: then it is called an event. It keeps its identity when that changes."""
    edge: str = ""
    """`begins` or `ends` where only one end of a pilot's period is known."""

    @property
    def title(self) -> str:
        """Its title in its own language: its name; of a pilot also what of it takes place."""
        if self.kind is not OccasionKind.PILOT:
            return self.name
        words = VOCABULARY[self.version.language].calendar
        return f"{self.name}: { {'begins': words.pilot_begins, 'ends': words.pilot_ends}.get(self.edge, words.pilot) }"

    @property
    def projects(self) -> tuple[str, ...]:
        """KEYs of the projects that it belongs to."""
        return (self.version.key,) if self.version.type is DocumentType.PROJECTS else self.version.projects

    @property
    def is_plan(self) -> bool:
        """Whether it is no more than a plan as far as anybody has said: its date may pass without it."""
        if self.kind is OccasionKind.PILOT:
            return isinstance(self.version.facts, PilotFacts) and self.version.facts.phase in {"", "preparation"}
        return self.kind is not OccasionKind.MEETING and not self.done

    def is_ahead(self, index: SiteIndex) -> bool:
        """Return whether it is still to come or under way at the index's moment."""
        return not self.done and (self.end or self.start).ends(index.site.zone) > index.now


def occasions(index: SiteIndex, language: str) -> tuple[Occasion, ...]:
    """Gather what the readers of a language are told of, in the order of time."""
    present = index.by_source
    return tuple(
        occasion
        if occasion.version is present[occasion.version.source]
        else replace(occasion, version=present[occasion.version.source])
        for occasion in index.lasting(_gathered, language)
    )


def _gathered(index: SiteIndex, language: str) -> tuple[Occasion, ...]:
    found = [
        *meetings(index.listed(language, DocumentType.MEETINGS)),
        *milestones(index.listed(language, DocumentType.PROJECTS)),
        *_pilots(index, language),
    ]
    return tuple(sorted(found, key=lambda occasion: _by_time(index, occasion)))


def meetings(versions: Iterable[Version]) -> Iterator[Occasion]:
    """Yield the sessions of meetings, and the meetings that these announce and nothing has taken the place of."""
    known = tuple(versions)
    for version in known:
        yield from sessions(version)
    yield from _next_meetings(known)


def sessions(version: Version) -> Iterator[Occasion]:
    """Yield the sessions of a meeting, in the order of its source."""
    facts = version.facts
    if isinstance(facts, MeetingFacts):
        name = " ".join(filter(None, (facts.name, facts.number)))
        for session in facts.sessions:
            end = _later(session.start, session.end)
            yield Occasion(
                OccasionKind.MEETING, version.key, session.start, end, name, version, facts.place, facts.mode
            )


def is_coming(index: SiteIndex, version: Version) -> bool:
    """Return whether a session of a meeting is still to come or under way."""
    return any(session.is_ahead(index) for session in sessions(version))


def replaced_meetings(index: SiteIndex, language: str) -> frozenset[str]:
    """Name the meetings, by KEY, whose announcement of the next one a document has replaced."""
    versions = index.listed(language, DocumentType.MEETINGS)
    replaced = _replaced(versions)
    return frozenset(version.key for version in versions if version.source in replaced)


def _next_meetings(versions: Iterable[Version]) -> Iterator[Occasion]:
    """Yield the meetings that are announced only; two announcements of one meeting are one."""
    versions = tuple(versions)
    given: set[tuple[str, str]] = set()
    replaced = _replaced(versions)
    for version in versions:
        facts = version.facts
        if isinstance(facts, MeetingFacts) and facts.next is not None and version.source not in replaced:
            same = (series_of(facts), _day(facts.next))
            if same not in given:
                given.add(same)
                yield Occasion(OccasionKind.NEXT, version.key, facts.next, None, facts.name, version)


def _replaced(versions: Iterable[Version]) -> frozenset[str]:
    """Name the sources of meetings whose announced next one another meeting of the series has taken the place of.

    A document of that day or a later one has; so has a meeting in between that itself announces the next one.
    """
    meetings = [(version.source, version.facts) for version in versions if isinstance(version.facts, MeetingFacts)]
    days: dict[str, list[str]] = {}
    last_announcing: dict[str, str] = {}
    for _, facts in meetings:
        series, last = series_of(facts), _last_day(facts)
        days.setdefault(series, []).append(last)
        if facts.next is not None:
            last_announcing[series] = max(last, last_announcing.get(series, ""))
    for found in days.values():
        found.sort()
    replaced = set()
    for source, facts in meetings:
        if facts.next is not None:
            series, own, announced = series_of(facts), _last_day(facts), _day(facts.next)
            since = len(days[series]) - bisect_left(days[series], announced) - (own >= announced)
            if since or last_announcing[series] > own:
                replaced.add(source)
    return frozenset(replaced)


def series_of(facts: MeetingFacts) -> str:
    """Return what meetings of one series have in common: the name, however it is written."""
    return " ".join(facts.name.split()).casefold()


def _day(when: When) -> str:
    return When(when.year, when.month, when.day).iso


def _last_day(facts: MeetingFacts) -> str:
    return max((_day(session.start) for session in facts.sessions), default="")


def milestones(versions: Iterable[Version]) -> Iterator[Occasion]:
    """Yield the milestones of projects, in the order of their sources."""
    for version in versions:
        for milestone in version.facts.milestones if isinstance(version.facts, ProjectFacts) else ():
            kind, owner, is_event = OccasionKind.MILESTONE, version.key, milestone.kind == "event"
            yield Occasion(
                kind, owner, milestone.date, None, milestone.text, version, done=milestone.done, is_event=is_event
            )


def _pilots(index: SiteIndex, language: str) -> Iterator[Occasion]:
    """Yield each pilot's period as its newest update says it.

    An update tells of the same pilot as a newer one of its project when both name some library, or one names none.
    """
    by_projects: dict[tuple[str, ...], list[frozenset[str]]] = {}
    for version in newest_first(index.listed(language, DocumentType.PILOTS)):
        facts = version.facts
        if not isinstance(facts, PilotFacts) or not version.projects:
            continue
        libraries, newer = _libraries(facts), by_projects.setdefault(version.projects, [])
        if any(not libraries or not others or libraries & others for others in newer):
            continue
        start = facts.start or facts.end
        if start is not None:
            newer.append(libraries)
            project = index.project(version.projects[0], version.language)
            name = project.short_title if project else version.title
            edge = "" if facts.start and facts.end else "begins" if facts.start else "ends"
            yield Occasion(
                OccasionKind.PILOT, version.projects[0], start, _later(start, facts.end), name, version, edge=edge
            )


def _libraries(facts: PilotFacts) -> frozenset[str]:
    return frozenset(str(library).casefold() for library in facts.libraries)


def _later(start: When, end: When | None) -> When | None:
    """Return an end that says more than the start does."""
    return end if end is not None and end != start and end.iso >= start.iso[: len(end.iso)] else None


def _by_time(index: SiteIndex, occasion: Occasion) -> tuple[object, ...]:
    zone = index.site.zone
    return occasion.start.starts(zone), occasion.start.iso, occasion.kind, occasion.owner, occasion.name
