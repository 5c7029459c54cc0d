"""Attachments: files of the content folder that published documents use, as downloads and as outputs."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from plugins.core.destinations import file_destination, is_picture, written_size
from plugins.core.documents import Version
from plugins.core.facts import Attachment, MeetingFacts
from plugins.core.index import SiteIndex
from plugins.core.outputs import FileView, Materials, Output, Rendering, planned_view
from plugins.listings.edition import Vantage
from plugins.listings.views import Download


def attachment_files(index: SiteIndex, language: str) -> Iterator[Output]:
    """Make an output of each attachment that a published version uses; once for the whole site."""
    if language != index.site.default_language:
        return
    used = {path for version in index.by_source.values() if index.is_published(version) for path in _paths(version)}
    for path in sorted(used):
        if path in index.files and not is_picture(path):
            yield Output(path, "file", planned_view(FileView(path, index.files[path].digest)))


def file_rendering(view: FileView, materials: Materials) -> Rendering:
    """Return the file's bytes as they are."""
    return Rendering(materials.file(view.path))


def download(vantage: Vantage, attachment: Attachment) -> Download | None:
    """Show an attachment as a download; None when its file is missing."""
    if not attachment.file:
        return Download(attachment.title, attachment.url)
    found = file_destination(vantage.edition.index, attachment.file, vantage.edition.code)
    if found is None:
        return None
    href, file = vantage.href(found.address), vantage.edition.index.files[attachment.file]
    if is_picture(file.path):
        return Download(attachment.title, href, "WebP")
    media = PurePosixPath(file.path).suffix.removeprefix(".").upper()
    size = written_size(file.size, vantage.edition.language)
    return Download(attachment.title, href, media, size)


def _paths(version: Version) -> Iterator[str]:
    yield from (reference.target for reference in version.body.references if reference.kind == "file")
    if isinstance(version.facts, MeetingFacts):
        yield from (attachment.file for attachment in version.facts.attachments if attachment.file)
