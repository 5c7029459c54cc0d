"""The views of home, of listings, and of pages that show the way."""

from msgspec import Struct

from plugins.listings.views.parts import Anchor, Date, FeedChoice, ProjectLabel, Shell


class Entry(Struct, frozen=True):
    """A document in a list. `type` is news, meetings, pilots or projects."""

    type: str
    title: str
    href: str
    date: Date | None
    summary: str
    projects: tuple[ProjectLabel, ...] = ()
    language: str | None = None
    kind: str = ""
    """For meetings: `notes`, `minutes` or `coming`."""
    session: str = ""
    """For meetings: when it is held, written out."""


class EntryGroup(Struct, frozen=True):
    """Entries under a heading, which is empty where a list has none."""

    title: str
    entries: tuple[Entry, ...]
    year: str = ""
    """The year that begins with it, where a listing leads to its years."""


class Pagination(Struct, frozen=True):
    """The pages of a listing; `previous` and `next` are None at the ends."""

    current: int
    total: int
    pages: tuple[Anchor, ...]
    previous: Anchor | None = None
    next: Anchor | None = None


class ProjectRow(Struct, frozen=True):
    """A project among others: where it stands and its latest things; `period` is written out, and may be empty."""

    project: ProjectLabel
    summary: str
    phase: str
    """Written out; may be empty."""
    latest: tuple[Entry, ...]
    period: str = ""
    people: tuple[str, ...] = ()
    """Its contacts and others with a role, each by name and role."""


class Coming(Struct, frozen=True):
    """Something that takes place: a meeting, one that is only announced, a milestone or a pilot's period."""

    date: Date
    text: str
    href: str
    project: ProjectLabel | None = None
    kind: str = "milestone"
    """`meeting`, `next`, `milestone`, `event` or `pilot`."""
    language: str | None = None
    place: str = ""
    """As of a meeting: onsite, remote, hybrid or empty."""
    state: str = ""
    """`done`, `planned` (its date has passed, and nothing is claimed) or empty."""
    calendar: str = ""
    """The way to the file for readers' own calendars, of a meeting to come."""


class CalendarMonth(Struct, frozen=True):
    """What takes place in a month; its title is the month's or year's name, or empty for what is under way."""

    title: str
    items: tuple[Coming, ...]


class CalendarYear(Struct, frozen=True):
    """The months of a year that is over."""

    title: str
    months: tuple[CalendarMonth, ...]


class CalendarPage(Struct, frozen=True):
    """What comes and what was, by month; `past` is of this and the last year. What was stands newest first."""

    shell: Shell
    coming: tuple[CalendarMonth, ...]
    past: tuple[CalendarMonth, ...]
    earlier: tuple[CalendarYear, ...]
    files: tuple[FeedChoice, ...]
    """Calendars to follow."""


class HomePage(Struct, frozen=True):
    """The front page of a language."""

    shell: Shell
    projects: tuple[ProjectRow, ...]
    coming: tuple[Coming, ...]
    latest: tuple[Entry, ...]
    sections: tuple[Anchor, ...]
    """Where all news, meetings, … are."""
    calendar: tuple[Anchor, ...] = ()
    """The way to the calendar."""


class ListingPage(Struct, frozen=True):
    """A page of a section, of a project's part of a section, of a tag or of a year.

    `listing` is `section`, `project`, `tag` or `archive`; `name` is the section's type, the tag, or the year.
    """

    shell: Shell
    listing: str
    name: str
    groups: tuple[EntryGroup, ...]
    pagination: Pagination
    years: tuple[Anchor, ...] = ()
    tags: tuple[Anchor, ...] = ()
    project: ProjectLabel | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything listed, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)


class ProjectsPage(Struct, frozen=True):
    """All projects, as the home shows them; those that have ended stand by themselves."""

    shell: Shell
    projects: tuple[ProjectRow, ...]
    ended: tuple[ProjectRow, ...]


class ActionRow(Struct, frozen=True):
    """Something to do, whose and by when, as the minutes say; `meeting` is the latest that names it."""

    text: str
    owner: str
    deadline: str
    is_done: bool
    meeting: Anchor
    language: str | None = None


class DecisionGroup(Struct, frozen=True):
    """What a meeting decided."""

    meeting: Anchor
    decisions: tuple[str, ...]
    language: str | None = None


class ActionsPage(Struct, frozen=True):
    """What a project's meetings have given to do, what is still open by its deadline, and what they have decided."""

    shell: Shell
    project: ProjectLabel | None
    open: tuple[ActionRow, ...]
    done: tuple[ActionRow, ...]
    decisions: tuple[DecisionGroup, ...]
    """The latest meeting first."""


class SubscribePage(Struct, frozen=True):
    """Ways to follow, for people: feeds of everything, of sections, of projects."""

    shell: Shell
    everything: tuple[FeedChoice, ...]
    sections: tuple[FeedChoice, ...]
    projects: tuple[FeedChoice, ...]


class SearchChoice(Struct, frozen=True):
    """Something that results can be narrowed to: the value in the index and its name for people."""

    value: str
    name: str
    language: str | None = None
    href: str = ""
    """The way to the page of a project."""


class SearchPage(Struct, frozen=True):
    """The page that searches. Its script loads the index; without one the page leads to everything by other ways."""

    shell: Shell
    index: str
    """The way to the folder of the index; empty when there is nothing to find."""
    projects: tuple[SearchChoice, ...]
    types: tuple[str, ...]
    years: tuple[SearchChoice, ...]
    others: tuple[Anchor, ...]
    """The search pages of the other languages."""
    archive: tuple[Anchor, ...]
    sections: tuple[Anchor, ...]


class NotFoundPage(Struct, frozen=True):
    """The page for addresses that lead nowhere. Its links are absolute: it is shown at any depth.

    `others` are the homes in the other languages.
    """

    shell: Shell
    sections: tuple[Anchor, ...]
    others: tuple[Anchor, ...]
