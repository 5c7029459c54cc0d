"""The nearest known path to one that leads nowhere."""

from collections.abc import Iterable
from functools import cached_property
from posixpath import basename

from plugins.core.suggestions import Names


class Paths:
    """Known paths, prepared when first needed."""

    def __init__(self, known: Iterable[str]) -> None:
        """Take the paths."""
        self._known = known
        self._names = Names(known)

    def nearest(self, wrong: str) -> str | None:
        """Return the path most like a wrong one: first one with the right name in another folder or case."""
        return self._by_name.get(basename(wrong).casefold()) or self._names.nearest(wrong)

    @cached_property
    def _by_name(self) -> dict[str, str]:
        by_name: dict[str, str] = {}
        for path in self._known:
            by_name.setdefault(basename(path).casefold(), path)
        return by_name
