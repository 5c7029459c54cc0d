"""The ledger as an output: made last, since it remembers what the others publish."""

import re
from collections.abc import Iterator, Sequence

from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.publishing.succession import published_versions
from plugins.publishing.views import LedgerSchemaView, LedgerView

LEDGER_PATH = "ledger.json"
SCHEMA_PATH = "ledger.schema.json"

_BLOCK_PATH = re.compile(r"blocks/[a-z0-9-]+/[a-z]{2}\.[a-z]+\.html").fullmatch
"""Where the block contract puts the fragments of a block: its id, language and profile."""


def ledger(index: SiteIndex, outputs: Sequence[Output]) -> Iterator[Output]:
    """Give the ledger of a release and the description of its form."""
    paths = tuple([one.path for one in outputs if one.beside and _BLOCK_PATH(one.beside[0])])
    view = LedgerView(index.now.date().isoformat(), published_versions(index), index.ledger.blocks, paths)
    yield Output(LEDGER_PATH, "ledger", view, gathers=paths)
    yield Output(SCHEMA_PATH, "ledger-schema", LedgerSchemaView())
