"""The views of the ledger's files."""

from plugins.core.ledger import PublishedBlock, PublishedEvent, PublishedVersion
from plugins.core.values import value


@value
class LedgerView:
    """The ledger of a release. What each block has become is in the facts of the output that makes it."""

    date: str
    """Of the release."""
    versions: tuple[PublishedVersion, ...]
    blocks: tuple[PublishedBlock, ...]
    """Each block as it was before."""
    events: tuple[PublishedEvent, ...]
    outputs: tuple[str, ...]
    """The paths that name the outputs of the blocks that the release has."""


@value
class LedgerSchemaView:
    """The description of the ledger's form."""
