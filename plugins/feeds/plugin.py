"""Glue: the outlet of feeds and its renderer, as contributions to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.feeds.outlet import feeds
from plugins.feeds.rendering import render_feed


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return what makes feeds."""
    return Contributions(outlets=(feeds,), kinds={"feed": Kind(render_feed)})
