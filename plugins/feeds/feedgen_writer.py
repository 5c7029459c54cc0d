"""Writing RSS 2.0 through feedgen: the only module that knows it, and that only when a feed is written."""

import re
from datetime import datetime
from typing import TYPE_CHECKING

from plugins.core.markup.serialiser import escape_text
from plugins.feeds.model import FeedView, ItemView

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

GENERATOR = "Kaiku"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0010fffe\U0010ffff]")
"""Characters that XML 1.0 forbids, or that it and HTML advise against. Their complement is slow to compile."""


def rss(view: FeedView, contents: tuple[str, ...]) -> bytes:
    """Write a feed; `contents` are the items' texts as HTML, empty where an item has none."""
    from feedgen.feed import FeedGenerator

    from plugins.feeds.feedgen_extension import KaikuEntry, KaikuFeed

    feed = FeedGenerator()
    feed.id(view.address)
    feed.title(_clean(view.title) or view.link)
    feed.description(_clean(view.description) or view.link)
    feed.link(href=view.address, rel="self", type="application/rss+xml")
    feed.link(href=view.link)
    feed.language(view.language)
    feed.generator(GENERATOR)
    if view.copyright:
        feed.rights(_clean(view.copyright))
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
    entry.title(_clean(item.title) or item.link)
    entry.link(href=item.link)
    # The summary first: feedgen takes a description that comes after the content for the content.
    # And as HTML, since that is what every reader takes a description for.
    entry.description(escape_text(_clean(item.summary)), isSummary=True)
    if content:
        entry.content(_clean(content), type="CDATA")
    if item.published:
        entry.pubDate(datetime.fromisoformat(item.published))
    entry.category([{"term": _clean(category)} for category in item.categories])
    entry.kaiku.updated = item.updated
    entry.kaiku.language = item.language if item.language != language else ""


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
