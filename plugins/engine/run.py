"""A run, from settings to a site: read, decide, render, verify, commit."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from plugins.console import announcements
from plugins.core.content_read import ContentRead
from plugins.core.contributions import Folders, Pipeline, Rule, Settings, added, rooms
from plugins.core.diagnostics import Diagnostic, has_errors, in_reading_order, strictly
from plugins.core.index import SiteIndex, assemble, departed, opened
from plugins.core.ledger import EMPTY_LEDGER, Ledger
from plugins.core.output_tree import Commit, ForeignFolderError, Plan
from plugins.core.outputs import Output
from plugins.core.stages import Stage
from plugins.disk.code_version import code_version
from plugins.engine.clock import moment
from plugins.engine.planning import collisions, planned, unportable
from plugins.engine.stage_clock import StageClock
from plugins.engine.stop import ContentFaults, Misuse

_LIBRARIES = ("feedgen", "Jinja2", "MarkupSafe", "pelican", "pillow")
"""Those that make bytes of outputs."""


@cache
def _program_version() -> str:
    return code_version(Path(__file__).parents[1], libraries=_LIBRARIES)


@dataclass
class Run:
    """One run: what the rooms gave it, and what it has found so far."""

    pipeline: Pipeline
    stages: StageClock
    now: str | None
    audience: announcements.Audience
    commits: bool
    """Whether the result is put in place; otherwise it is judged and forgotten."""
    is_strict: bool = False
    """Whether a warning stops the run as an error does."""
    for_writers: bool = False
    """Whether what readers may not see is shown too, with a banner. Such a run is never a release."""
    is_departed: bool = False
    """Whether no document is shown, only the pages where the ledger knows one."""
    content: ContentRead | None = None
    index: SiteIndex | None = None
    """The content as readers see it."""
    judged: SiteIndex | None = None
    """What the rules judge: beside it what can be told of sources with faults."""
    shown: SiteIndex | None = None
    """What the outlets show: the same, or writers' index."""
    outputs: tuple[Output, ...] = ()
    diagnostics: list[Diagnostic] = field(default_factory=list)
    commit: Commit | None = None

    @classmethod
    def opened(cls, settings: dict[str, Any]) -> "Run":
        """Open a run with Pelican's settings: every room puts what it has into its pipeline."""
        folders = Folders(
            content=Path(settings["PATH"]),
            output=Path(settings["OUTPUT_PATH"]),
            cache=Path(settings["CACHE_PATH"]),
            theme=Path(settings["THEME"]),
        )
        stages: StageClock = settings["KAIKU_STAGES"] or StageClock()
        run_settings = Settings(
            folders,
            base_url=settings["KAIKU_BASE_URL"],
            ledger=Path(settings["KAIKU_LEDGER"]) if settings["KAIKU_LEDGER"] else None,
            release=settings["KAIKU_RELEASE"],
            external=settings["KAIKU_EXTERNAL"],
            stages=stages,
        )
        pipeline = added(run_settings, rooms.contributions(run_settings))
        for_writers: bool = settings["KAIKU_DRAFTS"]
        if for_writers and run_settings.release:
            raise RuntimeError("a release shows no drafts")
        audience = announcements.Audience(settings["KAIKU_LANGUAGE"], settings["KAIKU_FORMAT"])
        if settings["KAIKU_DEPARTED"]:
            # The content is not shown, so that its faults stop nobody; what these pages lead to is in another tree.
            pipeline = replace(pipeline, rules=(), text_rules=(), verifiers=())
        run = cls(pipeline, stages, settings["KAIKU_NOW"], audience, settings["KAIKU_ENDING"] == "commit")
        run.is_departed = settings["KAIKU_DEPARTED"]
        run.is_strict, run.for_writers = settings["KAIKU_STRICT"], for_writers
        return run

    def read(self) -> None:
        """Read the content folder and assemble the index, as far as the content allows."""
        self.content = self.pipeline.read(self.pipeline)
        site = self.content.site
        if site is None or not self.is_departed:
            self.diagnostics += self.content.diagnostics
        if site is not None:
            versions = [reading.version for reading in self.content.readings if reading.version is not None]
            unread = [reading.source for reading in self.content.readings if reading.version is None]
            self.stages.begin(Stage.INDEX)
            now = moment(self.now, site.zone)
            ledger = self._ledger()
            self.index = assemble(site, versions, self.content.files, now, unread, ledger)
            if self.is_departed:
                self.index = departed(self.index)
            partial = [reading.partial for reading in self.content.readings if reading.partial is not None]
            self.judged = self.index
            if partial and not self.is_departed:
                self.judged = assemble(site, [*versions, *partial], self.content.files, now, unread, ledger)
            self.shown = opened(self.index) if self.for_writers else self.index

    def read_soundly(self) -> SiteIndex:
        """Read the content, and give its index; raises ContentFaults when there are errors, reported."""
        self.read()
        self._stop_at_errors()
        assert self.index is not None
        return self.index

    def read_leniently(self) -> None:
        """Read the content; raises ContentFaults, reported, when not even its settings can be told."""
        self.read()
        if self.index is None or self.index.site.faulty:
            self._stop_at_errors()

    def _ledger(self) -> Ledger:
        """Read what the last release has left."""
        if self.pipeline.settings.ledger is None:
            return EMPTY_LEDGER
        read = self.pipeline.read_ledger(self.pipeline.settings.ledger)
        self.diagnostics += read.diagnostics
        return read.ledger

    def decide(self) -> None:
        """Judge the whole before anything is written; raises ContentFaults when there are errors."""
        if self.judged is not None and self.shown is not None:
            text_rules = (partial(rule, self.pipeline.cache) for rule in self.pipeline.text_rules)
            rules: tuple[Rule, ...] = (*self.pipeline.rules, *text_rules)
            self.stages.begin(Stage.JUDGE, len(rules))
            for rule in rules:
                self.diagnostics += rule(self.judged)
                self.stages.advance()
            self.outputs = planned(self.shown, self.pipeline)
            self.diagnostics += collisions(self.shown, self.outputs)
            self.diagnostics += unportable(self.shown, self.outputs)
        self._stop_at_errors()

    def write(self) -> None:
        """Render what changed, verify the tree as it would be, and commit; an error leaves the old tree."""
        assert self.shown is not None
        try:
            staged = self.pipeline.stage(self.pipeline, self._plan(self.outputs))
        except ForeignFolderError as error:
            announcements.say(self.audience, "foreign-folder", folder=str(error))
            raise Misuse from error
        try:
            self.diagnostics += staged.diagnostics
            self.stages.begin(Stage.VERIFY, len(self.pipeline.verifiers))
            for verifier in self.pipeline.verifiers:
                self.diagnostics += verifier(self.shown, staged)
                self.stages.advance()
            self._stop_at_errors()
            self.stages.begin(Stage.COMMIT)
            if self.commits:
                self.commit = staged.commit()
        finally:
            staged.discard()
        self._announce()

    def _plan(self, outputs: Sequence[Output]) -> Plan:
        assert self.shown is not None
        return Plan(outputs, self.shown.site.base, _program_version())

    def _stop_at_errors(self) -> None:
        if self.is_strict:
            self.diagnostics = strictly(self.diagnostics)
        if has_errors(self.diagnostics):
            self._report()
            raise ContentFaults

    def _report(self) -> None:
        self.stages.begin(Stage.REPORT)
        found = in_reading_order(self.diagnostics)
        announcements.report(self.audience, found, self.pipeline.report, self.pipeline.settings.folders.content)

    def _announce(self) -> None:
        """Report warnings and hints, then say what came of the run."""
        self._report()
        assert self.index is not None
        folder = self.pipeline.settings.folders.output
        announcements.summary(self.audience, self.index, self.commit, folder, self.stages.elapsed)
