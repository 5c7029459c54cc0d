"""The pages of meetings: notes, minutes, and announcements of meetings to come."""

from functools import partial

from plugins.calendar.occasions import is_coming
from plugins.core.dates import When, date_and_time, long_date, time_range
from plugins.core.documents import Version
from plugins.core.facts import Attendance, MeetingFacts, Session
from plugins.core.languages import Language
from plugins.core.outputs import Output
from plugins.core.vocabulary import VOCABULARY
from plugins.listings.attachments import download
from plugins.listings.coming import calendar_of
from plugins.listings.documents import document_head, document_shell
from plugins.listings.edition import Edition, Vantage
from plugins.listings.entries import meeting_kind
from plugins.listings.page_outputs import document_output
from plugins.listings.prose import prose
from plugins.listings.structured_data import event
from plugins.listings.views import Anchor, AttendanceGroup, Date, MeetingPage


def meeting_page(edition: Edition, version: Version) -> Output:
    """Make the page of a meeting."""
    return document_output(edition, version, partial(_page, edition, version))


def _page(edition: Edition, version: Version) -> MeetingPage:
    vantage = edition.at(edition.address(version))
    facts = version.facts if isinstance(version.facts, MeetingFacts) else MeetingFacts("notes", "", ())
    nodes = (event(edition, version, facts),) if facts.sessions else ()
    before, after = edition.series_around(version)
    downloads = (download(vantage, attachment) for attachment in facts.attachments)
    return MeetingPage(
        shell=document_shell(vantage, version, nodes),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        kind=meeting_kind(edition, facts),
        name=facts.name,
        number=facts.number,
        sessions=tuple(_written(session, edition.language) for session in facts.sessions),
        place=VOCABULARY[edition.code].whereabouts(facts.place, facts.mode),
        chair=facts.chair,
        secretary=facts.secretary,
        present=_groups(facts.present),
        absent=_groups(facts.absent),
        attachments=tuple(file for file in downloads if file is not None),
        next=Date(facts.next.iso, date_and_time(facts.next, edition.language)) if facts.next and not after else None,
        previous_one=_anchor(vantage, before),
        next_one=_anchor(vantage, after),
        calendar=calendar_of(vantage, version) if is_coming(edition.index, version) else "",
    )


def _anchor(vantage: Vantage, meeting: Version | None) -> Anchor | None:
    """Name a meeting of the series by its number, if it has one, and its day."""
    when = meeting.held_on if meeting else None
    if meeting is None or when is None:
        return None
    number = meeting.facts.number if isinstance(meeting.facts, MeetingFacts) else ""
    text = ", ".join(filter(None, (number, long_date(When(when.year, when.month, when.day), vantage.edition.language))))
    return Anchor(text, vantage.to(meeting), language=vantage.edition.foreign(meeting))


def _written(session: Session, language: Language) -> Date:
    return Date(session.start.iso, time_range(session.start, session.end, language))


def _groups(attendance: tuple[Attendance, ...]) -> tuple[AttendanceGroup, ...]:
    return tuple(AttendanceGroup(members.group, members.people) for members in attendance if members.people)
