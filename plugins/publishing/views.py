"""The views of the ledger's files."""

from dataclasses import dataclass

from plugins.core.ledger import PublishedBlock, PublishedVersion
from plugins.core.views import view


@view
@dataclass(frozen=True, slots=True)
class LedgerView:
    """The ledger of a release. What each block has become is in the facts of its file, which the ledger gathers."""

    date: str
    """Of the release."""
    versions: tuple[PublishedVersion, ...]
    blocks: tuple[tuple[PublishedBlock, str], ...]
    """Each block as it was before, with the path of its file; the path is empty when the release does not have it."""


@view
@dataclass(frozen=True, slots=True)
class LedgerSchemaView:
    """The description of the ledger's form."""
