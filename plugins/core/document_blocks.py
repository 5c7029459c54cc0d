"""Which block shows a document."""

from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.site import Site

BLOCK_TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""Documents of these types are blocks of themselves."""
SUMMARY = "-summary"
"""Ends the id of the block of a meeting's summary; the beginning is the meeting's key."""


def is_of_documents(index: SiteIndex, block: str) -> bool:
    """Whether an id is a document's, or that of a meeting's summary; no other block can have it."""
    meeting = index.by_key.get(block.removesuffix(SUMMARY)) if block.endswith(SUMMARY) else None
    return block in index.by_key or (meeting is not None and meeting.type is DocumentType.MEETINGS)


def block_of(site: Site, version: Version) -> str:
    """Return the id of the block that shows a published document; empty when there is none.

    It is the document's own, or of a project that which blocks.yaml asks for.
    """
    if version.type in BLOCK_TYPES:
        return version.key if site.block_defaults.profiles else ""
    asked = (
        block for block in site.blocks if block.kind == "project" and block.project == version.key and block.profiles
    )
    return next((block.id for block in asked), "") if version.type is DocumentType.PROJECTS else ""
