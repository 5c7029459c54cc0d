"""Files that take long to make, kept in the cache once they are made: pictures of any kind.

The output's own records would do for one folder and one state of the program. A build into another folder, a fresh
checkout and a program that changed elsewhere find them here.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


class Store:
    """A folder of files, below it one for the version of what makes them; losing it costs time and nothing else."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give the bytes of a file, made when they are not here yet; its name says all that they depend on."""
        file = self._folder / self._version / name
        try:
            return file.read_bytes()
        except FileNotFoundError:
            data = make()
        self._keep(file, data)
        return data

    def _keep(self, target: Path, data: bytes) -> None:
        if not target.parent.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            for other in self._folder.iterdir():  # What an earlier version made is of no use any more.
                if other != target.parent:
                    shutil.rmtree(other, ignore_errors=True)
        # By renaming: whoever is interrupted, or works at the same time, leaves whole files only.
        fresh = target.with_name(f"{target.name}.{os.getpid()}")
        fresh.write_bytes(data)
        os.replace(fresh, target)
