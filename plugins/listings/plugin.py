"""Glue: puts the outlets of pages and attachments into the pipeline, and the map of the pages."""

from plugins.core.pipeline import Pipeline, opening
from plugins.listings.attachments import attachment_files, file_rendering
from plugins.listings.pages import pages
from plugins.listings.security_contact import render_security_contact, security_contact
from plugins.listings.sitemap import sitemap
from plugins.listings.sitemap_rendering import render_robots, render_sitemap
from plugins.listings.surrounding import surround


def register() -> None:
    """Connect the room's handler."""
    opening.connect(equip)


def equip(pipeline: Pipeline) -> None:
    """Give the run its pages and attachments, and the files for crawlers and for finders of faults."""
    pipeline.outlets += [pages, attachment_files]
    pipeline.sequels += [sitemap, security_contact]
    pipeline.renderers["file"] = file_rendering
    pipeline.renderers["sitemap"] = render_sitemap
    pipeline.renderers["robots"] = render_robots
    pipeline.renderers["security"] = render_security_contact
    pipeline.surround = surround
