"""Glue: the desk at which files are brought in, as a contribution to a run."""

from typing import TYPE_CHECKING

from plugins.core.contributions import BuildRelease, Contributions, Pipeline, Settings, rooms

if TYPE_CHECKING:
    from plugins.drafts.importing.desk import ImportDesk


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return the desk."""
    return Contributions(desks={"import": import_desk})


def import_desk(pipeline: Pipeline, _: BuildRelease) -> "ImportDesk":
    """Open the desk, which only a preview asks for."""
    from plugins.drafts.importing.desk import ImportDesk

    return ImportDesk(pipeline)
