"""The file that comes with an item of a feed: one at most, since RSS allows no more."""

from pathlib import PurePosixPath

from plugins.core.addresses import absolute
from plugins.core.destinations import is_picture
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts
from plugins.core.index import SiteIndex
from plugins.feeds.model import Enclosure, LeadPicture

MEDIA_TYPES = {
    ".avif": "image/avif",
    ".csv": "text/csv",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jpg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".odp": "application/vnd.oasis.opendocument.presentation",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
"""Media types by suffix. Python's own table asks the machine that it runs on."""


def media_type(path: str) -> str:
    """Return the media type of a file by its name."""
    return MEDIA_TYPES.get(PurePosixPath(path).suffix.casefold(), "application/octet-stream")


def enclosure(index: SiteIndex, version: Version, lead: LeadPicture | None) -> Enclosure | None:
    """Return the picture at an item's head, else the first file that a meeting had before it."""
    if lead is not None:
        shown, path = lead.picture, lead.file.path
        how = {"width": shown.width, "height": shown.height}
        return Enclosure(shown.src, media_type(path), lead.alt, path, lead.output, **how)
    for attachment in version.facts.attachments if isinstance(version.facts, MeetingFacts) else ():
        file = index.files.get(attachment.file)
        if file is not None and not is_picture(file.path):
            address = absolute(index.site, f"/{file.path}")
            return Enclosure(address, media_type(file.path), attachment.title, size=file.size)
    return None
