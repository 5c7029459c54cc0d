"""The ledger as an output: made last, since it remembers what the others publish."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.ledger import PublishedBlock
from plugins.core.outputs import Output
from plugins.publishing.succession import published_versions
from plugins.publishing.views import LedgerSchemaView, LedgerView

LEDGER_PATH = "ledger.json"
SCHEMA_PATH = "ledger.schema.json"

_BLOCK_PATH = re.compile(r"blocks/([a-z0-9-]+)/([a-z]{2})\.([a-z]+)\.html").fullmatch
"""Where the block contract puts the file of a block: its id, language and profile."""


def ledger(index: SiteIndex, outputs: Sequence[Output]) -> Iterator[Output]:
    """Give the ledger and the description of its form; a site that shows drafts is no release, and has none."""
    if index.withheld is not None:
        return
    blocks = _blocks(index, outputs)
    paths = tuple(dict.fromkeys(path for _, path in blocks if path))
    view = LedgerView(index.now.date().isoformat(), published_versions(index), blocks)
    yield Output(LEDGER_PATH, "ledger", view, gathers=paths)
    yield Output(SCHEMA_PATH, "ledger-schema", LedgerSchemaView())


def _blocks(index: SiteIndex, outputs: Sequence[Output]) -> tuple[tuple[PublishedBlock, str], ...]:
    """Give every block there is or has been, by id, language and profile."""
    found = {(one.id, one.language, one.profile): (one, "") for one in index.ledger.blocks}
    declared = {one.id: one.kind for one in index.site.blocks}
    for output in outputs:
        for match in map(_BLOCK_PATH, output.beside):
            if match is None:
                continue
            block, language, profile = match.groups()
            identity = (block, language, profile)
            kind = declared.get(block) or block_kind(index, block)
            before = found[identity][0] if identity in found else PublishedBlock(block, kind, language, profile)
            found[identity] = (before if before.kind == kind else replace(before, kind=kind), output.path)
    return tuple([found[identity] for identity in sorted(found)])


def block_kind(index: SiteIndex, block: str) -> str:
    """Tell whether a block that no file declares is a document or the summary of a meeting."""
    document = index.by_key.get(block.removesuffix("-summary"))
    is_summary = block not in index.by_key and document is not None and document.type is DocumentType.MEETINGS
    return "summary" if is_summary else "document"
