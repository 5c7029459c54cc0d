"""The views of home, of listings, and of pages that show the way."""

from plugins.core.values import value
from plugins.listings.views.parts import Anchor, Date, FeedChoice, ProjectLabel, Shell


@value
class Entry:
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


@value
class Pagination:
    """The pages of a listing; `previous` and `next` are None at the ends."""

    current: int
    total: int
    pages: tuple[Anchor, ...]
    previous: Anchor | None = None
    next: Anchor | None = None


@value
class ProjectRow:
    """A project on the home page: where it stands and its latest three things."""

    project: ProjectLabel
    summary: str
    phase: str
    """planned, running, ended or empty."""
    latest: tuple[Entry, ...]


@value
class Coming:
    """Something ahead: a meeting to come or a milestone."""

    date: Date
    text: str
    href: str
    project: ProjectLabel | None = None
    kind: str = "milestone"
    """`meeting` or `milestone`."""
    language: str | None = None


@value
class HomePage:
    """The front page of a language."""

    shell: Shell
    projects: tuple[ProjectRow, ...]
    coming: tuple[Coming, ...]
    latest: tuple[Entry, ...]
    sections: tuple[Anchor, ...]
    """Where all news, meetings, … are."""


@value
class ListingPage:
    """A page of a section, tag or year.

    `listing` is `section`, `tag` or `archive`; `name` is the section's type, the tag, or the year.
    """

    shell: Shell
    listing: str
    name: str
    entries: tuple[Entry, ...]
    pagination: Pagination
    years: tuple[Anchor, ...] = ()
    tags: tuple[Anchor, ...] = ()


@value
class SubscribePage:
    """Ways to follow, for people: feeds of everything, of sections, of projects."""

    shell: Shell
    everything: tuple[FeedChoice, ...]
    sections: tuple[FeedChoice, ...]
    projects: tuple[FeedChoice, ...]


@value
class NotFoundPage:
    """The page for addresses that lead nowhere. Its links are absolute: it is shown at any depth.

    `others` are the homes in the other languages.
    """

    shell: Shell
    sections: tuple[Anchor, ...]
    others: tuple[Anchor, ...]
