"""A table in words: a line for each row, "header: value; header: value"."""

from collections.abc import Iterable, Sequence

from plugins.core.markup.line import line_of
from plugins.core.markup.normal_form import is_block
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree

MOST_COLUMNS = 200
"""A cell that claims to span more is not believed."""

NOTHING = "–"
"""Stands for an empty cell below a header."""


def table_rows(table: Element, language: str) -> list[Tree]:
    """A table as lines: its caption, then one for each row; a table of headers alone is one line of them."""
    parts = {part.tag: part for part in table.children if isinstance(part, Element)}
    headers, values = _rows(parts, "thead"), [*_rows(parts, "tbody"), *_rows(parts, "tfoot")]
    if not headers and values and all(cell.tag == "th" for cell in _cells(values[0])):
        headers.append(values.pop(0))
    titles = _titles(headers, language)
    lines = [_said(parts["caption"], language)] if "caption" in parts else []
    grid = _grid(values)
    lines.append(_line(grid[0], titles, language) if grid else _separated(titles, ", "))
    # A link or a note of a header is said once; below that its words are enough.
    titles = [_plain(title) for title in titles]
    lines += [_line(row, titles, language) for row in grid[1:]]
    return [line for line in lines if line]


def _rows(parts: dict[str, Element], name: str) -> list[Element]:
    return [row for row in parts[name].children if isinstance(row, Element)] if name in parts else []


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row.children if isinstance(cell, Element)]


def _said(cell: Element, language: str) -> Tree:
    """What a cell or the caption says, as words of a line."""
    own = cell.get("lang")
    content = line_of(cell.children, own or language) if any(map(is_block, cell.children)) else cell.children
    return (Element("span", (("lang", own),), content),) if own and content else content


def _span(cell: Element, name: str) -> int:
    value = cell.get(name) or ""
    return min(max(int(value), 1), MOST_COLUMNS) if value.isascii() and value.isdigit() else 1


def _grid(rows: Sequence[Element]) -> list[list[tuple[int, int, Element]]]:
    """For each row its cells as (first column, columns, cell); a cell that spans rows is in each of them."""
    result: list[list[tuple[int, int, Element]]] = []
    spanning: list[tuple[int, int, Element, int]] = []
    for row in rows:
        placed = [(column, width, cell) for column, width, cell, _ in spanning]
        spanning = [(column, width, cell, left - 1) for column, width, cell, left in spanning if left > 1]
        taken = {column + more for column, width, _ in placed for more in range(width)}
        column = 0
        for cell in _cells(row):
            while column in taken:
                column += 1
            width = _span(cell, "colspan")
            placed.append((column, width, cell))
            if _span(cell, "rowspan") > 1:
                spanning.append((column, width, cell, _span(cell, "rowspan") - 1))
            column += width
        result.append(sorted(placed, key=lambda entry: entry[0]))
    return result


def _titles(headers: Sequence[Element], language: str) -> list[Tree]:
    titles: list[list[Tree]] = []
    for row in _grid(headers):
        for column, width, cell in row:
            title = _said(cell, language)
            for place in range(column, column + width):
                titles += [[] for _ in range(place + 1 - len(titles))]
                if title and title not in titles[place]:
                    titles[place].append(title)
    return [_separated(parts, ", ") for parts in titles]


def _line(row: Sequence[tuple[int, int, Element]], titles: Sequence[Tree], language: str) -> Tree:
    pairs: list[Tree] = []
    for column, width, cell in row:
        above = list(dict.fromkeys(title for title in titles[column : column + width] if title))
        value = _said(cell, language) or ((NOTHING,) if above else ())
        if above:
            pairs.append((*_separated(above, ", "), ": ", *value))
        elif value:
            pairs.append(value)
    return _separated(pairs, "; ")


def _separated(parts: Iterable[Tree], separator: str) -> Tree:
    result: list[Node] = []
    for part in parts:
        if part:
            if result:
                result.append(separator)
            result += part
    return tuple(result)


def _plain(title: Tree) -> Tree:
    """The words of a title without its marks, but those of another language."""
    return tuple(
        node if isinstance(node, str) or (node.get("lang") and node.tag != "a") else raw_text(node.children)
        for node in title
        if isinstance(node, str) or node.get("class") != "note-mark"
    )
