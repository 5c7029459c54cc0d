"""What a run says to the person at the terminal, or to the tool that reads it."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from plugins.console.progress import Progress, is_watched
from plugins.console.texts import tables
from plugins.console.timings import timings_json, timings_text
from plugins.core.content_paths import shown_from
from plugins.core.contributions import Report
from plugins.core.diagnostics import Diagnostic
from plugins.core.index import SiteIndex
from plugins.core.languages import LANGUAGES
from plugins.core.output_tree import Commit
from plugins.core.stages import StageTime


class Audience(Struct, frozen=True):
    """The language of messages, and their form: text, json or github."""

    language: str
    format: str


_texts = partial(tables, Path(__file__).parent / "help")


def report(audience: Audience, found: Sequence[Diagnostic], write: Report | None, content: Path) -> None:
    """Print the faults; for tools that read JSON, an empty list too."""
    if write is None:
        raise RuntimeError("no room writes reports")
    if found or audience.format == "json":
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        print(write(found, audience.language, audience.format, content, Path.cwd(), colour).rstrip("\n"))


def report_plugins(audience: Audience, found: Sequence[Diagnostic]) -> None:
    """Print which rooms did not register. The room that writes reports may be one of them, so it is not asked."""
    for fault in found:
        where = (
            f"{fault.place.path}:{fault.place.line}:{fault.place.column}: {fault.severity} {fault.code} [{fault.name}]"
        )
        print(where, file=sys.stderr)
        say(audience, "plugin", **dict(fault.values))


def say(audience: Audience, key: str, **values: object) -> None:
    """Print a message; beside JSON it goes to the error stream, so that the output stays JSON."""
    stream = sys.stderr if audience.format == "json" else sys.stdout
    print(_texts(audience.language)["results"][key].format(**values), file=stream, flush=True)


def progress(audience: Audience, began: float) -> Progress | None:
    """What shows the progress of a run that began at a reading of `time.perf_counter`; None when nobody looks."""
    if not is_watched(audience.format):
        return None
    texts = _texts(audience.language)
    return Progress(texts["stages"], texts["progress"], began)


def timings(audience: Audience, times: Sequence[StageTime]) -> None:
    """Print how long each stage took; beside JSON as a line of JSON, on the error stream."""
    if audience.format == "json":
        print(timings_json(times), file=sys.stderr, flush=True)
        return
    texts = _texts(audience.language)
    point = LANGUAGES[audience.language].decimal_separator
    print(timings_text(times, texts["stages"], texts["timings"], point), flush=True)


def summary(audience: Audience, index: SiteIndex, commit: Commit | None, output: Path, seconds: float) -> None:
    """Announce how many documents there are in each language, what was written and where, and how long it took."""
    counts = ", ".join(f"{LANGUAGES[code].name} {number}" for code, number in _published(index).items())
    duration = f"{seconds:.1f}".replace(".", LANGUAGES[audience.language].decimal_separator)
    if commit is None:
        say(audience, "checked", documents=counts, seconds=duration)
        return
    written, removed = len(commit.written), len(commit.removed)
    say(
        audience,
        "built",
        documents=counts,
        seconds=duration,
        written=written,
        removed=removed,
        folder=shown_from(Path.cwd(), output),
    )


def _published(index: SiteIndex) -> dict[str, int]:
    published = [version for version in index.by_source.values() if index.is_published(version)]
    return {code: sum(version.language == code for version in published) for code in index.site.languages}
