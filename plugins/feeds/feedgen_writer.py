"""Writing RSS 2.0 through feedgen: the only module that knows it, and that only when a feed is written."""

from datetime import datetime
from typing import TYPE_CHECKING

from plugins.core.markup.serialiser import escape_text
from plugins.core.markup.xml_text import xml_text
from plugins.feeds.model import FeedView, ItemView

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

GENERATOR = "Kaiku"


def rss(view: FeedView, contents: tuple[str, ...]) -> bytes:
    """Write a feed; `contents` are the items' texts as HTML, empty where an item has none."""
    from feedgen.feed import FeedGenerator

    from plugins.feeds.feedgen_extension import KaikuEntry, KaikuFeed

    feed = FeedGenerator()
    feed.id(view.address)
    feed.title(xml_text(view.title) or view.link)
    feed.description(xml_text(view.description) or view.link)
    feed.link(href=view.address, rel="self", type="application/rss+xml")
    feed.link(href=view.link)
    feed.language(view.language)
    feed.generator(GENERATOR)
    if view.copyright:
        feed.rights(xml_text(view.copyright))
    if view.changed:
        feed.lastBuildDate(datetime.fromisoformat(view.changed))
    feed.register_extension("kaiku", KaikuFeed, KaikuEntry, atom=False, rss=True)
    feed.kaiku.changed = view.changed
    for item, content in zip(view.items, contents, strict=True):
        _add(feed, item, content, view.language)
    written: bytes = feed.rss_str(pretty=True)
    return written


def _add(feed: "FeedGenerator", item: ItemView, content: str, language: str) -> None:
    entry = feed.add_entry(order="append")
    entry.guid(item.id, permalink=False)
    entry.title(xml_text(item.title) or item.link)
    entry.link(href=item.link)
    # The summary first: feedgen takes a description that comes after the content for the content.
    # And as HTML, since that is what every reader takes a description for.
    entry.description(escape_text(xml_text(item.summary)), isSummary=True)
    if content:
        entry.content(xml_text(content), type="CDATA")
    if item.published:
        entry.pubDate(datetime.fromisoformat(item.published))
    entry.category([{"term": xml_text(category)} for category in item.categories])
    entry.kaiku.updated = item.updated
    entry.kaiku.language = item.language if item.language != language else ""
