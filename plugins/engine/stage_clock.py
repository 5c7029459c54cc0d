"""The clock of a run: how long each stage took. Stages follow each other without a gap, so their times add up."""

import os
import time
from pathlib import Path
from typing import Protocol

from plugins.core.stages import Stage, StageTime, summed


class Watcher(Protocol):
    """Somebody to whom progress is shown."""

    def begin(self, stage: Stage, total: int) -> None:
        """Show a new stage."""

    def advance(self, count: int) -> None:
        """Show that items are done."""

    def end(self) -> None:
        """Show nothing any more: messages follow."""


class StageClock:
    """The stages of one run with their times; a watcher is told of each step."""

    def __init__(self, began: float | None = None, watcher: Watcher | None = None) -> None:
        """Begin with the first stage, at a reading of `time.perf_counter`: by default now."""
        self._watcher = watcher
        self._times: list[StageTime] = []
        self._stage = Stage.START
        self._began = self._since = time.perf_counter() if began is None else began
        self._processor = 0.0 if began is not None else _processor_time()

    @property
    def elapsed(self) -> float:
        """Seconds since the beginning."""
        return time.perf_counter() - self._began

    def begin(self, stage: Stage, total: int = 0) -> None:
        """End the present stage and begin another; messages end what is shown of progress."""
        self._close()
        self._stage = stage
        if self._watcher is None:
            return
        if stage is Stage.REPORT:
            self._watcher.end()
        else:
            self._watcher.begin(stage, total)

    def advance(self, count: int = 1) -> None:
        """Pass on that items are done."""
        if self._watcher is not None:
            self._watcher.advance(count)

    def end(self) -> None:
        """End what is shown of progress, however the run ended."""
        if self._watcher is not None:
            self._watcher.end()

    def times(self) -> tuple[StageTime, ...]:
        """Return what each stage took until now; their seconds add up to the time since the beginning."""
        self._close()
        return summed(self._times)

    def _close(self) -> None:
        now, processor = time.perf_counter(), _processor_time()
        self._times.append(StageTime(self._stage, now - self._since, processor - self._processor))
        self._since, self._processor = now, processor


def process_began() -> float:
    """Return the moment when this process began, as `time.perf_counter` would have told it.

    Linux knows it to a hundredth of a second, from before the launcher became Python's; elsewhere it is now.
    """
    try:
        fields = Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, AttributeError):
        age = 0.0
    return time.perf_counter() - max(age, 0.0)


def _processor_time() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system
