"""The tree: elements and strings, frozen.

Everything that shows a text (page, feed, block, summary) is a serialisation of this tree. It holds only what the
sanitiser let through, and its links to other sources are symbolic (see `links`).
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import msgspec


# An element never comes to hold itself, so nothing need look for cycles among the hundred thousands of them.
class Element(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An HTML element: its name, its attributes in writing order, its children."""

    tag: str
    attributes: "tuple[tuple[str, str], ...]" = ()
    children: "tuple[Node, ...]" = ()

    def get(self, name: str) -> str | None:
        """Return an attribute's value, or None."""
        for key, value in self.attributes:
            if key == name:
                return value
        return None

    def is_like(self, other: "Element") -> bool:
        """Whether another element has the same name and attributes."""
        return self.tag == other.tag and self.attributes == other.attributes

    def having(self, **attributes: str | None) -> "Element":
        """Return a copy with attributes set, or taken away where the value is None."""
        remaining = [pair for pair in self.attributes if pair[0] not in attributes]
        added = [(key, value) for key, value in attributes.items() if value is not None]
        return Element(self.tag, (*remaining, *added), self.children)

    def holding(self, children: "Iterable[Node]") -> "Element":
        """Return a copy with other children."""
        return Element(self.tag, self.attributes, tuple(children))


Node: TypeAlias = Element | str
Tree: TypeAlias = tuple[Node, ...]

BLOCK_TAGS = frozenset(
    (
        "address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 "
        "header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)
"""Elements that stand on lines of their own."""

VOID_TAGS = frozenset("area base br col embed hr img input link meta source track wbr".split())
"""Elements without content or end tag: the void elements of the HTML standard."""


def elements(nodes: Iterable[Node]) -> list[Element]:
    """List every element, in document order."""
    found: list[Element] = []
    _gather(nodes, found)
    return found


def _gather(nodes: Iterable[Node], found: list[Element]) -> None:
    for node in nodes:
        if not isinstance(node, str):
            found.append(node)
            if node.children:
                _gather(node.children, found)


def parted(nodes: Tree) -> tuple[Tree, Tree]:
    """What an element holds, in normal form: its line, and the blocks below."""
    for place, node in enumerate(nodes):
        if not isinstance(node, str) and node.tag in BLOCK_TAGS:
            return nodes[:place], nodes[place:]
    return nodes, ()


def mapped(nodes: Iterable[Node], change: Callable[[Element], Element]) -> Tree:
    """Return a copy of the tree with every element changed, children before parents."""
    return tuple(
        node if isinstance(node, str) else change(node.holding(mapped(node.children, change))) for node in nodes
    )


def heading_level(element: Element) -> int | None:
    """Return 1 to 6 for a heading, else None."""
    tag = element.tag
    return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


encoded: Callable[[Tree], bytes] = msgspec.msgpack.Encoder().encode
"""Writes a tree for the cache (msgpack)."""
decoded: Callable[[bytes], Tree] = msgspec.msgpack.Decoder(Tree).decode
"""Reads a tree that was written so; raises `msgspec.DecodeError` where it is none."""
