"""Pictures can be shown: they are pictures, of a format and size that we can open, and they do not move."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import ContentFile
from plugins.core.index import SiteIndex
from plugins.images.survey import MOST_MEGAPIXELS
from plugins.images.usage import pictures_of


def unusable_pictures(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find pictures in use that cannot be shown, or not as they are (IMG003 to IMG006). Said at each use."""
    for version in index.by_source.values():
        for path, place in pictures_of(version):
            if path in index.files and (found := _judged(index.files[path], place)):
                yield found


def _judged(file: ContentFile, place: Place) -> Diagnostic | None:
    facts = file.picture
    if facts is None or facts.problem == "unreadable":
        return diagnostic("IMG003", place, target=file.path)
    if facts.problem == "too-large":
        values = {"width": facts.width, "height": facts.height, "most": MOST_MEGAPIXELS}
        return diagnostic("IMG004", place, target=file.path, **values)
    if facts.problem == "unsupported":
        return diagnostic("IMG005", place, target=file.path, format=facts.format)
    return diagnostic("IMG006", place, target=file.path) if facts.is_animated else None
