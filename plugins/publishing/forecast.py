"""The forecast: what builds of the coming days will publish and take away, and what happens in the projects."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import Struct

from plugins.core.dates import When
from plugins.core.documents import Document, Status, Version
from plugins.core.facts import MeetingFacts, ProjectFacts, Session
from plugins.core.index import SiteIndex, Visibility, visibility


class Change(NamedTuple):
    """A version that readers will begin or cease to see: `at` is the moment after which a build does it, aware."""

    at: datetime
    when: When
    """As its author wrote it."""
    version: Version


class Meeting(NamedTuple):
    """A session to come, or under way; `version` announces it."""

    session: Session
    name: str
    version: Version


class Step(NamedTuple):
    """A milestone that is not done and whose time is not past."""

    when: When
    text: str
    version: Version


class Lack(NamedTuple):
    """A language whose readers will be without a document that others can read.

    `reason` says what there is instead: `absent`, `draft`, `withdrawn`, `expired`, or `scheduled` for later.
    """

    language: str
    reason: str
    version: Version
    """The version that is there."""


class Forecast(Struct, frozen=True):
    """What is to come from a moment until another, soonest first."""

    since: datetime
    until: datetime
    publications: tuple[Change, ...]
    withdrawals: tuple[Change, ...]
    meetings: tuple[Meeting, ...]
    steps: tuple[Step, ...]
    lacks: tuple[Lack, ...]
    """As things will be at the end, by KEY."""


def forecast(index: SiteIndex, days: int) -> Forecast:
    """Look ahead from the index's moment to the end of a day, so many local days from today."""
    last = index.now.date() + timedelta(days=days)
    until = When(last.year, last.month, last.day).ends(index.site.zone)
    versions = tuple(one for one in index.by_source.values() if one.status is Status.PUBLISHED)
    told = tuple(_told(index, until))
    return Forecast(
        since=index.now,
        until=until,
        publications=_in_order(_publications(index, versions, until)),
        withdrawals=_in_order(_withdrawals(index, versions, until)),
        meetings=_meetings(index, told, until),
        steps=_steps(index, told, until),
        lacks=tuple(lack for document in index.documents for lack in _lacks(index, document, until)),
    )


def _in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda one: (one.at, one.version.source)))


def _publications(index: SiteIndex, versions: Iterable[Version], until: datetime) -> Iterator[Change]:
    """Find the versions that wait for their date; one that would expire before it is never seen."""
    zone = index.site.zone
    for version in versions:
        at = version.date.starts(zone) if version.date else index.now
        is_seen = version.expires is None or version.expires.ends(zone) > at
        if version.date and is_seen and index.now < at < until:
            yield Change(at, version.date, version)


def _withdrawals(index: SiteIndex, versions: Iterable[Version], until: datetime) -> Iterator[Change]:
    """Find the versions that will have been seen when their time is up."""
    zone = index.site.zone
    for version in versions:
        at = version.expires.ends(zone) if version.expires else index.now
        was_seen = version.date is None or version.date.starts(zone) < at
        if version.expires and was_seen and index.now < at <= until:
            yield Change(at, version.expires, version)


def _told(index: SiteIndex, until: datetime) -> Iterator[Version]:
    """Give one version of each document that readers see now or at the end: what they can know of."""
    for document in index.documents:
        seen = (Visibility.PUBLISHED, Visibility.SCHEDULED)
        versions = [one for one in document.versions if index.visibilities[one.source] in seen]
        versions = [one for one in versions if one.date is None or one.date.starts(index.site.zone) < until]
        yield from versions[:1]


def _meetings(index: SiteIndex, versions: Iterable[Version], until: datetime) -> tuple[Meeting, ...]:
    zone = index.site.zone
    found: list[Meeting] = []
    following: list[Meeting] = []
    for version in versions:
        if isinstance(version.facts, MeetingFacts):
            found += [Meeting(session, version.facts.name, version) for session in version.facts.sessions]
            if version.facts.next is not None:
                following.append(Meeting(Session(version.facts.next), version.facts.name, version))
    # A meeting tells of the next one; an announcement of its own tells more.
    announced = {_name_and_day(one) for one in found}
    found += [one for one in following if _name_and_day(one) not in announced]
    ahead = [one for one in found if _is_ahead(index, one.session, until)]
    return tuple(sorted(ahead, key=lambda one: (one.session.start.starts(zone), one.version.source)))


def _name_and_day(meeting: Meeting) -> tuple[str, str]:
    return meeting.name, meeting.session.start.day_or_first.isoformat()


def _is_ahead(index: SiteIndex, session: Session, until: datetime) -> bool:
    zone = index.site.zone
    return session.start.starts(zone) < until and (session.end or session.start).ends(zone) > index.now


def _steps(index: SiteIndex, versions: Iterable[Version], until: datetime) -> tuple[Step, ...]:
    zone = index.site.zone
    found = [
        Step(one.date, one.text, version)
        for version in versions
        for one in (version.facts.milestones if isinstance(version.facts, ProjectFacts) else ())
        if not one.done and one.date.ends(zone) > index.now and one.date.starts(zone) < until
    ]
    return tuple(sorted(found, key=lambda one: (one.when.ends(zone), one.when.iso, one.version.source, one.text)))


def _lacks(index: SiteIndex, document: Document, until: datetime) -> Iterator[Lack]:
    there = {one.language: visibility(one, index.site, until) for one in document.versions}
    shown = [one for one in document.versions if there[one.language] is Visibility.PUBLISHED]
    if shown:
        for language in index.site.languages:
            state = there.get(language)
            if state is not Visibility.PUBLISHED:
                yield Lack(language, state.value if state else "absent", shown[0])
