"""The profile `restricted`: for a text format without an editor, which makes paragraphs of blank lines itself."""

from collections.abc import Iterator, Sequence

from plugins.blocks.body import BLOCK_IN_ITEM, LANGUAGE, bulleted
from plugins.blocks.profiles import basic
from plugins.blocks.profiles.tables import table_rows
from plugins.blocks.writer import Profile, Writer
from plugins.blocks.written_block import WrittenBlock
from plugins.blocks.written_line import Attributes, lang_attribute
from plugins.core.markup.tree import Element, Node, Tree, parted


def paragraphs(writer: Writer, nodes: Sequence[Node], within: str, language: str) -> list[WrittenBlock]:
    """A paragraph for each line, without attributes: a line in another language says so on its words."""
    lines = (writer.line((Element("span", (("lang", language),), line),) if language != within else line, within)
             for line in lines_of(nodes))  # fmt: skip
    return [WrittenBlock("p", (), line) for line in lines if line]


def lines_of(nodes: Sequence[Node]) -> list[Tree]:
    """The lines that breaks make of a line, breaks within its marks too."""
    lines: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, str):
            lines[-1].append(node)
        elif node.tag == "br":
            lines.append([])
        else:
            first, *more = lines_of(node.children)
            lines[-1].append(node.holding(first))
            lines += [[node.holding(line)] for line in more]
    return [tuple(line) for line in lines]


def item(writer: Writer, element: Element, language: str) -> list[tuple[Attributes, str]]:
    """An item for each line of an item; lists below it follow the last of them."""
    own = element.get("lang") or language
    mark = lang_attribute(language, own)
    items: list[tuple[Attributes, str]] = []
    for lines_and_list in _lines_and_lists(element.children, own):
        if isinstance(lines_and_list, Element):
            for block in writer.flow((lines_and_list,), own, own):
                before = items.pop()[1] if items else ""
                items.append((mark, f"{before}{'' if before.endswith(chr(10)) else chr(10)}{block.html}\n"))
        elif html := writer.line(lines_and_list, own):
            items.append((mark, html))
    return items


def numbered(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A numbered list; what an item says on further lines is a list below its first, so that all keep their numbers."""
    items = [child.holding(_below_first_line(child.children, child.get("lang") or language))
             for child in element.children if isinstance(child, Element)]  # fmt: skip
    return basic.listing(writer, element.holding(items), within, language)


def _below_first_line(nodes: Tree, language: str) -> list[Node]:
    parts = [part for part in _lines_and_lists(nodes, language) if part]
    first = [part for part in parts[:1] if not isinstance(part, Element)]
    below: list[Element] = []
    for part in parts[len(first) :]:
        if isinstance(part, Element) and part.tag != "ul":
            below.append(part)
            continue
        items = part.children if isinstance(part, Element) else (Element("li", (), part),)
        if below and below[-1].tag == "ul":
            below[-1] = below[-1].holding((*below[-1].children, *items))
        else:
            below.append(Element("ul", (), items))
    return [*(first[0] if first else ()), *below]


def _lines_and_lists(nodes: Tree, language: str) -> Iterator[Tree | Element]:
    """The lines of an item, its paragraphs joined to one, and the lists among them."""
    line, blocks = parted(nodes)
    run: list[Node] = list(line)
    for block in blocks:
        if isinstance(block, str):
            continue
        if block.tag == "p":
            foreign = block.get("lang")
            words = (Element("span", (("lang", foreign),), block.children),) if foreign else block.children
            run += [" ", *words] if run else words
            continue
        yield from lines_of(run)
        run = []
        if block.tag in ("ul", "ol", "dl"):
            yield _plain_list(block)
        elif block.tag == "table":
            yield from table_rows(block, language)
        elif block.tag == "pre":
            yield from ((Element("code", (), (code_line,)),) for code_line in basic.code_lines(block) if code_line)
        else:
            yield from _lines_and_lists(block.children, language)
    yield from lines_of(run)


def _plain_list(element: Element) -> Element:
    """A list in an item: without attributes, which would get a break before it; its numbers stand as text."""
    if element.tag == "dl":
        return Element("ul", (), bulleted(element.children))
    language = element.get("lang")
    items = [child if not language or child.get("lang") else child.having(lang=language)
             for child in element.children if isinstance(child, Element)]  # fmt: skip
    if not basic.start_of(element):
        return Element(element.tag, (), tuple(items))
    first = int(element.get("start") or 1)
    return Element(
        "ul", (), tuple(child.holding((f"{first + place}. ", *child.children)) for place, child in enumerate(items))
    )


def definitions(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """Terms and values as a bulleted list."""
    return basic.listing(writer, Element("ul", element.attributes, bulleted(element.children)), within, language)


RESTRICTED = Profile(
    "restricted",
    {**basic.FLOW, "ol": numbered, "dl": definitions},
    {**basic.MARKS, "img": basic.picture_link},
    "em",
    paragraphs,
    item,
    own=frozenset({"dl", "img", "br", "pre", BLOCK_IN_ITEM, LANGUAGE}),
    bare=frozenset({"p"}),
)
