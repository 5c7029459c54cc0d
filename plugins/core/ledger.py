"""The ledger: what has ever been published, so that ids and addresses keep their meaning.

Every release carries it, and the next one reads it. A build without one begins an empty ledger.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from msgspec import Struct


class PublishedVersion(Struct, frozen=True):
    """A document in one language that readers have been able to read; dates are ISO 8601, in the site's time zone."""

    key: str
    language: str
    type: str
    addresses: tuple[str, ...]
    """Root-relative, the present or last one first, then earlier ones, newest first.

    An address that another document has taken since is no longer here.
    """
    feed_id: str
    published: str
    """The date of the first release that had it."""
    withdrawn: str = ""
    """The date of the release that took it away; empty while it is published."""
    reason: str = ""
    """Why it is no longer there: `withdrawn`, `expired`, `draft` or `scheduled` as the content says, or `missing`
    when its file is; empty while it is published."""


class BlockVersion(Struct, frozen=True):
    """A state of a block, by the hash `v` of its text and links, and the date of the release that brought it."""

    v: str
    date: str


class PublishedBlock(Struct, frozen=True):
    """A block in one language and profile, with its states, oldest first; the last one is the newest published."""

    id: str
    kind: str
    language: str
    profile: str
    versions: tuple[BlockVersion, ...] = ()
    sentences: str = ""
    """The fingerprints of the last state's sentences (see `sentence_changes`).

    Empty when they are not known, and of a block that is not published any longer: nothing is kept of its text.
    """
    change: str = ""
    """What made the last state of the one before it; empty when that is not known."""


class PublishedEvent(Struct, frozen=True):
    """An event as readers' calendars have been told of it; times are ISO 8601 as its author wrote them."""

    uid: str
    """Permanent, globally unique (RFC 5545)."""
    key: str
    """The document that it belongs to: the meeting, or the project."""
    language: str
    kind: str
    """meeting, next, milestone or pilot."""
    start: str
    end: str
    """Empty when it is not known."""
    projects: tuple[str, ...]
    words: str
    """The fingerprint of its name, by which it is recognised when its time has changed."""
    state: str
    """The fingerprint of all that calendars show of it."""
    sequence: int
    modified: str
    """The date of the last change."""
    status: str = ""
    """`cancelled` when it was taken back before its time, `replaced` when another event has taken its place."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that has been published, withdrawn things too. Nothing is ever taken out of it."""

    versions: tuple[PublishedVersion, ...] = ()
    blocks: tuple[PublishedBlock, ...] = ()
    events: tuple[PublishedEvent, ...] = ()
    types: Mapping[str, str] = field(init=False, compare=False, repr=False)
    """The type of every document, by key."""
    kinds: Mapping[str, str] = field(init=False, compare=False, repr=False)
    """The kind of every block, by id."""
    _versions: Mapping[tuple[str, str], PublishedVersion] = field(init=False, compare=False, repr=False)
    _blocks: Mapping[tuple[str, str, str], PublishedBlock] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Make it quick to look things up."""
        tables: dict[str, Mapping[object, object]] = {
            "types": {version.key: version.type for version in self.versions},
            "kinds": {block.id: block.kind for block in self.blocks},
            "_versions": {(version.key, version.language): version for version in self.versions},
            "_blocks": {(block.id, block.language, block.profile): block for block in self.blocks},
        }
        for name, table in tables.items():
            object.__setattr__(self, name, MappingProxyType(table))

    @property
    def newest(self) -> str:
        """The date of the last release that changed anything; empty when there is none."""
        dates = {version.published for version in self.versions} | {version.withdrawn for version in self.versions}
        dates |= {event.modified for event in self.events}
        return max(dates | {state.date for block in self.blocks for state in block.versions[-1:]}, default="")

    def version(self, key: str, language: str) -> PublishedVersion | None:
        """Return what is known of a document in a language; None when it never was published."""
        return self._versions.get((key, language))

    def of_language(self, language: str) -> Iterable[PublishedVersion]:
        """Return everything that has been published in a language, by key."""
        return (version for version in self.versions if version.language == language)

    def block(self, block: str, language: str, profile: str) -> PublishedBlock | None:
        """Return what is known of a block; None when it never was published."""
        return self._blocks.get((block, language, profile))

    def block_versions(self, block: str, language: str, profile: str) -> tuple[BlockVersion, ...]:
        """Return the states of a block up to the last release, oldest first."""
        known = self.block(block, language, profile)
        return known.versions if known else ()


EMPTY_LEDGER = Ledger()
