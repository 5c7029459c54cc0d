"""What CKEditor 5 does to a tree that an editor saves, as far as filters would not do it anyway."""

from collections.abc import Iterable

from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree

_RENAMED = {"b": "strong", "i": "em"}
_MERGED = frozenset({"ul", "ol"})
_HOLDING_PARAGRAPHS = frozenset({"dt", "dd"})


def edited(nodes: Iterable[Node]) -> Tree:
    """Return the tree as the editor saves it; one that it leaves alone comes out equal.

    Two lists of one type that follow each other become one, and the second's attributes are lost. Links without
    content go. Terms and values get a paragraph. `b` and `i` become `strong` and `em`.
    """
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
            continue
        children = node.children
        if len(children) != 1 or not isinstance(children[0], str):
            children = edited(children)
        before = _list_before(result, node.tag) if node.tag in _MERGED else None
        if before is not None:
            place, first = before
            result[place:] = [first.holding((*first.children, *children))]
        elif children or node.tag != "a":
            result.append(_renamed(node, children))
    return tuple(result)


def _renamed(element: Element, children: Tree) -> Element:
    if element.tag in _HOLDING_PARAGRAPHS and children and not _holds_blocks(children):
        children = (Element("p", (), children),)
    return Element(_RENAMED.get(element.tag, element.tag), element.attributes, children)


def _list_before(nodes: list[Node], tag: str) -> tuple[int, Element] | None:
    """Find the list of a type that nothing but white space parts from what comes next."""
    place = len(nodes) - 1
    while place >= 0 and isinstance(node := nodes[place], str):
        if node.strip():
            return None
        place -= 1
    if place < 0:
        return None
    before = nodes[place]
    return (place, before) if not isinstance(before, str) and before.tag == tag else None


def _holds_blocks(children: Tree) -> bool:
    return any(not isinstance(child, str) and child.tag in BLOCK_TAGS for child in children)
