"""`./kaiku bench`: Kaiku beside plain Pelican, cold and after one edit in a new process.

Kaiku is measured without blocks too, which tells what exporting them costs. Runs of all alternate, so that a noisy
machine disturbs them alike; what is shown are medians. Memory is the peak of the main process and of its largest
worker.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.corpus import write_for_kaiku, write_for_pelican

ROOT = Path(__file__).parents[1]
PELICAN_SETTINGS = """
AUTHOR = "Tekija"
SITENAME = "Koe"
SITEURL = "https://example.org"
PATH = "content"
TIMEZONE = "Europe/Helsinki"
DEFAULT_LANG = "fi"
PLUGINS = []
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
DEFAULT_PAGINATION = 20
"""

NO_BLOCKS = "blocks: {}\ndefaults: {profiles: []}\n"


@dataclass
class Contender:
    """A program, its folder, the commands that build, and what was measured (seconds)."""

    name: str
    folder: Path
    build: list[str]
    outputs: tuple[str, ...]
    edited: Path
    cold: list[float] = field(default_factory=list)
    edit: list[float] = field(default_factory=list)


def contenders(folder: Path, count: int) -> list[Contender]:
    """Lay out a corpus for each program: Kaiku, Kaiku without blocks, Pelican."""
    pelican = folder / "pelican"
    edited = write_for_pelican(pelican / "content", count)
    (pelican / "pelicanconf.py").write_text(PELICAN_SETTINGS, encoding="utf-8")
    build = [sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py"]
    plain = kaiku(folder / "plain", count, "no blocks")
    (plain.folder / "content/blocks.yaml").write_text(NO_BLOCKS, encoding="utf-8")
    return [
        kaiku(folder / "kaiku", count, "Kaiku"),
        plain,
        Contender("Pelican", pelican, build, ("output",), edited),
    ]


def kaiku(folder: Path, count: int, name: str) -> Contender:
    """Lay out a corpus for Kaiku."""
    arguments = ["--content", "content", "--output", "output", "--cache", "cache", "--now", "2026-11-01T12:00"]
    build = [sys.executable, str(ROOT / "tasks.py"), "build", *arguments]
    edited = write_for_kaiku(folder / "content", count)
    return Contender(name, folder, build, ("output", ".output.kaiku", "cache"), edited)


def timed(contender: Contender) -> float:
    """Build in a new process; give the seconds."""
    # As on anybody's machine: compiled modules are kept, also where this process was told to keep none.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = time.perf_counter()
    subprocess.run(contender.build, cwd=contender.folder, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - started


def measure_cold(contender: Contender) -> None:
    """Build with nothing there.

    What the round before has made is moved away, not deleted: for half a minute ext4 looks at each inode that was
    freed whenever it makes another, which can take longer than the build.
    """
    past = contender.folder / "past" / str(len(contender.cold))
    past.mkdir(parents=True)
    for name in contender.outputs:
        if (contender.folder / name).exists():
            (contender.folder / name).rename(past / name)
    contender.cold.append(timed(contender))


def measure_edit(contender: Contender) -> None:
    """Build after a word was added to one post."""
    with contender.edited.open("a", encoding="utf-8") as file:
        file.write("\nLisätty sana.\n")
    contender.edit.append(timed(contender))


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="./kaiku bench", description="Measure Kaiku beside plain Pelican.")
    parser.add_argument("--posts", type=int, default=1000, help="posts in each of two languages")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kaiku-bench-") as name:
        programs = contenders(Path(name), given.posts)
        steps: list[Callable[[Contender], None]] = [measure_cold, measure_edit]
        for number in range(given.rounds):
            for step in steps:
                for program in programs:
                    step(program)
            print(f"round {number + 1} of {given.rounds}", file=sys.stderr, flush=True)
        show(programs, given.posts)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"\nlargest process of all: {memory} MiB; processors: {os.cpu_count()}")
    return 0


def show(programs: list[Contender], count: int) -> None:
    """Print medians, and Kaiku's part of Pelican's."""
    print(f"{count} posts in each of two languages; medians of seconds (all runs)\n")
    print(f"{'':10}{'cold':>8}{'one edit':>10}")
    medians: list[tuple[float, float]] = []
    for program in programs:
        cold, edit = statistics.median(program.cold), statistics.median(program.edit)
        medians.append((cold, edit))
        runs = " ".join(f"{seconds:.2f}" for seconds in (*program.cold, *program.edit))
        print(f"{program.name:10}{cold:8.2f}{edit:10.2f}   ({runs})")
    ours, without, theirs = medians
    print(f"\n{'÷ Pelican':10}{ours[0] / theirs[0]:8.2f}{ours[1] / theirs[1]:10.2f}")
    print(f"{'blocks':10}{1 - without[0] / ours[0]:8.0%}{1 - without[1] / ours[1]:10.0%}   of Kaiku's time")


if __name__ == "__main__":
    sys.exit(main())
