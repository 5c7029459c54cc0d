"""Documents as lists show them, and projects as labels."""

from collections.abc import Iterable
from datetime import timedelta

from msgspec.structs import replace

from plugins.core.dates import When, date_range, long_date, short_date, time_range, weekday_range
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, Session
from plugins.core.languages import Language
from plugins.core.vocabulary import VOCABULARY
from plugins.listings.edition import Edition, Outline, Vantage
from plugins.listings.views import Date, Entry, ProjectLabel


def entry(vantage: Vantage, version: Version) -> Entry:
    """Show a document in a list; its dates and labels are in the list's language, its title in its own."""
    known = vantage.entries.get(version.source)
    if known is None:
        known = vantage.entries[version.source] = _entry(vantage, version)
    return known


def meeting_entry(vantage: Vantage, version: Version) -> Entry:
    """Show a meeting in a list by the day on which it is held, with its weekday, its time and its place."""
    facts, edition = version.facts, vantage.edition
    if not isinstance(facts, MeetingFacts) or not facts.sessions:
        return entry(vantage, version)
    start = facts.sessions[0].start
    times = "; ".join(weekday_range(sitting.start, sitting.end, edition.language) for sitting in facts.sessions)
    words = VOCABULARY[edition.code]
    # Within a line a way of taking part begins small; only a line of its own begins with a capital letter.
    place = words.whereabouts(facts.place, facts.mode) if facts.place else words.modes.get(facts.mode, "")
    session = ", ".join(filter(None, (times, place)))
    date = Date(start.iso, short_date(_day(start), edition.language))
    return replace(entry(vantage, version), date=date, session=session)


def entries(vantage: Vantage, versions: Iterable[Version]) -> tuple[Entry, ...]:
    """Show documents in a list."""
    return tuple([entry(vantage, version) for version in versions])


def label(vantage: Vantage, key: str) -> ProjectLabel | None:
    """Show a project as a label; None when no version of it is published."""
    return next(iter(_labels(vantage, (key,))), None)


def labels(vantage: Vantage, version: Version) -> tuple[ProjectLabel, ...]:
    """Show the projects that a document belongs to."""
    return _labels(vantage, version.projects)


def meeting_kind(edition: Edition, facts: MeetingFacts) -> str:
    """Return what a meeting's page is: an announcement while every session lies ahead, then notes or minutes."""
    ahead = [session.start.starts(edition.zone) > edition.index.now for session in facts.sessions]
    return "coming" if ahead and all(ahead) else facts.kind


def held(sessions: tuple[Session, ...], language: Language) -> str:
    """Write out when a meeting is held: one session with its times, several by their days."""
    if not sessions:
        return ""
    if len(sessions) == 1:
        return time_range(sessions[0].start, sessions[0].end, language)
    days = sorted(
        {_day(when) for session in sessions for when in (session.start, session.end) if when}, key=lambda day: day.iso
    )
    first, last = days[0].day_or_first, days[-1].day_or_first
    if len(days) > 1 and all(day.day for day in days) and last - first == timedelta(days=len(days) - 1):
        return date_range(days[0], days[-1], language)
    return ", ".join(long_date(day, language) for day in days)


def _day(when: When) -> When:
    return When(when.year, when.month, when.day)


def _entry(vantage: Vantage, version: Version) -> Entry:
    edition = vantage.edition
    outline = edition.outlines.get(version.source)
    if outline is None:
        outline = edition.outlines[version.source] = _outline(edition, version)
    return Entry(
        type=version.type.value,
        title=version.title,
        href=vantage.to(version),
        date=outline.date,
        summary=version.summary,
        projects=_labels(vantage, version.projects),
        language=edition.foreign(version),
        kind=outline.kind,
        session=outline.session,
    )


def _outline(edition: Edition, version: Version) -> Outline:
    facts, when, language = version.facts, version.date, edition.language
    # A project's date of publication says nothing about the project.
    shown = None if when is None or version.type is DocumentType.PROJECTS else when
    date = Date(shown.iso, short_date(shown, language)) if shown else None
    if isinstance(facts, MeetingFacts):
        return Outline(date, meeting_kind(edition, facts), held(facts.sessions, language))
    return Outline(date, "", "")


def _labels(vantage: Vantage, keys: tuple[str, ...]) -> tuple[ProjectLabel, ...]:
    known = vantage.labels.get(keys)
    if known is None:
        project_labels = (_label(vantage, key) for key in keys)
        known = vantage.labels[keys] = tuple(
            project_label for project_label in project_labels if project_label is not None
        )
    return known


def _label(vantage: Vantage, key: str) -> ProjectLabel | None:
    edition = vantage.edition
    project = edition.index.project(key, edition.code)
    if project is None or key not in edition.hues:
        return None
    return ProjectLabel(key, project.short_title, vantage.to(project), edition.hues[key], edition.foreign(project))
