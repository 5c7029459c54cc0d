"""Facts: what a meeting, a pilot update, a project or a standing page says beside its text."""

from msgspec import Struct

from plugins.core.dates import When
from plugins.core.site import Contact


class Session(Struct, frozen=True):
    """One sitting of a meeting."""

    start: When
    end: When | None = None


class Attachment(Struct, frozen=True):
    """A file of the content or an address elsewhere, with the title that readers see."""

    title: str
    file: str = ""
    url: str = ""


class Attendance(Struct, frozen=True):
    """People of one group; the group's name may be empty."""

    group: str
    people: tuple[str, ...]


class MeetingFacts(Struct, frozen=True, tag=True):
    """The facts of a meeting."""

    kind: str
    name: str
    sessions: tuple[Session, ...]
    number: str = ""
    place: str = ""
    mode: str = ""
    chair: str = ""
    secretary: str = ""
    present: tuple[Attendance, ...] = ()
    absent: tuple[Attendance, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    next: When | None = None


class Figure(Struct, frozen=True):
    """A number worth telling, with its label; `value` is written out, with its unit."""

    label: str
    value: str
    number: float | None = None
    of: float | None = None
    """The whole that the number is a part of, when its author names one."""
    whole: str = ""
    """The whole, written out."""


class Library(Struct, frozen=True):
    """A pilot library and the address of its own page, if it is known."""

    name: str
    url: str = ""


class PilotFacts(Struct, frozen=True, tag=True):
    """The facts of a pilot update."""

    libraries: tuple[Library, ...] = ()
    phase: str = ""
    start: When | None = None
    end: When | None = None
    figures: tuple[Figure, ...] = ()
    next_steps: tuple[str, ...] = ()


class Milestone(Struct, frozen=True):
    """A step on a project's way; `kind` is `milestone`, or `event` where people come together."""

    date: When
    text: str
    done: bool = False
    kind: str = "milestone"


class Person(Struct, frozen=True):
    """Someone with a role in a project who is no contact."""

    name: str
    role: str


class WebLink(Struct, frozen=True):
    """An address elsewhere and its title."""

    title: str
    url: str


class ProjectFacts(Struct, frozen=True, tag=True):
    """The facts of a project."""

    short: str = ""
    phase: str = ""
    start: When | None = None
    end: When | None = None
    operator: str = ""
    funder: str = ""
    partners: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    people: tuple[Person, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    links: tuple[WebLink, ...] = ()


class PageFacts(Struct, frozen=True, tag=True):
    """The facts of a standing page: its place in the menu, if it has one, and the settings of the site it shows."""

    menu: int | None = None
    shows: tuple[str, ...] = ()
    """Among `operator`, `contact`, `accessibility`, `privacy`."""


Facts = MeetingFacts | PilotFacts | ProjectFacts | PageFacts
