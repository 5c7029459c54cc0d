"""The profile `full`: for a text format that keeps everything; the tree as it is, in a section of its own."""

from plugins.blocks.body import LANGUAGE
from plugins.blocks.profiles import basic
from plugins.blocks.profiles.tables import NOTHING
from plugins.blocks.writer import Profile, Writer
from plugins.blocks.written_block import WrittenBlock
from plugins.blocks.written_line import lang_attribute
from plugins.core.markup.pictures import pictures_alone
from plugins.core.markup.serialiser import start_tag
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Tree, parted

_SAID = {"abbr": "title", "time": "datetime", "ins": "datetime"}
"""What marks say beside their text: an attribute of each."""
_CELL = frozenset({"colspan", "rowspan", "scope"})
_WHOLE = ("abbr", "time", "sub", "sup", "ins", "mark", "kbd", "samp", "var", "q", "small", "u", "s")


def rule(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A rule."""
    del writer, within, language
    return [WrittenBlock(element.tag, ())]


def preformatted(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """Preformatted text."""
    code = writer.mark("code", (), (raw_text(element.children),), language)
    return [WrittenBlock("pre", lang_attribute(within, language), code)]


def held(writer: Writer, nodes: Tree, language: str) -> str:
    """What an element holds: a line, or blocks on lines of their own."""
    line, blocks = parted(nodes)
    html = writer.line(line, language)
    return "\n".join([*([html] if html else []), *(block.html for block in writer.flow(blocks, language, language))])


def titled(writer: Writer, title: Element, language: str) -> list[str]:
    """A summary or a caption, if it says something."""
    own = title.get("lang") or language
    line = writer.line(title.children, own)
    return [WrittenBlock(title.tag, lang_attribute(language, own), line).html] if line else []


def details(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """What opens and closes."""
    titles, rest = basic.with_name("summary", element.children)
    parts = [part for title in titles for part in titled(writer, title, language)]
    parts += [block.html for block in writer.content(rest, language, language)]
    return [WrittenBlock("details", lang_attribute(within, language), "\n" + "\n".join(parts) + "\n")] if parts else []


def paragraph(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A paragraph; of pictures alone those with a caption are figures, as on a page."""
    pictures = pictures_alone(element)
    if not any(image.get("title") for _, image in pictures):
        return basic.paragraph(writer, element, within, language)
    result: list[WrittenBlock] = []
    for node, image in pictures:
        caption = image.get("title")
        captions = (Element("figcaption", (), (caption,)),) if caption else ()
        result += figure(writer, Element("figure", (), (node, *captions)), within, language)
    return result


def figure(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A figure with its caption."""
    captions, rest = basic.with_name("figcaption", element.children)
    parts = [block.html for block in writer.content(rest, language, language)]
    parts += [part for caption in captions for part in titled(writer, caption, language)]
    return [WrittenBlock("figure", lang_attribute(within, language), "\n" + "\n".join(parts) + "\n")] if parts else []


def table(writer: Writer, element: Element, within: str, language: str) -> list[WrittenBlock]:
    """A table; an empty cell says so, the foot is the last rows of the body, and row headers are bold cells.

    CMS editors keep neither a foot nor a header at the beginning of a row, and move a caption below the table: one is
    that of a figure around it, where it stays.
    """
    captions: list[str] = []
    parts: list[str] = []
    body: list[str] = []
    for part in element.children:
        if isinstance(part, str):
            continue
        if part.tag == "caption":
            captions += titled(writer, Element("figcaption", part.attributes, part.children), language)
            continue
        rows = [_row(writer, row, language, part.tag == "thead") for row in part.children if isinstance(row, Element)]
        if part.tag == "thead":
            parts.append("<thead>\n" + "\n".join(rows) + "\n</thead>")
        else:
            body += rows
    parts += ["<tbody>\n" + "\n".join(body) + "\n</tbody>"] if body else []
    around = lang_attribute(within, language)
    block = WrittenBlock("table", () if captions else around, "\n" + "\n".join(parts) + "\n")
    if not captions:
        return [block] if parts else []
    return [WrittenBlock("figure", around, "\n" + "\n".join([*captions, block.html]) + "\n")]


def _row(writer: Writer, row: Element, language: str, is_head: bool) -> str:
    cells: list[str] = []
    for cell in row.children:
        if not isinstance(cell, Element):
            continue
        own = cell.get("lang") or language
        tag = cell.tag if is_head else "td"
        is_bold = tag != cell.tag and not parted(cell.children)[1]
        content = (Element("strong", (), cell.children),) if is_bold else cell.children
        attributes = tuple(pair for pair in cell.attributes if pair[0] in _CELL and (is_head or pair[0] != "scope"))
        cells.append(
            WrittenBlock(tag, (*attributes, *lang_attribute(language, own)), held(writer, content, own) or NOTHING).html
        )
    return "<tr>\n" + "\n".join(cells) + "\n</tr>"


def whole(writer: Writer, element: Element, around: str, language: str) -> str:
    """A mark with what it says."""
    tag = "s" if element.tag == "del" else element.tag
    attributes = tuple(pair for pair in element.attributes if pair[0] == _SAID.get(tag))
    return writer.mark(tag, (*attributes, *lang_attribute(around, language)), element.children, language)


def image(writer: Writer, element: Element, around: str, language: str) -> str:
    """A picture that is published, loaded when it comes into view, as the CMS would ask; else a link stands for it."""
    del around
    writer.pictures.add(element)
    shown = writer.pictures.shown(element)
    return (
        start_tag("img", (*shown, ("loading", "lazy")))
        if shown
        else writer.inline(writer.pictures.link(element), language)
    )


_FLOW = {"hr": rule, "pre": preformatted, "details": details, "figure": figure, "table": table}
_MARKS = {**dict.fromkeys((*_WHOLE, "del"), whole), "img": image}

FULL = Profile(
    "full",
    {**basic.FLOW, "p": paragraph, **_FLOW},
    {**basic.MARKS, **_MARKS},
    "span",
    basic.paragraphs,
    basic.item,
    own=frozenset({*_FLOW, *_MARKS, LANGUAGE}),
    has_section=True,
)
