"""The text of a link: it holds no other link, so that marks of notes stand after it."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from plugins.authoring.markdown.emphasis import Inline


def without_notes(parts: Iterable[Inline]) -> tuple[list[Inline], list[Element]]:
    """Take the marks of notes out of the parts of a link's text; give both."""
    marks: list[Element] = []
    rest: list[Inline] = []
    for part in parts:
        if isinstance(part, Element):
            if _is_mark(part):
                marks.append(part)
                continue
            _take(part, marks)
        rest.append(part)
    return rest, marks


def _take(element: Element, marks: list[Element]) -> None:
    before: Element | None = None
    for child in list(element):
        if not _is_mark(child):
            _take(child, marks)
            before = child
            continue
        words, child.tail = child.tail or "", None
        if before is None:
            element.text = (element.text or "") + words
        else:
            before.tail = (before.tail or "") + words
        element.remove(child)
        marks.append(child)


def _is_mark(element: Element) -> bool:
    return element.tag == "sup" and any(child.get("_part") for child in element)
