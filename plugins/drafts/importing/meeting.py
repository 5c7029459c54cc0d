"""What has been understood of a meeting: its fields, and which values fit into them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from plugins.core.dates import When
from plugins.core.facts import Attachment, Session
from plugins.drafts.importing.meeting_words import (
    is_mode,
    is_of_publishing,
    is_place,
    kind_of,
    mode_in,
    mode_in_sentence,
    mode_of_people,
    name_in,
    names_meeting,
    number_in,
)
from plugins.drafts.importing.people import is_person, marked, people_in
from plugins.drafts.importing.written_dates import read_day, read_hours, read_time

_LONGEST_VALUE = 200
_LONGEST_CONTINUATION = 60
_FEW_WORDS = 4
_LONGEST_MEETING = 7
"""Days; what lies further apart is two meetings."""
_GOES_ON = re.compile(r"(?:ja|sekä|tai|och|samt|eller|and|or|\+|/|&|\()\s*\S", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:nro|nr|no)\.?\s*)?(\d{1,4}(?:\s?/\s?\d{2,4})?)\.?", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:klo|kl|kello|klockan)\.?\s*", re.IGNORECASE)

_GIVEN_NAMES = re.compile(r"[A-ZÅÄÖ]\w+(?:(?:,| ja| och| and| &) [A-ZÅÄÖ]\w+)+")
"""`Ryhmä: Aino, Bo ja Cecilia` names its members."""

Hours = tuple[tuple[int, int], tuple[int, int] | None]


@dataclass
class Meeting:
    """What has been understood of one meeting so far."""

    kind: str = ""
    name: str = ""
    number: str = ""
    sessions: tuple[Session, ...] = ()
    place: str = ""
    mode: str = ""
    chair: str = ""
    secretary: str = ""
    present: dict[str, list[str]] = field(default_factory=dict)
    absent: dict[str, list[str]] = field(default_factory=dict)
    attachments: list[Attachment] = field(default_factory=list)
    next: When | None = None
    hours: Hours | None = None
    """The time of day, where it stands apart from the day."""
    doubts: list[tuple[str, str]] = field(default_factory=list)
    """What stays in the text though it looks like a fact: which one, and the text."""
    understood: int = 0
    """How many lines were."""

    def everybody(self) -> tuple[str, ...]:
        """List those who were there."""
        return tuple(person for people in self.present.values() for person in people)

    def put(self, kind: str, value: str) -> bool:
        """Put a value into its field; False when it does not fit there, or another stands there."""
        fits = len(value) <= _LONGEST_VALUE and _PUTTING[kind](self, kind, value)
        self.understood += fits
        return fits

    def put_following_day(self, text: str) -> bool:
        """Put a later sitting, whose day stands by itself after the others."""
        read, known = read_time(text), self.sessions
        later = [session.start.day_or_first for session in (*known[-1:], *read.sessions)]
        fits = bool(known and read.sessions) and not read.rest and later == sorted(set(later))
        fits = fits and (later[-1] - later[0]).days < _LONGEST_MEETING
        if fits:
            self.sessions = (*known, *read.sessions)
            self.understood += 1
        return fits

    def put_more_of_place(self, text: str) -> bool:
        """Put a line that goes on with the place: `ja etänä`, `sekä Teamsissa`."""
        fits = bool(self.place and _GOES_ON.match(text) and mode_in(text) and len(text) <= _LONGEST_CONTINUATION)
        if fits:
            self.place = f"{self.place} {text.rstrip('.')}"
            self.mode = mode_in(self.place) or self.mode
        return fits

    def put_bare_time(self, text: str) -> bool:
        """Put a line into the fields of time and place that is these and nothing else."""
        read = read_time(text)
        fits = bool(read.sessions) and read.sessions[0].start.has_time and (not read.rest or is_place(read.rest))
        if fits:
            self.sessions, self.place = read.sessions, self.place or read.rest
            self.mode = self.mode or mode_in(read.rest)
            self.understood += 1
        return fits

    def put_day(self, session: Session) -> None:
        """Put the only sitting, at the time of day that was told apart from it."""
        if self.hours is not None and not session.start.has_time:
            session = _session(session.start, *self.hours)
        self.sessions = (session,)

    def conclude(self, leads: Sequence[str], opening: Sequence[str] = ()) -> None:
        """Fill what is still empty from the title and lines near it, from the first item, and from people's marks."""
        if not self.sessions:
            days = {day for text in leads if _tells_day(text) and (day := read_day(text))}
            self.sessions = (Session(days.pop()),) if len(days) == 1 else ()
        if len(self.sessions) == 1:
            self.put_day(self.sessions[0])
        self.kind = next(filter(None, map(kind_of, leads)), "notes")
        self.number = self.number or next(filter(None, map(number_in, leads)), "")
        self.name = self.name or next(filter(None, map(name_in, leads)), "")
        self.mode = self.mode or next(filter(None, map(self._mode_of, leads)), "")
        self.mode = self.mode or next(filter(None, map(mode_in_sentence, opening)), "")
        self.mode = mode_of_people(self.everybody(), self.place, self.mode)
        self.chair = self.chair or marked(self.everybody(), "chair")
        self.secretary = self.secretary or marked(self.everybody(), "secretary")

    def _mode_of(self, lead: str) -> str:
        """Return how people met by a line that names no field; where a room is told, being far away is in doubt."""
        is_sentence = lead.rstrip().endswith((".", "!")) and len(lead.split()) > _FEW_WORDS
        mode = mode_in_sentence(lead) or ("" if is_sentence else mode_in(lead))
        return "" if mode == "remote" and self.place and is_place(self.place) and not mode_in(self.place) else mode

    def _time(self, kind: str, value: str) -> bool:
        read = read_time(value)
        if kind == "time" and not read.sessions and re.search(r"[.:–-]|kl", value):
            return self._hours(kind, value)
        rest = read.rest.strip("() ")
        if not read.sessions or not self._is_free(read.sessions) or re.search(r"\d", rest):
            return False
        if self.hours and not self._fits_hours(read.sessions, self.hours):
            return False
        self.sessions = read.sessions
        is_mode = bool(mode_in(rest)) and len(rest.split()) == 1
        self.mode = self.mode or (mode_in(rest) if is_mode else "")
        return not rest or is_mode

    def _time_and_place(self, _: str, value: str) -> bool:
        read = read_time(value)
        if not read.sessions or not self._is_free(read.sessions) or self.place:
            return False
        self.sessions, self.place, self.mode = read.sessions, read.rest, self.mode or mode_in(read.rest)
        return True

    def _sitting(self, kind: str, value: str) -> bool:
        return self.put_following_day(value) if self.sessions else self._time(kind, value)

    def _hours(self, _: str, value: str) -> bool:
        hours = read_hours(_CLOCK.sub("", value.strip(" .")))
        if hours is None or self.hours not in {None, hours} or not self._fits_hours(self.sessions, hours):
            return False
        self.hours = hours
        return True

    def _fits_hours(self, sessions: Sequence[Session], hours: Hours) -> bool:
        """Return whether a time of day may be that of sittings: of one day, whose time is not told otherwise."""
        return not sessions or (
            len(sessions) == 1
            and (not sessions[0].start.has_time or _session(sessions[0].start, *hours) == sessions[0])
        )

    def _mode(self, _: str, value: str) -> bool:
        self.mode = mode_in(value) or self.mode
        return is_mode(value)

    def _number(self, kind: str, value: str) -> bool:
        match = _NUMBER.fullmatch(value)
        return match is not None and self._text(kind, re.sub(r"\s", "", match[1]))

    def _name(self, kind: str, value: str) -> bool:
        return not (people_in(value, inline=True) or _GIVEN_NAMES.fullmatch(value)) and self._text(kind, value)

    def _person(self, kind: str, value: str) -> bool:
        return is_person(value) and self._text(kind, value)

    def _place(self, kind: str, value: str) -> bool:
        fits = self._text(kind, value)
        self.mode = self.mode or (mode_in(value) if fits else "")
        return fits

    def _text(self, kind: str, value: str) -> bool:
        if getattr(self, kind) not in {"", value}:
            return False
        setattr(self, kind, value)
        return True

    def _is_free(self, sessions: Sequence[Session]) -> bool:
        """Return whether no time is known yet, or only the day of this one."""
        known = self.sessions
        is_day = len(known) == 1 and not known[0].start.has_time
        return not known or (is_day and known[0].start.iso == sessions[0].start.iso[:10])


