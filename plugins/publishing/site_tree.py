"""The files of a site, wherever they stand: what they are, how large, and how to read them."""

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct

Read: TypeAlias = Callable[[Collection[str]], Mapping[str, bytes]]
"""Reads files by their paths, all at once."""


def _nothing(_: Collection[str]) -> Mapping[str, bytes]:
    return {}


class SiteTree(Struct, frozen=True):
    """A tree: digests and sizes in bytes by path. Digests of one destination can be compared with one another only."""

    files: Mapping[str, str]
    sizes: Mapping[str, int]
    read: Read = _nothing


NO_TREE = SiteTree({}, {})


def tree_in(folder: Path, files: Mapping[str, str]) -> SiteTree:
    """Look at a tree in a folder, whose digests are known.

    Of a file that is not there, as one that only the destination adds, there is nothing to read.
    """
    there = dict(files_of(folder))

    def read(paths: Collection[str]) -> Mapping[str, bytes]:
        return {path: there[path].read_bytes() for path in paths if path in there}

    return SiteTree(files, {path: there[path].stat().st_size if path in there else 0 for path in files}, read)


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Walk over the files of a tree, by path with `/`."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base) / name
            yield path.relative_to(folder).as_posix(), path
