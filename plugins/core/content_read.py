"""Reading: what the content folder and the last release said, and what lasts of it from one run to the next."""

from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic
from plugins.core.documents import ContentFile, Kept, PictureFacts, Reading, Trace
from plugins.core.ledger import Ledger
from plugins.core.markup.tree import Tree
from plugins.core.site import Site


class ContentRead(Struct, frozen=True, dict=True):
    """Everything that the content folder said."""

    site: Site | None
    files: Mapping[str, ContentFile]
    outside: tuple[Diagnostic, ...]
    """The faults of settings and names."""
    kept: Mapping[str, Kept] = {}
    """What was read of each file, and by which key, for reading again."""
    renewed: Collection[str] | None = None
    """The files that alone may be other than in the reading before; None when any may be."""

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What was read of each source."""
        return tuple([value for _, value in self.kept.values() if isinstance(value, Reading)])

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every fault: of settings and names, and those of the readings."""
        return (
            *self.outside,
            *(diagnostic for read in self.readings if read.diagnostics for diagnostic in read.diagnostics),
        )


class LedgerRead(Struct, frozen=True):
    """The last release's ledger, and the faults of its file."""

    ledger: Ledger
    diagnostics: tuple[Diagnostic, ...] = ()


class DamagedCacheError(Exception):
    """The cache could not be read and is gone; what it held has to be made anew."""


class Cache(Protocol):
    """What lasts from one run to the next; losing it costs time and nothing else."""

    def readings(self) -> Mapping[str, Kept]:
        """Return what was stored of each source: path to (key, value)."""

    def keep_readings(self, readings: Mapping[str, Kept], trees: Mapping[str, bytes]) -> None:
        """Store what came of reading: the readings as they now are, and the trees that are new, encoded."""

    def keep_trees(self, trees: Mapping[str, bytes]) -> None:
        """Store new trees, encoded, of readings that are to be stored later."""

    def holds_trees(self, digests: frozenset[str]) -> frozenset[str]:
        """Return those of the trees that are here."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""


class PictureSurvey(Protocol):
    """Looks at files of the content folder that are pictures; its facts are cached with the file."""

    @property
    def version(self) -> str:
        """What the facts depend on beside the file: when it changes, every picture is looked at again."""

    def look(self, content: Path, path: str, digest: str) -> PictureFacts | None:
        """Return the facts of a picture; None for a file that nobody would take for one."""


class FileSurvey(Protocol):
    """Looks into attachments for what may be private; what it finds is cached with the file."""

    @property
    def version(self) -> str:
        """What the traces depend on beside the file."""

    def look(self, content: Path, path: str) -> tuple[Trace, ...]:
        """Return the traces of personal data in a file."""
