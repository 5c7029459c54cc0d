"""The normal form of a text: the one shape in which every outlet finds it, made once, when it is read.

- A text is composed (NFC) and holds no control character; separators of lines and white space are single spaces, but
  in preformatted text; strings stand apart only where an element is between them, and none begins or ends a line with
  a space.
- What holds other elements holds blocks, or one line of text with its marks. The one mixture is an item's line with
  lists below it, which is how a list within a list is written.
- No mark stands within its like, none is empty, and links to one address that touch are one link.
- Addresses are canonical (`web_address`), languages are marked only where they change.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from plugins.core.markup.line import LISTS, Attributes, attributes_of, clean, line_of
from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

_LINES = frozenset({"p", "summary", "figcaption", "caption", "dt", *HEADINGS})
"""Elements that hold one line."""
_LOOSE = frozenset({"p", "li", "dd", "td", "th"})
"""Elements that are nothing by themselves where they hold blocks in a place that is not theirs."""
_GROUPS = ("thead", "tbody", "tfoot")


def normal_form(nodes: Iterable[Node], language: str) -> Tree:
    """The normal form of a text in a language; of one that has it already, an equal tree."""
    return tuple(_blocks(nodes, language))


def is_block(node: Node) -> bool:
    """Whether a node stands on lines of its own."""
    return not isinstance(node, str) and node.tag in BLOCK_TAGS


def _blocks(nodes: Iterable[Node], language: str) -> list[Element]:
    """What holds blocks: a text beside them becomes a paragraph."""
    result: list[Element] = []
    run: list[Node] = []
    for node in nodes:
        if not isinstance(node, str) and node.tag in BLOCK_TAGS:
            result += _paragraph(run, language)
            run = []
            result += _block(node, language)
        elif run or not isinstance(node, str) or not node.isspace():
            run.append(node)
    return result + _paragraph(run, language)


def _paragraph(run: Sequence[Node], language: str) -> list[Element]:
    line = line_of(run, language) if run else ()
    return [Element("p", (), line)] if line else []


def _block(element: Element, around: str) -> list[Element]:
    """One block, or what is left of it."""
    tag, children = element.tag, element.children
    attributes, language = attributes_of(element, around)
    if tag in _WHOLE:
        return _WHOLE[tag](children, attributes, language)
    if tag in _LINES and not (tag == "p" and any(map(is_block, children))):
        line = line_of(children, language, may_break=tag not in HEADINGS)
        return [Element(tag, attributes, line)] if line else []
    if tag not in _HOLDING and (not attributes or tag in _LOOSE):
        return _freed(_blocks(children, language), language, around)
    parts = _HOLDING.get(tag, _blocks)(children, language)
    return [Element(tag, attributes, tuple(parts))] if parts else []


def _freed(blocks: list[Element], language: str, around: str) -> list[Element]:
    """What stood in an element that is no more: its language stays with each."""
    if language == around:
        return blocks
    with_language = [block if block.get("lang") else block.having(lang=language) for block in blocks]
    return [Element(block.tag, attributes_of(block, around)[0], block.children) for block in with_language]


def _mixed(nodes: Sequence[Node], language: str) -> Tree:
    """What an item holds: a line, a line and lists below it, or blocks."""
    if not any(map(is_block, nodes)):
        return line_of(nodes, language)
    blocks = _blocks(nodes, language)
    if blocks and blocks[0].tag == "p" and not blocks[0].attributes and all(block.tag in LISTS for block in blocks[1:]):
        return (*blocks[0].children, *blocks[1:])
    return tuple(blocks)


def _items(children: Iterable[Node], language: str) -> list[Element]:
    items: list[Element] = []
    for node in children:
        item = node if isinstance(node, Element) and node.tag == "li" else Element("li", (), (node,))
        attributes, within = attributes_of(item, language)
        content = _mixed(item.children, within)
        if content:
            items.append(Element("li", attributes, content))
    return items


def _entries(children: Iterable[Node], language: str) -> list[Element]:
    """Terms and values, also of those grouped by `div`."""
    entries: list[Element] = []
    for node in children:
        if isinstance(node, Element) and node.tag == "div":
            inside = attributes_of(node, language)[1]
            entries += _freed(_entries(node.children, inside), inside, language)
            continue
        entry = node if isinstance(node, Element) and node.tag in ("dt", "dd") else Element("dd", (), (node,))
        attributes, within = attributes_of(entry, language)
        content = line_of(entry.children, within) if entry.tag == "dt" else _mixed(entry.children, within)
        if content:
            entries.append(Element(entry.tag, attributes, content))
    return entries


def _figure(children: Sequence[Node], language: str) -> list[Node]:
    """A line of pictures or blocks, then the captions."""
    captions = [node for node in children if not isinstance(node, str) and node.tag == "figcaption"]
    rest = [node for node in children if isinstance(node, str) or node.tag != "figcaption"]
    return [*_mixed(rest, language), *(block for caption in captions for block in _block(caption, language))]


def _rule(_: Sequence[Node], attributes: Attributes, __: str) -> list[Element]:
    return [Element("hr", attributes)]


def _preformatted(children: Sequence[Node], attributes: Attributes, _: str) -> list[Element]:
    text = clean(_raw(children).replace("\r\n", "\n").replace("\r", "\n")).expandtabs(4)
    codes = [node for node in children if not isinstance(node, str) and node.tag == "code"]
    inner: Node = Element("code", codes[0].attributes, (text,)) if codes else text
    return [Element("pre", attributes, (inner,))] if text.strip() else []


def _table(children: Sequence[Node], attributes: Attributes, language: str) -> list[Element]:
    """A table of a caption and groups of rows; what no parser leaves between its cells goes before it."""
    strays: list[Node] = []
    captions: list[Element] = []
    groups: dict[str, list[Element]] = {name: [] for name in _GROUPS}
    for node in children:
        if isinstance(node, str) or node.tag not in ("caption", "tr", *_GROUPS):
            strays.append(node)
        elif node.tag == "caption":
            captions += _block(node, language)
        else:
            rows, inside = (
                ((node,), language) if node.tag == "tr" else (node.children, attributes_of(node, language)[1])
            )
            group_rows = _freed(_rows(rows, inside, strays), inside, language)
            groups[node.tag if node.tag in groups else "tbody"] += group_rows
    parts = [Element(name, (), tuple(rows)) for name, rows in groups.items() if rows]
    before = _blocks(strays, language)
    if not parts:
        return [*before, *(Element("p", caption.attributes, caption.children) for caption in captions)]
    return [*before, Element("table", attributes, (*captions[:1], *parts))]


def _rows(nodes: Iterable[Node], language: str, strays: list[Node]) -> list[Element]:
    rows: list[Element] = []
    for node in nodes:
        if isinstance(node, str) or node.tag != "tr":
            strays.append(node)
            continue
        attributes, within = attributes_of(node, language)
        cells: list[Node] = []
        for cell in node.children:
            if isinstance(cell, str) or cell.tag not in ("td", "th"):
                strays.append(cell)
                continue
            own, inside = attributes_of(cell, within)
            cells.append(Element(cell.tag, own, _mixed(cell.children, inside)))
        if cells:
            rows.append(Element("tr", attributes, tuple(cells)))
    return rows


def _raw(nodes: Iterable[Node]) -> str:
    return "".join([node if isinstance(node, str) else _raw(node.children) for node in nodes])


_WHOLE: Mapping[str, Callable[[Sequence[Node], Attributes, str], list[Element]]] = MappingProxyType(
    {"hr": _rule, "pre": _preformatted, "table": _table}
)
_HOLDING: Mapping[str, Callable[[Sequence[Node], str], Sequence[Node]]] = MappingProxyType(
    {"ul": _items, "ol": _items, "dl": _entries, "figure": _figure, "blockquote": _blocks, "details": _blocks}
)
"""How the content of an element is made that is kept for what it means; others are kept for their attributes."""
