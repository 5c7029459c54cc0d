"""The ledger as an output: made last, since it remembers what the others publish."""

from collections.abc import Iterator, Sequence

from plugins.calendar.events import published_events
from plugins.core.block_contract import identity_of_path
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view
from plugins.publishing.succession import published_versions
from plugins.publishing.views import LedgerSchemaView, LedgerView

LEDGER_PATH = "ledger.json"
SCHEMA_PATH = "ledger.schema.json"


def ledger(index: SiteIndex, outputs: Sequence[Output]) -> Iterator[Output]:
    """Give the ledger of a release and the description of its form."""
    paths = tuple([one.path for one in outputs if one.beside and identity_of_path(one.beside[0])])
    date, events = index.now.date().isoformat(), published_events(index)
    view = LedgerView(date, published_versions(index), index.ledger.blocks, events, paths)
    yield Output(LEDGER_PATH, "ledger", planned_view(view), gathers=paths)
    yield Output(SCHEMA_PATH, "ledger-schema", LedgerSchemaView)
