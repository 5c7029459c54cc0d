"""Progress on a terminal: which stage a run is at, how far, and what remains, once it takes more than a second."""

import os
import sys
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from plugins.core.stages import Stage

if TYPE_CHECKING:
    from plugins.console.progress_line import ProgressLine

PATIENCE = 1.0
"""Seconds that pass in silence."""

PAUSE = 0.1
"""Seconds between two drawings of one stage."""


class Progress:
    """What is shown of one run's progress; nothing at first, and nothing after its end."""

    def __init__(self, stages: Mapping[str, str], words: Mapping[str, str], began: float) -> None:
        """Take the names of the stages, the words of the line, and when the run began by `time.perf_counter`."""
        self._stages, self._words = stages, words
        self._next = began + PATIENCE
        self._line: ProgressLine | None = None
        self._stage, self._total, self._done = Stage.START, 0, 0

    def begin(self, stage: Stage, total: int) -> None:
        """Show another stage, at once when there is a line already."""
        self._stage, self._total, self._done = stage, total, 0
        if self._line is not None:
            self._line.begin(self._stages[stage], total)
        self._show()

    def advance(self, count: int) -> None:
        """Show how far the stage is."""
        self._done += count
        self._show()

    def end(self) -> None:
        """Wipe the line away. A stage that begins later shows it again."""
        if self._line is not None:
            self._line.end()
            self._line = None

    def _show(self) -> None:
        now = time.perf_counter()
        if now < self._next:
            return
        self._next = now + PAUSE
        if self._line is None:
            from plugins.console.progress_line import ProgressLine  # rich is loaded only when somebody waits

            self._line = ProgressLine(self._words)
            self._line.begin(self._stages[self._stage], self._total)
        self._line.show(self._done)


def is_watched(form: str) -> bool:
    """Tell whether a person looks on: messages are text, and both streams go to a terminal that can move its cursor."""
    can_move = os.environ.get("TERM", "") not in {"", "dumb"}
    return form == "text" and can_move and sys.stdout.isatty() and sys.stderr.isatty()
