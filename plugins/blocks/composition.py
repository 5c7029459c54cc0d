"""The tree of a block before its profile: heading, parts, text with its headings and ids made the block's own."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.blocks.losses import Uncarried
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

_LEVELS = {f"h{level}": level for level in range(1, 7)}
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

    Links are full addresses, or `#id` where the id is an element's of this tree. Marks of notes are `MARK` elements.
    """

    nodes: Tree
    notes: tuple[Note, ...]
    notes_id: str
    uncarried: tuple[Uncarried, ...]


def compose(view: BlockView, tree: Tree) -> Composition:
    """Compose a block of its view and the tree of its body, which is empty when the view has none.

    Of all elements only headings have ids.
    """
    composer = _Composer(view)
    nodes: list[Node] = [Element(f"h{view.level}", (("id", view.heading_id),), (written(view.title),))]
    nodes += composer.section(part_nodes(view.before))
    composer.ids.clear()  # the text's own `#id` links never mean a heading of the program's
    nodes += composer.section(tree)
    nodes += composer.section(part_nodes(view.after))
    notes_id = composer.new_id(BLOCK_WORDS[view.language].notes) if composer.notes else ""
    result = tuple(nodes)
    if composer.has_local_links:
        result = mapped(result, composer.localized)
    return Composition(result, tuple(composer.notes), notes_id, tuple(composer.uncarried))


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
        self.outline: list[int] = []
        self.notes: list[Note] = []
        self.uncarried: list[Uncarried] = []
        self.has_local_links = False

    def section(self, nodes: Iterable[Node]) -> list[Node]:
        """Compose nodes whose headings stand directly below the block's own."""
        self.outline.clear()
        return self.composed(nodes)

    def composed(self, nodes: Iterable[Node]) -> list[Node]:
        """Give the nodes with the block's own headings, ids and links."""
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                result.append(written(node))
                continue
            tag = node.tag
            if tag == "a":
                result += self._link(node)
            elif tag in _LEVELS:
                result.append(self._heading(node))
            elif tag == "sup" and _note_number(node):
                result.append(Element(MARK, (("number", _note_number(node)),)))
            elif tag == "div" and "footnote" in (node.get("class") or "").split():
                self._take_notes(node)
            elif not node.attributes:
                result.append(Element(tag, (), tuple(self.composed(node.children))))
            else:
                result.append(Element(tag, _attributes(node), tuple(self.composed(node.children))))
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

    def _heading(self, element: Element) -> Element:
        level = _LEVELS[element.tag]
        while self.outline and self.outline[-1] >= level:
            self.outline.pop()
        self.outline.append(level)
        new_level = self.view.level + len(self.outline)
        text = raw_text(element.children)
        if new_level > 6:
            self.uncarried.append(Uncarried(f"h{new_level}", " ".join(text.split())))
        attributes: tuple[tuple[str, str], ...] = (("id", self._renamed(element.get("id") or text)),)
        language = element.get("lang")
        if language:
            attributes += (("lang", language),)
        return Element(f"h{min(new_level, 6)}", attributes, tuple(self.composed(element.children)))

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
        "footnote-backref" in (element.get("class") or "").split()
        or (element.get("href") or "").startswith("#fnref")
    )
