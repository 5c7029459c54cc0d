"""The profile `basic`, for what the usual editor of a CMS keeps; the other profiles tell what they write otherwise."""

import re
from collections.abc import Callable, Sequence

from plugins.blocks.body import NOTE_MARK, bulleted
from plugins.blocks.profiles.tables import table_rows
from plugins.blocks.writer import Profile, Writer
from plugins.blocks.written_block import APART, WrittenBlock, written_list
from plugins.blocks.written_line import Attributes, lang_attribute, says_something
from plugins.core.languages import LANGUAGES
from plugins.core.markup.serialiser import start_tag
from plugins.core.markup.text import lowered, plain_text, raised, raw_text
from plugins.core.markup.tree import Element, Node, Tree, parted

_NUMBER = re.compile(r"[0-9]{1,6}")
_SPACES = re.compile(r"^ +| {2,}")
_LINK_TAG = re.compile(r"</?a(?: [^>]*)?>")
_CODE = frozenset({"kbd", "samp"})


def paragraphs(writer: Writer, nodes: Sequence[Node], within: str, language: str) -> list[WrittenBlock]:
    """A line of text as a paragraph."""
    line = writer.line(nodes, language)
    return [WrittenBlock("p", lang_attribute(within, language), line)] if line else []


def paragraph(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A paragraph, as the profile writes a line."""
    return writer.profile.paragraphs(writer, element.children, within, language)


def heading(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A heading, its id first."""
    line = writer.line(element.children, language)
    return (
        [WrittenBlock(element.tag, (("id", element.get("id") or ""), *lang_attribute(within, language)), line)]
        if line
        else []
    )


def listing(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A list."""
    items = tuple([written_item for item in element.children if isinstance(item, Element)
                   for written_item in writer.profile.item(writer, item, language)])  # fmt: skip
    return [written_list(element.tag, (*start_of(element), *lang_attribute(within, language)), items)] if items else []


def start_of(element: Element) -> Attributes:
    """The number with which a numbered list begins, where that is not 1."""
    start = element.get("start") or ""
    return (("start", start),) if element.tag == "ol" and _NUMBER.fullmatch(start) and int(start) != 1 else ()


def item(writer: Writer, element: Element, language: str) -> list[tuple[Attributes, str]]:
    """An item: its line with lists below it, or blocks."""
    own = element.get("lang") or language
    line, blocks = parted(element.children)
    html = writer.line(line, own)
    below = writer.flow(blocks, own, own) if blocks else []
    if len(below) == 1 and not html and below[0].tag == "p" and not below[0].attributes:
        html, below = below[0].content, []
    if html or below:
        lines = "".join([f"\n{block.html}" for block in below]) + "\n" * bool(below)
        return [(lang_attribute(language, own), html + lines)]
    return []


def definitions(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """Terms and values, each a paragraph of its own; where a value holds more they become a bulleted list."""
    if any(_holds_more(entry) for entry in element.children):
        return listing(writer, Element("ul", element.attributes, bulleted(element.children)), within, language)
    entries: list[str] = []
    for entry in element.children:
        if isinstance(entry, Element):
            line = writer.line(_joined(entry.children), entry.get("lang") or language)
            own = lang_attribute(language, entry.get("lang") or language)
            entries += [WrittenBlock(entry.tag, own, WrittenBlock("p", (), line).html).html] if line else []
    return [WrittenBlock("dl", lang_attribute(within, language), "\n" + "\n".join(entries) + "\n")] if entries else []


def _holds_more(entry: Node) -> bool:
    blocks = () if isinstance(entry, str) else parted(entry.children)[1]
    return any(isinstance(block, str) or block.tag != "p" for block in blocks)


def _joined(content: Tree) -> list[Node]:
    """Join the paragraphs of a value by breaks."""
    line, blocks = parted(content)
    result = list(line)
    for block in blocks:
        if isinstance(block, Element):
            result += [Element("br")] if result else []
            language = block.get("lang")
            result += [Element("span", (("lang", language),), block.children)] if language else block.children
    return result


def quotation(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A quotation."""
    content = "\n\n".join([block.html for block in writer.content(element.children, language, language)])
    return [WrittenBlock("blockquote", lang_attribute(within, language), f"\n{content}\n")] if content else []


def table(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A table as a paragraph for each row."""
    return [block for row in table_rows(element, language)
            for block in writer.profile.paragraphs(writer, row, within, language)]  # fmt: skip


def preformatted(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """Preformatted text as a paragraph of code, its lines joined by breaks."""
    lines: list[Node] = []
    for number, line in enumerate(code_lines(element)):
        lines += [Element("br")] if number else []
        lines += [Element("code", (), (line,))] if line else []
    return writer.profile.paragraphs(writer, lines, within, language)


def code_lines(element: Element) -> list[str]:
    """The lines of preformatted text, as a paragraph can show them."""
    lines = [line.rstrip() for line in raw_text(element.children).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    # Indentation says something in code, and only no-break spaces live through an editor.
    return [_SPACES.sub(lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), line) for line in lines]


def figure(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A figure as links to its pictures, else what it holds and its caption."""
    captions, rest = with_name("figcaption", element.children)
    links = writer.pictures.of_figure(rest, plain_text(captions))
    if links:
        return [block for link in links for block in writer.profile.paragraphs(writer, (link,), within, language)]
    held = writer.content(rest, within, language)
    lines = [(caption, caption.get("lang") or language) for caption in captions]
    return [*held, *(block for caption, own in lines for block in paragraph(writer, caption, within, own))]


def with_name(name: str, nodes: Tree) -> tuple[list[Element], Tree]:
    """The elements of a name among nodes, and the others."""
    named = [node for node in nodes if isinstance(node, Element) and node.tag == name]
    return named, tuple([node for node in nodes if node not in named])


def details(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """What opens and closes as a bold line and its content."""
    first, rest = element.children[0], element.children[1:]
    if isinstance(first, Element) and first.tag == "summary":
        title = Element("strong", first.attributes, first.children)
        bold = writer.profile.paragraphs(writer, (title,), within, language)
        return [*bold, *writer.content(rest, within, language)]
    return writer.content(element.children, within, language)


def no_rule(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A rule: nothing, but lists beside it stay apart."""
    del within, language
    writer.left_out.add(element.tag)
    return [APART]


FLOW = {
    "p": paragraph, **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), heading), "ul": listing, "ol": listing,
    "dl": definitions, "blockquote": quotation, "table": table, "pre": preformatted, "figure": figure,
    "details": details, "hr": no_rule,
}  # fmt: skip
"""What becomes of elements where a text format knows paragraphs, lists and quotations only."""


def same_mark(writer: Writer, element: Element, around: str, language: str) -> str:
    """A mark that stays, by the name that text formats have for it."""
    tag = "code" if element.tag in _CODE else element.tag
    if tag == writer.profile.foreign:
        return writer.telling(element.children, around, language)
    return writer.mark(tag, lang_attribute(around, language), element.children, language)


def link(writer: Writer, element: Element, around: str, language: str) -> str:
    """A link; one around a picture only is named by the picture, and one without words goes."""
    # A picture may be written as a link, and no link holds another: its words stay.
    content = _LINK_TAG.sub("", writer.inline(element.children, language))
    if not says_something(content):
        content = writer.inline((writer.pictures.name_in(element),), language)
    if not says_something(content):
        return ""
    attributes = [pair for pair in element.attributes if pair[0] in ("hreflang", "href")]
    # Where a picture was left out at its end a link may end in a space, which belongs beside it.
    before, after = (" " * content.startswith(" "), " " * content.endswith(" "))
    return f"{before}{start_tag('a', (*attributes, *lang_attribute(around, language)))}{content.strip(' ')}</a>{after}"


def line_break(writer: Writer, element: Element, around: str, language: str) -> str:
    """A line break."""
    del writer, element, around, language
    return "<br>"


def superscript(writer: Writer, element: Element, around: str, language: str) -> str:
    """A raised text by Unicode's signs; the mark of a note as it is."""
    if element.get("class") == NOTE_MARK:
        return writer.inline(element.children, language)
    return writer.foreign(_shifted(element.children, raised, "^"), around, language)


def subscript(writer: Writer, element: Element, around: str, language: str) -> str:
    """A lowered text by Unicode's signs."""
    return writer.foreign(_shifted(element.children, lowered, "_"), around, language)


def _shifted(nodes: Tree, change: Callable[[str], str], sign: str) -> Tree:
    """Raised or lowered words, their links kept."""
    links = [node for node in nodes if isinstance(node, Element) and node.tag == "a"]
    if not links:
        return (change(raw_text(nodes)),)
    if len(nodes) > 1:
        return (f"{sign}(", *nodes, ")")
    return (links[0].holding(_shifted(links[0].children, change, sign)),)


def left_out(writer: Writer, element: Element, around: str, language: str) -> str:
    """What is struck out: nothing."""
    del around, language
    writer.left_out.add(element.tag)
    return ""


def quoted(writer: Writer, element: Element, around: str, language: str) -> str:
    """The quotation marks of the quotation's language."""
    opening, closing = LANGUAGES.get(language, LANGUAGES[writer.view.language]).quotes
    return writer.foreign((opening, *element.children, closing), around, language)


def abbreviation(writer: Writer, element: Element, around: str, language: str) -> str:
    """An abbreviation's letters; what they stand for has no form."""
    if element.get("title"):
        writer.left_out.add("abbr-title")
    return writer.foreign(element.children, around, language)


def picture_to_upload(writer: Writer, element: Element, around: str, language: str) -> str:
    """A picture: nothing, the manifest lists it for uploading."""
    del around, language
    writer.pictures.add(element)
    writer.left_out.add("img")
    return ""


def picture_link(writer: Writer, element: Element, around: str, language: str) -> str:
    """A picture as a link to it."""
    del around
    writer.pictures.add(element)
    return writer.inline(writer.pictures.link(element), language)


def box(writer: Writer, element: Element, around: str, language: str) -> str:
    """The box of a task as a sign."""
    del writer, around, language
    if element.get("type") != "checkbox":
        return ""
    return "☐ " if element.get("checked") is None else "☑ "


MARKS = {
    **dict.fromkeys(("strong", "em", "cite", "code", "kbd", "samp"), same_mark), "a": link, "br": line_break,
    "sup": superscript, "sub": subscript, "del": left_out, "s": left_out, "q": quoted, "abbr": abbreviation,
    "img": picture_to_upload, "input": box,
}  # fmt: skip
"""What becomes of marks where a text format knows emphasis, code and links only."""

BASIC = Profile("basic", FLOW, MARKS, "em", paragraphs, item, has_lead=False)
