"""The commands that build and judge: Pelican, run with our settings."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from plugins.console import announcements
from plugins.console.arguments import ROOT
from plugins.core.content_read import DamagedCacheError
from plugins.core.stages import Stage
from plugins.engine.stage_clock import StageClock
from plugins.engine.stop import PluginFaults

if TYPE_CHECKING:
    from plugins.engine.run import Run


class Options(Struct, frozen=True):
    """What a command was told. Folders are absolute; `now` is ISO 8601; `language` and `format` are of messages."""

    content: Path
    output: Path
    cache: Path
    base_url: str | None
    language: str
    now: str | None
    format: str
    ledger: Path | None = None
    """The file of the last release's ledger."""
    strict: bool = False
    """Whether warnings stop the run as errors do."""
    external: bool = False
    """Whether links to other sites are tried."""
    drafts: bool = False
    """Whether to show what readers may not see: for a preview only."""
    timings: bool = False
    """Whether to show at the end how long each stage took."""
    began: float | None = None
    """When the command began, by `time.perf_counter`; what came before the run then counts too."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave cyclic garbage alone during a run and what it loads: there is little, and looking for it takes long."""
    gc.disable()
    try:
        yield
    finally:
        # To the oldest generation unseen: else the next allocation would have everything looked through at once.
        gc.freeze()
        gc.unfreeze()
        gc.enable()


@_uncollected()
def build(options: Options) -> int:
    """Build the site into its folder; give the exit code."""
    return run_pelican(settings_for(options, options.output, "commit"))


@_uncollected()
def check(options: Options) -> int:
    """Judge the content as a build would, and keep nothing of the result; give the exit code."""
    return run_pelican(settings_for(options, options.cache / "check", "discard"))


@_uncollected()
def release(options: Options, folder: Path, ledger: Path | None) -> int:
    """Build what readers are to see: what is still undecided is an error. Give the exit code."""
    # What the command did before was another run, and a question to the user: it counts for none of these stages.
    order = replace(options, ledger=ledger, drafts=False, began=None)
    return run_pelican(settings_for(order, folder, "commit", "publishconf.py"))


@_uncollected()
def depart(options: Options, folder: Path, ledger: Path) -> int:
    """Build a site that has no documents, only pages where they used to stand; give the exit code."""
    order = replace(options, ledger=ledger, drafts=False, began=None)
    settings = settings_for(order, folder, "commit")
    return run_pelican({**settings, "KAIKU_DEPARTED": True})


@_uncollected()
def open_run(options: Options) -> "Run | None":
    """Open a run and read nothing yet; None when a room does not load."""
    return _opened(options, lambda _: None)


@_uncollected()
def read(options: Options) -> "Run | None":
    """Read the content as a build would; when it has errors they are reported and there is no run."""
    return _opened(options, lambda run: run.read_soundly())


@_uncollected()
def look(options: Options) -> "Run | None":
    """Read what can be read of the content, whatever its faults; only without a site there is no run."""
    return _opened(options, lambda run: run.read_leniently())


def _opened(options: Options, read: "Callable[[Run], object]") -> "Run | None":
    settings = settings_for(replace(options, timings=False), options.output, "discard")
    with _shown(settings):
        try:
            settings["PELICAN_CLASS"](settings)
            run: Run = settings["KAIKU_RUN"]
            read(run)
        except PluginFaults as stop:
            announcements.report_plugins(announcements.Audience(settings["KAIKU_LANGUAGE"], "text"), stop.diagnostics)
            return None
        except SystemExit:
            return None
    return run


def settings_for(options: Options, output: Path, ending: str, file: str = "pelicanconf.py") -> dict[str, Any]:
    """Return Pelican's settings: those of a file, and over them what the command was told."""
    audience = announcements.Audience(options.language, options.format)
    began = time.perf_counter() if options.began is None else options.began
    stages = StageClock(began, announcements.progress(audience, began))
    stages.begin(Stage.LOAD)
    from pelican.settings import read_settings

    given = {
        "PATH": str(options.content),
        "OUTPUT_PATH": str(output),
        "CACHE_PATH": str(options.cache),
        "KAIKU_BASE_URL": options.base_url,
        "KAIKU_NOW": options.now,
        "KAIKU_LANGUAGE": options.language,
        "KAIKU_FORMAT": options.format,
        "KAIKU_ENDING": ending,
        "KAIKU_STRICT": options.strict,
        "KAIKU_EXTERNAL": options.external,
        "KAIKU_DRAFTS": options.drafts,
        "KAIKU_STAGES": stages,
        "KAIKU_TIMINGS": options.timings,
        "KAIKU_LEDGER": str(options.ledger) if options.ledger else None,
    }
    settings: dict[str, Any] = read_settings(str(ROOT / file), override=given)
    return settings


def run_pelican(settings: dict[str, Any]) -> int:
    """Run Pelican without its own talk of articles and pages, once more where the cache was damaged; the exit code."""
    with _shown(settings):
        try:
            try:
                settings["PELICAN_CLASS"](settings).run()
            except DamagedCacheError:
                settings["PELICAN_CLASS"](settings).run()
        except PluginFaults as stop:
            announcements.report_plugins(announcements.Audience(settings["KAIKU_LANGUAGE"], "text"), stop.diagnostics)
            return 1
        except SystemExit as stop:
            return stop.code if isinstance(stop.code, int) else 1
    return 0


@contextmanager
def _shown(settings: dict[str, Any]) -> Iterator[None]:
    """Show what Kaiku says of a run, and nothing of Pelican's own; progress ends however the run does."""
    from pelican import console

    stages: StageClock = settings["KAIKU_STAGES"]
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before
        stages.end()
        if settings["KAIKU_TIMINGS"]:
            audience = announcements.Audience(settings["KAIKU_LANGUAGE"], settings["KAIKU_FORMAT"])
            announcements.timings(audience, stages.times())
