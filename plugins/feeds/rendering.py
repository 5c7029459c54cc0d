"""The renderer of feeds."""

from plugins.core.outputs import Materials, Rendering
from plugins.feeds.content import item_html
from plugins.feeds.feedgen_writer import rss
from plugins.feeds.model import FeedView


def render_feed(view: FeedView, materials: Materials) -> Rendering:
    """Render a feed as RSS 2.0, each item with its full text."""
    contents = tuple(item_html(item, materials.tree(item.body)) for item in view.items)
    return Rendering(rss(view, contents))
