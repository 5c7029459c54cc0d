"""The number of the latest build, for which pages wait."""

import threading


class Builds:
    """Counts builds; whoever shows an older one can wait for the next."""

    def __init__(self) -> None:
        self._number = 0
        self._changed = threading.Condition()

    @property
    def number(self) -> int:
        """The number of the latest build."""
        return self._number

    def announce(self) -> None:
        """Tell everyone who waits that there is a new build."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def wait(self, shown: int, seconds: float) -> bool:
        """Wait until a build newer than the shown one is there; False when the time runs out first."""
        with self._changed:
            return self._changed.wait_for(lambda: self._number > shown, seconds)
