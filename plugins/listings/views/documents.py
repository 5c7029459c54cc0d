"""The views of documents' pages."""

from collections.abc import Mapping

from msgspec import Struct

from plugins.core.projects import Term
from plugins.listings.views.lists import Entry
from plugins.listings.views.parts import (
    Anchor,
    Date,
    DocumentHead,
    Download,
    FeedChoice,
    FigureView,
    Prose,
    Shell,
)


class NewsPage(Struct, frozen=True):
    """A news item."""

    shell: Shell
    document: DocumentHead
    body: Prose
    related: tuple[Entry, ...] = ()


class ShownSettings(Struct, frozen=True):
    """Settings of the site that a standing page shows; `shows` says which groups of them.

    Its names are `operator`, `contact`, `accessibility` and `privacy`. A text that is empty has not been decided.
    """

    shows: tuple[str, ...]
    operator: str
    contact_name: str
    contact_email: str
    feedback_email: str
    assessed: Date | None
    method: str
    """How accessibility was assessed: `self` or `external`."""
    known_issues: tuple[str, ...]
    controller: str
    privacy_email: str
    legal_basis: str
    retention: str
    server_operator: str
    log_retention: str


class StandingPage(Struct, frozen=True):
    """A standing page: about, accessibility statement, privacy notice."""

    shell: Shell
    document: DocumentHead
    body: Prose
    settings: ShownSettings


class AttendanceGroup(Struct, frozen=True):
    """People under a heading, which may be empty."""

    group: str
    people: tuple[str, ...]


class MeetingPage(Struct, frozen=True):
    """Meeting notes or minutes, or the announcement of a meeting to come.

    `kind` is `notes`, `minutes` or `coming`; `place` says also how one takes part; `sessions` are written out.
    """

    shell: Shell
    document: DocumentHead
    body: Prose
    kind: str
    name: str
    number: str
    sessions: tuple[Date, ...]
    place: str
    chair: str
    secretary: str
    present: tuple[AttendanceGroup, ...]
    absent: tuple[AttendanceGroup, ...]
    attachments: tuple[Download, ...]
    next: Date | None
    """When the next one is, as long as it has no document."""
    previous_one: Anchor | None = None
    """The meeting of the series that was held before."""
    next_one: Anchor | None = None
    calendar: str = ""
    """The way to the file for readers' own calendars, of a meeting to come."""


class PilotPage(Struct, frozen=True):
    """A pilot update; `phase` is preparation, running, evaluation, ended or empty."""

    shell: Shell
    document: DocumentHead
    body: Prose
    libraries: tuple[Anchor, ...]
    """Those without a page of their own lead nowhere: their `href` is empty."""
    phase: str
    period: str
    figures: tuple[FigureView, ...]
    next_steps: tuple[str, ...]


class MilestoneView(Struct, frozen=True):
    """A step of the timeline; `state` is done, planned (its date has passed, and nothing is claimed), now or coming."""

    date: Date
    text: str
    state: str


class PersonView(Struct, frozen=True):
    """Someone with a role, which begins with a capital letter."""

    name: str
    role: str


class ContactView(Struct, frozen=True):
    """Someone to write to."""

    name: str
    role: str
    email: str


class ProjectPage(Struct, frozen=True):
    """A project's hub."""

    shell: Shell
    document: DocumentHead
    body: Prose
    hue: int
    short: str
    terms: tuple[Term, ...]
    people: tuple[PersonView, ...]
    goals: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    milestones: tuple[MilestoneView, ...]
    links: tuple[Anchor, ...]
    news: tuple[Entry, ...]
    meetings: tuple[Entry, ...]
    pilots: tuple[Entry, ...]
    more: Mapping[str, Anchor]
    """By type, the way to all that there is, with its number, where the page does not show all of it."""
    actions: Anchor | None
    """The way to what its meetings have decided and given to do."""
    figures: tuple[FigureView, ...]
    feeds: tuple[FeedChoice, ...]
    calendar: tuple[FeedChoice, ...] = ()
    """The project's calendar, if it has anything in it."""
    figures_from: str = ""
    """The way to the pilot update whose figures they are."""
