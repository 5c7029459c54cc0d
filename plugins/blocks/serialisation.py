"""A block as bytes: a blank line between blocks, a block's words on one line, items and list ends at line starts."""

import unicodedata
from collections.abc import Iterable

from plugins.core.markup.serialiser import escape_text, escape_value
from plugins.core.markup.tree import VOID_TAGS, Element, Node

_OF_LISTS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "li", "dt", "dd", "td", "th"})
_HOLDERS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "blockquote", "section", "figure",
                      "details"})  # fmt: skip
"""Elements that hold other blocks only."""
_LINES = frozenset({"p", "h2", "h3", "h4", "h5", "h6", "pre", "hr", "figcaption", "summary", "caption"})
_BLOCKS = _HOLDERS | _LINES | _OF_LISTS


def serialised(nodes: Iterable[Node]) -> bytes:
    """Write a block as UTF-8."""
    return ("\n\n".join(_block(node) for node in nodes) + "\n").encode("utf-8")


def _block(node: Node) -> str:
    if isinstance(node, str):
        return _text(node)
    if node.tag in ("section", "blockquote"):
        inner = "\n\n".join(_block(child) for child in node.children if _visible(child))
        return f"{_start(node)}\n{inner}\n</{node.tag}>"
    if node.tag in _HOLDERS:
        inner = "\n".join(_block(child) for child in node.children if _visible(child))
        return f"{_start(node)}\n{inner}\n</{node.tag}>"
    if node.tag in ("dt", "dd"):
        return f"{_start(node)}{''.join(map(_block, node.children))}</{node.tag}>"
    if node.tag in _OF_LISTS:
        return _item(node)
    return _inline((node,))


def _item(element: Element) -> str:
    """Write an item: its own line first, then what else it holds, each on lines of its own."""
    parts = [_start(element)]
    broken = False
    for child in element.children:
        if isinstance(child, str) or child.tag not in _BLOCKS:
            parts.append("\n" + _inline((child,)) if broken else _inline((child,)))
            broken = False
        else:
            parts.append("\n" + _block(child))
            broken = True
    return "".join(parts) + ("\n" if broken else "") + f"</{element.tag}>"


def _visible(node: Node) -> bool:
    return not isinstance(node, str) or bool(node.strip())


def _inline(nodes: Iterable[Node]) -> str:
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(_text(node))
        elif node.tag in VOID_TAGS:
            parts.append(_start(node))
        else:
            parts.append(f"{_start(node)}{_inline(node.children)}</{node.tag}>")
    return "".join(parts)


def _start(element: Element) -> str:
    if not element.attributes:
        return f"<{element.tag}>"
    written = "".join(f' {name}="{escape_value(value)}"' for name, value in element.attributes)
    return f"<{element.tag}{written}>"


def _text(text: str) -> str:
    escaped = escape_text(text)
    if unicodedata.combining(text[0]) if text else False:
        # A combining character after ">" would make another letter of it when somebody normalises the file.
        return f"&#{ord(text[0])};{escape_text(text[1:])}"
    return escaped
