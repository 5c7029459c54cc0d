"""The views of the gallery: what its outlet decides, and what its template then shows."""

from markupsafe import Markup
from msgspec import Struct

from plugins.blocks.views import BlockView
from plugins.core.ledger import BlockVersion
from plugins.listings.views import Date, Shell


class Way(Struct, frozen=True):
    """A link: its text and where it leads."""

    text: str
    href: str


class Exhibit(Struct, frozen=True):
    """A block to be shown: `view` is the one of the profile that is copied.

    `output` names the block as an output, `files` are the profiles with the paths of their files, `history` the states
    of the copied one up to the last release, `dates` the same dates as people read them, `places` the pages of other
    systems where the block stands.
    """

    view: BlockView
    output: str
    files: tuple[tuple[str, str], ...]
    history: tuple[BlockVersion, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[str, ...] = ()
    sentences: str = ""
    """The fingerprints of the last of these states, empty when the ledger does not know them."""
    change: str = ""
    """What made it of the state before."""


class GalleryView(Struct, frozen=True):
    """A page of the gallery before the facts of its blocks are known."""

    shell: Shell
    number: int
    """0 for the front page; others hold documents by age, 1 the oldest."""
    declared: tuple[Exhibit, ...]
    documents: tuple[Exhibit, ...]
    others: tuple[Way, ...]
    today: Date | None
    """The date of the release that is being made, which brings what is new; None in other builds."""
    knows_releases: bool
    """Whether anything is known of what has been published; it is of a release, though nothing was before the first."""


class BlockFile(Struct, frozen=True):
    """A profile's file: where it is, how large, and what the profile has no form for; `href` is empty without one."""

    profile: str
    href: str = ""
    bytes: int = 0
    left_out: tuple[str, ...] = ()


class Gone(Struct, frozen=True):
    """So many of a kind that have been taken away: heading, item, fact (a term or its value) or sentence."""

    kind: str
    count: int


class ChangedPiece(Struct, frozen=True):
    """Sentences of a line that share a mark: same, new, changed, moved, or linked (the same words, another link).

    `links` are those that linked sentences now have.
    """

    mark: str
    text: str
    links: tuple[Way, ...] = ()


class ChangedLine(Struct, frozen=True):
    """A line of what has changed: a heading, an item, a fact or a paragraph; or gone, or a fold.

    Where something is gone it is said how much; a fold stands for sentences that are the same.
    """

    kind: str
    language: str = ""
    """Where it is not the block's."""
    pieces: tuple[ChangedPiece, ...] = ()
    gone: tuple[Gone, ...] = ()
    folded: int = 0


class Totals(Struct, frozen=True):
    """How many sentences and the like are new, changed, moved, gone, or lead elsewhere than before."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0
    linked: int = 0


class BlockChange(Struct, frozen=True):
    """What has changed in a block since the version before.

    `state` is first (there is none), untold (there is one, and no more than its date is known) or told; then `lines`
    show it and `totals` count it.
    """

    state: str
    lines: tuple[ChangedLine, ...] = ()
    totals: Totals = Totals()


class BlockCard(Struct, frozen=True):
    """A block as the page shows it.

    `since` is the date of the release that brought the present version, None when none has. `html` is what is shown,
    `source` what is copied, as its `textarea` has it; both are empty when nothing can be.
    """

    id: str
    kind: str
    title: str
    language: str
    url: str
    v: str
    since: Date | None
    earlier: tuple[Date, ...]
    """Of the versions before, newest first."""
    change: BlockChange | None
    """None where nothing is known of releases, or there is nothing to show."""
    html: Markup
    source: Markup
    files: tuple[BlockFile, ...]
    images: tuple[Way, ...]
    places: tuple[str, ...]


class GalleryPage(Struct, frozen=True):
    """A page of the gallery."""

    shell: Shell
    """What surrounds every page, made by the room of pages."""
    number: int
    declared: tuple[BlockCard, ...]
    documents: tuple[BlockCard, ...]
    others: tuple[Way, ...]
    """The other pages of documents' blocks that one may want next."""
