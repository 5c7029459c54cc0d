"""Glue: puts the outlets of pages and attachments into the pipeline, and the map of the pages."""

from plugins.core.pipeline import Pipeline, opening
from plugins.listings.attachments import attachment_files, file_rendering
from plugins.listings.pages import pages
from plugins.listings.sitemap import sitemap
from plugins.listings.sitemap_rendering import render_robots, render_sitemap
from plugins.listings.surrounding import surround


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Give the run its pages and attachments, and what leads crawlers to the pages."""
    pipeline.outlets += [pages, attachment_files]
    pipeline.sequels.append(sitemap)
    pipeline.renderers["file"] = file_rendering
    pipeline.renderers["sitemap"] = render_sitemap
    pipeline.renderers["robots"] = render_robots
    pipeline.surround = surround
