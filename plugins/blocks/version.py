"""The version of a block, read off its elements."""

from collections.abc import Iterable

from plugins.blocks.piece import Piece
from plugins.core.block_contract import version
from plugins.core.markup.tree import Node


def version_of(nodes: Iterable[Node]) -> str:
    """Give the version of a block by its elements."""
    texts: list[str] = []
    hrefs: list[str] = []
    _collect(nodes, texts, hrefs)
    return version("".join(texts), hrefs)


def _collect(nodes: Iterable[Node], texts: list[str], hrefs: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
            continue
        if isinstance(node, Piece):
            texts += node.content.lines
            hrefs += node.content.hrefs
            continue
        if node.tag == "a":
            for name, value in node.attributes:
                if name == "href":
                    hrefs.append(value)
        if node.children:
            _collect(node.children, texts, hrefs)
