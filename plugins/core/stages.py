"""Stages of a run: what it is doing at each moment, for the table of times and for the progress on a terminal."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class Stage(StrEnum):
    """A stage, by the key of its name in the texts of `console/help`; they come in this order."""

    START = "start"
    LOAD = "load"
    LIST = "list"
    READ = "read"
    FILES = "files"
    KEEP = "keep"
    INDEX = "index"
    JUDGE = "judge"
    PLAN = "plan"
    COMPARE = "compare"
    RENDER = "render"
    GATHER = "gather"
    VERIFY = "verify"
    LINKS = "links"
    FETCH = "fetch"
    COMMIT = "commit"
    REPORT = "report"


class Stages(Protocol):
    """Receives from whoever works which stage begins and how far it is; a stage lasts until the next one begins."""

    def begin(self, stage: Stage, total: int = 0) -> None:
        """Begin a stage; `total` counts its items where they are known."""

    def advance(self, count: int = 1) -> None:
        """Note that items of the present stage are done."""


class Unwatched:
    """Stages that nobody looks at."""

    def begin(self, stage: Stage, total: int = 0) -> None:
        """Note nothing."""

    def advance(self, count: int = 1) -> None:
        """Note nothing."""


UNWATCHED = Unwatched()


class StageTime(Struct, frozen=True):
    """What a stage took: seconds on the clock, and of all processors, those of finished workers included."""

    stage: Stage
    seconds: float
    processor: float


def summed(times: Sequence[StageTime]) -> tuple[StageTime, ...]:
    """Add up what stages took that were begun more than once, in the order of the stages."""
    return tuple(
        StageTime(stage, sum(time.seconds for time in some), sum(time.processor for time in some))
        for stage in Stage
        if (some := [time for time in times if time.stage is stage])
    )
