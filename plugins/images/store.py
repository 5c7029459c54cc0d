"""The variants that were ever made, kept in the cache: making one takes longer than all else that a build does.

The output's own records would do for one folder and one state of the program. A build into another folder, a fresh
checkout and a program that changed elsewhere find them here.
"""

import os
import shutil
from functools import cached_property
from pathlib import Path

from plugins.core.outputs import Materials, Rendering
from plugins.images.outlet import VariantView
from plugins.images.version import version_of


class Store:
    """A folder of variants, below it one for the version of the encoder; losing it costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def version(self) -> str:
        """What a variant depends on beside its original and its size."""
        return version_of("encoding", "decoding")

    def render(self, view: VariantView, materials: Materials) -> Rendering:
        """Give a variant's bytes, made when they are not here yet."""
        kept = self._folder / self.version / f"{view.digest}-{view.width}x{view.height}.webp"
        try:
            return Rendering(kept.read_bytes())
        except FileNotFoundError:
            data = self._made(view, materials)
        self._keep(kept, data)
        return Rendering(data)

    def _made(self, view: VariantView, materials: Materials) -> bytes:
        from plugins.images.encoding import encoded

        return encoded(materials.file(view.original), view.width, view.height)

    def _keep(self, target: Path, data: bytes) -> None:
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            for other in self._folder.iterdir():  # What an earlier encoder made is of no use any more.
                if other != target.parent:
                    shutil.rmtree(other, ignore_errors=True)
        # By renaming: whoever is interrupted, or works at the same time, leaves whole files only.
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        fresh.write_bytes(data)
        os.replace(fresh, target)
