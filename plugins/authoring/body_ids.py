"""The ids of a body: the writer's own, those of its headings, and what links to them may be written like."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from plugins.authoring.markdown.passage import Spot
from plugins.authoring.safe_body import BodyElement, spot_of
from plugins.core.addresses import slugify
from plugins.core.anchors import anchors_elsewhere
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.text import STRUCK
from plugins.core.suggestions import Names

_HEADING = re.compile(r"h[1-6]")
_OF_THE_SITE = "_"
"""Ids of the theme begin so, and nothing that a writer or a heading is called."""


class BodyIds:
    """The ids of a body; headings without one of their own are given theirs."""

    def __init__(self, root: BodyElement) -> None:
        self._first: dict[str, Spot] = {}
        self._repeated: list[tuple[str, Spot]] = []
        self._reserved: list[tuple[str, Spot]] = []
        self._numbers: dict[str, int] = {}
        headings = []
        for element in root.iter():
            name = element.attrib.get("id")
            if name is not None and not _is_of_note(element):
                self._given(element, str(name))
            if _HEADING.fullmatch(element.tag):
                headings.append(element)
        texts = [_words(element) for element in headings]
        for element, text in zip(headings, texts, strict=True):
            if "id" not in element.attrib:
                element.attrib["id"] = self.free(slugify(text) or "kohta")
        names = [str(element.attrib["id"]) for element in headings]
        self._elsewhere = anchors_elsewhere(zip(texts, names, strict=True))

    @cached_property
    def names(self) -> Names:
        """All ids that a link may lead to."""
        return Names(self._first)

    def _given(self, element: BodyElement, name: str) -> None:
        spot = spot_of(element)
        if name.startswith(_OF_THE_SITE):
            self._reserved.append((name, spot))
        elif name in self._first:
            self._repeated.append((name, spot))
        else:
            self._first[name] = spot
            return
        del element.attrib["id"]

    def free(self, wanted: str) -> str:
        """Return an id that nothing has, and keep it."""
        name, number = wanted, self._numbers.get(wanted, 1)
        while name in self._first:
            number += 1
            name = f"{wanted}-{number}"
        self._first[name] = Spot(1, 1)
        self._numbers[wanted] = number
        return name

    def meant(self, fragment: str) -> str | None:
        """Find the id that a link means; also one written as GitHub names headings. The text's beginning is ``."""
        if not fragment or fragment in self._first:
            return fragment
        return self._elsewhere.get(fragment.casefold())

    def faults(self, place: Callable[[Spot], Place]) -> Iterator[Diagnostic]:
        """Report ids that are given twice (TXT018) and of those that are kept for the site (TXT019)."""
        for name, spot in self._repeated:
            yield diagnostic("TXT018", place(spot), id=name, first=place(self._first[name]).line)
        for name, spot in self._reserved:
            yield diagnostic("TXT019", place(spot), id=name)


def _is_of_note(element: BodyElement) -> bool:
    name = str(element.attrib["id"])
    return name.startswith(("_fn-", "_fnref-")) and "_at" not in element.attrib


def _words(element: BodyElement | Element) -> str:
    """Return the words of a heading as it is read, without the marks of notes and what is struck out."""
    is_mark = element.tag == "sup" and any(child.attrib.get("_part") == "footnote-ref" for child in element)
    if is_mark or element.tag in STRUCK:
        return ""
    parts = [str(element.text or "")]
    for child in element:
        parts += (_words(child), str(child.tail or ""))
    return "".join(parts)
