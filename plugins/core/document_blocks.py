"""Which block shows a document."""

from plugins.core.documents import DocumentType, Version
from plugins.core.site import Site

BLOCK_TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""Documents of these types are blocks of themselves."""


def block_of(site: Site, version: Version) -> str:
    """Return the id of the block that shows a published document; empty when there is none.

    It is the document's own, or of a project that which blocks.yaml asks for.
    """
    if version.type in BLOCK_TYPES:
        return version.key if site.block_defaults.profiles else ""
    asked = (
        block for block in site.blocks if block.kind == "project" and block.project == version.key and block.profiles
    )
    return next((one.id for one in asked), "") if version.type is DocumentType.PROJECTS else ""
