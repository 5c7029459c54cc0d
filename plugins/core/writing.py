"""A source as its author wrote it, for rules that judge the writing itself: every character still has its place."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec import Struct

from plugins.core.diagnostics import Diagnostic, Place
from plugins.core.markup.tree import Element, Tree


class Writing(Struct, frozen=True):
    """One source: its whole text with line feeds at line ends, and what was read from it."""

    path: str
    language: str
    source: str
    tree: Tree
    """The body before typesetting, so that its words are those of the source."""
    elements: tuple[Element, ...]
    """Every element of the tree, in document order."""
    strings: tuple[tuple[str, Place], ...]
    """Every string value of the front matter, with its place."""
    accepted: frozenset[str]
    """What `privacy_ok` says has been thought of: `phone`, `email`, `address`, `iban`, `card`."""
    places: tuple[Place, ...]
    """Where each of the elements stands, or what holds it."""

    def place(self, offset: int) -> Place:
        """Return the place of a character of the whole text."""
        line = self.source.count("\n", 0, offset)
        return Place(self.path, line + 1, offset - self.source.rfind("\n", 0, offset))


WritingRule: TypeAlias = Callable[[Writing], Iterable[Diagnostic]]
"""A pure function of one source; what it finds is kept with the reading, so it runs only when the source changes."""
