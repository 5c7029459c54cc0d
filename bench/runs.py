"""Runs of programs in new processes: how long they take, and how much memory the largest process has."""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.posts import Post
from bench.programs import Program

LAUNCHER = Path(__file__).with_name("launcher.py")


class FailedError(Exception):
    """A program did not do what it was measured for; the text says which and how."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a run took: seconds on the clock, MiB of its largest process, and what it wrote to its error stream."""

    seconds: float
    memory: float
    errors: str


def build(program: Program) -> Took:
    """Build in a new process; raises FailedError when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "took.json"
        launched = subprocess.run(
            [sys.executable, "-I", LAUNCHER, report, *program.build],
            cwd=program.folder,
            env=program.surroundings(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            check=False,
        )
        errors = launched.stderr.decode("utf-8", "replace")
        took = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {"status": launched.returncode}
    if took["status"] or launched.returncode:
        raise FailedError(f"{program.name}: {' '.join(program.build)} gave {took['status']}\n{errors[-2000:]}")
    return Took(took["seconds"], took["memory"], errors)


def clear(program: Program) -> None:
    """Put away what earlier builds have left.

    It is moved, not deleted: for half a minute ext4 looks at each inode that was freed whenever it makes another, which
    can take longer than the build.
    """
    past = program.folder.parent / "past"
    past.mkdir(exist_ok=True)
    place = Path(tempfile.mkdtemp(dir=past))
    for name in program.leavings:
        if (program.folder / name).exists():
            (program.folder / name).rename(place / name)


def edit(program: Program, post: Post, number: int) -> str:
    """Add words to a post; give them."""
    source = program.folder / program.layout.source(post)
    words = f"{post.mark} Muokkaus n{number:04d}."
    text = source.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith(post.mark))
    source.write_text(text.replace(line, words), encoding="utf-8")
    return words


def is_shown(program: Program, post: Post, words: str) -> bool:
    """Return whether the page of a post in the output has certain words."""
    page = program.folder / program.output / program.layout.address(post) / "index.html"
    return page.exists() and words in page.read_text(encoding="utf-8")
