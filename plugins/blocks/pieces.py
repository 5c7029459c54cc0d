"""Which elements are pieces: found in one walk through an element, which every gate would let pass as it is.

Most of what people write is paragraphs, headings and flat lists of text with emphasis, code and links. For these
composing, mapping to any profile, the allow-list, the text format's filter and its editor come to the same. An element
with anything else in it is no piece and goes through all of that.
"""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from plugins.blocks.allowlist import BASIC_ELEMENTS, FULL_ELEMENTS, RESTRICTED_ELEMENTS, permitted_attributes
from plugins.blocks.piece import Piece, PieceContent
from plugins.blocks.places import Attributes, Places
from plugins.blocks.serialisation import FIRST_COMBINING, start_of, text_as_html
from plugins.blocks.targets import is_plain_target
from plugins.blocks.texts import EDGE, written_line
from plugins.cms.filtering import kept_attributes
from plugins.cms.text_format import NAMES, known_format
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
_ROOTS = _HEADINGS | LISTS | {"p"}
_MARKS = frozenset({"strong", "em", "code", "cite"})
_SAMPLE = "https://example.org/"
"""Stands for any address of the plain form: gates look at what such addresses have in common."""
_PLAIN_LINK = (("href", _SAMPLE),)


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
        self.elements = passage().elements
        self.html: list[str] = []
        self.texts: list[str] = []
        self.lines: list[str] = []
        self.hrefs: list[str] = []
        self.are_fit = True
        """Whether no line has had to be made fit."""
        self.cleans = False
        """Whether each text of a line is made fit for a file. Nearly all are fit, which one look at the line tells."""
        self.is_odd = False
        """Whether a text may begin with a combining character, which no look at a whole line tells."""

    def of(self, element: Element) -> Piece | None:
        """Give the piece that an element of the text is; None when it is none."""
        tag = element.tag
        if tag not in _ROOTS:
            return None
        if element.attributes and (tag not in _HEADINGS or element.get("lang")):
            return None
        self.html, self.lines, self.hrefs, self.are_fit = [], [], [], True
        children = self._items(element.children) if tag in LISTS else self._line(element.children)
        if not children:
            return None
        content = self._content()
        attributes: Attributes = ()
        if tag in _HEADINGS:
            wish = element.get("id") or raw_text(element.children)
            if not element.get("id") and wish != content.lines[0]:
                return None
            attributes = (("id", self.places.renamed(wish)),)
        return Piece.known(tag, attributes, children, content)

    def titled(self, heading: Element) -> Element:
        """Give the block's own heading, whose id is settled: as a piece when it is one."""
        self.html, self.lines, self.hrefs, self.are_fit = [], [], [], True
        children = self._line(heading.children)
        return Piece.known(heading.tag, heading.attributes, children, self._content()) if children else heading

    def _content(self) -> PieceContent:
        return PieceContent("".join(self.html), tuple(self.lines), tuple(self.hrefs), self.are_fit)

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
            children = self._line(opened(node.children))
            if children is None:
                return None
            self.html.append("</li>")
            items.append(node if children is node.children else Element("li", (), children))
        self.html.append("\n")
        return tuple(items)

    def _line(self, nodes: Tree) -> Tree | None:
        """Write a line; None when it is not simple, has white space at its ends or says nothing."""
        html, hrefs = len(self.html), len(self.hrefs)
        self.texts, self.cleans, self.is_odd = [], False, False
        children = self._inline(nodes, within_link=False)
        if children is None:
            return None
        line = "".join(self.texts)
        if self.is_odd or not _is_fit(line):
            del self.html[html:], self.hrefs[hrefs:]
            self.texts, self.cleans, self.are_fit = [], True, False
            children = self._inline(nodes, within_link=False)
            if children is None:
                return None
            line = "".join(self.texts)
        if line[:1].isspace() or line[-1:].isspace():
            return None
        self.lines.append(line)
        return children

    def _inline(self, nodes: Tree, *, within_link: bool) -> Tree | None:
        """Write text with its elements; None when it is not simple, or is white space only."""
        children: list[Node] = []
        is_changed, follows_text = False, False
        made: Node | None
        for node in nodes:
            if isinstance(node, str):
                if follows_text or not node:  # texts are joined by rules of their own
                    return None
                made = node
                if self.cleans:
                    made = written_line(node)
                    self.html.append(text_as_html(made))
                else:
                    self.html.append(node)
                    self.is_odd = self.is_odd or node > FIRST_COMBINING
                self.texts.append(made)
                follows_text = True
            else:
                made = self._mark(node, within_link=within_link)
                if made is None:
                    return None
                follows_text = False
            is_changed = is_changed or made is not node
            children.append(made)
        if not children or "" in children or (follows_text and len(children) == 1 and str(children[0]).isspace()):
            return None
        return tuple(children) if is_changed else nodes

    def _mark(self, element: Element, *, within_link: bool) -> Element | None:
        tag, attributes, children = element
        if tag not in self.elements or tag == "li":
            return None
        if tag == "a":
            linked = None if within_link else link_attributes(element, self.places)
            if linked is None:
                return None
            attributes, href = linked
            self.hrefs.append(href)
            self.html.append(start_of(tag, attributes))
        elif attributes:
            return None
        else:
            self.html.append(f"<{tag}>")
        content = self._inline(children, within_link=within_link or tag == "a")
        if content is None:
            return None
        self.html.append(f"</{tag}>")
        if content is children and attributes == element.attributes:
            return element
        return Element(tag, attributes, content)


def link_attributes(link: Element, places: Places) -> tuple[Attributes, str] | None:
    """Give a link's attributes and address when it leads out of the block, needs no words, and passes every gate."""
    if len(link.attributes) == 1 and link.attributes[0][0] == "href":
        href = link.attributes[0][1]
        if is_plain_target(href) and _pass(_PLAIN_LINK):  # then it stays as it is
            return link.attributes, href
    linked = places.target(link)
    if linked is None or linked[1]:
        return None
    attributes = linked[0]
    href = next(value for name, value in attributes if name == "href")
    if href.startswith("#"):
        return None
    judged = attributes
    if is_plain_target(href):
        judged = tuple([(name, _SAMPLE if name == "href" else value) for name, value in attributes])
    return (attributes, href) if _pass(judged) else None


@lru_cache(maxsize=64)
def _pass(attributes: Attributes) -> bool:
    """Tell whether every gate keeps the attributes of a link."""
    _, names, format_names = passage()
    return permitted_attributes(attributes, names) == attributes == kept_attributes(attributes, format_names)


def _is_fit(line: str) -> bool:
    """Tell whether a line is as a file may hold it, and HTML writes it alike."""
    return (
        line.isprintable()
        and "  " not in line
        and "&" not in line
        and "<" not in line
        and ">" not in line
        and unicodedata.is_normalized("NFC", line)
    )


def opened(nodes: Tree) -> Tree:
    """Give the line of an item: its own, or that of the one paragraph in it."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        return nodes
    solid = [node for node in nodes if not isinstance(node, str) or node.strip(EDGE)]
    only = solid[0] if len(solid) == 1 else ""
    return only.children if isinstance(only, Element) and only.tag == "p" and not only.attributes else nodes
