"""Cells of a table in their columns, also where some reach over several columns or rows."""

import re
from collections.abc import Iterable, Sequence

from bs4 import Tag

from plugins.drafts.importing.blocks import ImportedBlock

Cell = tuple[ImportedBlock, ...]

_FARTHEST = 1000
"""Columns or rows that a cell reaches over at most: browsers stop there too. No cell reaches past this column."""


def in_columns(rows: Iterable[Sequence[tuple[Tag, Cell]]]) -> tuple[tuple[Cell, ...], ...]:
    """Put cells in their columns: one that reaches over several leaves those beside and below it empty."""
    lines: list[dict[int, Cell]] = []
    taken: dict[int, int] = {}
    """How many rows more a cell from above fills of a column."""
    for row in rows:
        line: dict[int, Cell] = {}
        below: dict[int, int] = {}
        column = 0
        for cell, blocks in row:
            while taken.get(column):
                column += 1
            height, breadth = _reach(cell, "rowspan"), min(_reach(cell, "colspan"), max(1, _FARTHEST - column))
            if height > 1:
                below |= dict.fromkeys(range(column, column + breadth), height - 1)
            if blocks:
                line[column] = blocks
            column += breadth
        taken = {filled: left - 1 for filled, left in taken.items() if left > 1} | below
        lines.append(line)
    columns = sorted({column for line in lines for column in line})
    return tuple(tuple(line.get(column, ()) for column in columns) for line in lines if line)


def _reach(cell: Tag, name: str) -> int:
    """Return over how many columns or rows a cell reaches."""
    span = str(cell.get(name) or "1")
    return min(int(span), _FARTHEST) if re.fullmatch("[0-9]{1,6}", span) and int(span) else 1
