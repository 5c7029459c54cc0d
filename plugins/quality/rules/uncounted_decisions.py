"""The decisions of a meeting are written so that its summary and the project's list of decisions have them."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import DocumentType
from plugins.core.markup.minutes import decisions
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, heading_level, parted
from plugins.core.writing import Writing

_LINES = frozenset({"p", "li", "td", "th", "dt", "dd"})
_LIKE_DECISION = re.compile(
    r"(?:[0-9.]+[ ]+)?(?P<word>päätös|päätökset|beslut|besluten|decisions?)(?:[ ][0-9]{1,2})?"
    r"\s*(?::|[ ][–—]|$)\s*",
    re.IGNORECASE,
)


def uncounted_decisions(writing: Writing) -> Iterable[Diagnostic]:
    """Find lines and headings that name a decision and are none (TXT024)."""
    if writing.path.partition("/")[0] != DocumentType.MEETINGS:
        return
    counted = set(_counted(writing))
    title: Diagnostic | None = None  # a line that only names decisions; some may follow
    for element, place in zip(writing.elements, writing.places, strict=True):
        is_counted = id(element) in counted
        if title is not None and heading_level(element):
            yield title
        if is_counted or heading_level(element):
            title = None
        for found, says_more in _like_decisions(_lines(element), place, from_line=int(is_counted)):
            if says_more:
                yield found
            else:
                title = title or found
    if title is not None:
        yield title


def _like_decisions(lines: list[str], place: Place, *, from_line: int) -> Iterator[tuple[Diagnostic, bool]]:
    """Find lines that name a decision, and whether they say which."""
    for number, line in enumerate(lines[from_line:], from_line):
        if match := _LIKE_DECISION.match(line):
            stands = Place(place.path, place.line + number, place.column)
            yield diagnostic("TXT024", stands, word=match["word"]), match.end() < len(line)


def _counted(writing: Writing) -> Iterator[int]:
    """List the elements that decisions begin with: an item, and the paragraph in it."""
    for element, _ in decisions(writing.tree):
        yield id(element)
        yield from (id(child) for child in element.children if isinstance(child, Element) and child.tag == "p")


def _lines(element: Element) -> list[str]:
    """Return the lines of an element's own text, as they stand in the source."""
    if element.tag not in _LINES and not heading_level(element):
        return []
    return [line.strip() for line in "".join(map(_source_text, parted(element.children)[0])).split("\n")]


def _source_text(node: Node) -> str:
    if isinstance(node, str):
        return node
    return "\n" if node.tag == "br" else raw_text((node,))
