"""Finding the place in the source of something that stands in the converted body.

Python-Markdown keeps no positions, so they are looked up again: the first use of a string after the last one found.
"""

import re

from plugins.core.diagnostics import Place

_FENCE = re.compile(r"^\s{0,3}(```|~~~)")
_HEADING = re.compile(r"^\s{0,3}#{1,6}(?!#)")
_UNDERLINE = re.compile(r"^(=+|-+)\s*$")


class SourcePositions:
    """The places in one body, whose first line is `first_line` of the file."""

    def __init__(self, source: str, body: str, first_line: int) -> None:
        self._source = source
        self._body = body
        self._first_line = first_line
        self._last: dict[str, int] = {}

    def of(self, text: str) -> Place:
        """Give the place of the next use of a text; of the body's beginning when it is not written like that."""
        start = self._body.find(text, self._last.get(text, 0))
        if start < 0:
            start = self._body.find(text)
        if start < 0:
            return Place(self._source, self._first_line)
        self._last[text] = start + len(text)
        line = self._body.count("\n", 0, start)
        return Place(self._source, self._first_line + line, start - self._body.rfind("\n", 0, start))

    def of_tag(self, name: str) -> Place:
        """Give the place of the next raw `<name`, whatever its case."""
        match = re.search(re.escape(name.rstrip(">")), self._body[self._last.get(name, 0) :], re.IGNORECASE)
        if match is None:
            return Place(self._source, self._first_line)
        return self.of(match[0])

    def of_headings(self) -> list[Place]:
        """Give the places of the headings written in Markdown, in order."""
        places: list[Place] = []
        fenced = False
        lines = self._body.split("\n")
        for number, line in enumerate(lines):
            if _FENCE.match(line):
                fenced = not fenced
            if fenced:
                continue
            if _HEADING.match(line):
                places.append(Place(self._source, self._first_line + number))
            elif (
                _UNDERLINE.match(line)
                and number
                and lines[number - 1].strip()
                and not lines[number - 1].startswith((" ", "|", "-"))
            ):
                places.append(Place(self._source, self._first_line + number - 1))
        return places
