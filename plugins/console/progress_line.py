"""The line that shows progress, drawn by rich: `Tekstien luku ━━━━━━━╸━━━━  1 240 / 4 000  noin 12 s jäljellä`.

It has no thread of its own, which would keep a run from forking its workers; it is drawn when it is told something.
"""

from collections.abc import Mapping

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

BAR = 24
"""Characters of the bar."""


class ProgressLine:
    """One line at the bottom of the terminal, on the error stream; messages above it stay readable."""

    def __init__(self, words: Mapping[str, str]) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(BAR), Remaining(words))
        self._progress = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
        self._task: TaskID | None = None
        self._progress.start()

    def begin(self, stage: str, total: int) -> None:
        """Begin a stage; without a total the bar says only that something goes on."""
        if self._task is not None:
            self._progress.remove_task(self._task)
        self._task = self._progress.add_task(stage, total=total or None)

    def show(self, done: int) -> None:
        """Draw how many items of the stage are done."""
        assert self._task is not None
        self._progress.update(self._task, completed=done)
        self._progress.refresh()

    def end(self) -> None:
        """Wipe the line away."""
        self._progress.stop()


class Remaining(ProgressColumn):
    """How many items of a stage are done, and about how long the others will take."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self._words = words

    def render(self, task: Task) -> Text:
        """Write what rich knows of the task in the user's language."""
        return Text(standing(int(task.completed), int(task.total or 0), task.time_remaining, self._words))


def standing(done: int, total: int, seconds: float | None, words: Mapping[str, str]) -> str:
    """Return how far a stage is; nothing where nobody counts, and no time where none can be told yet."""
    if not total:
        return ""
    counted = f"{_number(done)} / {_number(total)}"
    if seconds is None or done >= total:
        return counted
    if seconds < 90:
        return f"{counted}  {words['seconds'].format(seconds=max(1, round(seconds)))}"
    return f"{counted}  {words['minutes'].format(minutes=round(seconds / 60))}"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
