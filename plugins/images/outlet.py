"""The outlet of pictures: the variants of those that published documents use, and never an original."""

from collections.abc import Iterator

from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.core.values import value
from plugins.images.usage import pictures_of


@value
class VariantView:
    """A variant to be: its original by path and digest, its width and height as a reader sees it."""

    original: str
    digest: str
    width: int
    height: int


def picture_variants(index: SiteIndex, language: str) -> Iterator[Output]:
    """Make an output of each variant; once for the whole site."""
    if language != index.site.default_language:
        return
    sources: dict[str, str] = {}
    for version in index.by_source.values():
        if index.is_published(version):
            for path, _ in pictures_of(version):
                sources.setdefault(path, version.source)
    made: set[tuple[str, str]] = set()
    for path, source in sorted(sources.items()):
        file = index.files.get(path)
        for variant in file.picture.variants if file and file.picture else ():
            # Two copies of a picture, of one name in two folders, are one.
            if file and (variant.path, file.digest) not in made:
                made.add((variant.path, file.digest))
                view = VariantView(path, file.digest, variant.width, variant.height)
                yield Output(variant.path, "picture", view, source=source)
