"""Glue: the outlet of indexes and its renderer, as contributions to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.search.outlet import search_index
from plugins.search.rendering import IndexRenderer


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what makes indexes."""
    renderer = IndexRenderer(settings.folders.theme)
    return Contributions(outlets=(search_index,), kinds={"search-index": Kind(renderer, renderer.version)})
