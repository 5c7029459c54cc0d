"""Documents as lists show them, and projects as labels."""

from collections.abc import Iterable
from datetime import timedelta

from plugins.core.dates import When, date_range, long_date, short_date, time_range
from plugins.core.documents import MeetingFacts, Session, Version
from plugins.core.languages import Language
from plugins.listings.edition import Edition, Vantage
from plugins.listings.feed_links import short_name
from plugins.listings.views import Date, Entry, ProjectLabel


def entry(vantage: Vantage, version: Version) -> Entry:
    """Show a document in a list; its dates and labels are in the list's language, its title in its own."""
    known = vantage.entries.get(version.source)
    if known is None:
        known = vantage.entries[version.source] = _entry(vantage, version)
    return known


def entries(vantage: Vantage, versions: Iterable[Version]) -> tuple[Entry, ...]:
    """Show documents in a list."""
    return tuple(entry(vantage, version) for version in versions)


def label(vantage: Vantage, key: str) -> ProjectLabel | None:
    """Show a project as a label; None when no version of it is published."""
    if key not in vantage.labels:
        vantage.labels[key] = _label(vantage, key)
    return vantage.labels[key]


def labels(vantage: Vantage, version: Version) -> tuple[ProjectLabel, ...]:
    """Show the projects that a document belongs to."""
    return tuple(one for one in (label(vantage, key) for key in version.projects) if one is not None)


def listed_date(when: When | None, language: Language) -> Date | None:
    """Write a date for a list."""
    return None if when is None else Date(when.iso, short_date(when, language))


def meeting_kind(edition: Edition, facts: MeetingFacts) -> str:
    """Tell what a meeting's page is: an announcement while every session lies ahead, then notes or minutes."""
    ahead = [session.start.starts(edition.zone) > edition.index.now for session in facts.sessions]
    return "coming" if ahead and all(ahead) else facts.kind


def held(sessions: tuple[Session, ...], language: Language) -> str:
    """Write out when a meeting is held: one session with its times, several by their days."""
    if not sessions:
        return ""
    if len(sessions) == 1:
        return time_range(sessions[0].start, sessions[0].end, language)
    days = sorted({_day(when) for one in sessions for when in (one.start, one.end) if when}, key=lambda day: day.iso)
    first, last = days[0].day_or_first, days[-1].day_or_first
    if len(days) > 1 and all(day.day for day in days) and last - first == timedelta(days=len(days) - 1):
        return date_range(days[0], days[-1], language)
    return ", ".join(long_date(day, language) for day in days)


def _day(when: When) -> When:
    return When(when.year, when.month, when.day)


def _entry(vantage: Vantage, version: Version) -> Entry:
    edition = vantage.edition
    facts = version.facts
    return Entry(
        type=version.type.value,
        title=version.title,
        href=vantage.to(version),
        # A project's date of publication says nothing about the project.
        date=None if version.type == "projects" else listed_date(version.date, edition.language),
        summary=version.summary,
        projects=() if version.type == "projects" else labels(vantage, version),
        language=edition.foreign(version),
        kind=meeting_kind(edition, facts) if isinstance(facts, MeetingFacts) else "",
        session=held(facts.sessions, edition.language) if isinstance(facts, MeetingFacts) else "",
    )


def _label(vantage: Vantage, key: str) -> ProjectLabel | None:
    edition = vantage.edition
    project = edition.index.project(key, edition.code)
    if project is None or key not in edition.hues:
        return None
    return ProjectLabel(key, short_name(project), vantage.to(project), edition.hues[key], edition.foreign(project))
