"""Feeds of blocks, one a project: a way into another system without pasting, through its importer of feeds."""

from collections.abc import Iterator, Sequence

from plugins.blocks.planned import PlannedBlock
from plugins.blocks.views import BlockFeedView, FeedItem
from plugins.core.addresses import absolute, version_address
from plugins.core.block_contract import feed_path
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view


def project_feeds(index: SiteIndex, language: str, planned: Sequence[PlannedBlock]) -> Iterator[Output]:
    """Give the feed of each project of a language.

    What blocks.yaml declares for the project is always in it, of documents' own blocks as many as feeds carry.
    """
    site = index.site
    for project in index.published(language, DocumentType.PROJECTS):
        its_own = [one for one in planned if project.key in one.view.projects]
        declared = [one for one in its_own if one.view.declared]
        others = [one for one in its_own if not one.view.declared and one.view.kind == "document"]
        newest = sorted(others, key=lambda one: (one.facts.published, one.view.id), reverse=True)[: site.feeds.items]
        path = feed_path(project.key, language)
        view = BlockFeedView(
            title=f"{site.name.get(language)}: {project.title}",
            language=language,
            link=absolute(site, version_address(site, project)),
            address=absolute(site, f"/{path}"),
            items=tuple(map(_item, (*newest, *declared))),
        )
        gathers = tuple(item.output for item in view.items)
        yield Output(path, "block-feed", planned_view(view), source=project.source, gathers=gathers)


def _item(block: PlannedBlock) -> FeedItem:
    return FeedItem(block.view, block.facts, block.json_path, dict(block.files)[block.view.profile])
