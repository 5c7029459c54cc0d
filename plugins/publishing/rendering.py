"""The renderers of the ledger and of the description of its form."""

import json

from plugins.core.ledger import PublishedBlock
from plugins.core.outputs import Materials, Rendering
from plugins.publishing.ledger_file import written
from plugins.publishing.ledger_schema import LEDGER_SCHEMA
from plugins.publishing.succession import absent_block, present_block
from plugins.publishing.views import LedgerSchemaView, LedgerView


def render_ledger(view: LedgerView, materials: Materials) -> Rendering:
    """Render the ledger: what was, and what the blocks of this release have become."""
    blocks = (_after(block, path, view.date, materials) for block, path in view.blocks)
    return Rendering(written(view.versions, blocks))


def _after(block: PublishedBlock, path: str, date: str, materials: Materials) -> PublishedBlock:
    facts = materials.facts(path).get("profiles", {}).get(block.profile) if path else None
    return present_block(block, facts["v"], facts["sentences"], date) if facts else absent_block(block)


def render_schema(_view: LedgerSchemaView, _materials: Materials) -> Rendering:
    """Render the description of the ledger's form."""
    return Rendering((json.dumps(LEDGER_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode())
