"""Glue: the outlet of blocks and its renderers, as contributions to a run."""

from functools import partial

from plugins.blocks.declarations import impossible_declarations, unknown_placements
from plugins.blocks.feed_type import feed_types, render_feed_type
from plugins.blocks.manifest import manifest, render_manifest, render_schema
from plugins.blocks.outlet import document_blocks, other_blocks
from plugins.blocks.project_feeds import render_block_feed
from plugins.blocks.rendering import render_block, render_released_block
from plugins.cms.text_format import formats_digest
from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind


def register() -> None:
    """Connect the room, and what tells programs of its blocks."""
    rooms.connect(contribute)
    rooms.connect(tell)


def contribute(settings: Settings) -> Contributions:
    """Return what makes blocks."""
    # The facts of a release hold more: what another build has left in the same tree does not pass for a release's.
    render, key = render_released_block if settings.release else render_block, f"{formats_digest()}:{settings.release}"
    return Contributions(
        rules=(impossible_declarations, unknown_placements),
        version_outlets=(document_blocks,),
        outlets=(other_blocks,),
        kinds={"block": Kind(render, key), "block-feed": Kind(render_block_feed)},
    )


def tell(settings: Settings) -> Contributions:
    """Return what tells programs of blocks: the manifest, and the configuration of an importer."""
    return Contributions(
        outlets=(feed_types,),
        sequels=(partial(manifest, release=settings.release),),
        kinds={
            "block-manifest": Kind(render_manifest),
            "block-manifest-schema": Kind(render_schema),
            "feed-type": Kind(render_feed_type),
        },
    )
