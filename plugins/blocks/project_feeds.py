"""Feeds of blocks, one a project: a way into another system without pasting, through its importer of feeds."""

from collections.abc import Iterator, Sequence

from plugins.blocks.own_blocks import document_block, own_profiles
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.views import BlockFeedView, FeedItem
from plugins.core.addresses import absolute, version_address
from plugins.core.arrangement import newest_first
from plugins.core.block_contract import feed_path
from plugins.core.document_blocks import BLOCK_TYPES
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view


def project_feeds(index: SiteIndex, language: str, declared: Sequence[PlannedBlock]) -> Iterator[Output]:
    """Yield the feed of each project of a language.

    What blocks.yaml declares for the project is always in it, of documents' own blocks as many as feeds carry.
    """
    site = index.site
    own = [one for kind in BLOCK_TYPES for one in index.published(language, kind) if own_profiles(index, one)]
    for project in index.published(language, DocumentType.PROJECTS):
        told = newest_first(index.of_project(own, project.key))[: site.feeds.items]
        newest = [document_block(index, one, own_profiles(index, one)) for one in told]
        its_own = [one for one in declared if project.key in one.view.projects]
        path = feed_path(project.key, language)
        view = BlockFeedView(
            title=f"{site.name.get(language)}: {project.title}",
            language=language,
            link=absolute(site, version_address(site, project)),
            address=absolute(site, f"/{path}"),
            items=tuple(map(_item, (*newest, *its_own))),
        )
        gathers = tuple(item.output for item in view.items)
        yield Output(path, "block-feed", planned_view(view), source=project.source, gathers=gathers)


def _item(block: PlannedBlock) -> FeedItem:
    return FeedItem(block.view, block.facts, block.json_path, dict(block.files)[block.view.profile])
