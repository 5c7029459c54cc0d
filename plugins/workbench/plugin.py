"""Glue: puts the gallery of blocks into the pipeline."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.core.pipeline import Pipeline, opening
from plugins.workbench.outlet import gallery
from plugins.workbench.rendering import GalleryRenderer


class _Gallery(Struct, frozen=True):
    """The outlet, which finds the shell of pages in the run when it is asked."""

    pipeline: Pipeline

    def __call__(self, index: SiteIndex, outputs: Sequence[Output]) -> Iterable[Output]:
        """Give the pages; a run without pages of the site has no gallery either."""
        if self.pipeline.surround is None:
            return ()
        return gallery(index, outputs, self.pipeline.surround, release=self.pipeline.release)


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run make the gallery, as pages of the theme."""
    pipeline.sequels.append(_Gallery(pipeline))
    pipeline.renderers["gallery"] = GalleryRenderer(pipeline.renderers["page"])
    pipeline.renderer_keys["gallery"] = pipeline.renderer_keys["page"]
