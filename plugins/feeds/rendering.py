"""The renderer of feeds."""

from plugins.core.outputs import Materials, Rendering
from plugins.feeds.content import item_html
from plugins.feeds.feedgen_writer import rss
from plugins.feeds.model import FeedView, ItemView


class FeedRenderer:
    """Renders feeds as RSS 2.0, each item with its full text.

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
        return Rendering(rss(view, tuple(self._contents[item] for item in view.items)))


render_feed = FeedRenderer()
