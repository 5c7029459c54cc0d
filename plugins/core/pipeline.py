"""The seam between the engine and the rooms: what each room puts at the disposal of a run.

A room's `plugin.py` connects a handler to `opening`; the engine makes one `Pipeline` a run, sends it round, and then
walks through its stages. Rooms thus never import one another, nor the engine.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeAlias

from msgspec import Struct

from plugins.core.block_contract import BlockIdentity
from plugins.core.diagnostics import Diagnostic, Place
from plugins.core.documents import ContentFile, Kept, PictureFacts, Reading, Version
from plugins.core.index import SiteIndex
from plugins.core.ledger import Ledger
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Outlet, Output, Renderer, Sequel, Trees
from plugins.core.site import Site
from plugins.core.stages import Stages, Unwatched
from plugins.core.stale_pages import PresentBlock
from plugins.core.surroundings import Surround
from plugins.core.traces import Trace
from plugins.core.writing import WritingRule


class Opening:
    """Where rooms connect the handlers that equip a pipeline: they run in the order in which they were connected.

    A signal of blinker's, which Pelican uses, would call them in any order: it keeps them in a set.
    """

    def __init__(self) -> None:
        self._handlers: dict[Callable[[Pipeline], None], None] = {}

    def connect(self, handler: "Callable[[Pipeline], None]") -> None:
        """Connect a handler; one that is connected already keeps its place."""
        self._handlers.setdefault(handler)

    def send(self, pipeline: "Pipeline") -> None:
        """Send a pipeline round."""
        for handler in self._handlers:
            handler(pipeline)


opening = Opening()


class Folders(Struct, frozen=True):
    """The folders of a run."""

    content: Path
    output: Path
    cache: Path
    theme: Path


class DamagedCacheError(Exception):
    """The cache could not be read and is gone; what it held has to be made anew."""


class Cache(Protocol):
    """What lasts from one run to the next; losing it costs time and nothing else."""

    def readings(self) -> Mapping[str, Kept]:
        """Give what was stored of each source: path to (key, value)."""

    def keep_readings(self, readings: Mapping[str, Kept], trees: Mapping[str, bytes]) -> None:
        """Store what came of reading: the readings as they now are, and the trees that are new, encoded."""

    def holds_trees(self, digests: frozenset[str]) -> frozenset[str]:
        """Tell which of the trees are here."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""


Spread: TypeAlias = Callable[[Callable[[Any], Any], Sequence[Any]], list[Any]]
"""Let a function work through items, with every core when that pays; results in the order of the items."""


class PictureSurvey(Protocol):
    """Looks at files of the content folder that are pictures; its facts are cached with the file."""

    @property
    def version(self) -> str:
        """What the facts depend on beside the file: when it changes, every picture is looked at again."""

    def look(self, content: Path, path: str, digest: str) -> PictureFacts | None:
        """Give the facts of a picture; None for a file that nobody would take for one."""


class FileSurvey(Protocol):
    """Looks into attachments for what may be private; what it finds is cached with the file."""

    @property
    def version(self) -> str:
        """What the traces depend on beside the file."""

    def look(self, content: Path, path: str) -> tuple[Trace, ...]:
        """Give the traces of personal data in a file."""


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


class ContentRead(Struct, frozen=True):
    """Everything that the content folder said."""

    site: Site | None
    readings: tuple[Reading, ...]
    files: Mapping[str, ContentFile]
    diagnostics: tuple[Diagnostic, ...]


class LedgerRead(Struct, frozen=True):
    """The last release's ledger, and the faults of its file."""

    ledger: Ledger
    diagnostics: tuple[Diagnostic, ...] = ()


class OutputTree(Protocol):
    """The output tree as it would be after this run: what verifiers look at."""

    @property
    def inspections(self) -> Mapping[str, Inspection]:
        """What is known of every output, by path."""

    @property
    def changed(self) -> frozenset[str]:
        """Paths whose bytes this run made anew."""

    @property
    def waiting(self) -> Mapping[str, Output]:
        """The outputs that wait until somebody asks for them, by path: what leads to them leads somewhere."""

    def read(self, path: str) -> bytes:
        """Give an output's bytes."""

    def tree(self, digest: str) -> Tree:
        """Load the tree of a body."""


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


