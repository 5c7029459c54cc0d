"""The outlet of blocks: their fragments in each profile, as JSON, and in feeds of projects."""

from collections.abc import Iterator

from plugins.blocks.declared_blocks import declared_blocks
from plugins.blocks.own_blocks import own_blocks
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.project_feeds import project_feeds
from plugins.blocks.views import FragmentView, in_profile
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output


def blocks(index: SiteIndex, language: str) -> Iterator[Output]:
    """Give the blocks of a language."""
    planned = tuple(planned_blocks(index, language))
    for block in planned:
        yield from _files(block)
    yield from project_feeds(index, language, planned)


def planned_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Give every block of a language: documents' own first, then those of blocks.yaml."""
    yield from own_blocks(index, language)
    yield from declared_blocks(index, language)


def block_path(block: str, language: str, profile: str) -> str:
    """Give the file of a block in the output tree."""
    return f"blocks/{block}/{language}.{profile}.html"


def json_path(block: str, language: str) -> str:
    """Give the file of a block as JSON."""
    return f"blocks/{block}/{language}.json"


def _files(block: PlannedBlock) -> Iterator[Output]:
    view = block.view
    for profile in block.profiles:
        shown = view if profile == view.profile else in_profile(view, profile)
        yield Output(block_path(view.id, view.language, profile), "block", shown, source=view.source)
    fragment = FragmentView(view, block.facts)
    yield Output(json_path(view.id, view.language), "block-json", fragment, source=view.source)
