"""A text of the source without the marks of the blocks that it stands in, and where its lines stand."""

from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct


class Spot(Struct, frozen=True):
    """A line and a column of a body, both from 1."""

    line: int
    column: int


DEEPEST = 40
"""Blocks within blocks, or marks within marks; far beyond what a reader could follow."""


def at(spot: Spot) -> dict[str, str]:
    """Return the attribute of an element that stands at a spot."""
    return {"_at": f"{spot.line}:{spot.column}"}


class TooDeepError(Exception):
    """A text is nested deeper than anyone could follow; `spot` is where it is."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(spot)
        self.spot = spot


class Line(Struct, frozen=True):
    """What a block holds of a line of the source, and where that begins."""

    text: str
    spot: Spot


class MarkedText:
    """The text of a paragraph, a heading or a cell; every character has its spot in the body."""

    __slots__ = ("_spots", "_starts", "text")

    def __init__(self, lines: Iterable[Line]) -> None:
        texts, self._starts, self._spots, length = [], [], [], 0
        for line in lines:
            texts.append(line.text)
            self._starts.append(length)
            self._spots.append(line.spot)
            length += len(line.text) + 1
        self.text = "\n".join(texts)

    def spot(self, offset: int) -> Spot:
        """Find where a character stands."""
        number = bisect_right(self._starts, offset) - 1
        start = self._spots[number]
        return Spot(start.line, start.column + offset - self._starts[number])

    def part(self, start: int, end: int) -> "MarkedText":
        """Cut a passage out of this one, each line at its spot."""
        lines, place = [], start
        for text in self.text[start:end].split("\n"):
            lines.append(Line(text, self.spot(place)))
            place += len(text) + 1
        return MarkedText(lines)
