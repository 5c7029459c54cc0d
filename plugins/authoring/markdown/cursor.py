"""A line of a body, and how far it has been read."""

from plugins.authoring.markdown.passage import Spot


class Cursor:
    """Stands in a line: `place` is how far that has been read, `first` where its next sign is that is no space."""

    __slots__ = ("first", "line", "number", "place")

    def __init__(self) -> None:
        self.line, self.number, self.place, self.first = "", 0, 0, 0

    def begin(self, number: int, line: str) -> None:
        """Go to the beginning of a line."""
        self.line, self.number, self.place, self.first = line, number, 0, 0

    def look(self) -> int:
        """Find the next sign; give how far it is indented."""
        rest = self.line[self.place :]
        self.first = self.place + len(rest) - len(rest.lstrip(" "))
        return self.first - self.place

    def end(self) -> None:
        """Go to the end of the line."""
        self.place = len(self.line)

    @property
    def is_blank(self) -> bool:
        """Whether nothing but spaces is left."""
        return self.first >= len(self.line)

    @property
    def indent(self) -> int:
        """How far the next sign is indented."""
        return self.first - self.place

    def spot(self, place: int) -> Spot:
        """Return where a sign of the line stands in the body."""
        return Spot(self.number, place + 1)
