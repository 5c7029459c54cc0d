"""The views of the gallery: what its outlet decides, and what its template then shows."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from plugins.blocks.views import BlockView
from plugins.core.ledger import BlockVersion


@dataclass(frozen=True, slots=True)
class Date:
    """A date for machines (`iso`) and for people (`text`)."""

    iso: str
    text: str


@dataclass(frozen=True, slots=True)
class Way:
    """A link: its text and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A block to be shown: `view` is the one of the profile that is copied.

    `files` are the profiles with the paths of their files, `history` the states of the copied one up to the last
    release, `dates` the same dates as people read them, `places` the pages of other systems where the block stands.
    """

    view: BlockView
    files: tuple[tuple[str, str], ...]
    history: tuple[BlockVersion, ...] = ()
    dates: tuple[Date, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GalleryView:
    """A page of the gallery before the facts of its blocks are known."""

    shell: Any
    number: int
    """0 for the front page; others hold documents by age, 1 the oldest."""
    declared: tuple[Exhibit, ...]
    documents: tuple[Exhibit, ...]
    others: tuple[Way, ...]
    today: Date | None
    """The date of the release that is being made, which brings what is new; None in other builds."""


@dataclass(frozen=True, slots=True)
class BlockFile:
    """A profile's file: where it is, how large, and what the profile has no form for; `href` is empty without one."""

    profile: str
    href: str = ""
    bytes: int = 0
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BlockCard:
    """A block as the page shows it.

    `since` is the date of the release that brought the present version, None when none has. `html` is what is shown,
    `source` what is copied; both are empty when nothing can be.
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
    html: Markup
    source: str
    files: tuple[BlockFile, ...]
    images: tuple[Way, ...]
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GalleryPage:
    """A page of the gallery."""

    shell: Any
    """What surrounds every page, made by the room of pages."""
    number: int
    declared: tuple[BlockCard, ...]
    documents: tuple[BlockCard, ...]
    others: tuple[Way, ...]
    """The other pages of documents' blocks that one may want next."""
