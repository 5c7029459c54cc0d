"""Glue: the survey, the variants and the rule of pictures, as contributions to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.images.outlet import picture_variants
from plugins.images.rendering import PictureRenderer
from plugins.images.rules import unusable_pictures
from plugins.images.survey import Survey


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what looks at pictures, judges them and makes their variants."""
    renderer = PictureRenderer(settings.folders.cache / "pictures")
    return Contributions(
        pictures=Survey(),
        rules=(unusable_pictures,),
        outlets=(picture_variants,),
        kinds={"picture": Kind(renderer, renderer.version)},
    )
