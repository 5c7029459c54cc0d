"""The elements of a finished page with their places in its text, so that one can be cut out and the rest stays."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from plugins.core.markup.tree import VOID_TAGS


class PlacedElement:
    """An element; `name` is its id, `origin` the page whose it is, and `above` are those around it, outermost first."""

    def __init__(
        self,
        tag: str,
        attributes: Mapping[str, str | None],
        span: tuple[int, int],
        above: "tuple[PlacedElement, ...]",
    ) -> None:
        self.tag = tag
        self.name, self.href, self.origin = (attributes.get(key) or "" for key in ("id", "href", "data-from"))
        self.span = span
        self.above = above
        self.first_link: PlacedElement | None = None


def elements_of(html: str) -> list[PlacedElement]:
    """Read a page. The site's own pages are well formed: the build has looked at each."""
    return _Reader(html).elements


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [0, *(found.end() for found in re.finditer("\n", html))]
        self._open: list[PlacedElement] = []
        self.elements: list[PlacedElement] = []
        self.feed(html)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, length = self._place(), len(self.get_starttag_text() or "")
        element = PlacedElement(tag, dict(attrs), (start, start + length), tuple(self._open))
        self.elements.append(element)
        for above in self._open if tag == "a" else ():
            above.first_link = above.first_link or element
        if tag not in VOID_TAGS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read an element of SVG that closes itself."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID_TAGS:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            element = self._open.pop()
            element.span = (element.span[0], self._place() + len(f"</{tag}>"))
            if element.tag == tag:
                return
