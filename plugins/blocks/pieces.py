"""Which elements are pieces: found in one walk through an element, which every gate would let pass as it is.

Most of what people write is paragraphs, headings and flat lists of text with emphasis, code and links. For these
composing, mapping to any profile, the allow-list, the text format's filter and its editor come to the same. An element
with anything else in it is no piece and goes through all of that.
"""

from functools import cache
from typing import NamedTuple

from plugins.blocks.allowlist import BASIC_ELEMENTS, FULL_ELEMENTS, RESTRICTED_ELEMENTS, permitted_attributes
from plugins.blocks.formats.filtering import kept_attributes
from plugins.blocks.formats.text_format import NAMES, known_format
from plugins.blocks.piece import Piece
from plugins.blocks.places import Attributes, Places
from plugins.blocks.serialisation import start_of, text_as_html
from plugins.blocks.texts import EDGE, written_line
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_ROOTS = _HEADINGS | _LISTS | {"p"}
_MARKS = frozenset({"strong", "em", "code", "cite"})


class Passage(NamedTuple):
    """What passes every gate: the elements within a piece, and the attributes of a link.

    `names` are those that the allow-lists know of a link, `format_names` those that the text formats keep.
    """

    elements: frozenset[str]
    names: frozenset[str]
    format_names: frozenset[str]


@cache
def passage() -> Passage:
    """Work out what passes from the gates themselves."""
    own = (BASIC_ELEMENTS, RESTRICTED_ELEMENTS, FULL_ELEMENTS)
    formats = [kept for kept in (known_format(name).allowed for name in NAMES) if kept is not None]
    elements = (_MARKS | {"a", "li"}).intersection(*own, *formats)
    return Passage(
        elements,
        frozenset.intersection(*(allowed.get("a", frozenset()) for allowed in own)),
        frozenset({"href", "hreflang"}).intersection(*(kept.get("a", frozenset()) for kept in formats)),
    )


class Pieces:
    """Makes pieces of the elements of one block; what is no piece is not noted anywhere."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.elements, self.names, self.format_names = passage()
        self.html: list[str] = []
        self.texts: list[str] = []
        self.lines: list[str] = []
        self.hrefs: list[str] = []

    def of(self, element: Element) -> Piece | None:
        """Give the piece that an element of the text is; None when it is none."""
        tag = element.tag
        if tag not in _ROOTS:
            return None
        if element.attributes and (tag not in _HEADINGS or element.get("lang")):
            return None
        self.html, self.lines, self.hrefs = [], [], []
        content = self._items(element.children) if tag in _LISTS else self._line(element.children)
        if not content:
            return None
        attributes: Attributes = ()
        if tag in _HEADINGS:
            wish = element.get("id") or raw_text(element.children)
            if not element.get("id") and wish != self.lines[0]:
                return None
            attributes = (("id", self.places.renamed(wish)),)
        return self._known(tag, attributes, content)

    def titled(self, heading: Element) -> Element:
        """Give the block's own heading, whose id is settled: as a piece when it is one."""
        self.html, self.lines, self.hrefs = [], [], []
        content = self._line(heading.children)
        return self._known(heading.tag, heading.attributes, content) if content else heading

    def _known(self, tag: str, attributes: Attributes, content: Tree) -> Piece:
        return Piece.known(tag, attributes, content, "".join(self.html), tuple(self.lines), tuple(self.hrefs))

    def _items(self, nodes: Tree) -> Tree | None:
        """Write the items of a list; None when one is not simple."""
        items: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                if node == "\n" or not node.strip():
                    continue
                return None
            if node.tag != "li" or node.attributes or "li" not in self.elements:
                return None
            self.html.append("\n<li>")
            content = self._line(_opened(node.children))
            if content is None:
                return None
            self.html.append("</li>")
            items.append(node if content == node.children else Element("li", (), content))
        self.html.append("\n")
        return tuple(items)

    def _line(self, nodes: Tree) -> Tree | None:
        """Write a line; None when it is not simple, has white space at its ends or says nothing."""
        self.texts = []
        content = self._inline(nodes, within_link=False)
        if content is None:
            return None
        line = "".join(self.texts)
        if line[:1].isspace() or line[-1:].isspace():
            return None
        self.lines.append(line)
        return content

    def _inline(self, nodes: Tree, *, within_link: bool) -> Tree | None:
        """Write text with its marks; None when it is not simple, or is white space only."""
        if len(nodes) == 1 and isinstance(nodes[0], str):
            only = self._text(nodes[0])
            return None if not only or only.isspace() else nodes if only is nodes[0] else (only,)
        content: list[Node] = []
        follows_text = False
        for node in nodes:
            if not isinstance(node, str):
                made: Node | None = self._mark(node, within_link=within_link)
                follows_text = False
            elif follows_text:
                return None  # texts are joined by rules of their own
            else:
                made = self._text(node)
                follows_text = True
            if not made:
                return None
            content.append(made)
        return tuple(content) or None

    def _text(self, text: str) -> str:
        line = written_line(text)
        self.texts.append(line)
        self.html.append(text_as_html(line))
        return line

    def _mark(self, element: Element, *, within_link: bool) -> Element | None:
        tag, attributes, children = element
        if tag not in self.elements or tag == "li":
            return None
        if tag == "a":
            linked = None if within_link else self._link_attributes(element)
            if linked is None:
                return None
            attributes = linked
        elif attributes:
            return None
        self.html.append(start_of(tag, attributes))
        content = self._inline(children, within_link=within_link or tag == "a")
        if content is None:
            return None
        self.html.append(f"</{tag}>")
        if content == children and attributes is element.attributes:
            return element
        return Element(tag, attributes, content)

    def _link_attributes(self, element: Element) -> Attributes | None:
        """Give a link's attributes when it leads out of the block, needs no words, and every gate keeps them."""
        linked = self.places.target(element)
        if linked is None or linked[1]:
            return None
        attributes = linked[0]
        if permitted_attributes(attributes, self.names) != attributes:
            return None
        if kept_attributes(attributes, self.format_names) != attributes:
            return None
        href = dict(attributes)["href"]
        if href.startswith("#"):
            return None
        self.hrefs.append(href)
        return attributes


def _opened(nodes: Tree) -> Tree:
    """Give the line of an item: its own, or that of the one paragraph in it."""
    solid = [node for node in nodes if not isinstance(node, str) or node.strip(EDGE)]
    only = solid[0] if len(solid) == 1 else ""
    return only.children if isinstance(only, Element) and only.tag == "p" and not only.attributes else nodes
