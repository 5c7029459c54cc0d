"""Glue: puts the outlet of blocks and its renderers into the pipeline."""

from functools import partial

from plugins.blocks.block_files import render_block, render_released_block
from plugins.blocks.declarations import impossible_declarations, unknown_placements
from plugins.blocks.feed_rendering import render_block_feed
from plugins.blocks.manifest import render_manifest, render_schema
from plugins.blocks.manifest_outlet import manifest
from plugins.blocks.outlet import blocks
from plugins.blocks.present_blocks import present_blocks
from plugins.cms.text_format import formats_digest
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handlers."""
    opening.connect(equip)
    opening.connect(tell)


def equip(pipeline: Pipeline) -> None:
    """Let the run make blocks."""
    pipeline.rules += [impossible_declarations, unknown_placements]
    pipeline.present_blocks = present_blocks
    pipeline.outlets.append(blocks)
    pipeline.renderers["block"] = render_released_block if pipeline.release else render_block
    # The facts of a release hold more: what another build has left in the same tree does not pass for a release's.
    pipeline.renderer_keys["block"] = f"{formats_digest()}:{pipeline.release}"
    pipeline.renderers["block-feed"] = render_block_feed


def tell(pipeline: Pipeline) -> None:
    """Let the run tell programs of its blocks, by the manifest."""
    pipeline.sequels.append(partial(manifest, release=pipeline.release))
    pipeline.renderers["block-manifest"] = render_manifest
    pipeline.renderers["block-manifest-schema"] = render_schema
