"""A table in words: a line for each row, "header: value; header: value"."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from plugins.blocks.profiles.shaping import one_line, says_something
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree

MOST_COLUMNS = 200
"""A cell that claims to span more is not believed."""

NOTHING = "–"
"""Stands for an empty cell below a header."""

_PARTS = frozenset({"thead", "tbody", "tfoot", "tr", "colgroup"})
_CELLS = frozenset({"td", "th", "caption", "col"})

Inline: TypeAlias = Callable[[Iterable[Node]], list[Node]]
"""Maps the content of a cell to the inline content of a profile."""


def row_groups(table: Element) -> list[tuple[str, list[Element]]]:
    """Give the rows that have cells as those of its head, of its body (rows in no group too), and of its foot."""
    groups: dict[str, list[Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for part in table.children:
        if not isinstance(part, str):
            rows = _rows(part) if part.tag in groups else [part] * (part.tag == "tr")
            groups[part.tag if part.tag in groups else "tbody"] += filter(cells_of, rows)
    return list(groups.items())


def rows_of(table: Element) -> tuple[list[Element], list[Element]]:
    """Give the rows that hold headers and the rows that hold values."""
    (_, headers), (_, body), (_, foot) = row_groups(table)
    values = body + foot
    if not headers and values and all(cell.tag == "th" for cell in cells_of(values[0])):
        headers.append(values.pop(0))
    return headers, values


def table_lines(table: Element, inline: Inline) -> list[Tree]:
    """Give a table as lines: its caption, then one for each row; a table of headers alone is one line of them."""
    headers, values = rows_of(table)
    titles = _titles(headers, inline)
    lines = [
        one_line(inline(part.children))
        for part in table.children
        if not isinstance(part, str) and part.tag == "caption"
    ]
    lines += [one_line(inline((node,))) for node in strays(table)]
    for row in _grid(values):
        lines.append(_line(row, titles, inline))
        # A link or a note of a header is said once; below that its words are enough.
        titles = [_plain(title) for title in titles]
    if not values:
        lines.append(_separated(titles, ", "))
    return [line for line in lines if says_something(line)]


def _rows(part: Element) -> list[Element]:
    return [row for row in part.children if not isinstance(row, str) and row.tag == "tr"]


def strays(part: Element) -> list[Node]:
    """Give what no parser leaves between the cells of a table, lest it be lost."""
    loose: list[Node] = []
    for node in part.children:
        if not isinstance(node, str) and node.tag in _PARTS:
            loose += strays(node)
        elif isinstance(node, str) or node.tag not in _CELLS:
            loose.append(node)
    return loose


def cells_of(row: Element) -> list[Element]:
    """Give the cells of a row."""
    return [cell for cell in row.children if not isinstance(cell, str) and cell.tag in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    value = cell.get(name) or ""
    return min(max(int(value), 1), MOST_COLUMNS) if value.isascii() and value.isdigit() else 1


def _grid(rows: Sequence[Element]) -> list[list[tuple[int, int, Element]]]:
    """Give for each row its cells as (first column, columns, cell); a cell that spans rows is in each of them."""
    result: list[list[tuple[int, int, Element]]] = []
    spanning: list[tuple[int, int, Element, int]] = []
    for row in rows:
        placed = [(column, width, cell) for column, width, cell, _ in spanning]
        spanning = [(column, width, cell, left - 1) for column, width, cell, left in spanning if left > 1]
        taken = {column + more for column, width, _ in placed for more in range(width)}
        column = 0
        for cell in cells_of(row):
            while column in taken:
                column += 1
            width = _span(cell, "colspan")
            placed.append((column, width, cell))
            if _span(cell, "rowspan") > 1:
                spanning.append((column, width, cell, _span(cell, "rowspan") - 1))
            column += width
        result.append(sorted(placed, key=lambda one: one[0]))
    return result


def _titles(headers: Sequence[Element], inline: Inline) -> list[Tree]:
    titles: list[list[Tree]] = []
    for row in _grid(headers):
        for column, width, cell in row:
            title = one_line(inline(cell.children))
            for place in range(column, column + width):
                titles += [[] for _ in range(place + 1 - len(titles))]
                if says_something(title) and title not in titles[place]:
                    titles[place].append(title)
    return [_separated(parts, ", ") for parts in titles]


def _line(row: Sequence[tuple[int, int, Element]], titles: Sequence[Tree], inline: Inline) -> Tree:
    pairs: list[Tree] = []
    for column, width, cell in row:
        above: list[Tree] = []
        for title in titles[column : column + width]:
            if title and title not in above:
                above.append(title)
        value = one_line(inline(cell.children))
        if not says_something(value):
            value = (NOTHING,) if above else ()
        if above:
            pairs.append((*_separated(above, ", "), ": ", *value))
        elif value:
            pairs.append(value)
    return one_line(_separated(pairs, "; "))


def _separated(parts: Iterable[Tree], separator: str) -> Tree:
    result: list[Node] = []
    for part in parts:
        if part:
            if result:
                result.append(separator)
            result += part
    return tuple(result)


def _plain(title: Tree) -> Tree:
    result: list[Node] = []
    for node in title:
        if isinstance(node, str) or (node.get("lang") and node.tag != "a"):
            result.append(node)
        else:
            result.append(raw_text(node.children))
    return one_line(result)
