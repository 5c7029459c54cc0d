"""Progress on a terminal: which stage a run is at, how far, and what remains, once it takes more than a second.

A run that is busy with one long thing, such as a large photo, tells nothing meanwhile: the system's alarm clock asks.
"""

import os
import signal
import sys
import threading
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

ALARM = 0.5
"""Seconds between two looks at a stage that tells nothing."""


class Progress:
    """What is shown of one run's progress; nothing at first, and nothing after its end."""

    def __init__(self, stages: Mapping[str, str], words: Mapping[str, str], began: float) -> None:
        """Take the names of the stages, the words of the line, and when the run began by `time.perf_counter`."""
        self._stages, self._words = stages, words
        self._next = began + PATIENCE
        self._line: ProgressLine | None = None
        self._stage, self._total, self._done = Stage.START, 0, 0
        self._is_drawing = False
        # Only the main thread gets alarms; others, such as a preview's, are told enough by their stages.
        self._has_alarm = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        if self._has_alarm:
            signal.signal(signal.SIGALRM, lambda *_: self._show())
            signal.siginterrupt(signal.SIGALRM, False)  # what libraries wait for goes on

    def begin(self, stage: Stage, total: int) -> None:
        """Show another stage, at once when there is a line already."""
        self._stage, self._total, self._done = stage, total, 0
        self._set_alarm(ALARM)
        if self._line is not None:
            self._line.begin(self._stages[stage], total)
        self._show()

    def advance(self, count: int) -> None:
        """Show how far the stage is."""
        self._done += count
        self._show()

    def end(self) -> None:
        """Wipe the line away. A stage that begins later shows it again."""
        self._set_alarm(0)
        if self._line is not None:
            self._line.end()
            self._line = None

    def _show(self) -> None:
        now = time.perf_counter()
        if now < self._next or self._is_drawing:
            return
        self._next, self._is_drawing = now + PAUSE, True
        if self._line is None:
            from plugins.console.progress_line import ProgressLine  # rich is loaded only when somebody waits

            self._line = ProgressLine(self._words)
            self._line.begin(self._stages[self._stage], self._total)
        self._line.show(self._done)
        self._is_drawing = False

    def _set_alarm(self, seconds: float) -> None:
        if self._has_alarm:
            signal.setitimer(signal.ITIMER_REAL, seconds, seconds)


def is_watched(form: str) -> bool:
    """Whether a person looks on: messages are text, and both streams go to a terminal that can move its cursor."""
    can_move = os.environ.get("TERM", "") not in {"", "dumb"}
    return form == "text" and can_move and sys.stdout.isatty() and sys.stderr.isatty()
