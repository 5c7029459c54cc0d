"""Glue: the outlets of pages and attachments, and the files for crawlers, as contributions to a run."""

from plugins.core.contributions import Contributions, Settings, rooms
from plugins.core.outputs import Kind
from plugins.listings.attachments import attachment_files, file_rendering
from plugins.listings.pages import document_pages, page_outlets
from plugins.listings.security_contact import render_security_contact, security_contact
from plugins.listings.sitemap import render_robots, render_sitemap, sitemap

KINDS = {
    "file": Kind(file_rendering),
    "sitemap": Kind(render_sitemap),
    "robots": Kind(render_robots),
    "security": Kind(render_security_contact),
}


def register() -> None:
    """Connect the room."""
    rooms.connect(contribute)


def contribute(_: Settings) -> Contributions:
    """Return pages and attachments, and the files for crawlers and for finders of faults."""
    return Contributions(
        version_outlets=(document_pages,),
        outlets=(*page_outlets(), attachment_files),
        sequels=(sitemap, security_contact),
        kinds=KINDS,
    )
