"""Glue: reading, as the room's contribution to a run."""

from plugins.authoring.content import read_content, reread_content
from plugins.core.contributions import Contributions, Settings, rooms


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return what reads the content."""
    return Contributions(read=read_content, reread=reread_content)
