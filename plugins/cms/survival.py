"""Whether a block would come out of its text format as it went in.

Asked of every block of every build, so it is asked of the tree that was written, and of the text only where the
format rebuilds paragraphs; there a pattern tells nearly always, without going through the rebuilding itself.
"""

import re
from collections.abc import Mapping
from functools import cache

from plugins.cms.editing import edited
from plugins.cms.filtering import filtered
from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.reading import comparable, tree_of
from plugins.cms.text_format import known_format
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node, Tree

_LINE = re.compile(
    r"(?:\n|</(?:ul|ol|li|blockquote)>\n|<(?:ul|ol|blockquote)(?: [^<>\n]*)?>\n"
    r"|<(?P<whole>p|li|h[2-6])(?: [^<>\n]*)?>(?![ \n])(?:[^<>\n\r]++|</?(?!p|li|h|ul|ol|bl|br|d|t)[^<>\n]*+>)++"
    r"(?:</(?P=whole)>)?\n)*"
)
"""Lines that rebuilding leaves alone: whole paragraphs and headings, and the parts of lists and quotations."""


def changes(profile: str, nodes: Tree, data: bytes) -> str:
    """Say what the format of a profile would change in a block: the first words of that place; else nothing."""
    format_ = known_format(profile)
    if format_.allowed is None:
        return ""
    left = filtered(nodes, _kept(profile))
    if format_.editor == "ckeditor5" and left == nodes:
        left = edited(nodes)
    if left != nodes:
        return _difference(nodes, left)
    if format_.paragraphs:
        text = data.decode("utf-8")
        if not _LINE.fullmatch(text):
            before = comparable(tree_of(text))
            after = comparable(tree_of(with_paragraphs(to_html(filtered(tree_of(text), format_.allowed)))))
            return "" if before == after else _difference(before, after)
    return ""


def is_left_alone(profile: str, node: Node, html: str) -> bool:
    """Tell whether the format of a profile surely changes nothing of one element; only `changes` tells that it does."""
    format_ = known_format(profile)
    if format_.allowed is None:
        return True
    if filtered((node,), _kept(profile)) != (node,):
        return False
    if format_.editor == "ckeditor5" and edited((node,)) != (node,):
        return False
    return not format_.paragraphs or _LINE.fullmatch(f"{html}\n") is not None


@cache
def _kept(profile: str) -> Mapping[str, frozenset[str]]:
    """Give the elements that the format of a profile keeps; a paragraph it makes again of its line."""
    format_ = known_format(profile)
    allowed = format_.allowed or {}
    return {**allowed, "p": frozenset()} if format_.paragraphs else allowed


def _difference(before: Tree, after: Tree) -> str:
    """Give the first place where two trees differ, as HTML."""
    for place, node in enumerate(before):
        other: Node = after[place] if place < len(after) else ""
        if node == other:
            continue
        if isinstance(node, Element) and isinstance(other, Element) and node[:2] == other[:2]:
            return _difference(node.children, other.children)
        return to_html((node,))[:80]
    return to_html(after[len(before) :])[:80]
