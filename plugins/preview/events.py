"""Events: what open pages are told of the site (server-sent events, as HTML's standard defines them)."""

import threading


class Events:
    """The latest message for pages; whoever has seen an older one can wait for it."""

    def __init__(self) -> None:
        """Have nothing to tell yet."""
        self._number = 0
        self._message = "{}"
        self._changed = threading.Condition()

    def announce(self, message: str) -> None:
        """Send a message, which is one line of JSON, to every page."""
        with self._changed:
            self._number += 1
            self._message = message
            self._changed.notify_all()

    def after(self, seen: int, seconds: float) -> tuple[int, str] | None:
        """Return the latest message and its number, once it is newer than one seen; None after so many seconds."""
        with self._changed:
            is_there = self._changed.wait_for(lambda: self._number > seen, seconds)
            return (self._number, self._message) if is_there else None
