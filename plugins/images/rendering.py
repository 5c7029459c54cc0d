"""The renderer of pictures: each variant is made once, and taken from the cache ever after."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.documents import Variant
from plugins.core.outputs import Materials, Rendering
from plugins.disk.code_version import code_version
from plugins.images.outlet import PictureOutputView
from plugins.images.store import Store

if TYPE_CHECKING:
    from plugins.images.encoding import Encoder

_ROOM = Path(__file__).parent
_MODULES = ("encoding", "decoding", "signatures")
"""Those by which variants are made."""


class PictureRenderer:
    """Makes the variants of pictures, or takes those that were made before."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    @cached_property
    def version(self) -> str:
        """What a variant depends on beside its original and its size."""
        return code_version(*(_ROOM / f"{name}.py" for name in _MODULES), libraries=("pillow",))

    @cached_property
    def _store(self) -> Store:
        return Store(self._cache, self.version)

    def __call__(self, view: PictureOutputView, materials: Materials) -> Rendering:
        """Return the files of a picture; the original is read only when one of them is new."""
        work = _Work(view, materials)
        files = {
            path: self._store.kept(
                f"{view.digest}-{variant.width}x{variant.height}.{form.lower()}", work.maker(variant, form)
            )
            for variant in view.variants
            for path, form in zip(variant.paths, ("WEBP", "AVIF"), strict=False)
        }
        first, *others = files
        return Rendering(files[first], beside={path: files[path] for path in others})


class _Work:
    """What is to be done for one picture, begun when the first of its files is asked for."""

    def __init__(self, view: PictureOutputView, materials: Materials) -> None:
        self._view = view
        self._materials = materials

    @cached_property
    def _encoder(self) -> "Encoder":
        from plugins.images.encoding import Encoder

        view, largest = self._view, self._view.variants[-1]
        size = largest.width, largest.height
        return Encoder(self._materials.file(view.original), size, is_drawing=view.is_drawing)

    def maker(self, variant: Variant, form: str) -> Callable[[], bytes]:
        """Return what makes a file."""
        return lambda: self._encoder.encoded((variant.width, variant.height), form)
