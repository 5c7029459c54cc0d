"""Inline content in the terms of a strict text format: strong, em, code, cite, links, and the text of all else."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from plugins.blocks.allowlist import DROPPED
from plugins.blocks.composition import MARK
from plugins.blocks.losses import Uncarried
from plugins.blocks.profiles.pictures import Pictures
from plugins.blocks.profiles.shaping import (
    FLOW,
    MEDIA,
    appended,
    language_mark,
    one_line,
    says_something,
)
from plugins.blocks.profiles.tables import table_lines
from plugins.blocks.texts import folded
from plugins.blocks.views import BlockView
from plugins.blocks.words import BLOCK_WORDS
from plugins.core.markup.text import excerpt, plain_text
from plugins.core.markup.tree import Element, Node

_KEPT = {"strong": "strong", "em": "em", "code": "code", "cite": "cite", "b": "strong", "i": "em",
         "kbd": "code", "samp": "code", "tt": "code"}  # fmt: skip


class Phrasing:
    """Maps inline content; `language` is the one in force around it."""

    marks: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(_KEPT, "kept"), **dict.fromkeys(FLOW, "flattened"), **dict.fromkeys(DROPPED, "nothing"),
        "a": "link", "br": "line_break", MARK: "note_mark", "img": "image", "input": "tick", "q": "quoted",
        "abbr": "abbreviation",
    }  # fmt: skip
    """The methods that map elements, by name: those of a profile take the place of these. The text of others stays."""

    def __init__(self, view: BlockView) -> None:
        self.view = view
        self.words = BLOCK_WORDS[view.language]
        self.pictures = Pictures(view)
        self.uncarried: list[Uncarried] = []
        self.left_out: dict[str, None] = {}

    def inline(self, nodes: Iterable[Node], language: str) -> list[Node]:
        """Map text with its marks; of elements that the profile does not know the text stays."""
        result: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                appended(result, folded(node))
            else:
                mapping: Callable[[Element, str], list[Node]] = getattr(self, self.marks.get(node.tag, "text"))
                for made in mapping(node, language):
                    appended(result, made)
        return result

    def line_break(self, element: Element, _language: str) -> list[Node]:
        """Keep a line break."""
        return [element]

    def nothing(self, _element: Element, _language: str) -> list[Node]:
        """Leave out an element whose text is none for readers."""
        return []

    def note_mark(self, element: Element, _language: str) -> list[Node]:
        """Write where the text refers to a note."""
        return [f"[{element.get('number')}]"]

    def kept(self, element: Element, language: str) -> list[Node]:
        """Keep a mark, by the name that the profile has for it."""
        own = element.get("lang") or language if element.attributes else language
        content = self.inline(element.children, own)
        if not says_something(content):
            return content
        return [Element(_KEPT[element.tag], language_mark(language, own), tuple(content))]

    def quoted(self, element: Element, language: str) -> list[Node]:
        """Write the quotation marks of the quotation's language."""
        own = element.get("lang") or language
        opening, closing = BLOCK_WORDS[own].quotes if own in BLOCK_WORDS else self.words.quotes
        return self.foreign([opening, *self.inline(element.children, own), closing], language, own)

    def abbreviation(self, element: Element, language: str) -> list[Node]:
        """Keep an abbreviation's letters; what they stand for has no form."""
        if element.get("title"):
            self.left_out["abbr-title"] = None
        return self.text(element, language)

    def text(self, element: Element, language: str) -> list[Node]:
        """Keep the text of an element only, marked when it is in another language."""
        if not element.attributes:
            return self.inline(element.children, language)
        own = element.get("lang") or language
        return self.foreign(self.inline(element.children, own), language, own)

    def foreign(self, content: list[Node], language: str, own: str) -> list[Node]:
        """Mark text of another language."""
        if own == language or not says_something(content):
            return content
        return [Element("em", (("lang", own),), tuple(content))]

    def link(self, element: Element, language: str) -> list[Node]:
        """Map a link; one around a picture only is named by the picture, and one without words goes."""
        own = element.get("lang") or language
        content = self.inline(element.children, own)
        if not element.get("href"):
            return self.foreign(content, language, own)
        if not says_something(content):
            content = [self.pictures.name_in(element)]
            if not says_something(content):
                return []
        kept = tuple([pair for pair in element.attributes if pair[0] in {"hreflang", "href"}])
        return [Element("a", kept + language_mark(language, own), tuple(_without_links(content)))]

    def image(self, element: Element, _language: str) -> list[Node]:
        """Leave a picture out; the manifest lists it for uploading."""
        self.pictures.add(element)
        self.left_out["img"] = None
        return []

    def tick(self, element: Element, _language: str) -> list[Node]:
        """Write the box of a task as a sign."""
        if element.get("type") != "checkbox":
            return []
        return ["☐ " if element.get("checked") is None else "☑ "]

    def flattened(self, element: Element, language: str) -> list[Node]:
        """Map a block within a line to words of the line."""
        if element.tag in MEDIA or element.tag == "details":
            self.unmapped(element)
            return []
        own = element.get("lang") or language
        if element.tag == "table":
            rows = [[", ", *row] for row in table_lines(element, lambda nodes: self.inline(nodes, own))]
            content: list[Node] = [node for row in rows for node in row][1:]
        else:
            content = list(one_line(self.inline(_with_commas(element), own)))
        return [" ", *self.foreign(content, language, own), " "]

    def unmapped(self, element: Element) -> None:
        """Say of an element that the profile has no way to carry it."""
        self.uncarried.append(Uncarried(element.tag, excerpt(plain_text(element.children), 60)))


def _with_commas(element: Element) -> list[Node]:
    if element.tag not in ("ul", "ol", "dl"):
        return list(element.children)
    items = [(node,) if isinstance(node, str) else node.children for node in element.children]
    return [part for item in items if says_something(item) for part in (", ", *item)][1:]


def _without_links(content: Iterable[Node]) -> list[Node]:
    result: list[Node] = []
    for node in content:
        if isinstance(node, str):
            appended(result, node)
        elif node.tag == "a":
            result += _without_links(node.children)
        else:
            result.append(node.holding(_without_links(node.children)))
    return result
