"""The renderer of variants: each is made once, and taken from the cache ever after."""

from functools import cached_property
from pathlib import Path

from plugins.core.outputs import Materials, Rendering
from plugins.images.outlet import VariantView
from plugins.images.store import Store
from plugins.images.version import HERE, version_of


class VariantRenderer:
    """Makes variants, or takes those that were made before."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    @cached_property
    def version(self) -> str:
        """What a variant depends on beside its original and its size."""
        return version_of(HERE, "encoding", "decoding")

    @cached_property
    def _store(self) -> Store:
        return Store(self._cache, self.version)

    def __call__(self, view: VariantView, materials: Materials) -> Rendering:
        """Give a variant's bytes."""
        name = f"{view.digest}-{view.width}x{view.height}.webp"
        return Rendering(self._store.kept(name, lambda: self._made(view, materials)))

    def _made(self, view: VariantView, materials: Materials) -> bytes:
        from plugins.images.encoding import encoded

        return encoded(materials.file(view.original), view.width, view.height)
