"""The tree of a block before its profile: heading, parts, text with its headings and ids made the block's own."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.blocks.allowlist import DROPPED
from plugins.blocks.parts import part_nodes
from plugins.blocks.targets import absolute_target
from plugins.blocks.views import BlockView
from plugins.blocks.words import BLOCK_WORDS
from plugins.core.addresses import slugify
from plugins.core.markup.links import Link, is_symbolic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, mapped

MARK = "footnote-mark"
"""Stands where the text refers to a note; its only attribute is the note's number."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no HTML file may hold."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number in the text, what it says, and ids for it and for where the text refers to it."""

    number: str
    id: str
    mark_id: str
    children: Tree


@dataclass(frozen=True, slots=True)
class Composition:
    """A block's content in terms of HTML, for any profile to map.

    The block's own heading is the only `h1`; the levels of all are settled by `outline`, when everything is mapped.
    Links are full addresses, or `#id` where the id is an element's of this tree. Marks of notes are `MARK` elements.
    """

    nodes: Tree
    notes: tuple[Note, ...]
    notes_id: str


def compose(view: BlockView, tree: Tree) -> Composition:
    """Compose a block of its view and the tree of its body, which is empty when the view has none.

    Of all elements only headings have ids, since no text format keeps others.
    """
    composer = _Composer(view)
    nodes: list[Node] = [Element("h1", (("id", view.heading_id),), (written(view.title),))]
    nodes += composer.composed(part_nodes(view.before))
    composer.ids.clear()  # the text's own `#id` links never mean a heading of the program's
    nodes += composer.composed(tree)
    nodes += composer.composed(part_nodes(view.after))
    notes_id = composer.new_id(BLOCK_WORDS[view.language].notes) if composer.notes else ""
    result = tuple(nodes)
    if composer.has_local_links:
        result = mapped(result, composer.localized)
    return Composition(result, tuple(composer.notes), notes_id)


def written(text: str) -> str:
    """Give a text as a file may hold it: composed (NFC), without control characters."""
    if text == "\n" or (text.isprintable() and unicodedata.is_normalized("NFC", text)):
        return text
    return unicodedata.normalize("NFC", _UNWRITABLE.sub("", text))


