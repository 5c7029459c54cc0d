"""Pictures exist: those in bodies and those that front matter names."""

from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.quality.rules.nearest_path import Paths


def missing_pictures(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find pictures that are not in the content folder (IMG001)."""
    known = Paths(index.files)
    for version in index.by_source.values():
        for path, place in pictured(version):
            if path not in index.files:
                yield diagnostic("IMG001", place, target=path, near=known.nearest(path))


def pictured(version: Version) -> Iterator[tuple[str, Place]]:
    """List the pictures of a version, each with the place that names it."""
    for reference in version.body.references:
        if reference.kind == "image":
            yield reference.target, reference.place
    if version.image is not None:
        yield version.image.file, version.place("image.file")
