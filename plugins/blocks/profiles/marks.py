"""Marks within a line, as profiles write them."""

import re
from collections.abc import Iterable

from plugins.blocks.body import NOTE_MARK
from plugins.blocks.writer import Writer, said, says_something
from plugins.core.languages import LANGUAGES
from plugins.core.markup.serialiser import start_tag
from plugins.core.markup.text import lowered, raised, raw_text
from plugins.core.markup.tree import Element, Node

_CODE = frozenset({"kbd", "samp"})


def kept(writer: Writer, element: Element, around: str, language: str) -> str:
    """A mark that stays, by the name that text formats have for it."""
    tag = "code" if element.tag in _CODE else element.tag
    return writer.mark(tag, said(around, language), element.children, language)


_LINK_TAG = re.compile(r"</?a(?: [^>]*)?>")


def link(writer: Writer, element: Element, around: str, language: str) -> str:
    """A link; one around a picture only is named by the picture, and one without words goes."""
    # A picture may be written as a link, and no link holds another: its words stay.
    content = _LINK_TAG.sub("", writer.inline(without_links(element.children), language))
    if not says_something(content):
        content = writer.inline((writer.pictures.name_in(element),), language)
    if not says_something(content):
        return ""
    attributes = [pair for pair in element.attributes if pair[0] in ("hreflang", "href")]
    # Where a picture was left out at its end a link may end in a space, which belongs beside it.
    before, after = (" " * content.startswith(" "), " " * content.endswith(" "))
    return f"{before}{start_tag('a', (*attributes, *said(around, language)))}{content.strip(' ')}</a>{after}"


def without_links(nodes: Iterable[Node]) -> list[Node]:
    """Nodes of which no link is left but its words."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag == "a":
            result += without_links(node.children)
        else:
            result.append(node.holding(without_links(node.children)))
    return result


def line_break(writer: Writer, element: Element, around: str, language: str) -> str:
    """A line break."""
    del writer, element, around, language
    return "<br>"


def superscript(writer: Writer, element: Element, around: str, language: str) -> str:
    """A raised text by Unicode's signs; the mark of a note as it is."""
    if element.get("class") == NOTE_MARK:
        return writer.inline(element.children, language)
    return writer.foreign(writer.inline((raised(raw_text(element.children)),), language), around, language)


def subscript(writer: Writer, element: Element, around: str, language: str) -> str:
    """A lowered text by Unicode's signs."""
    return writer.foreign(writer.inline((lowered(raw_text(element.children)),), language), around, language)


def left_out(writer: Writer, element: Element, around: str, language: str) -> str:
    """What is struck out: nothing."""
    del around, language
    writer.left_out.add(element.tag)
    return ""


def quoted(writer: Writer, element: Element, around: str, language: str) -> str:
    """The quotation marks of the quotation's language."""
    opening, closing = LANGUAGES.get(language, LANGUAGES[writer.view.language]).quotes
    return writer.foreign(f"{opening}{writer.inline(element.children, language)}{closing}", around, language)


def abbreviation(writer: Writer, element: Element, around: str, language: str) -> str:
    """An abbreviation's letters; what they stand for has no form."""
    if element.get("title"):
        writer.left_out.add("abbr-title")
    return writer.foreign(writer.inline(element.children, language), around, language)


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
    **dict.fromkeys(("strong", "em", "cite", "code", "kbd", "samp"), kept), "a": link, "br": line_break,
    "sup": superscript, "sub": subscript, "del": left_out, "s": left_out, "q": quoted, "abbr": abbreviation,
    "img": picture_to_upload, "input": box,
}  # fmt: skip
"""What becomes of marks where a text format knows emphasis, code and links only."""
