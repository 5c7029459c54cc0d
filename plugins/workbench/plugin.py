"""Glue: the workbench, as pages of the theme and an index, as contributions to a run."""

from functools import partial

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind, KindUpon
from plugins.workbench.outlet import workbench
from plugins.workbench.rendering import BlockPageRenderer, BlocksRenderer, render_finder


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return what makes the workbench."""
    return Contributions(
        sequels=(partial(workbench, release=settings.release),),
        kinds={
            "blocks": KindUpon("page", BlocksRenderer),
            "block-page": KindUpon("page", BlockPageRenderer),
            "finder": Kind(render_finder),
        },
    )
