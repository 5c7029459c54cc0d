"""Where a site is published: what publishing needs of a place, and how a place says no."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Protocol

from plugins.core.values import value

FAILED, MISUSED = 1, 2


class PublishingError(Exception):
    """Publishing cannot go on: the key of a message, the values that it names, and the exit code."""

    def __init__(self, key: str, code: int = FAILED, **values: object) -> None:
        """Keep the parts; the message is put together in the language of the user."""
        super().__init__(key, values)
        self.key = key
        self.code = code
        self.values = values


@value
class Standing:
    """What stands at a destination: files by path with their digests, and the ledger; nothing before the first time."""

    files: Mapping[str, str] = field(default_factory=dict)
    ledger: bytes | None = None


class Destination(Protocol):
    """A place where a site is published. Every method may raise PublishingError."""

    @property
    def name(self) -> str:
        """What people call it."""

    def standing(self) -> Standing:
        """Look at what stands there; whatever must not be replaced is refused here, before any work is done."""

    def files(self, site: Path) -> Mapping[str, str]:
        """Give what would stand there after sending a site: paths and digests, made as those of `standing`."""

    def send(self, site: Path, message: str) -> str:
        """Put a site in the place of what stands there, whole or not at all; give a name for what stands there now."""


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Walk over the files of a tree, by path with `/`."""
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(base) / name
            yield path.relative_to(folder).as_posix(), path


def is_foreign(files: Mapping[str, str], harmless: frozenset[str]) -> bool:
    """Tell whether files are somebody else's: a release of ours always has its ledger."""
    return "ledger.json" not in files and bool(files.keys() - harmless)
