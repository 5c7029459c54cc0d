"""Permanent ids of feeds (RFC 4151): they stay when the site moves to another host, as those of items do."""

from plugins.core.addresses import tag_id
from plugins.core.index import SiteIndex
from plugins.feeds.addresses import Feed


def feed_id(index: SiteIndex, feed: Feed) -> str:
    """Give the id of a feed, under the name that the site had when it first published anything.

    The ledger never forgets a version and never makes an id anew, so the version that was published first tells.
    """
    parts = "feeds", *feed.scope, feed.language
    first = min(index.ledger.versions, key=lambda one: (one.published, one.key, one.language), default=None)
    if first is None or not first.feed_id.startswith("tag:"):
        return tag_id(index.site, *parts)
    return ":".join((*first.feed_id.split(":", 2)[:2], "/".join(parts)))
