"""The outlet of the manifest, which lists what the outlet of blocks has made in all languages."""

from collections.abc import Iterator, Sequence
from itertools import chain

from plugins.blocks.views import BlockHistory, ManifestView, SchemaView
from plugins.core.block_contract import MANIFEST_PATH, MANIFEST_SCHEMA_PATH, block_of_path
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view


def manifest(index: SiteIndex, outputs: Sequence[Output], *, release: bool = False) -> Iterator[Output]:
    """Yield the manifest of every block, and the description of its form.

    The manifest of a release dates what is new by its own day, as the ledger will: the next one, made of the same
    content, says the same.
    """
    versions: dict[str, list[str]] = {}
    for output in outputs:
        if output.kind == "block":
            versions.setdefault(block_of_path(output.path)[0], []).append(output.path)
    listed = tuple([tuple(paths) for _, paths in sorted(versions.items())])
    histories = tuple(
        [
            BlockHistory(block.id, block.language, block.profile, block.versions)
            for block in index.ledger.blocks
            if block.versions
        ]
    )
    view = ManifestView(index.site.base, index.now.date().isoformat() if release else "", listed, histories)
    yield Output(MANIFEST_PATH, "block-manifest", planned_view(view), gathers=tuple(chain(*listed)))
    yield Output(MANIFEST_SCHEMA_PATH, "block-manifest-schema", SchemaView)
