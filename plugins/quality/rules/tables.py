"""Tables have header cells, so that a cell can be told by its column or row."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, elements
from plugins.core.writing import Writing


def tables_without_headers(writing: Writing) -> Iterable[Diagnostic]:
    """Find tables none of whose header cells says anything (TXT007)."""
    for table, place in zip(writing.elements, writing.places, strict=True):
        if table.tag == "table" and not any(cell.tag == "th" and _text(cell) for cell in elements([table])):
            yield diagnostic("TXT007", place)


def _text(cell: Element) -> str:
    return raw_text(cell.children).strip()
