"""The views of the ledger's files."""

from msgspec import Struct

from plugins.core.ledger import PublishedBlock, PublishedEvent, PublishedVersion


class LedgerView(Struct, frozen=True):
    """The ledger of a release. What each block has become is in the facts of the output that makes it."""

    date: str
    """Of the release."""
    versions: tuple[PublishedVersion, ...]
    blocks: tuple[PublishedBlock, ...]
    """Each block as it was before."""
    events: tuple[PublishedEvent, ...]
    outputs: tuple[str, ...]
    """The paths that name the outputs of the blocks that the release has."""


class LedgerSchemaView(Struct, frozen=True):
    """The description of the ledger's form."""
