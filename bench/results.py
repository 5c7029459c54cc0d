"""Results: what was measured of which programs with which corpus, and the calculations over it."""

import json
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

OPERATIONS = ("visible", "edit", "unchanged", "cold", "memory")
"""From an edit until the preview shows it, one edit in a new process, nothing changed, a first build (all in seconds);
memory of the largest process of a first build (MiB)."""

Samples = Mapping[str, Mapping[str, Sequence[float]]]
"""By program and operation."""


@dataclass(frozen=True, slots=True)
class Case:
    """One corpus of one size: so many posts in each of two languages, so many times as long as the shortest."""

    corpus: str
    count: int
    length: int
    samples: Samples
    stages: Mapping[str, float]
    """Seconds of Kaiku's stages in the first build of median length; they add up to its time."""

    def median(self, program: str, operation: str) -> float | None:
        """Return the median of what was measured; None when nothing was."""
        found = self.samples.get(program, {}).get(operation)
        return statistics.median(found) if found else None

    def ratio(self, peer: str, operation: str) -> float | None:
        """Return Kaiku's part of a peer's: below 1 Kaiku takes less."""
        ours, theirs = self.median("kaiku", operation), self.median(peer, operation)
        return ours / theirs if ours is not None and theirs else None


@dataclass(frozen=True, slots=True)
class ExtraCase:
    """A site of mixed texts with something that peers do not make; `beside` names the one that lacks just that."""

    name: str
    beside: str
    count: int
    pieces: int
    """How many files it is made of: cards, documents of the index, pictures, twins."""
    samples: Mapping[str, Sequence[float]]
    """Seconds by operation: `cold` and `unchanged`."""

    def median(self, operation: str) -> float:
        """Return the median of what was measured."""
        return statistics.median(self.samples[operation])


@dataclass(frozen=True, slots=True)
class Results:
    """All cases of one measurement, with the day, the machine and the versions of the programs."""

    date: str
    machine: Mapping[str, str]
    versions: Mapping[str, str]
    missing: Mapping[str, str]
    """Peers that could not be measured, and why."""
    cases: tuple[Case, ...]
    extras: tuple[ExtraCase, ...] = ()

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs in the order in which they are shown."""
        return tuple(self.versions)

    @property
    def is_disturbed(self) -> bool:
        """Whether the machine was at other work when the measurement began."""
        return float(self.machine.get("load before", 0)) > 0.5

    def of(self, corpus: str, length: int = 1) -> tuple[Case, ...]:
        """Return the cases of a corpus by number of posts."""
        found = [case for case in self.cases if (case.corpus, case.length) == (corpus, length)]
        return tuple(sorted(found, key=lambda case: case.count))


def exponent(smaller: tuple[float, float], larger: tuple[float, float]) -> float:
    """Return how a time grows between two sizes, each given as (size, time): 1 is linear, 2 quadratic."""
    return math.log(larger[1] / smaller[1]) / math.log(larger[0] / smaller[0])


def doubling_exponent(times: Sequence[float]) -> float | None:
    """Return how a time grows from those of three sizes, each twice the one before, whatever starting up takes.

    With t = a + b·n^p the differences grow by 2^p. None when they say nothing, because they are lost in noise.
    """
    first, second, third = times
    if second <= first or third <= second:
        return None
    return math.log2((third - second) / (second - first))


def write_results(results: Results, path: Path) -> None:
    """Write results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_results(path: Path) -> Results:
    """Read results that were written."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    cases = tuple(Case(**case) for case in found.pop("cases"))
    extras = tuple(ExtraCase(**extra) for extra in found.pop("extras"))
    return Results(**found, cases=cases, extras=extras)


def newest(folder: Path) -> Path:
    """Return the latest results of a folder; raises LookupError when there are none."""
    found = sorted(folder.glob("*.json"))
    if not found:
        raise LookupError(f"no results in {folder}")
    return found[-1]
