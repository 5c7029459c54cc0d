"""The tree of a block before its profile: heading, parts, text with its headings and ids made the block's own."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from plugins.blocks.allowlist import DROPPED
from plugins.blocks.parts import part_nodes
from plugins.blocks.piece import Piece
from plugins.blocks.pieces import Pieces
from plugins.blocks.places import Places
from plugins.blocks.texts import EDGE, written
from plugins.blocks.views import BlockView
from plugins.blocks.words import BLOCK_WORDS
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, mapped
from plugins.core.values import value

MARK = "footnote-mark"
"""Stands where the text refers to a note; its only attribute is the note's number."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@value
class Note:
    """A footnote: its number in the text, what it says, and ids for it and for where the text refers to it."""

    number: str
    id: str
    mark_id: str
    children: Tree


@value
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
    places = composer.places
    nodes: list[Node] = [composer.pieces.titled(Element("h1", (("id", view.heading_id),), (written(view.title),)))]
    nodes += composer.block(part_nodes(view.before))
    places.ids.clear()  # the text's own `#id` links never mean a heading of the program's
    nodes += composer.block(tree)
    nodes += composer.block(part_nodes(view.after))
    notes_id = places.new_id(BLOCK_WORDS[view.language].notes) if composer.notes else ""
    if places.has_local_links:
        nodes = [node if isinstance(node, Piece) else mapped((node,), places.localized)[0] for node in nodes]
    return Composition(tuple(nodes), tuple(composer.notes), notes_id)


class _Composer:
    """Walks a body once, in document order."""

    changes: ClassVar[Mapping[str, str]] = {
        "a": "link", "sup": "raised", "div": "division", **dict.fromkeys(HEADINGS, "heading"),
        **dict.fromkeys(DROPPED, "nothing"),
    }  # fmt: skip
    """The methods that change elements, by name; others stay."""

    def __init__(self, view: BlockView) -> None:
        self.places = Places(view)
        self.pieces = Pieces(self.places)
        self.notes: list[Note] = []

    def block(self, nodes: Iterable[Node]) -> list[Node]:
        """Give the nodes of the block itself, of which most are pieces."""
        result: list[Node] = []
        after_piece = True
        for node in nodes:
            piece = None if isinstance(node, str) else self.pieces.of(node)
            if piece is not None:
                result.append(piece)
            elif not (after_piece and isinstance(node, str) and not node.strip(EDGE)):  # no line begins with spaces
                result += self.composed((node,))
                after_piece = False
                continue
            after_piece = True
        return result

    def composed(self, nodes: Iterable[Node]) -> list[Node]:
        """Give the nodes with the block's own headings, ids and links."""
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                result.append(written(node))
                continue
            name = self.changes.get(node.tag)
            if name is not None:
                change: Callable[[Element], list[Node]] = getattr(self, name)
                result += change(node)
            else:
                attributes = _attributes(node) if node.attributes else ()
                result.append(Element(node.tag, attributes, tuple(self.composed(node.children))))
        return result

    def raised(self, element: Element) -> list[Node]:
        number = _note_number(element)
        if number:
            return [Element(MARK, (("number", number),))]
        return [Element("sup", _attributes(element), tuple(self.composed(element.children)))]

    def division(self, element: Element) -> list[Node]:
        if "footnote" in (element.get("class") or "").split():
            self._take_notes(element)
            return []
        return [Element("div", _attributes(element), tuple(self.composed(element.children)))]

    def heading(self, element: Element) -> list[Node]:
        children = tuple(self.composed(_without_headings(element.children)))
        text = raw_text(children)
        if not text.strip():
            return [Element("p", (), children)]  # what says nothing is no heading: no level is skipped after it
        attributes: tuple[tuple[str, str], ...] = (("id", self.places.renamed(element.get("id") or text)),)
        language = element.get("lang")
        if language:
            attributes += (("lang", language),)
        # A text has no heading of the first level: that is the block's own.
        return [Element("h2" if element.tag == "h1" else element.tag, attributes, children)]

    def link(self, element: Element) -> list[Node]:
        children = self.composed(element.children)
        linked = self.places.target(element)
        if linked is None:
            return children
        attributes, note = linked
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
                    ids = self.places.new_id(f"fn-{number}"), self.places.new_id(f"fnref-{number}")
                    children = self.composed(mapped(item.children, _without_backlinks))
                    self.notes.append(Note(number, *ids, tuple(children)))

    def nothing(self, _element: Element) -> list[Node]:
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
