"""Glue: puts the theme's files and the rendering of pages into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.theming.outlet import Theme


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run write the theme's files and render pages through its templates."""
    theme = Theme(pipeline.folders.theme, pipeline.folders.cache)
    pipeline.outlets.append(theme.outlet)
    pipeline.renderers["asset"] = theme.render_asset
    pipeline.renderers["page"] = theme.render_page
    pipeline.renderer_keys["page"] = theme.templates.digest
