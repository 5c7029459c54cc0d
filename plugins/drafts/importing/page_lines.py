"""The lines of a PDF's page: its pieces of text put in rows by where they stand."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from plugins.drafts.importing.runs import Line, StyledRun, clean, folded, text_of

_LETTER = 0.48
"""The width of a letter in parts of its size, on the average."""
_STRONG = re.compile(r"bold|black|heavy|semibold", re.IGNORECASE)


class Cell(Struct, frozen=True):
    """A stretch of a line that no wide gap parts; `x` and `end` in points from the left."""

    x: float
    end: float
    runs: Line

    @property
    def text(self) -> str:
        """What the cell says."""
        return text_of(self.runs)


class PageLine(Struct, frozen=True):
    """A line of a page; `y` in points from the bottom, `size` of its letters."""

    page: int
    y: float
    size: float
    cells: tuple[Cell, ...]

    @property
    def text(self) -> str:
        """What the line says."""
        return " ".join(cell.text for cell in self.cells)

    @property
    def end(self) -> float:
        """Where the line ends."""
        return self.cells[-1].end

    @property
    def runs(self) -> Line:
        """The line as runs, with a tab where a wide gap is."""
        runs: list[StyledRun] = []
        for cell in self.cells:
            runs += [StyledRun("\t"), *cell.runs] if runs else cell.runs
        return tuple(runs)


class _Piece(Struct, frozen=True):
    text: str
    x: float
    y: float
    size: float
    strong: bool

    @property
    def end(self) -> float:
        return self.x + len(self.text.rstrip()) * self.size * _LETTER


def width(text: str, size: float) -> float:
    """Reckon the width of a text in points."""
    return len(text) * size * _LETTER


def page_lines(number: int, page: Any) -> Iterator[PageLine]:
    """Read the lines of one page from top to bottom."""
    pieces: list[_Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(tm[3] * cm[3]) or abs(tm[0] * cm[0]) or 1.0
            name = str((font or {}).get("/BaseFont", ""))
            pieces.append(_Piece(text.replace("\n", " "), x, y, max(size * scale, 1.0), bool(_STRONG.search(name))))

    page.extract_text(visitor_text=visit)
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and abs(rows[-1][0].y - piece.y) < 0.4 * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        cells = tuple(_cells(sorted(row, key=lambda piece: piece.x)))
        if cells:
            yield PageLine(number, row[0].y, max(piece.size for piece in row), cells)


def _cells(row: Sequence[_Piece]) -> Iterator[Cell]:
    together: list[_Piece] = []
    for piece in row:
        before = together[-1] if together else None
        if before is not None and piece.x - before.end > max(2.2 * piece.size, 0.15 * (before.end - before.x)):
            yield from _cell(together)
            together = []
        together.append(piece)
    yield from _cell(together)


def _cell(pieces: Sequence[_Piece]) -> Iterator[Cell]:
    runs: list[StyledRun] = []
    before: _Piece | None = None
    for piece in pieces:
        apart = before is not None and piece.x - before.end > 0.12 * piece.size and not before.text.endswith(" ")
        runs.append(StyledRun(f" {piece.text}" if apart else piece.text, strong=piece.strong))
        before = piece
    line = folded(runs)
    if before is not None and clean(text_of(line)).strip():
        yield Cell(pieces[0].x, before.end, line)
