"""A block as bytes: a blank line between blocks, a block's words on one line, items and list ends at line starts."""

import unicodedata
from collections.abc import Iterable

from plugins.blocks.piece import Piece
from plugins.core.markup.serialiser import escape_text, escape_value
from plugins.core.markup.tree import VOID_TAGS, Element, Node

_HOLDERS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "section", "figure",
                      "details"})  # fmt: skip
"""Elements that hold other blocks only."""
_ITEMS = frozenset({"li", "td", "th"})
_BLOCKS = _HOLDERS | {"p", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "figcaption", "summary", "caption"}
FIRST_COMBINING = "\u0300"
"""The first of all combining characters."""


def serialised(nodes: Iterable[Node]) -> bytes:
    """Write a block as UTF-8."""
    return ("\n\n".join(map(html_of, nodes)) + "\n").encode("utf-8")


def html_of(node: Node) -> str:
    """Write an element as HTML."""
    parts: list[str] = []
    _write(node, parts)
    return "".join(parts)


def _write(node: Node, parts: list[str]) -> None:
    if isinstance(node, str):
        parts.append(text_as_html(node))
        return
    tag = node.tag
    parts.append(start_of(tag, node.attributes))
    if isinstance(node, Piece):
        parts.append(node.content.html)
    elif tag in _HOLDERS:
        _write_held(node, parts)
    elif tag in _ITEMS:
        _write_item(node, parts)
    elif tag not in VOID_TAGS:
        for child in node.children:
            _write(child, parts)
    else:
        return
    parts.append(f"</{tag}>")


def _write_held(element: Element, parts: list[str]) -> None:
    """Write the blocks that another holds, each on lines of their own."""
    apart = "\n\n" if element.tag in ("section", "blockquote") else "\n"
    between = "\n"
    for child in element.children:
        if not isinstance(child, str) or not child.isspace():
            parts.append(between)
            _write(child, parts)
            between = apart
    parts.append("\n")


def _write_item(element: Element, parts: list[str]) -> None:
    """Write what an item holds: its own line first, then other blocks, each on lines of their own."""
    broken = False
    for child in element.children:
        is_block = not isinstance(child, str) and child.tag in _BLOCKS
        if is_block or broken:
            parts.append("\n")
        _write(child, parts)
        broken = is_block
    if broken:
        parts.append("\n")


def start_of(tag: str, attributes: Iterable[tuple[str, str]]) -> str:
    """Write a start tag."""
    if not attributes:
        return f"<{tag}>"
    written = "".join([f' {name}="{escape_value(value)}"' for name, value in attributes])
    return f"<{tag}{written}>"


def text_as_html(text: str) -> str:
    """Write a text of a block."""
    if text > FIRST_COMBINING and unicodedata.combining(text[0]):
        # A combining character after ">" would make another letter of it when somebody normalises the file.
        return f"&#{ord(text[0])};{escape_text(text[1:])}"
    return escape_text(text)
