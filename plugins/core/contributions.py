"""Contributions: what the rooms have for a run. Each returns its own, frozen; the engine adds them up.

A room's `plugin.py` connects a function from the settings of a run to its contributions. What only one room can do
(reading, the cache, the report) is claimed by one; rules, outlets and kinds of output add up. What two rooms claim, or
nobody does, is a fault of the program.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, TypeAlias, runtime_checkable

from msgspec import Struct, field
from msgspec.structs import fields

from plugins.core.content_read import Cache, ContentRead, FileSurvey, LedgerRead, PictureSurvey
from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.core.output_tree import Inspect, Plan, Staged, Verifier
from plugins.core.outputs import Kind, KindUpon, Outlet, Sequel, Trees, VersionOutlet
from plugins.core.stages import Stages, Unwatched
from plugins.core.writing import WritingRule


class Folders(Struct, frozen=True):
    """The folders of a run."""

    content: Path
    output: Path
    cache: Path
    theme: Path


class Settings(Struct, frozen=True):
    """What a run was told."""

    folders: Folders
    base_url: str | None = None
    """Takes the place of site.yaml's, for previews."""
    ledger: Path | None = None
    """The file of the last release's ledger; without one nothing has been published yet."""
    release: bool = False
    """Whether the result is for readers: what may still be undecided in a build may not be so here."""
    external: bool = False
    """Whether links to other sites are tried."""
    stages: Stages = field(default_factory=Unwatched)
    """Receives what the run is doing, from whoever does it."""


Spread: TypeAlias = Callable[[Callable[[Any], Any], Sequence[Any]], list[Any]]
"""Lets a function work through items, with every core when that pays; results in the order of the items."""

Rule: TypeAlias = Callable[[SiteIndex], Iterable[Diagnostic]]
"""Judges the index: a pure function to diagnostics."""

TextRule: TypeAlias = Callable[[Trees, SiteIndex], Iterable[Diagnostic]]
"""A rule that looks into texts too."""


class Report(Protocol):
    """Writes diagnostics for people or for tools."""

    def __call__(
        self, diagnostics: Sequence[Diagnostic], language: str, format: str, content: Path, cwd: Path, colour: bool
    ) -> str:
        """Return the text: sorted, all at once, paths as seen from `cwd`; `format` is text, json or github."""


class Desk(Protocol):
    """A page of the preview where somebody looks at the state of the content and decides; never part of the site."""

    def page(self, index: SiteIndex, address: str, language: str) -> bytes:
        """Write the page as HTML in a language of messages; its forms are sent to `address`."""

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Do what a form on the page asks for; a form that asks for nothing known changes nothing."""


BuildRelease: TypeAlias = Callable[[Path, Path | None], int]
"""Builds what readers are to see into a folder, with the last release's ledger, and reports faults as JSON; returns the
exit code."""


@runtime_checkable
class IntakeDesk(Desk, Protocol):
    """A desk that takes files in."""

    def take(self, index: SiteIndex, name: str, data: bytes, form: Mapping[str, str]) -> None:
        """Take a file by its name, with the other fields of its form."""


class _Several(Struct, frozen=True, kw_only=True):
    """What adds up."""

    writing_rules: tuple[WritingRule, ...] = ()
    rules: tuple[Rule, ...] = ()
    text_rules: tuple[TextRule, ...] = ()
    version_outlets: tuple[VersionOutlet, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    sequels: tuple[Sequel, ...] = ()
    verifiers: tuple[Verifier, ...] = ()
    desks: "Mapping[str, Callable[[Pipeline, BuildRelease], Desk]]" = field(default_factory=dict)
    """Opens the desks of the preview, by name."""


class Contributions(_Several, frozen=True, kw_only=True):
    """What a room has for a run: its part of what adds up, and what it alone can do."""

    kinds: Mapping[str, Kind | KindUpon] = field(default_factory=dict)
    """How outputs are rendered, by the name of their kind."""
    read: "Callable[[Pipeline], ContentRead] | None" = None
    reread: "Callable[[Pipeline, ContentRead, Collection[str]], ContentRead] | None" = None
    """Reads again what was read before; names the paths below the content folder that may have changed."""
    read_ledger: Callable[[Path], LedgerRead] | None = None
    cache: Cache | None = None
    spread: Spread | None = None
    pictures: PictureSurvey | None = None
    attachments: FileSurvey | None = None
    inspect: Inspect | None = None
    stage: "Callable[[Pipeline, Plan], Staged] | None" = None
    report: Report | None = None
    writing_key: str | None = None
    """What the findings of the rules of writing depend on beside the source: when it changes, all are read again."""


class Pipeline(_Several, frozen=True, kw_only=True):
    """The sum of all contributions, and the settings of the run."""

    settings: Settings
    kinds: Mapping[str, Kind]
    read: "Callable[[Pipeline], ContentRead]"
    reread: "Callable[[Pipeline, ContentRead, Collection[str]], ContentRead]"
    read_ledger: Callable[[Path], LedgerRead]
    cache: Cache
    spread: Spread
    pictures: PictureSurvey
    attachments: FileSurvey
    inspect: Inspect
    stage: "Callable[[Pipeline, Plan], Staged]"
    report: Report
    writing_key: str


class UnclearClaimError(Exception):
    """Two rooms claim the same thing, or nobody claims what a run needs."""


Contribute: TypeAlias = Callable[[Settings], Contributions]


class Rooms:
    """The rooms of a run, in the order in which they were connected.

    A signal of blinker's, which Pelican uses, would call them in any order: it keeps them in a set.
    """

    def __init__(self) -> None:
        self._rooms: dict[Contribute, None] = {}

    def connect(self, contribute: Contribute) -> None:
        """Connect a room's function; one that is connected already keeps its place."""
        self._rooms.setdefault(contribute)

    def contributions(self, settings: Settings) -> list[Contributions]:
        """Ask every room what it has."""
        return [contribute(settings) for contribute in self._rooms]


rooms = Rooms()


def added(settings: Settings, contributions: Sequence[Contributions]) -> Pipeline:
    """Add contributions up; raises UnclearClaimError."""
    values = {member.name: _sum(member.name, contributions) for member in fields(Contributions)}
    kinds: Mapping[str, Kind | KindUpon] = values.pop("kinds")
    plain = {name: kind for name, kind in kinds.items() if isinstance(kind, Kind)}
    upon = {name: kind.made(plain[kind.base]) for name, kind in kinds.items() if isinstance(kind, KindUpon)}
    return Pipeline(settings=settings, kinds=plain | upon, **values)


def _sum(name: str, contributions: Iterable[Contributions]) -> Any:
    claims = [claim for contribution in contributions if (claim := getattr(contribution, name)) is not None]
    if any(isinstance(claim, tuple) for claim in claims):
        return tuple(item for claim in claims for item in claim)
    if any(isinstance(claim, dict) for claim in claims):
        pairs = [pair for claim in claims for pair in claim.items()]
        if twice := {key for key, count in Counter(key for key, _ in pairs).items() if count > 1}:
            raise UnclearClaimError(f"{name}: two rooms claim {sorted(twice)}")
        return dict(pairs)
    if len(claims) != 1:
        raise UnclearClaimError(f"{name}: claimed by {len(claims)} rooms, not by one")
    return claims[0]
