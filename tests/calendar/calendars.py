"""Small sites whose calendars are tested, made in code, and readers of other hands."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import vobject

from plugins.calendar.calendar_file import written
from plugins.calendar.events import published_events
from plugins.calendar.outlet import calendars
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import MeetingFacts, Milestone, PilotFacts, ProjectFacts
from plugins.core.index import SiteIndex, assemble
from plugins.core.ledger import Ledger
from tests.listings.builders import session, site, version, when

NOW = "2031-06-01T12:00"


def project(key: str = "hanke", language: str = "fi", *steps: tuple[str, str, bool], **values: Any) -> Version:
    milestones = tuple(Milestone(when(date), text, done) for date, text, done in steps)
    facts = ProjectFacts(short=values.pop("short", f"Lyhyt {key}"), milestones=milestones)
    return version(DocumentType.PROJECTS, key, language, facts=facts, **values)


def meeting(key: str, *times: tuple[str, str | None], language: str = "fi", **values: Any) -> Version:
    facts = {name: values.pop(name) for name in ("number", "place", "mode") if name in values}
    following = values.pop("following", None)
    made = MeetingFacts(
        kind="notes",
        name=values.pop("name", "Esimerkkiryhmä"),
        sessions=tuple(session(*one) for one in times),
        next=when(following) if following else None,
        **facts,
    )
    values = {"date": "2031-05-01", "projects": ("hanke",), **values}
    return version(DocumentType.MEETINGS, key, language, facts=made, **values)


def pilot(key: str, start: str | None, end: str | None, language: str = "fi", **values: Any) -> Version:
    facts = PilotFacts(
        libraries=values.pop("libraries", ()), start=when(start) if start else None, end=when(end) if end else None
    )
    values = {"date": "2031-05-01", "projects": ("hanke",), **values}
    return version(DocumentType.PILOTS, key, language, facts=facts, **values)


def index_of(
    versions: Iterable[Version], *, now: str = NOW, ledger: Ledger | None = None, **settings: Any
) -> SiteIndex:
    moment = datetime.fromisoformat(now).replace(tzinfo=ZoneInfo("Europe/Helsinki"))
    return assemble(site(**settings), versions, {}, moment, (), ledger or Ledger())


def released(index: SiteIndex) -> Ledger:
    """Give the ledger that a release of an index leaves, as far as calendars go."""
    return Ledger(events=published_events(index))


def files(index: SiteIndex) -> dict[str, bytes]:
    """Write every calendar of a site, by path."""
    return {one.path: written(one.view) for language in index.site.languages for one in calendars(index, language)}


def read(data: bytes) -> dict[str, dict[str, Any]]:
    """Read a calendar by icalendar: of each event, by UID, what it says."""
    parsed = icalendar.Calendar.from_ical(data)
    return {str(one["uid"]): {name.lower(): _plain(one[name]) for name in one} for one in parsed.walk("VEVENT")}


def read_otherwise(data: bytes) -> dict[str, dict[str, Any]]:
    """Read a calendar by vobject, which shares no code with icalendar."""
    parsed = vobject.readOne(data.decode())
    return {
        one.uid.value: {child.name.lower(): child.value for child in one.getChildren()}
        for one in parsed.contents.get("vevent", ())
    }


def summaries(data: bytes) -> list[str]:
    """Name the events of a calendar in its order."""
    return [str(one["summary"]) for one in read(data).values()]


def _plain(given: Any) -> Any:
    if isinstance(given, icalendar.vCategory):
        return [str(one) for one in given.cats]
    return given.dt if hasattr(given, "dt") else int(given) if isinstance(given, int) else str(given)


def days(given: dict[str, Any]) -> Iterator[date]:
    """Give the beginning and end of an event that lasts whole days."""
    yield given["dtstart"]
    yield given["dtend"]
