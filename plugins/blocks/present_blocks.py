"""Blocks as the content now makes them, for those who ask which of them have changed."""

from collections.abc import Collection

from plugins.blocks.declared_blocks import sources_of
from plugins.blocks.outlet import planned_blocks
from plugins.blocks.rendering import renderings
from plugins.core.block_contract import BlockIdentity
from plugins.core.index import SiteIndex
from plugins.core.outputs import Trees
from plugins.core.stale_pages import PresentBlock


def present_blocks(
    index: SiteIndex, wanted: Collection[BlockIdentity], trees: Trees
) -> dict[BlockIdentity, PresentBlock]:
    """Make the blocks that are wanted, at the site's own address; those that have no file are left out."""
    found: dict[BlockIdentity, PresentBlock] = {}
    for language in dict.fromkeys(one.language for one in wanted if one.language in index.site.languages):
        for block in planned_blocks(index, language):
            identities = {profile: BlockIdentity(block.view.id, language, profile) for profile in block.profiles}
            profiles = [profile for profile, one in identities.items() if one in wanted]
            for profile, made in renderings(block.view, profiles, trees).items():
                if made.data:
                    present = PresentBlock(made.v, sources_of(index, block.view))
                    found[identities[profile]] = present
    return found
