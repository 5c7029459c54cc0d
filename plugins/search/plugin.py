"""Glue: puts the outlet of indexes and its renderer into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.search.outlet import search_index
from plugins.search.rendering import render_index


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run make indexes."""
    pipeline.outlets.append(search_index)
    pipeline.renderers["search-index"] = render_index
