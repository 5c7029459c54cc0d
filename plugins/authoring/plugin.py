"""Glue: puts reading into the pipeline."""

from plugins.authoring.content import read_content
from plugins.authoring.version_reading import parse_source
from plugins.core.pipeline import Pipeline, opening


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Let the run read its content here."""
    pipeline.read = read_content
    pipeline.parse = parse_source
