"""Moments at which a site changes by itself: something is published, expires, begins or is over."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from plugins.core.dates import When
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex


def next_moment(index: SiteIndex) -> datetime:
    """Return the first moment after the index's own at which anything may be other than it says; midnight is one."""
    moments = index.lasting(_moments)
    place = bisect_right(moments, index.now)
    midnight = datetime.combine(index.now.date() + timedelta(days=1), time(), index.site.zone)
    return min(moments[place], midnight) if place < len(moments) else midnight


def _moments(index: SiteIndex) -> tuple[datetime, ...]:
    zone = index.site.zone
    times = {when for version in index.by_source.values() for when in _times(version)}
    return tuple(sorted({moment for when in times for moment in (when.starts(zone), when.ends(zone))}))


def _times(version: Version) -> Iterator[When]:
    facts = version.facts
    given = [version.date, version.expires]
    if isinstance(facts, MeetingFacts):
        given += [facts.next, *(when for session in facts.sessions for when in (session.start, session.end))]
    elif isinstance(facts, PilotFacts):
        given += [facts.start, facts.end]
    elif isinstance(facts, ProjectFacts):
        given += [facts.start, facts.end, *(milestone.date for milestone in facts.milestones)]
    return (when for when in given if when is not None)
