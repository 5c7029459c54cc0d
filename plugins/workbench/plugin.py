"""Glue: the gallery of blocks, as pages of the theme, as contributions to a run."""

from functools import partial

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import KindUpon
from plugins.workbench.outlet import gallery
from plugins.workbench.rendering import GalleryRenderer


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what makes the gallery."""
    sequel = partial(gallery, release=settings.release)
    return Contributions(sequels=(sequel,), kinds={"gallery": KindUpon("page", GalleryRenderer)})
