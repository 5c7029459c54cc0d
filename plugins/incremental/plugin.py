"""Glue: puts the cache, parallel work and staging into the pipeline."""

from functools import partial

from plugins.core.pipeline import Pipeline, opening
from plugins.incremental.cache import FileCache
from plugins.incremental.parallel import spread
from plugins.incremental.staging import make, stage


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Give the run its cache, its way of sharing work, and its way of putting files in place."""
    pipeline.cache = FileCache(pipeline.folders.cache)
    pipeline.spread = partial(spread, advance=pipeline.stages.advance)
    pipeline.stage, pipeline.make = stage, make
