"""The output tree: what is to be made, what it would be after a run, and what came of putting it in place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic, Place
from plugins.core.index import SiteIndex
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Output


class Plan(Struct, frozen=True):
    """What a run makes: its outputs, the absolute address of the site's root, and a digest of the program."""

    outputs: Sequence[Output]
    base: str
    program: str


class Inspection(NamedTuple):
    """What a finished output holds that others depend on: ids, links within the site, and faults of its own."""

    ids: frozenset[str] = frozenset()
    links: tuple[str, ...] = ()
    """Root-relative addresses with their fragments, each once; places of its own that are there are left out."""
    diagnostics: tuple[Diagnostic, ...] = ()
    source: str = ""
    """The source that the output shows, for pointing at when something is wrong; empty when it is no single one."""

    @property
    def place(self) -> Place:
        """Where to look in the content when the output is faulty."""
        return Place(self.source or "site.yaml")


Inspect: TypeAlias = Callable[[str, str, bytes, Sequence[Inspection]], Inspection]
"""Looks at a finished output: base, path, bytes, and what was found in files that these quote and leave out."""


class OutputTree(Protocol):
    """The output tree as it would be after this run: what verifiers look at."""

    @property
    def inspections(self) -> Mapping[str, Inspection]:
        """What is known of every output, by path."""

    @property
    def changed(self) -> frozenset[str]:
        """Paths whose bytes this run made anew."""

    def read(self, path: str) -> bytes:
        """Return an output's bytes."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""


Verifier: TypeAlias = Callable[[SiteIndex, OutputTree], Iterable[Diagnostic]]


class Commit(Struct, frozen=True):
    """What a commit did: paths written and paths removed."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


class ForeignFolderError(Exception):
    """The output folder holds files that no build of ours has made; a commit would remove them."""


class Staged(OutputTree, Protocol):
    """A tree that is ready but not in place yet."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The faults that rendering found, of unchanged outputs too."""

    def commit(self) -> Commit:
        """Put the changed files in place by renaming and remove those that are no longer made."""

    def discard(self) -> None:
        """Forget the staged files; the tree in place stays as it was."""


def companion(output: Path) -> Path:
    """Return the folder beside an output tree that holds its records, lock and staging: `.output.kaiku`."""
    return output.with_name(f".{output.name}.kaiku")
