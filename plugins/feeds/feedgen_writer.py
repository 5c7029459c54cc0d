"""Writing RSS 2.0 and Atom 1.0 through feedgen: the only module that knows it, and that only when a feed is written."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from plugins.core.addresses import TAG_YEAR
from plugins.core.markup.serialiser import escape_text
from plugins.feeds.addresses import ATOM, RSS, FeedFormat
from plugins.feeds.content import plain
from plugins.feeds.model import FeedView, ItemView

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

GENERATOR = "Kaiku"
NEVER = datetime(TAG_YEAR, 1, 1, tzinfo=UTC)
"""When a feed changed in which nothing has happened yet: Atom demands a moment, and that of the build is none of it."""


def rss(view: FeedView, contents: Sequence[str], sizes: Sequence[int]) -> bytes:
    """Write a feed as RSS 2.0; `contents` are the items' texts as HTML, `sizes` those of their enclosures.

    A text is empty, and a size 0, where an item has none.
    """
    written: bytes = _feed(view, contents, sizes, RSS).rss_str(pretty=True)
    return written


def atom(view: FeedView, contents: Sequence[str], sizes: Sequence[int]) -> bytes:
    """Write a feed as Atom 1.0 (RFC 4287)."""
    written: bytes = _feed(view, contents, sizes, ATOM).atom_str(pretty=True)
    return written


def _feed(view: FeedView, contents: Sequence[str], sizes: Sequence[int], form: FeedFormat) -> "FeedGenerator":
    from feedgen.feed import FeedGenerator

    from plugins.feeds.feedgen_extension import KaikuEntry, KaikuFeed

    feed = FeedGenerator()
    feed.id(view.id)
    feed.title(plain(view.title) or view.link)
    feed.description(plain(view.description) or view.link)
    feed.author(name=plain(view.author or view.site_name) or view.link)
    feed.link(href=view.link + form.file, rel="self", type=form.media_type)
    feed.link(href=view.link)  # RSS takes the last one for its own
    feed.language(view.language)
    feed.generator(GENERATOR)
    if view.copyright:
        feed.rights(plain(view.copyright))
    feed.updated(datetime.fromisoformat(view.changed) if view.changed else NEVER)
    feed.register_extension("kaiku", KaikuFeed, KaikuEntry, atom=True, rss=True)
    feed.kaiku.view = view
    for item, content, size in zip(view.items, contents, sizes, strict=True):
        _add(feed, view, item, content, size)
    return feed


def _add(feed: "FeedGenerator", view: FeedView, item: ItemView, content: str, size: int) -> None:
    entry = feed.add_entry(order="append")
    entry.id(item.id)
    entry.guid(item.id, permalink=False)
    entry.title(plain(item.title) or item.link)
    entry.link(href=item.link)
    if summary := plain(item.summary):
        # As HTML, since that is what every reader takes a description of RSS for.
        entry.summary(escape_text(summary), type="html")
    if content:
        entry.content(content, type="html")
    if item.published:
        entry.published(datetime.fromisoformat(item.published))
    entry.updated(datetime.fromisoformat(item.changed) if item.changed else NEVER)
    if item.enclosure:
        entry.enclosure(item.enclosure.address, str(size), item.enclosure.media_type)
    entry.category([{"term": term} for category in item.categories if (term := plain(category))])
    entry.kaiku.item, entry.kaiku.size = item, size
    entry.kaiku.author, entry.kaiku.feed_language = view.author, view.language
