"""Glue: puts the outlet of feeds and its renderer into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.feeds.outlet import feeds
from plugins.feeds.rendering import render_feed


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run make feeds."""
    pipeline.outlets.append(feeds)
    pipeline.renderers["feed"] = render_feed
