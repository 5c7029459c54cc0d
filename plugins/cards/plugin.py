"""Glue: the outlet of cards and its renderer, as contributions to a run."""

from plugins.cards.outlet import cards
from plugins.cards.rendering import CardRenderer
from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what draws cards."""
    renderer = CardRenderer(settings.folders.theme, settings.folders.cache / "cards")
    return Contributions(outlets=(cards,), kinds={"card": Kind(renderer, renderer.version)})
