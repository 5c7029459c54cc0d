"""Glue: puts the outlet of cards and its renderer into the pipeline."""

from plugins.cards.outlet import cards
from plugins.cards.rendering import CardRenderer
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run draw cards."""
    renderer = CardRenderer(pipeline.folders.theme, pipeline.folders.cache / "cards")
    pipeline.outlets.append(cards)
    pipeline.renderers["card"] = renderer
    pipeline.renderer_keys["card"] = renderer.version
