"""What the preview makes when somebody asks for it: outputs that take long and that few look at."""

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.engine.run import Run


class Requests:
    """The outputs of the latest build that have not been made; `busy` is held by whoever reads or builds."""

    def __init__(self, busy: threading.Lock) -> None:
        """Wait for the first build."""
        self._busy = busy
        self._run: Run | None = None

    @property
    def run(self) -> "Run | None":
        """The latest good build."""
        return self._run

    def renew(self, run: "Run | None") -> bool:
        """Take over the latest build; tell whether it succeeded. After one that failed, the last good tree stands."""
        self._run = run or self._run
        return run is not None

    def fulfil(self, path: str) -> bool:
        """Make the output that a path of the tree belongs to, and what it gathers; tell whether it has waited."""
        with self._busy:
            if self._run is None:
                return False
            waiting = dict(self._run.waiting)
            found = next((one for one in waiting.values() if path in one.paths or _is_below(path, one.folder)), None)
            if found is None:
                return False
            made = [*(waiting[one] for one in found.gathers if one in waiting), found]
            self._run.make(made)
            self._run.waiting = {path: one for path, one in waiting.items() if one not in made}
            return True


def _is_below(path: str, folder: str) -> bool:
    return bool(folder) and path.startswith(folder)
