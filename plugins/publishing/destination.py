"""Where a site is published: what publishing needs of a place, and how a place says no."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from plugins.publishing.releases import Release
from plugins.publishing.site_tree import NO_TREE, SiteTree

FAILED, MISUSED = 1, 2


class PublishingError(Exception):
    """Publishing cannot go on: the key of a message, the values that it names, and the exit code."""

    def __init__(self, key: str, code: int = FAILED, **values: object) -> None:
        """Keep the parts; the message is put together in the language of the user."""
        super().__init__(key, values)
        self.key = key
        self.code = code
        self.values = values


class PublishedState(Struct, frozen=True):
    """What stands at a destination: a tree, and the releases that are remembered, newest first; empty at first."""

    tree: SiteTree = NO_TREE
    releases: tuple[Release, ...] = ()
    ledger: bytes | None = None
    """The ledger that stands there, whatever state it is in."""
    stranger: str = ""
    """Who has changed the tree since the last release, by something else than publishing; empty when nobody has."""

    @property
    def last(self) -> Release | None:
        """The last release; None before the first one."""
        return self.releases[0] if self.releases else None

    @property
    def next_number(self) -> int:
        """The number of the release that follows."""
        return max((release.number for release in self.releases), default=0) + 1


class Sending(Struct, frozen=True):
    """A site that is ready to be sent: its folder, the release that it becomes, and the receipt to keep."""

    site: Path
    release: Release
    receipt: bytes


class Sent(Struct, frozen=True):
    """What came of sending: a name for what stands there now, and whether the receipt is kept beside it."""

    state: str
    is_receipt_kept: bool = True


class PublishingTarget(Protocol):
    """A place where a site is published. Every method may raise PublishingError."""

    @property
    def name(self) -> str:
        """What people call it."""

    def standing(self) -> PublishedState:
        """Look at what stands there; whatever must not be replaced is refused here, before any work is done."""

    def files(self, site: Path) -> Mapping[str, str]:
        """Return what would stand there after sending a site: paths and digests, made as those of `standing`."""

    def send(self, sending: Sending) -> Sent:
        """Put a site in the place of what stands there, whole or not at all."""

    def restored(self, release: Release, folder: Path) -> None:
        """Write the tree of a release that is remembered into an empty folder, without what the place has added."""

    def receipt(self, release: Release) -> bytes | None:
        """Return the receipt that was kept of a release; None when there is none."""

    def ledgers(self, releases: tuple[Release, ...]) -> Iterator[tuple[Release, bytes]]:
        """Read the ledgers of releases that are remembered, one after another."""


def is_foreign(files: Mapping[str, str], harmless: frozenset[str]) -> bool:
    """Return whether files are somebody else's: a release of ours always has its ledger."""
    return "ledger.json" not in files and bool(files.keys() - harmless)
