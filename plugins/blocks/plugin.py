"""Glue: puts the outlet of blocks and its renderers into the pipeline."""

from plugins.blocks.manifest import render_manifest, render_schema
from plugins.blocks.outlet import blocks
from plugins.blocks.rendering import render_block
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run make blocks and their manifest."""
    pipeline.outlets.append(blocks)
    pipeline.renderers["block"] = render_block
    pipeline.renderers["block-manifest"] = render_manifest
    pipeline.renderers["block-manifest-schema"] = render_schema
