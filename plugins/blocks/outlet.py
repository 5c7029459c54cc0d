"""The outlet of blocks: of each its fragments and their JSON, and feeds of blocks by project."""

from collections.abc import Iterator

from plugins.blocks.declared_blocks import declared_blocks
from plugins.blocks.own_blocks import own_blocks
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.project_feeds import project_feeds
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view


def blocks(index: SiteIndex, language: str) -> Iterator[Output]:
    """Give the blocks of a language."""
    planned = tuple(planned_blocks(index, language))
    for block in planned:
        fragments = tuple([path for _, path in block.files])
        yield Output(block.json_path, "block", planned_view(block), source=block.view.source, beside=fragments)
    yield from project_feeds(index, language, planned)


def planned_blocks(index: SiteIndex, language: str) -> Iterator[PlannedBlock]:
    """Give every block of a language: documents' own first, then those of blocks.yaml."""
    yield from own_blocks(index, language)
    yield from declared_blocks(index, language)
