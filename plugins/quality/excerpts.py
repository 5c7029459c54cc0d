"""Excerpts: the line of the source where a fault stands, as a terminal can show it."""

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from plugins.core.diagnostics import Place
from plugins.core.encodings import decoded
from plugins.quality.masking import printable, without_personal_data

WIDEST = 100
"""Columns of a terminal that an excerpt takes; a longer line is cut around the place."""

_NEAR = 3 * WIDEST
"""Characters on either side of a place: far more than are shown, so that no identity code is cut before it is masked.
"""
TAB = "    "
_MOST_BYTES = 4_000_000
"""A larger file is a fault by itself; its lines are not shown."""


class Excerpt(NamedTuple):
    """A line, fit to be shown, and how many columns of a terminal stand before the place."""

    text: str
    indent: int


class SourceLines:
    """The lines of the content's files; each file is read once."""

    def __init__(self, content: Path) -> None:
        """Take the content folder."""
        self._lines = cache(lambda path: read_lines(content / path))

    def excerpt(self, place: Place, *, hides: bool = False) -> Excerpt | None:
        """Return the line of a place; None when there is no such line, or the file holds no text.

        `hides` hides what may be personal data.
        """
        lines = self._lines(place.path)
        if not 1 <= place.line <= len(lines) or not lines[place.line - 1].strip():
            return None
        line = lines[place.line - 1]
        return excerpt(without_personal_data(line) if hides else line, place.column)


def read_lines(path: Path) -> list[str]:
    """Read the lines of a file in whatever encoding it has; none when it cannot be read or is not text."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError):  # The diagnostic itself tells of a missing file; here there is just no line to show.
        return []
    if len(data) > _MOST_BYTES:
        return []
    text = decoded(data)
    return [] if "\0" in text else text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def excerpt(line: str, column: int) -> Excerpt:
    """Make a line fit to be shown: identity codes masked, tabs as spaces, cut around a column counted from 1."""
    # A line may be as long as a text, and hold a thousand faults: only what is near the place is looked at.
    first = max(column - 1 - _NEAR, 0)
    near = line[first : column + _NEAR]
    shown = printable(near.replace("\t", " "))
    cells = list(shown)
    if "\t" in near:
        cells = [TAB if original == "\t" else character for original, character in zip(near, shown, strict=True)]
    place = min(max(column - 1 - first, 0), len(cells))
    widths = list(map(width, cells))
    start, end = _window(widths, place)
    text = "".join(cells[start:end])
    indent = sum(widths[start:place])
    if start or first:
        text, indent = "…" + text, indent + 1
    if end < len(cells) or first + len(near) < len(line):
        text += "…"
    return Excerpt(text.rstrip(), indent)


def _window(widths: list[int], place: int) -> tuple[int, int]:
    """Choose which cells to show: all when they fit, else two fifths of the room before the place."""
    if sum(widths) <= WIDEST:
        return 0, len(widths)
    start, room = place, WIDEST * 2 // 5
    while start and room >= widths[start - 1]:
        start -= 1
        room -= widths[start]
    end, room = start, WIDEST - 2
    while end < len(widths) and room >= widths[end]:
        room -= widths[end]
        end += 1
    return start, end


@lru_cache(maxsize=4096)  # mostly asked of single letters, of which there are few, for every letter of every excerpt
def width(text: str) -> int:
    """Count the columns that a text takes on a terminal: two for wide letters and emoji, none for combining marks."""
    columns = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns
