"""Glue: puts the outlets of pages and attachments into the pipeline."""

from plugins.core.pipeline import Pipeline, opening
from plugins.listings.attachments import attachment_files, file_rendering
from plugins.listings.pages import pages


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Give the run its pages and attachments."""
    pipeline.outlets += [pages, attachment_files]
    pipeline.renderers["file"] = file_rendering
