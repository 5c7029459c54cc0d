"""What the profiles share: inline content on one line, lists that stay apart, and the result of a mapping."""

import unicodedata
from collections.abc import Iterable, Sequence

from plugins.blocks.losses import Uncarried
from plugins.blocks.texts import EDGE
from plugins.blocks.views import BlockPicture
from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree
from plugins.core.values import value

MEDIA = frozenset({"audio", "canvas", "embed", "math", "object", "svg", "video"})
"""Elements for which no profile has a mapping."""
FLOW = BLOCK_TAGS | MEDIA | {"address", "fieldset", "form", "hgroup", "legend", "menu", "search", "center"}
"""Elements that end a line of text."""
LISTS = frozenset({"ul", "ol", "dl"})
SEPARATOR = "* * *"
"""Stands between two numbered lists that must not become one."""


@value
class Shaped:
    """A block in the terms of its profile, its source paragraph still to come."""

    nodes: tuple[Element, ...] = ()
    uncarried: tuple[Uncarried, ...] = ()
    left_out: tuple[str, ...] = ()
    """Names of what was there and is not: `hr`, `img`, …"""
    pictures: tuple[BlockPicture, ...] = ()


def language_mark(within: str, language: str) -> tuple[tuple[str, str], ...]:
    """Give the attribute that tells of another language than the one in force."""
    return (("lang", language),) if language != within else ()


def is_flow(node: Node) -> bool:
    """Tell whether a node stands on lines of its own."""
    return not isinstance(node, str) and node.tag in FLOW


def appended(result: list[Node], node: Node) -> None:
    """Add a node, joining it to a text before it with one space at most."""
    if isinstance(node, str) and result and isinstance(result[-1], str):
        before = result[-1]
        joined = before + (node.lstrip(" ") if before.endswith(" ") else node)
        result[-1] = unicodedata.normalize("NFC", joined)
    else:
        result.append(node)


def one_line(nodes: Sequence[Node]) -> Tree:
    """Give inline content as a line of its own: no white space or line break at its ends or beside a break."""
    if len(nodes) == 1 and isinstance(nodes[0], str):
        text = nodes[0].strip(EDGE)
        return (text,) if text else ()
    line: list[Node] = []
    for node in nodes:
        appended(line, node)
    last = len(line) - 1
    for place, node in enumerate(line):
        if isinstance(node, str):
            text = node
            if place == 0 or _is_break(line[place - 1]):
                text = text.lstrip(EDGE)
            if place == last or _is_break(line[place + 1]):
                text = text.rstrip(EDGE)
            line[place] = text
    return _without_outer_breaks([node for node in line if node])


def _without_outer_breaks(line: list[Node]) -> Tree:
    while line and _is_break(line[0]):
        del line[0]
    while line and _is_break(line[-1]):
        del line[-1]
    return tuple(line)


def _is_break(node: Node) -> bool:
    return not isinstance(node, str) and node.tag == "br"


def split_at_breaks(nodes: Sequence[Node]) -> list[Tree]:
    """Give the lines that line breaks make of inline content, breaks within inline elements too."""
    lines: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, str):
            lines[-1].append(node)
        elif node.tag == "br":
            lines.append([])
        else:
            pieces = split_at_breaks(node.children)
            lines[-1].append(node if len(pieces) == 1 else node.holding(pieces[0]))
            lines += [[node.holding(piece)] for piece in pieces[1:]]
    return [line for line in map(one_line, lines) if says_something(line)]


def says_something(nodes: Iterable[Node]) -> bool:
    """Tell whether inline content has a letter, sign or picture in it."""
    for node in nodes:
        if isinstance(node, str):
            if node and not node.isspace():
                return True
        elif node.tag == "img" or says_something(node.children):
            return True
    return False


def apart(blocks: Iterable[Element], language: str | None) -> list[Element]:
    """Give blocks so that no two lists of one type follow each other, which an editor would make one.

    Bulleted lists are made one here, where each item keeps its language; so are numbered ones that count on. Between
    others comes a line that says nothing.
    """
    result: list[Element] = []
    for block in blocks:
        before = result[-1] if result else None
        if before is not None and before.tag == block.tag and block.tag in LISTS:
            if block.tag == "ul" or _counts_on(before, block):
                result[-1] = _joined(before, block)
                continue
            result.append(separator(language))
        result.append(block)
    return result


def without_rules(blocks: Sequence[Element], language: str | None) -> list[Element]:
    """Give blocks without their rules (`hr`); one that holds two lists apart leaves a line that says nothing."""
    result: list[Element] = []
    ruled = False
    for block in blocks:
        if block.tag == "hr":
            ruled = True
            continue
        if ruled and result and result[-1].tag == block.tag and block.tag in LISTS:
            result.append(separator(language))
        ruled = False
        result.append(block)
    return result


def separator(language: str | None) -> Element:
    """Give the line that stands between lists."""
    return Element("p", (("lang", language),) if language else (), (SEPARATOR,))


def _counts_on(first: Element, second: Element) -> bool:
    return second.tag == "ol" and _start(second) == _start(first) + len(first.children)


def _start(numbered: Element) -> int:
    return int(numbered.get("start") or 1)


def _joined(first: Element, second: Element) -> Element:
    language = second.get("lang")
    items = second.children
    if language and language != first.get("lang"):
        items = tuple(
            item if isinstance(item, str) or item.get("lang") else item.having(lang=language) for item in items
        )
    return first.holding((*first.children, *items))
