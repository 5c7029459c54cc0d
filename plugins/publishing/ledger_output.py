"""The ledger as an output: its view, the outlet that plans it, and how it is written."""

import json
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.calendar.events import published_events
from plugins.core.block_contract import identity_of_path
from plugins.core.index import SiteIndex
from plugins.core.ledger import PublishedBlock, PublishedEvent, PublishedVersion
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.publishing.ledger_file import written
from plugins.publishing.ledger_schema import LEDGER_SCHEMA
from plugins.publishing.succession import absent_block, present_block, published_versions


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


def render_ledger(view: LedgerView, materials: Materials) -> Rendering:
    """Render the ledger: what was, and what the blocks of this release have become."""
    return Rendering(written(view.versions, _after(view, materials), view.events))


def _after(view: LedgerView, materials: Materials) -> Iterator[PublishedBlock]:
    """Yield every block there is or has been, by id, language and profile."""
    known = {(block.id, block.language, block.profile): block for block in view.blocks}
    after = {identity: absent_block(block) for identity, block in known.items()}
    for block in filter(None, map(materials.facts, view.outputs)):
        for profile, file in block.files.items():
            identity = (block.id, block.language, profile)
            before = known.get(identity) or PublishedBlock(block.id, block.kind, block.language, profile)
            before = before if before.kind == block.kind else replace(before, kind=block.kind)
            after[identity] = present_block(before, file.v, block.sentences.get(profile, ""), view.date)
    return (after[identity] for identity in sorted(after))


def render_schema(_view: LedgerSchemaView, _materials: Materials) -> Rendering:
    """Render the description of the ledger's form."""
    return Rendering((json.dumps(LEDGER_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode())


LEDGER_PATH = "ledger.json"
SCHEMA_PATH = "ledger.schema.json"


def ledger(index: SiteIndex, outputs: Sequence[Output]) -> Iterator[Output]:
    """Yield the ledger of a release and the description of its form."""
    paths = tuple([output.path for output in outputs if output.beside and identity_of_path(output.beside[0])])
    date, events = index.now.date().isoformat(), published_events(index)
    view = LedgerView(date, published_versions(index), index.ledger.blocks, events, paths)
    yield Output(LEDGER_PATH, "ledger", planned_view(view), gathers=paths)
    yield Output(SCHEMA_PATH, "ledger-schema", LedgerSchemaView)
