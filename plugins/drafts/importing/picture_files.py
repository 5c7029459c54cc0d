"""The pictures and attachments that come along with a draft: what they are called, and which could not be had."""

import io
import warnings
from collections.abc import Iterator

from plugins.core.addresses import slugify
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.drafts.importing.blocks import Imported, ImportedPicture
from plugins.drafts.new_files import NewFile

_ENDINGS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif", "WEBP": "webp"}
_MOST_PIXELS = 80_000_000


class PictureFiles:
    """Names the files of one draft."""

    def __init__(self, read: Imported, key: str) -> None:
        self._pictures = dict(read.pictures)
        self._attachments = [attachment for _, attachment in read.files]
        self._key = key
        self._names: dict[str, str] = {}
        self._missing: dict[str, None] = {}

    def target(self, source: str) -> str:
        """Return the address of a picture as a body writes it; empty for one that could not be had."""
        if source in self._names:
            return f"../images/{self._names[source]}"
        picture = self._pictures.get(source)
        ending = picture and _ending(picture)
        if not ending:
            self._missing[source] = None
            return ""
        self._names[source] = f"{self._key}-{len(self._names) + 1}.{ending}"
        return f"../images/{self._names[source]}"

    def files(self) -> Iterator[NewFile]:
        """List the files to be written beside the draft."""
        for source, name in self._names.items():
            yield NewFile(f"images/{name}", self._pictures[source].data)
        for attachment in self._attachments:
            yield NewFile(f"files/{attachment.name}", attachment.data)

    def findings(self, path: str, whole: str) -> Iterator[Diagnostic]:
        """Ask for alternative texts, and tell what is missing."""
        for number, line in enumerate(whole.split("\n"), 1):
            for name in self._names.values():
                if f"![{name}]" in line:
                    yield diagnostic("IMP011", Place(path, number, line.index(f"![{name}]") + 1), picture=name)
        for source in self._missing:
            yield diagnostic("IMP012", Place(path), picture=source[:80])


def attachment_name(key: str, name: str) -> str:
    """Name an attachment in content format."""
    stem, _, ending = name.rpartition(".")
    return f"{slugify(stem or key) or key}.{slugify(ending)}"


def _ending(picture: ImportedPicture) -> str:
    """Report which kind a picture is by its bytes; empty for one that no page could show."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(picture.data)) as image:
                kind, size = image.format or "", image.size
                image.verify()
    except Exception:  # noqa: BLE001 - whatever is wrong with a picture of somebody else's, it cannot be shown
        return ""
    return _ENDINGS.get(kind, "") if size[0] * size[1] <= _MOST_PIXELS else ""
