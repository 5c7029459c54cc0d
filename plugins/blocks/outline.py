"""The outline of a block: the levels of its headings, from the base level down without a jump."""

from collections.abc import Iterable

from plugins.blocks.composition import HEADINGS
from plugins.blocks.losses import Uncarried
from plugins.blocks.piece import Piece
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, heading_level

DEEPEST = 6
_HOLDERS = frozenset({"ul", "ol", "li", "dl", "dd", "blockquote", "section", "details", "figure", "table", "thead",
                      "tbody", "tfoot", "tr", "td", "th", "div"})  # fmt: skip
"""Elements that may hold headings."""
_WALKED = _HOLDERS | HEADINGS


def outlined(nodes: Iterable[Element], base: int) -> tuple[tuple[Element, ...], tuple[Uncarried, ...]]:
    """Give the block with its headings at their final levels, and those that would stand below the sixth.

    The block's own heading comes as `h1` and gets the base level; each other stands one below the nearest heading
    before it that is higher. It is done when all mapping is done, since only then it is known which headings there are.
    """
    stack: list[int] = []
    too_deep: list[Uncarried] = []
    levelled = [
        node if isinstance(node, Piece) and node.tag not in HEADINGS else _levelled(node, base, stack, too_deep)
        for node in nodes
    ]
    return tuple(levelled), tuple(too_deep)


def final_level(level: int, base: int, stack: list[int]) -> int:
    """Give the level of the next heading; `stack` holds the levels of those that it stands under, and takes it up."""
    while stack and stack[-1] >= level:
        stack.pop()
    stack.append(level)
    return base + len(stack) - 1


def _levelled(element: Element, base: int, stack: list[int], too_deep: list[Uncarried]) -> Element:
    level = heading_level(element)
    if level is None:
        return _holding(element, base, stack, too_deep) if element.tag in _HOLDERS else element
    final = final_level(level, base, stack)
    if final > DEEPEST:
        too_deep.append(Uncarried(f"h{final}", " ".join(raw_text(element.children).split())))
    tag = f"h{min(final, DEEPEST)}"
    if isinstance(element, Piece):
        return element.named(tag, element.attributes)
    return Element(tag, element.attributes, element.children)


def _holding(element: Element, base: int, stack: list[int], too_deep: list[Uncarried]) -> Element:
    if not any(not isinstance(child, str) and child.tag in _WALKED for child in element.children):
        return element
    children: list[Node] = [
        child if isinstance(child, str) else _levelled(child, base, stack, too_deep) for child in element.children
    ]
    return element.holding(children)
