"""The renderer of feeds."""

from plugins.core.outputs import Materials, Rendering
from plugins.feeds.addresses import ATOM, JSON
from plugins.feeds.content import item_html
from plugins.feeds.feedgen_writer import atom, rss
from plugins.feeds.json_writer import json_feed
from plugins.feeds.model import Enclosure, FeedView, ItemView


class FeedRenderer:
    """Renders feeds in every format, each item with its full text.

    Feeds come one after another, and mostly the newest texts stand in all of them: what the last one had is kept.
    """

    def __init__(self) -> None:
        self._contents: dict[ItemView, str] = {}

    def __call__(self, view: FeedView, materials: Materials) -> Rendering:
        """Render a feed."""
        known = self._contents
        self._contents = {
            item: known[item] if item in known else item_html(item, materials.tree(item.body)) for item in view.items
        }
        contents = [self._contents[item] for item in view.items]
        sizes = [_size(item.enclosure, materials) for item in view.items]
        beside = {
            view.folder + ATOM.file: atom(view, contents, sizes),
            view.folder + JSON.file: json_feed(view, contents, sizes),
        }
        return Rendering(rss(view, contents, sizes), beside=beside)


def _size(enclosure: Enclosure | None, materials: Materials) -> int:
    if enclosure is None:
        return 0
    return enclosure.size or len(materials.output(enclosure.path))


render_feed = FeedRenderer()
