"""Blocks of a few lines of HTML, as tests write them, and blocks read back as a browser reads them."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

import html5lib

from plugins.blocks.rendering import Fragment, renderings
from plugins.blocks.views import BlockView
from plugins.blocks.written_block import hrefs, lines, spoken
from plugins.core.block_contract import version
from plugins.core.made_blocks import MadeBlock
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree


def parsed(html: str) -> Tree:
    """Read HTML as a browser does."""
    read = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return _children(read)


def version_of(html: str) -> str:
    """Give the version of a written block."""
    return version(spoken(html), tuple(hrefs(html)))


def text_of(html: str) -> str:
    """Give the plain text of a written block."""
    return lines([spoken(html)])


def _children(element: ET.Element) -> Tree:
    nodes: list[Node] = [element.text] if element.text else []
    for child in element:
        tag: Any = child.tag  # of a comment, the function that makes comments
        attributes = tuple((str(name), value) for name, value in child.attrib.items())
        nodes.append(Element(tag if isinstance(tag, str) else "!comment", attributes, _children(child)))
        if child.tail:
            nodes.append(child.tail)
    return tuple(nodes)


BLOCKS = BLOCK_TAGS - {"div"}


def normal(nodes: Tree) -> Tree:
    """Give a tree without the line ends beside blocks, with joined texts and sorted attributes: to compare."""
    joined: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            joined.append(Element(node.tag, tuple(sorted(node.attributes)), normal(node.children)))
        elif joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    holds_blocks = any(map(_is_block, joined))
    kept = (_between(joined, place) if isinstance(node, str) else node for place, node in enumerate(joined))
    return tuple(node for node in kept if node) if holds_blocks else tuple(filter(None, joined))


def _between(nodes: list[Node], place: int) -> str:
    """Give a text without its line ends at the sides of blocks, and at the end of what holds blocks."""
    text = str(nodes[place])
    if place + 1 == len(nodes) or _is_block(nodes[place + 1]):
        text = text.rstrip("\n")
    if place == 0 or _is_block(nodes[place - 1]):
        text = text.lstrip("\n")
    return text


def _is_block(node: Node) -> bool:
    return not isinstance(node, str) and node.tag in BLOCKS


@dataclass
class Given:
    """Materials of one tree and of given facts."""

    body: Tree = ()
    of_outputs: dict[str, MadeBlock] = field(default_factory=dict)

    def tree(self, digest: str) -> Tree:
        del digest
        return self.body

    def file(self, path: str) -> bytes:
        raise AssertionError(path)

    def facts(self, path: str) -> MadeBlock | None:
        return self.of_outputs.get(path)

    def output(self, path: str) -> bytes:
        raise AssertionError(path)


def a_view(**values: Any) -> BlockView:
    defaults: dict[str, Any] = {
        "id": "uutinen",
        "kind": "document",
        "language": "fi",
        "profile": "basic",
        "projects": ("tekoaly",),
        "title": "Otsikko",
        "level": 2,
        "url": "https://example.org/hankkeet/uutiset/otsikko/",
        "body": "digest",
        "source": "news/uutinen.fi.md",
        "line": 2,
    }
    return BlockView(**{**defaults, **values})


def rendered(html: str | Tree, **values: Any) -> Fragment:
    body = parsed(html) if isinstance(html, str) else html
    view = a_view(**values)
    return renderings(view, (view.profile,), Given(normal_form(body, view.language)))[view.profile]


def block(html: str | Tree, **values: Any) -> str:
    data = rendered(html, **values).data
    assert data
    return data.decode()


def content(html: str | Tree, **values: Any) -> str:
    """Give what stands between a block's heading and its source."""
    return "\n\n".join(block(html, **values).rstrip("\n").split("\n\n")[1:-1])
