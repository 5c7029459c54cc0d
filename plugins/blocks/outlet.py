"""The outlets of blocks: of each its fragments and their JSON, and feeds of blocks by project."""

from collections.abc import Callable, Collection, Iterator
from functools import partial

from plugins.blocks.declared_blocks import declared_blocks, sources_of
from plugins.blocks.own_blocks import document_block, has_summary, own_blocks, own_profiles, summary_block
from plugins.blocks.project_feeds import project_feeds
from plugins.blocks.rendering import renderings
from plugins.blocks.views import PlannedBlock
from plugins.core.block_contract import BlockIdentity, json_path
from plugins.core.document_blocks import SUMMARY
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, Trees, planned_view
from plugins.core.stale_pages import PresentBlock


def document_blocks(index: SiteIndex, version: Version) -> Iterator[Output]:
    """Yield the blocks of a version: its own, and that of a meeting's summary."""
    profiles = own_profiles(index, version)
    if profiles:
        yield _output(version, version.key, profiles, partial(document_block, index, version, profiles))
        if has_summary(version):
            recipe = partial(summary_block, index, version, profiles)
            yield _output(version, f"{version.key}{SUMMARY}", profiles, recipe)


def other_blocks(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the blocks of blocks.yaml in a language, and the feeds of blocks."""
    for block in index.once(_declared, language):
        fragments = tuple([path for _, path in block.files])
        yield Output(block.json_path, "block", planned_view(block), source=block.view.source, beside=fragments)
    yield from project_feeds(index, language, index.once(_declared, language))


def planned_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Yield every block of a language: documents' own first, then those of blocks.yaml."""
    yield from own_blocks(index, language)
    yield from declared_blocks(index, language)


def present_blocks(
    index: SiteIndex, wanted: Collection[BlockIdentity], trees: Trees
) -> dict[BlockIdentity, PresentBlock]:
    """Make the blocks that are wanted, at the site's own address; those that have no file are left out."""
    found: dict[BlockIdentity, PresentBlock] = {}
    for language in dict.fromkeys(
        identity.language for identity in wanted if identity.language in index.site.languages
    ):
        for block in planned_blocks(index, language):
            identities = {profile: BlockIdentity(block.view.id, language, profile) for profile in block.profiles}
            profiles = [profile for profile, identity in identities.items() if identity in wanted]
            for profile, fragment in renderings(block.view, profiles, trees).items():
                if fragment.data:
                    present = PresentBlock(fragment.v, sources_of(index, block.view))
                    found[identities[profile]] = present
    return found


def _declared(index: SiteIndex, language: str) -> tuple[PlannedBlock, ...]:
    return tuple(declared_blocks(index, language))


def _output(version: Version, block: str, profiles: tuple[str, ...], recipe: Callable[[], PlannedBlock]) -> Output:
    language = version.language
    fragments = tuple([BlockIdentity(block, language, profile).path for profile in profiles])
    return Output(json_path(block, language), "block", recipe, source=version.source, beside=fragments)
