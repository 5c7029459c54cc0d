"""The forecast: what builds of the coming days will publish and take away, and what happens in the projects."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from msgspec import Struct

from plugins.calendar.occasions import Occasion, meetings, milestones
from plugins.core.arrangement import Visibility, visibility
from plugins.core.dates import When
from plugins.core.documents import Document, Status, Version
from plugins.core.index import SiteIndex


class VisibilityChange(NamedTuple):
    """A version that readers will begin or cease to see: `at` is the moment after which a build does it, aware."""

    at: datetime
    when: When
    """As its author wrote it."""
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
    publications: tuple[VisibilityChange, ...]
    withdrawals: tuple[VisibilityChange, ...]
    meetings: tuple[Occasion, ...]
    steps: tuple[Occasion, ...]
    """Milestones."""
    lacks: tuple[Lack, ...]
    """As things will be at the end, by KEY."""


def forecast(index: SiteIndex, days: int) -> Forecast:
    """Look ahead from the index's moment to the end of a day, so many local days from today."""
    last = index.now.date() + timedelta(days=days)
    until = When(last.year, last.month, last.day).ends(index.site.zone)
    versions = tuple(version for version in index.by_source.values() if version.status is Status.PUBLISHED)
    seen_versions = tuple(_told(index, until))
    return Forecast(
        since=index.now,
        until=until,
        publications=_in_order(_publications(index, versions, until)),
        withdrawals=_in_order(_withdrawals(index, versions, until)),
        meetings=_meetings(index, seen_versions, until),
        steps=_steps(index, seen_versions, until),
        lacks=tuple(lack for document in index.documents for lack in _lacks(index, document, until)),
    )


def _in_order(changes: Iterable[VisibilityChange]) -> tuple[VisibilityChange, ...]:
    return tuple(sorted(changes, key=lambda change: (change.at, change.version.source)))


def _publications(index: SiteIndex, versions: Iterable[Version], until: datetime) -> Iterator[VisibilityChange]:
    """Find the versions that wait for their date; one that would expire before it is never seen."""
    zone = index.site.zone
    for version in versions:
        at = version.date.starts(zone) if version.date else index.now
        is_seen = version.expires is None or version.expires.ends(zone) > at
        if version.date and is_seen and index.now < at < until:
            yield VisibilityChange(at, version.date, version)


def _withdrawals(index: SiteIndex, versions: Iterable[Version], until: datetime) -> Iterator[VisibilityChange]:
    """Find the versions that will have been seen when their time is up."""
    zone = index.site.zone
    for version in versions:
        at = version.expires.ends(zone) if version.expires else index.now
        was_seen = version.date is None or version.date.starts(zone) < at
        if version.expires and was_seen and index.now < at <= until:
            yield VisibilityChange(at, version.expires, version)


def _told(index: SiteIndex, until: datetime) -> Iterator[Version]:
    """Yield one version of each document that readers see now or at the end: what they can know of."""
    for document in index.documents:
        seen = (Visibility.PUBLISHED, Visibility.SCHEDULED)
        versions = [version for version in document.versions if index.visibilities[version.source] in seen]
        versions = [
            version for version in versions if version.date is None or version.date.starts(index.site.zone) < until
        ]
        yield from versions[:1]


def _ahead(index: SiteIndex, found: Iterable[Occasion], until: datetime) -> list[Occasion]:
    """Keep what is still to come or under way, and begins in time."""
    return [
        occasion for occasion in found if occasion.is_ahead(index) and occasion.start.starts(index.site.zone) < until
    ]


def _meetings(index: SiteIndex, versions: Iterable[Version], until: datetime) -> tuple[Occasion, ...]:
    found = _ahead(index, meetings(versions), until)
    return tuple(sorted(found, key=lambda meeting: (meeting.start.starts(index.site.zone), meeting.version.source)))


def _steps(index: SiteIndex, versions: Iterable[Version], until: datetime) -> tuple[Occasion, ...]:
    found = _ahead(index, milestones(versions), until)
    zone = index.site.zone
    return tuple(
        sorted(found, key=lambda step: (step.start.ends(zone), step.start.iso, step.version.source, step.name))
    )


def _lacks(index: SiteIndex, document: Document, until: datetime) -> Iterator[Lack]:
    there = {version.language: visibility(version, index.site, until) for version in document.versions}
    shown = [version for version in document.versions if there[version.language] is Visibility.PUBLISHED]
    if shown:
        for language in index.site.languages:
            state = there.get(language)
            if state is not Visibility.PUBLISHED:
                yield Lack(language, state.value if state else "absent", shown[0])
