"""Blocks of a few lines of HTML, as tests write them, and blocks read back as a browser reads them."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from typing import Any

import html5lib

from plugins.blocks.rendering import render_block
from plugins.blocks.views import BlockView
from plugins.core.markup.tree import Element, Node, Tree
from plugins.core.outputs import Facts, Rendering


def parsed(html: str) -> Tree:
    """Read HTML as a browser does."""
    read = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return _children(read)


def _children(element: ET.Element) -> Tree:
    nodes: list[Node] = [element.text] if element.text else []
    for child in element:
        if isinstance(child.tag, str):
            attributes = tuple((str(name), value) for name, value in child.attrib.items())
            nodes.append(Element(child.tag, attributes, _children(child)))
        else:
            nodes.append(Element("!comment", (), (child.text or "",)))
        if child.tail:
            nodes.append(child.tail)
    return tuple(nodes)


BLOCKS = frozenset("h2 h3 h4 h5 h6 p ul ol li dl dt dd blockquote section table thead tbody tfoot tr td th pre hr "
                   "figure figcaption details summary caption".split())  # fmt: skip


def normal(nodes: Tree) -> Tree:
    """Give a tree without the white space between blocks, with joined texts and sorted attributes: to compare."""
    result: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            result.append(Element(node.tag, tuple(sorted(node.attributes)), normal(node.children)))
        elif node:
            if result and isinstance(result[-1], str):
                result[-1] += node
            else:
                result.append(node)
    kept: list[Node] = []
    for place, node in enumerate(result):
        if isinstance(node, str):
            text = node
            if place + 1 < len(result) and _is_block(result[place + 1]):
                text = text.rstrip("\n")
            if place and _is_block(result[place - 1]):
                text = text.lstrip("\n")
            if place + 1 == len(result) and any(map(_is_block, result)):
                text = text.rstrip("\n")
            if place == 0 and len(result) > 1 and _is_block(result[1]):
                text = text.lstrip("\n")
            if text:
                kept.append(text)
        else:
            kept.append(node)
    return tuple(kept)


def _is_block(node: Node) -> bool:
    return not isinstance(node, str) and node.tag in BLOCKS


@dataclass
class Given:
    """Materials of one tree and of given facts."""

    body: Tree = ()
    of_outputs: dict[str, Facts] = field(default_factory=dict)

    def tree(self, digest: str) -> Tree:
        del digest
        return self.body

    def file(self, path: str) -> bytes:
        raise AssertionError(path)

    def facts(self, path: str) -> Facts:
        return self.of_outputs.get(path, {})


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


def rendered(html: str | Tree, **values: Any) -> Rendering:
    body = parsed(html) if isinstance(html, str) else html
    return render_block(a_view(**values), Given(body))


def block(html: str | Tree, **values: Any) -> str:
    data = rendered(html, **values).data
    assert data is not None
    return data.decode()


def content(html: str | Tree, **values: Any) -> str:
    """Give what stands between a block's heading and its source."""
    return "\n\n".join(block(html, **values).rstrip("\n").split("\n\n")[1:-1])
