"""Attachments: files of the content folder that published documents use, as downloads and as outputs."""

from collections.abc import Iterator

from plugins.core.documents import Attachment, MeetingFacts, Version
from plugins.core.index import SiteIndex
from plugins.core.languages import Language
from plugins.core.outputs import FileView, Materials, Output, Rendering
from plugins.listings.edition import Vantage
from plugins.listings.views import Download

_THOUSAND, _MILLION = 1_000, 1_000_000


def attachment_files(index: SiteIndex, language: str) -> Iterator[Output]:
    """Make an output of each attachment that a published version uses; once for the whole site."""
    if language != index.site.default_language:
        return
    used = {path for version in index.by_source.values() if index.is_published(version) for path in _paths(version)}
    for path in sorted(used):
        if path in index.files:
            yield Output(path, "file", FileView(path, index.files[path].digest))


def file_rendering(view: FileView, materials: Materials) -> Rendering:
    """Give the file's bytes as they are."""
    return Rendering(materials.file(view.path))


def download(vantage: Vantage, attachment: Attachment) -> Download | None:
    """Show an attachment as a download; None when its file is missing."""
    if not attachment.file:
        return Download(attachment.title, attachment.url)
    file = vantage.edition.index.files.get(attachment.file)
    if file is None:
        return None
    size = written_size(file.size, vantage.edition.language)
    return Download(attachment.title, vantage.href(f"/{file.path}"), media_name(file.path), size)


def media_name(path: str) -> str:
    """Name the kind of a file by its ending: `PDF`; empty when it has none."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].upper() if "." in name else ""


def written_size(size: int, language: Language) -> str:
    """Write a size in bytes: `1,2 Mt`, `120 kt`; never less than one thousand bytes."""
    thousands = max(1, (size + _THOUSAND // 2) // _THOUSAND)
    if thousands < _THOUSAND:
        return f"{thousands}\N{NO-BREAK SPACE}{language.size_units[0]}"
    whole, tenth = divmod((size + _MILLION // 20) // (_MILLION // 10), 10)
    number = f"{whole}{language.decimal_separator}{tenth}" if tenth else str(whole)
    return f"{number}\N{NO-BREAK SPACE}{language.size_units[1]}"


def _paths(version: Version) -> Iterator[str]:
    yield from (one.target for one in version.body.references if one.kind == "file")
    if isinstance(version.facts, MeetingFacts):
        yield from (one.file for one in version.facts.attachments if one.file)