_PUTTING: Mapping[str, Callable[[Meeting, str, str], bool]] = MappingProxyType(
    {
        "time": Meeting._time,  # noqa: SLF001 - this table is part of the class
        "day": Meeting._time,  # noqa: SLF001
        "time and place": Meeting._time_and_place,  # noqa: SLF001
        "hours": Meeting._hours,  # noqa: SLF001
        "sitting": Meeting._sitting,  # noqa: SLF001
        "mode": Meeting._mode,  # noqa: SLF001
        "number": Meeting._number,  # noqa: SLF001
        "name": Meeting._name,  # noqa: SLF001
        "place": Meeting._place,  # noqa: SLF001
        "chair": Meeting._person,  # noqa: SLF001
        "secretary": Meeting._person,  # noqa: SLF001
    }
)
"""What a label says, and the field that its value goes into."""

FIELDS = frozenset(_PUTTING)


def _session(day: When, start: tuple[int, int], end: tuple[int, int] | None) -> Session:
    return Session(
        When(day.year, day.month, day.day, *start), When(day.year, day.month, day.day, *end) if end else None
    )


def _tells_day(text: str) -> bool:
    """Whether the day of a line without a label may be the meeting's: it is not of publishing, or a sentence's."""
    return not is_of_publishing(text) and (names_meeting(text) or not read_time(text).rest)
