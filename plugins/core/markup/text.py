"""The plain text of a tree: for summaries, hashes, counting and searching."""

import re
from collections.abc import Iterable

from plugins.core.markup.tree import BLOCK_TAGS, Node

_BETWEEN_BLOCKS = frozenset({"", "\n"})


def plain_text(nodes: Iterable[Node]) -> str:
    """Give the text with one line for each block element, white space within a line folded."""
    parts: list[str] = []
    _collect(nodes, parts)
    lines = [line for line in "".join(parts).split("\x00") if line not in _BETWEEN_BLOCKS]
    return "\n".join([text for line in lines if (text := folded(line))])


def folded(text: str) -> str:
    """Give a text with single spaces between its words, and no other white space."""
    # Most texts are such: of white space only the space is printable, and looking takes less time than splitting.
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text
    return " ".join(text.split())


def raw_text(nodes: Iterable[Node]) -> str:
    """Give all text as it stands, joined without separators."""
    return "".join([node if isinstance(node, str) else raw_text(node.children) for node in nodes])


def _collect(nodes: Iterable[Node], parts: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node.tag == "br":
            parts.append(" ")
        elif node.tag in BLOCK_TAGS:
            parts.append("\x00")
            _collect(node.children, parts)
            parts.append("\x00")
        else:
            _collect(node.children, parts)


def excerpt(text: str, limit: int) -> str:
    """Give the beginning of a text, cut at the end of a sentence when there is one, else at a word with an ellipsis."""
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    head = folded[: limit + 1]
    sentences = [match.end() for match in re.finditer(r"[.!?…](?= )", head)]
    if sentences and sentences[-1] >= limit // 3:
        return head[: sentences[-1]]
    cut = head.rfind(" ", 0, limit)
    return head[: cut if cut > 0 else limit - 1].rstrip(" ,;:–-") + "…"
