"""Files that take long to make, kept in the cache once they are made: pictures of any kind.

The output's own records would do for one folder and one state of the program. A build into another folder, a fresh
checkout and a program that changed elsewhere find them here. Each file begins with the digest of what follows: one
that was damaged is made anew, never published.
"""

import os
import shutil
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path

from plugins.disk.replacement import put

DIGEST_BYTES = 16


class Store:
    """A folder of files, below it one for the version of what makes them; losing it costs time and nothing else."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    def kept(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes of a file, made when they are not here yet; its name says all that they depend on."""
        file = self._folder / self._version / name
        try:
            stored = file.read_bytes()
        except FileNotFoundError:
            stored = b""
        digest, data = stored[:DIGEST_BYTES], stored[DIGEST_BYTES:]
        if not data or _digest(data) != digest:
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
        fresh.write_bytes(_digest(data) + data)
        put(fresh, target)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=DIGEST_BYTES).digest()
