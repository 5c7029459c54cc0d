"""The views of the workbench: what its outlet decides, and what its renderers add when blocks have been made."""

from markupsafe import Markup
from msgspec import Struct

from plugins.core.ledger import BlockVersion
from plugins.listings.views import Anchor, Date, Pagination, ProjectLabel, Shell
from plugins.workbench.change_views import BlockChange


class BlockLine(Struct, frozen=True):
    """A block as a line of the list; its size and version are known when it has been made.

    The version is not shown: by it a block is found.
    """

    id: str
    title: str
    language: str | None
    """Of the title, when it is not the page's."""
    href: str
    kind: str
    date: Date | None
    languages: tuple[Anchor, ...]
    """The block's pages in the other languages that it has."""
    places: int
    """On how many pages of the CMS it stands."""
    output: str
    """The block as an output."""
    profile: str
    """The one whose version and size are shown."""
    v: str = ""
    size: str = ""


class LineGroup(Struct, frozen=True):
    """The lines of a project; None for those of no project."""

    project: ProjectLabel | None
    lines: tuple[BlockLine, ...]


class BlockPlace(Struct, frozen=True):
    """A block on a page of the CMS, and what is to be done there."""

    block: str
    title: str
    language: str
    """The block's."""
    foreign: str | None
    """The same, where it is not the page's own."""
    href: str
    """The block's page; empty when there is no such block any longer."""
    output: str
    profile: str
    fragment: str
    """Where the fragment lies, as seen from the page; empty where there is none."""
    history: tuple[BlockVersion, ...] = ()
    date: Date | None = None
    """Of the release that brought the present version; None where it waits for one."""
    today: Date | None = None
    """The date of the release that is being made; None in other builds."""
    scanned: str = ""
    """What the last scan said of it; empty where it said nothing."""
    scanned_v: str = ""
    """The version that it saw."""
    state: str = ""
    """`stale`, `edited`, `damaged`, `missing`, `unknown`, `unreadable`, `check`, or `current`."""


class PlacePage(Struct, frozen=True):
    """A page of the CMS with the blocks on it; `edit` leads to its form, empty when that is not known."""

    url: str
    name: str
    """The address as people read it."""
    edit: str
    places: tuple[BlockPlace, ...]


class BlocksPage(Struct, frozen=True):
    """A page of the list of blocks; the first one also tells where something has to be done."""

    shell: Shell
    number: int
    total: int
    """How many blocks there are."""
    index: str
    """Where the finder's index lies, as seen from the page."""
    groups: tuple[LineGroup, ...]
    pagination: Pagination
    pages: tuple[PlacePage, ...]
    """Pages of the CMS: all that are known; once the blocks are made, those where something is to be done."""
    placed: int
    """How many pages of the CMS are known."""
    scanned: Date | None = None
    """The day of the last scan."""
    more: int = 0
    """How many further ones want something done."""


class FinderView(Struct, frozen=True):
    """All that the finder of a language looks through."""

    language: str
    entries: tuple["FinderEntry", ...]


class FinderEntry(Struct, frozen=True):
    """A line with the words by which it is found beside its title: of other languages, the project, pages."""

    line: BlockLine
    project: str
    words: tuple[str, ...]


class BlockFile(Struct, frozen=True):
    """A profile's file: where it is, how large, and what the profile has no form for; `href` is empty without one."""

    profile: str
    href: str = ""
    size: str = ""
    left_out: tuple[str, ...] = ()


class Exhibit(Struct, frozen=True):
    """A block on its page before it has been made.

    `output` names the block as an output, `files` are the profiles with the paths of their files, `history` the states
    of the one that is shown up to the last release, `dates` the same dates as people read them.
    """

    output: str
    profile: str
    files: tuple[tuple[str, str], ...]
    history: tuple[BlockVersion, ...] = ()
    dates: tuple[Date, ...] = ()
    sentences: str = ""
    """The fingerprints of the last of these states, empty when the ledger does not know them."""
    change: str = ""
    """What made it of the state before."""
    today: Date | None = None
    """The date of the release that is being made, which brings what is new; None in other builds."""
    knows_releases: bool = False
    """Whether anything is known of what has been published; it is of a release, though nothing was before the first."""


class BlockPage(Struct, frozen=True):
    """The page of a block. The last fields are known when it has been made.

    `since` is the date of the release that brought the present version, None when none has. `html` is what is shown,
    empty when nothing can be.
    """

    shell: Shell
    id: str
    title: str
    kind: str
    level: int
    """Of its heading."""
    url: str
    """What it shows, on the site."""
    projects: tuple[ProjectLabel, ...]
    languages: tuple[Anchor, ...]
    exhibit: Exhibit
    places: tuple[PlacePage, ...]
    v: str = ""
    since: Date | None = None
    earlier: tuple[Date, ...] = ()
    """Of the versions before, newest first."""
    change: BlockChange | None = None
    """None where nothing is known of releases, or there is nothing to show."""
    html: Markup = Markup()
    deepest: int = 0
    """The level of its deepest heading."""
    files: tuple[BlockFile, ...] = ()
    images: tuple[Anchor, ...] = ()
