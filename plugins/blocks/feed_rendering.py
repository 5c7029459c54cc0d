"""A feed of blocks as RSS 2.0. It says nothing of when it was built: its bytes change with the blocks only."""

from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from plugins.blocks.views import BlockFeedView, FeedItem
from plugins.core.markup.serialiser import escape_text
from plugins.core.markup.text import xml_text
from plugins.core.outputs import Materials, Rendering

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"


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
        if (made := materials.facts(item.output)) and item.block.profile in made.files:
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
