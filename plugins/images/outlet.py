"""The outlet of pictures: the variants of those that published documents use, and never an original."""

from collections.abc import Iterator

from msgspec import Struct

from plugins.core.documents import Variant
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view
from plugins.images.usage import pictures_of


class PictureOutputView(Struct, frozen=True):
    """A picture to be published: its original by path and digest, and its variants, smallest first."""

    original: str
    digest: str
    variants: tuple[Variant, ...]
    is_drawing: bool


def picture_variants(index: SiteIndex, language: str) -> Iterator[Output]:
    """Make an output of each picture, of all its variants; once for the whole site, whatever its languages."""
    if language != index.site.default_language:
        return
    sources: dict[str, str] = {}
    for version in index.by_source.values():
        if index.is_published(version):
            for path, _ in pictures_of(version):
                sources.setdefault(path, version.source)
    known: set[tuple[str, str]] = set()
    for path, source in sorted(sources.items()):
        file = index.files.get(path)
        if file is None or file.picture is None or not file.picture.variants:
            continue
        first, *others = [variant_path for variant in file.picture.variants for variant_path in variant.paths]
        # Two copies of a picture, of one name in two folders, are one.
        if (first, file.digest) not in known:
            known.add((first, file.digest))
            view = PictureOutputView(path, file.digest, file.picture.variants, file.picture.is_drawing)
            yield Output(first, "picture", planned_view(view), source=source, beside=tuple(others))
