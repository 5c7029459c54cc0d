"""Measuring one case: every program with the same posts, in turn, so that a noisy machine disturbs all alike."""

import json
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count as counter
from pathlib import Path

from bench.completeness import lacks
from bench.corpora import Corpus
from bench.posts import Expected, Post
from bench.preview import measure_visible
from bench.programs import Program, program, write_posts
from bench.results import Case
from bench.runs import FailedError, Took, build, clear, edit, is_shown

EDITS = 3
"""Edits that are made in one run of a preview server."""


@dataclass
class _Measurement:
    """What has been measured so far of one case."""

    programs: Sequence[Program]
    posts: Sequence[Expected]
    target: Post
    samples: dict[str, dict[str, list[float]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    firsts: list[Took] = field(default_factory=list)
    """Kaiku's first builds."""
    edits: "counter[int]" = field(default_factory=lambda: counter(1))

    def note(self, candidate: Program, operation: str, *measured: float) -> None:
        """Keep what was measured, and show it to whoever waits."""
        self.samples[candidate.name][operation] += measured
        shown = " ".join(f"{value:.2f}" for value in measured)
        print(f"  {candidate.name:9} {operation:10} {shown}", file=sys.stderr, flush=True)

    def build_anew(self, candidate: Program) -> None:
        """Build with nothing there; the first time the output is looked through."""
        clear(candidate)
        took = build(candidate)
        self.note(candidate, "cold", took.seconds)
        self.note(candidate, "memory", took.memory)
        if candidate.name == "kaiku":
            self.firsts.append(took)
        if len(self.samples[candidate.name]["cold"]) == 1:
            missing = list(lacks(candidate, self.posts))
            if missing:
                raise FailedError("\n".join((*missing[:20], f"{len(missing)} things are missing")))

    def build_edited(self, candidate: Program) -> None:
        """Build after one edit, and look whether its page has it."""
        words = edit(candidate, self.target, next(self.edits))
        self.note(candidate, "edit", build(candidate).seconds)
        if not is_shown(candidate, self.target, words):
            raise FailedError(f"{candidate.name}: the page does not show the edit {words}")

    def build_again(self, candidate: Program) -> None:
        """Build when nothing has changed."""
        self.note(candidate, "unchanged", build(candidate).seconds)

    def show_edits(self, candidate: Program) -> None:
        """Edit while a preview is served."""
        first = next(self.edits)
        self.edits = counter(first + EDITS)
        self.note(candidate, "visible", *measure_visible(candidate, self.target, first, EDITS))


def measure(corpus: Corpus, count: int, length: int, names: Sequence[str], rounds: int) -> Iterator[Case]:
    """Measure a corpus of one size with the programs named, and give what is known after each round.

    Raises FailedError when one of them fails.
    """
    # Not in the cache: what lies in a folder whose name begins with a dot is no content to Pelican.
    place = Path(tempfile.mkdtemp(prefix="kaiku-bench-"))
    try:
        programs = [program(name, place / name) for name in names]
        measurement = _Measurement(programs, *write_posts(programs, corpus, count, length))
        steps = (measurement.build_anew, measurement.build_edited, measurement.build_again, measurement.show_edits)
        for number in range(rounds):
            head = f"{corpus.name}, {count} × 2 posts, length {length}: round {number + 1} of {rounds}"
            print(head, file=sys.stderr, flush=True)
            for step in steps:
                for candidate in programs:
                    step(candidate)
            by_program = measurement.samples.items()
            samples = {name: {operation: list(found) for operation, found in by.items()} for name, by in by_program}
            yield Case(corpus.name, count, length, samples, stages_of(measurement.firsts))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def stages_of(builds: Sequence[Took]) -> dict[str, float]:
    """Return the stages of the build of median length; `exit` is what came after the program had reported them."""
    middle = sorted(builds, key=lambda took: took.seconds)[len(builds) // 2]
    rows = json.loads(middle.errors.splitlines()[-1])["stages"]
    stages = {row["stage"]: row["seconds"] for row in rows}
    stages["exit"] = round(middle.seconds - sum(stages.values()), 4)
    return stages