class _Composer:
    """Walks a body once, in document order."""

    def __init__(self, view: BlockView) -> None:
        self.view = view
        self.links: dict[str, Link] = {link.symbol: link for link in view.links}
        self.taken = {view.heading_id}
        self.ids: dict[str, str] = {}
        self.notes: list[Note] = []
        self.has_local_links = False
        self.elements: dict[str, Callable[[Element], list[Node]]] = {
            "a": self._link, "sup": self._raised, "div": self._division,
            **dict.fromkeys(HEADINGS, self._heading), **dict.fromkeys(DROPPED, _nothing),
        }  # fmt: skip

    def composed(self, nodes: Iterable[Node]) -> list[Node]:
        """Give the nodes with the block's own headings, ids and links."""
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                result.append(written(node))
                continue
            compose_element = self.elements.get(node.tag)
            if compose_element is not None:
                result += compose_element(node)
            else:
                attributes = _attributes(node) if node.attributes else ()
                result.append(Element(node.tag, attributes, tuple(self.composed(node.children))))
        return result

    def new_id(self, wish: str) -> str:
        """Take an id of the block's own that nothing in it has yet."""
        stem = f"{self.view.heading_id}-{slugify(wish) or 'osa'}"
        chosen, number = stem, 1
        while chosen in self.taken:
            number += 1
            chosen = f"{stem}-{number}"
        self.taken.add(chosen)
        return chosen

    def localized(self, element: Element) -> Element:
        """Let a link within the text lead to where its target now is: in the block, else on the page."""
        href = element.get("href")
        if href is None or not href.startswith("#"):
            return element
        old = href[1:]
        target = f"#{self.ids[old]}" if old in self.ids else f"{self.view.url.partition('#')[0]}{href}"
        return Element(
            element.tag,
            tuple((name, target if name == "href" else value) for name, value in element.attributes),
            element.children,
        )

    def _renamed(self, old: str) -> str:
        new = self.new_id(old)
        self.ids.setdefault(old, new)
        return new

    def _raised(self, element: Element) -> list[Node]:
        number = _note_number(element)
        if number:
            return [Element(MARK, (("number", number),))]
        return [Element("sup", _attributes(element), tuple(self.composed(element.children)))]

    def _division(self, element: Element) -> list[Node]:
        if "footnote" in (element.get("class") or "").split():
            self._take_notes(element)
            return []
        return [Element("div", _attributes(element), tuple(self.composed(element.children)))]

    def _heading(self, element: Element) -> list[Node]:
        children = tuple(self.composed(_without_headings(element.children)))
        text = raw_text(children)
        if not text.strip():
            return [Element("p", (), children)]  # what says nothing is no heading: no level is skipped after it
        attributes: tuple[tuple[str, str], ...] = (("id", self._renamed(element.get("id") or text)),)
        language = element.get("lang")
        if language:
            attributes += (("lang", language),)
        # A text has no heading of the first level: that is the block's own.
        return [Element("h2" if element.tag == "h1" else element.tag, attributes, children)]

    def _link(self, element: Element) -> list[Node]:
        children = self.composed(element.children)
        href = element.get("href")
        if not href:
            return children
        hreflang, note = element.get("hreflang"), ""
        if is_symbolic(href):
            link = self.links.get(href)
            if link is None:
                return children
            href, note = link.href, link.note
            hreflang = link.language or hreflang
        if href.startswith("#"):
            self.has_local_links = True
            target: str | None = href
        else:
            target = absolute_target(written(href), self.view.url)
        if target is None:
            return children
        attributes: tuple[tuple[str, str], ...] = (("hreflang", hreflang),) if hreflang else ()
        attributes += (("href", target),)
        language = element.get("lang")
        if language:
            attributes += (("lang", language),)
        if note and not raw_text(children).rstrip().endswith(note):
            children.append(f" {note}")
        return [Element("a", attributes, tuple(children))]

    def _take_notes(self, element: Element) -> None:
        for part in element.children:
            if isinstance(part, str) or part.tag not in ("ol", "ul"):
                continue
            for item in part.children:
                if not isinstance(item, str):
                    number = str(len(self.notes) + 1)
                    ids = self.new_id(f"fn-{number}"), self.new_id(f"fnref-{number}")
                    children = self.composed(mapped(item.children, _without_backlinks))
                    self.notes.append(Note(number, *ids, tuple(children)))


def _nothing(_element: Element) -> list[Node]:
    return []


def _without_headings(nodes: Tree) -> Tree:
    """Give the content of a heading, where another heading, as no parser leaves it, is text."""
    if all(isinstance(node, str) for node in nodes):
        return nodes
    return mapped(
        nodes, lambda element: element if element.tag not in HEADINGS else Element("span", (), element.children)
    )


def _attributes(element: Element) -> tuple[tuple[str, str], ...]:
    return tuple((name, written(value)) for name, value in element.attributes if name != "id")


def _note_number(element: Element) -> str:
    """Give the number that refers to a note, as `1` of `<sup><a class="footnote-ref" href="#fn:1">`; else nothing."""
    for child in element.children:
        if not isinstance(child, str) and child.tag == "a":
            marked = "footnote-ref" in (child.get("class") or "").split()
            if marked or (child.get("href") or "").startswith("#fn:"):
                return raw_text(child.children).strip("[] ")
    return ""


def _without_backlinks(element: Element) -> Element:
    kept = tuple(child for child in element.children if isinstance(child, str) or not _is_backlink(child))
    if len(kept) == len(element.children):
        return element
    if kept and isinstance(kept[-1], str):
        kept = (*kept[:-1], kept[-1].rstrip())
    return element.holding(kept)


def _is_backlink(element: Element) -> bool:
    return element.tag == "a" and (
        "footnote-backref" in (element.get("class") or "").split() or (element.get("href") or "").startswith("#fnref")
    )
