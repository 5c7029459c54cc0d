"""The renderer of feeds."""

from plugins.core.outputs import Materials, Rendering
from plugins.feeds.addresses import ATOM, JSON, RSS
from plugins.feeds.content import item_html
from plugins.feeds.feedgen_writer import atom, rss
from plugins.feeds.json_writer import json_feed
from plugins.feeds.model import Enclosure, FeedView, ItemView

WRITERS = {RSS: rss, ATOM: atom, JSON: json_feed}
KEPT_ITEMS = 256
"""More than the feeds of two languages have in common."""


class FeedRenderer:
    """Renders feeds in every format, each item with its full text.

    The newest texts stand in several feeds, and the languages' feeds take turns: those of the last few are kept.
    """

    def __init__(self) -> None:
        self._kept: dict[ItemView, str] = {}

    def __call__(self, view: FeedView, materials: Materials) -> Rendering:
        """Render a feed."""
        contents = [self._content(item, materials) for item in view.items]
        sizes = [_size(item.enclosure, materials) for item in view.items]
        files = {form: write(view, contents, sizes) for form, write in WRITERS.items()}
        folders = (view.folder, *view.earlier)
        beside = {folder + form.file: data for folder in folders for form, data in files.items()}
        first = beside.pop(view.folder + RSS.file)
        return Rendering(first, beside=beside)

    def _content(self, item: ItemView, materials: Materials) -> str:
        if item not in self._kept:
            if len(self._kept) >= KEPT_ITEMS:
                self._kept.pop(next(iter(self._kept)))
            self._kept[item] = item_html(item, materials.tree(item.body))
        return self._kept[item]


def _size(enclosure: Enclosure | None, materials: Materials) -> int:
    if enclosure is None:
        return 0
    return enclosure.size or len(materials.output(enclosure.path))


render_feed = FeedRenderer()
