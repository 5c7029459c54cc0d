"""Any HTML as a tree: BeautifulSoup's over lxml, which mends what is broken as the CMS's own parser does."""

from typing import TYPE_CHECKING

from plugins.cms.filtering import COMMENT
from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree

if TYPE_CHECKING:
    from bs4 import Tag

_SOLID = BLOCK_TAGS - {"div"}


def tree_of(html: str) -> Tree:
    """Read a fragment or a page; of a page the content of its body."""
    from bs4 import BeautifulSoup

    # Blank lines make paragraphs in some formats; without this BeautifulSoup folds them.
    soup = BeautifulSoup(html, "lxml", preserve_whitespace_tags={"html"})
    return _nodes(soup.body) if soup.body else ()


def _nodes(element: "Tag") -> Tree:
    from bs4 import Comment, Tag
    from bs4.element import NavigableString, PreformattedString

    result: list[Node] = []
    for child in element.children:
        if isinstance(child, Tag):
            attributes = tuple((name, _value(value)) for name, value in child.attrs.items())
            result.append(Element(child.name, attributes, _nodes(child)))
        elif isinstance(child, Comment):
            result.append(Element(COMMENT, (), (str(child),)))
        elif isinstance(child, NavigableString) and not isinstance(child, PreformattedString):
            result.append(str(child))
    return tuple(result)


def _value(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def comparable(nodes: Tree) -> Tree:
    """Return a tree without line ends between and just within blocks, its texts joined, its attributes sorted."""
    joined: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            children = comparable(node.children)
            children = _without_line_ends(children) if _is_block(node) and node.tag != "pre" else children
            joined.append(Element(node.tag, tuple(sorted(node.attributes)), children))
        elif joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    if not any(map(_is_block, joined)):
        return tuple(filter(None, joined))
    trimmed = (_trimmed(joined, place) if isinstance(node, str) else node for place, node in enumerate(joined))
    return tuple(node for node in trimmed if node)


def _without_line_ends(children: Tree) -> Tree:
    if children and isinstance(first := children[0], str):
        children = (first.lstrip("\n"), *children[1:])
    if children and isinstance(last := children[-1], str):
        children = (*children[:-1], last.rstrip("\n"))
    return tuple(filter(None, children))


def _trimmed(nodes: list[Node], place: int) -> str:
    """Return a text beside blocks without the white space there."""
    text = str(nodes[place])
    if place + 1 == len(nodes) or _is_block(nodes[place + 1]):
        text = text.rstrip(" \n\t\r")
    if place == 0 or _is_block(nodes[place - 1]):
        text = text.lstrip(" \n\t\r")
    return text


def _is_block(node: Node) -> bool:
    return not isinstance(node, str) and node.tag in _SOLID
