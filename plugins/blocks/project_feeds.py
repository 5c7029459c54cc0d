"""Feeds of blocks, one a project: a way into another system without pasting, through its importer of feeds.

They are RSS 2.0 and say nothing of when they were built: their bytes change with the blocks only.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from plugins.blocks.own_blocks import document_block, own_profiles
from plugins.blocks.views import BlockFeedView, FeedItem, PlannedBlock
from plugins.core.addresses import absolute, version_address
from plugins.core.arrangement import newest_first
from plugins.core.block_contract import feed_path
from plugins.core.document_blocks import BLOCK_TYPES
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.markup.serialiser import escape_text
from plugins.core.markup.text import xml_text
from plugins.core.outputs import Materials, Output, Rendering, planned_view

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"


def project_feeds(index: SiteIndex, language: str, declared: Sequence[PlannedBlock]) -> Iterator[Output]:
    """Yield the feed of each project of a language.

    What blocks.yaml declares for the project is always in it, of documents' own blocks as many as feeds carry.
    """
    site = index.site
    own = [
        version for kind in BLOCK_TYPES for version in index.published(language, kind) if own_profiles(index, version)
    ]
    for project in index.published(language, DocumentType.PROJECTS):
        versions = newest_first(index.of_project(own, project.key))[: site.feeds.items]
        newest = [document_block(index, version, own_profiles(index, version)) for version in versions]
        its_own = [block for block in declared if project.key in block.view.projects]
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


def render_block_feed(view: BlockFeedView, materials: Materials) -> Rendering:
    """Render a feed; a block that could not be made is not in it, and its own file's faults say why."""
    from lxml import etree

    rss = etree.Element("rss", {"version": "2.0"}, nsmap={"atom": ATOM, "content": CONTENT})
    channel = etree.SubElement(rss, "channel")
    _say(channel, "title", view.title)
    _say(channel, "link", view.link)
    _say(channel, "description", view.title)
    _say(channel, "language", view.language)
    own = {"href": view.address, "rel": "self", "type": "application/rss+xml"}
    etree.SubElement(channel, f"{{{ATOM}}}link", own)
    for item in view.items:
        if (facts := materials.facts(item.output)) and item.block.profile in facts.files:
            _add(channel, item, materials.output(item.fragment).decode("utf-8"))
    return Rendering(etree.tostring(rss, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _add(channel: "_Element", item: FeedItem, html: str) -> None:
    from lxml import etree

    entry = etree.SubElement(channel, "item")
    _say(entry, "title", item.block.title)
    _say(entry, "link", item.block.url)
    guid = etree.SubElement(entry, "guid", {"isPermaLink": "false"})
    guid.text = item.facts.feed_id
    # As HTML, since that is what every reader takes a description of RSS for.
    _say(entry, "description", escape_text(item.facts.summary))
    encoded = etree.SubElement(entry, f"{{{CONTENT}}}encoded")
    encoded.text = etree.CDATA(xml_text(html).replace("]]>", "]]&gt;"))
    _say(entry, "category", item.facts.type)
    if item.facts.moment:
        _say(entry, "pubDate", format_datetime(datetime.fromisoformat(item.facts.moment)))


def _say(parent: "_Element", name: str, text: str) -> None:
    from lxml import etree

    if text:
        etree.SubElement(parent, name).text = xml_text(text)
