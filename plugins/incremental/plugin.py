"""Glue: the cache, parallel work and staging, as contributions to a run."""

from functools import partial

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.incremental.cache import FileCache
from plugins.incremental.parallel import spread
from plugins.incremental.staging import stage


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(settings: Settings) -> Contributions:
    """Return the cache of a run, its way of sharing work, and its way of putting files in place."""
    return Contributions(
        cache=FileCache(settings.folders.cache),
        spread=partial(spread, advance=settings.stages.advance),
        stage=stage,
    )
