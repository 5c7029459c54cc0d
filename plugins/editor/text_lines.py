"""The lines of a text that keeps its own line ends, by the marks of libyaml."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

_END = re.compile(r"\r\n|\r|\n")


class TextLines:
    """A text and where its lines begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        ends = [match.end() for match in _END.finditer(text)]
        self._starts = [0, *ends]
        self.newline = newline_of(text)

    def offset(self, mark: Any) -> int:
        """Return the offset of a mark, which counts lines and columns from 0."""
        return self._starts[mark.line] + mark.column if mark.line < len(self._starts) else len(self.text)

    def start_of_line(self, line: int) -> int:
        """Return where a line begins; the end of the text for one after the last."""
        return self._starts[line] if line < len(self._starts) else len(self.text)

    def line_of(self, offset: int) -> int:
        """Return the number of the line that an offset lies on."""
        return bisect_right(self._starts, offset) - 1

    def rest_of_line(self, offset: int) -> str:
        """Return what stands on a line after an offset."""
        end = _END.search(self.text, offset)
        return self.text[offset : end.start() if end else len(self.text)]

    def indent_of(self, mark: Any) -> str:
        """Return the spaces before a mark on its line; a value after other signs is as far in as it stands."""
        return " " * int(mark.column)

    def ended(self, lines: Sequence[str]) -> str:
        """Join lines, each with the text's own line end."""
        return "".join(line + self.newline for line in lines)


def newline_of(text: str) -> str:
    """Return the line end that a text uses most."""
    counts = {end: len(re.findall(pattern, text)) for end, pattern in _ENDS.items()}
    return max(counts, key=lambda end: (counts[end], end == "\n"))


_ENDS = {"\n": r"(?<!\r)\n", "\r\n": r"\r\n", "\r": r"\r(?!\n)"}
