"""Cells of a table in their columns, also where some reach over several columns or rows."""

import re
from collections.abc import Iterable, Sequence

from bs4 import Tag

from plugins.drafts.importing.blocks import ImportedBlock

Cell = tuple[ImportedBlock, ...]

_FARTHEST = 1000
"""Columns or rows that a cell reaches over at most: browsers stop there too."""


def in_columns(rows: Iterable[Sequence[tuple[Tag, Cell]]]) -> tuple[tuple[Cell, ...], ...]:
    """Put cells in their columns: one that reaches over several leaves those beside and below it empty."""
    made: list[list[Cell]] = []
    taken: dict[int, int] = {}
    """How many rows more a cell from above fills of a column."""
    for row in rows:
        line: list[Cell] = []
        below: dict[int, int] = {}
        for cell, blocks in row:
            while taken.get(len(line)):
                line.append(())
            height, breadth = _reach(cell, "rowspan"), _reach(cell, "colspan")
            below |= dict.fromkeys(range(len(line), len(line) + breadth), height - 1)
            line += [blocks, *[()] * (breadth - 1)]
        taken = {column: left - 1 for column, left in taken.items() if left > 1} | below
        made.append(line)
    width = max(map(len, made), default=0)
    full = [[*line, *[()] * (width - len(line))] for line in made if any(line)]
    columns = [column for column in range(width) if any(line[column] for line in full)]
    return tuple(tuple(line[column] for column in columns) for line in full)


def _reach(cell: Tag, name: str) -> int:
    """Return over how many columns or rows a cell reaches."""
    said = str(cell.get(name) or "1")
    return min(int(said), _FARTHEST) if re.fullmatch("[0-9]{1,6}", said) and int(said) else 1