class Report(Protocol):
    """Writes diagnostics for people or for tools."""

    def __call__(
        self, diagnostics: Sequence[Diagnostic], language: str, format: str, content: Path, cwd: Path, colour: bool
    ) -> str:
        """Give the text: sorted, all at once, paths as seen from `cwd`; `format` is text, json or github."""


Parse: TypeAlias = Callable[[str, bytes], tuple[Version, Tree] | None]
"""Read a source's bytes, of any time, by the path that says its type and language; None when they make no version."""


class Desk(Protocol):
    """A page of the preview where somebody looks at the state of the content and decides; never part of the site."""

    def page(self, index: SiteIndex, address: str, language: str) -> bytes:
        """Write the page as HTML in a language of messages; its forms are sent to `address`."""

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Do what a form on the page asks for; a form that asks for nothing known changes nothing."""


PresentBlocks: TypeAlias = Callable[[SiteIndex, Collection[BlockIdentity], Trees], Mapping[BlockIdentity, PresentBlock]]
"""Makes blocks of the content as it now is, without writing them; one that has no file is left out."""

LastRelease: TypeAlias = Callable[[SiteIndex], Ledger | None]
"""Gives the ledger of the last release as far as this machine knows, without asking another; None when it does not."""

Verifier: TypeAlias = Callable[[SiteIndex, OutputTree], Iterable[Diagnostic]]


@dataclass
class Pipeline:
    """A run: its folders, and what the rooms contribute to each stage."""

    folders: Folders
    base_url: str | None = None
    """Takes the place of site.yaml's, for previews."""
    ledger: Path | None = None
    """The file of the last release's ledger; without one nothing has been published yet."""
    release: bool = False
    """Whether the result is for readers: what may still be undecided in a build may not be so here."""
    external: bool = False
    """Whether links to other sites are tried."""
    on_request: bool = False
    """Whether outputs that take long wait until somebody asks for them, as in a preview."""

    stages: Stages = field(default_factory=Unwatched)
    """Told what the run is doing, by whoever does it."""
    cache: Cache | None = None
    spread: Spread = field(default=lambda function, items: [function(item) for item in items])
    pictures: PictureSurvey | None = None
    attachments: FileSurvey | None = None
    writing_rules: tuple[WritingRule, ...] = ()
    writing_key: str = ""
    """What the findings of these rules depend on beside the source: when it changes, every source is read again."""
    read: "Callable[[Pipeline], ContentRead] | None" = None
    read_ledger: Callable[[Path], LedgerRead] | None = None
    rules: list[Callable[[SiteIndex], Iterable[Diagnostic]]] = field(default_factory=list)
    outlets: list[Outlet] = field(default_factory=list)
    sequels: list[Sequel] = field(default_factory=list)
    renderers: dict[str, Renderer] = field(default_factory=dict)
    renderer_keys: dict[str, str] = field(default_factory=dict)
    """What a renderer's result depends on beside the view: by kind, a digest of templates or a version."""
    base: str = ""
    """The absolute address of the site's root, once the content has been read."""
    inspect: Inspect | None = None
    verifiers: list[Verifier] = field(default_factory=list)
    stage: "Callable[[Pipeline, Sequence[Output]], Staged] | None" = None
    make: "Callable[[Pipeline, Sequence[Output]], None] | None" = None
    """Makes an output that has waited, and puts its files into the tree in place."""
    report: Report | None = None
    parse: Parse | None = None
    build_release: Callable[[Path, Path | None], int] | None = None
    """Builds what readers are to see into a folder, with the last release's ledger, and reports faults as JSON; gives
    the exit code."""
    desks: dict[str, Desk] = field(default_factory=dict)
    """The desks of the preview, by name."""
    present_blocks: PresentBlocks | None = None
    last_release: LastRelease | None = None
    surround: Surround | None = None
    """Makes the shells of pages that other rooms than that of pages bring."""
