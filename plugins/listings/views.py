"""The views of pages: exactly what each template receives, frozen.

Every `href` is final (relative to the page that shows it); `Date.text` is already in the page's language; texts come
from the content. Words of the interface are the templates' own, through gettext. `language` on a part is set only
when it differs from the page's, and then the element that shows it carries `lang`.
"""

from dataclasses import dataclass

from plugins.core.markup.links import Link


@dataclass(frozen=True, slots=True)
class Date:
    """A date for machines (`iso`) and for people (`text`)."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link: its text, where it leads, and whether that is the page one is on."""

    text: str
    href: str
    current: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same content in a language, by absolute address; `x-default` too."""

    language: str
    href: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that the page announces."""

    title: str
    href: str
    media_type: str = "application/rss+xml"


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language of the switcher.

    `translated` is false when the page has no version there and the link leads to the nearest listing.
    """

    code: str
    name: str
    href: str
    current: bool
    translated: bool


@dataclass(frozen=True, slots=True)
class Head:
    """What the page says of itself to machines."""

    title: str
    """Unique in the site: the page's own title and the site's name."""
    description: str
    canonical: str
    alternates: tuple[Alternate, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    kind: str = "website"
    """As Open Graph's `og:type`: `website` or `article`."""
    robots: str = ""
    published: str = ""
    modified: str = ""
    structured_data: str = ""
    """JSON-LD, serialised; empty when there is none."""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Shell:
    """What surrounds the content of every page."""

    language: str
    site_name: str
    tagline: str
    head: Head
    root: str
    """The way from the page to the root of the site: `../../`, or `./`."""
    home: Anchor
    menu: tuple[Anchor, ...]
    languages: tuple[LanguageChoice, ...]
    breadcrumbs: tuple[Anchor, ...] = ()
    footer: tuple[Anchor, ...] = ()
    """Standing pages and ways to follow."""
    operator: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A body where it is shown: the tree's digest and its links resolved. Templates write `{{ prose(view.body) }}`."""

    digest: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ProjectLabel:
    """A project's name as a label; `hue` is 1 to 6, the place of its colour among the theme's tokens."""

    key: str
    name: str
    href: str
    hue: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of a listing; `previous` and `next` are None at the ends."""

    current: int
    total: int
    pages: tuple[Anchor, ...]
    previous: Anchor | None = None
    next: Anchor | None = None


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project on the home page: where it stands and its latest three things."""

    project: ProjectLabel
    summary: str
    phase: str
    """planned, running, ended or empty."""
    latest: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Coming:
    """Something ahead: a meeting to come or a milestone."""

    date: Date
    text: str
    href: str
    project: ProjectLabel | None = None
    kind: str = "milestone"
    """`meeting` or `milestone`."""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page of a language."""

    shell: Shell
    projects: tuple[ProjectRow, ...]
    coming: tuple[Coming, ...]
    latest: tuple[Entry, ...]
    sections: tuple[Anchor, ...]
    """Where all news, meetings, … are."""


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class PictureVariant:
    """One size of a picture."""

    href: str
    width: int


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its sizes, smallest first; `alt` empty when decorative."""

    variants: tuple[PictureVariant, ...]
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of the text, for the table of contents; level 2 or 3."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Download:
    """An attachment or an address elsewhere: `media` is `PDF`, `size` is `1,2 Mt`; both empty for addresses."""

    title: str
    href: str
    media: str = ""
    size: str = ""


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """What every document shows above its text and in its margin."""

    type: str
    title: str
    summary: str
    published: Date | None
    updated: Date | None
    projects: tuple[ProjectLabel, ...]
    tags: tuple[Anchor, ...]
    contents: tuple[TocEntry, ...]
    versions: tuple[Anchor, ...]
    """The other languages' versions that exist, by the languages' own names."""
    image: PictureView | None = None


@dataclass(frozen=True, slots=True)
class NewsPage:
    """A news item."""

    shell: Shell
    document: DocumentHead
    body: Prose
    related: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingPage:
    """A standing page: about, accessibility statement, privacy notice."""

    shell: Shell
    document: DocumentHead
    body: Prose


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """People under a heading, which may be empty."""

    group: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Meeting notes or minutes, or the announcement of a meeting to come.

    `kind` is `notes`, `minutes` or `coming`; `mode` is onsite, remote, hybrid or empty; `sessions` are written out.
    """

    shell: Shell
    document: DocumentHead
    body: Prose
    kind: str
    name: str
    number: str
    sessions: tuple[Date, ...]
    place: str
    mode: str
    chair: str
    secretary: str
    present: tuple[AttendanceGroup, ...]
    absent: tuple[AttendanceGroup, ...]
    attachments: tuple[Download, ...]
    next: Date | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure: `share` is its part of the largest one on the page, 0 to 100, for a bar; None when it is no number."""

    label: str
    value: str
    share: int | None


@dataclass(frozen=True, slots=True)
class PilotPage:
    """A pilot update; `phase` is preparation, running, evaluation, ended or empty."""

    shell: Shell
    document: DocumentHead
    body: Prose
    libraries: tuple[str, ...]
    phase: str
    period: str
    figures: tuple[FigureView, ...]
    next_steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneView:
    """A step of the timeline; `state` is done, now or coming."""

    date: Date
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """Someone to write to."""

    name: str
    role: str
    email: str


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """A project's hub; `phase` is planned, running, ended or empty."""

    shell: Shell
    document: DocumentHead
    body: Prose
    hue: int
    short: str
    phase: str
    period: str
    operator: str
    funder: str
    partners: tuple[str, ...]
    goals: tuple[str, ...]
    contacts: tuple[ContactView, ...]
    milestones: tuple[MilestoneView, ...]
    links: tuple[Anchor, ...]
    news: tuple[Entry, ...]
    meetings: tuple[Entry, ...]
    pilots: tuple[Entry, ...]
    figures: tuple[FigureView, ...]
    feeds: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class SubscribePage:
    """Ways to follow, for people: feeds of everything, of sections, of projects."""

    shell: Shell
    everything: tuple[FeedLink, ...]
    sections: tuple[FeedLink, ...]
    projects: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """The page for addresses that lead nowhere. Its links are absolute: it is shown at any depth.

    `others` are the homes in the other languages.
    """

    shell: Shell
    sections: tuple[Anchor, ...]
    others: tuple[Anchor, ...]
