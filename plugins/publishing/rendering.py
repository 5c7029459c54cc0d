"""The renderers of the ledger and of the description of its form."""

import json
from collections.abc import Iterator

from msgspec.structs import replace

from plugins.core.ledger import PublishedBlock
from plugins.core.outputs import Materials, Rendering
from plugins.publishing.ledger_file import written
from plugins.publishing.ledger_schema import LEDGER_SCHEMA
from plugins.publishing.succession import absent_block, present_block
from plugins.publishing.views import LedgerSchemaView, LedgerView


def render_ledger(view: LedgerView, materials: Materials) -> Rendering:
    """Render the ledger: what was, and what the blocks of this release have become."""
    return Rendering(written(view.versions, _after(view, materials), view.events))


def _after(view: LedgerView, materials: Materials) -> Iterator[PublishedBlock]:
    """Give every block there is or has been, by id, language and profile."""
    known = {(one.id, one.language, one.profile): one for one in view.blocks}
    after = {identity: absent_block(one) for identity, one in known.items()}
    for made in filter(None, map(materials.facts, view.outputs)):
        for profile, file in made.files.items():
            identity = (made.id, made.language, profile)
            before = known.get(identity) or PublishedBlock(made.id, made.kind, made.language, profile)
            before = before if before.kind == made.kind else replace(before, kind=made.kind)
            after[identity] = present_block(before, file.v, made.sentences.get(profile, ""), view.date)
    return (after[identity] for identity in sorted(after))


def render_schema(_view: LedgerSchemaView, _materials: Materials) -> Rendering:
    """Render the description of the ledger's form."""
    return Rendering((json.dumps(LEDGER_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode())
