"""A page as it would be with another text of a version, of which nothing lies on the disk or stays in memory."""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from plugins.core.addresses import version_address
from plugins.core.content_read import Cache
from plugins.core.documents import Kept, Version
from plugins.core.index import assemble, opened
from plugins.core.markup.tree import Tree
from plugins.engine.planning import outputs_of
from plugins.preview.lookup import Lookup
from plugins.preview.renderings import Renderings
from plugins.preview.resident import Standing


class Sketch(NamedTuple):
    """A page that may come to be: where it would stand, and what it says."""

    address: str
    data: bytes


def sketched(standing: Standing, version: Version, tree: Tree) -> Sketch | None:
    """Return the page of a version in place of the one that stands there; None when it makes no page."""
    others = (other for other in standing.index.by_source.values() if other.source != version.source)
    index = assemble(standing.site, [*others, version], standing.content.files, standing.index.now)
    shown, source = opened(index), version.source
    pipeline = replace(standing.pipeline, cache=_WithTree(standing.pipeline.cache, version.body.digest, tree))
    if source not in shown.by_source:
        return None
    lookup = Lookup(pipeline, shown)
    page = next(
        (output for output in outputs_of(shown, shown.by_source[source], pipeline) if _is_page(output.path)), None
    )
    data = Renderings().file(lookup, page.path) if page is not None else None
    return Sketch(version_address(shown.site, version), data) if data is not None else None


def _is_page(path: str) -> bool:
    return path.endswith(".html")


class _WithTree:
    """A cache that knows one tree more."""

    def __init__(self, cache: Cache, digest: str, tree: Tree) -> None:
        self._cache, self._digest, self._tree = cache, digest, tree

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""
        return self._tree if digest == self._digest else self._cache.tree(digest)

    def readings(self) -> Mapping[str, Kept]:
        """Return what was stored of each source."""
        return self._cache.readings()

    def keep_readings(self, readings: Mapping[str, Kept], trees: Mapping[str, bytes]) -> None:
        """Store nothing: a sketch is forgotten."""

    def holds_trees(self, digests: frozenset[str]) -> frozenset[str]:
        """Return those of the trees that are here."""
        return self._cache.holds_trees(digests)
