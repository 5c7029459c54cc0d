"""Tables have header cells, so that a cell can be told by its column or row."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, elements
from plugins.core.writing import Writing


def tables_without_headers(writing: Writing) -> Iterable[Diagnostic]:
    """Find tables none of whose header cells says anything (TXT007)."""
    places = writing.places()
    for table in writing.elements:
        if table.tag == "table" and not any(cell.tag == "th" and _text(cell) for cell in elements([table])):
            first = next((text for cell in elements([table]) if cell.tag == "td" and (text := _text(cell))), "|")
            yield diagnostic("TXT007", places.of(first.split("  ")[0]))


def _text(cell: Element) -> str:
    return raw_text(cell.children).strip()
