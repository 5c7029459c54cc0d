"""The profile `basic`: what the usual editor of a CMS keeps (Drupal's Basic HTML)."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from plugins.blocks.composition import HEADINGS, Composition, Note
from plugins.blocks.piece import Piece
from plugins.blocks.profiles.phrasing import Phrasing
from plugins.blocks.profiles.pictures import without_images
from plugins.blocks.profiles.shaping import (
    FLOW,
    MEDIA,
    Shaped,
    apart,
    is_flow,
    language_mark,
    one_line,
    says_something,
    without_rules,
)
from plugins.blocks.profiles.tables import table_lines
from plugins.blocks.views import BlockView
from plugins.core.markup.text import plain_text, raw_text
from plugins.core.markup.tree import Element, Node, Tree

_NUMBER = re.compile(r"-?[0-9]{1,6}")
_SPACES = re.compile(r"^[ ]+|[ ]{2,}")


def shape(composition: Composition, view: BlockView) -> Shaped:
    """Map a composed block to the profile."""
    return BasicShaper(view).shaped(composition)


class BasicShaper(Phrasing):
    """Maps a tree whose elements may be anything; what it gives holds the profile's elements only.

    Throughout, `within` is the language in force where an element will stand, and `language` its own content's.
    """

    flows: ClassVar[Mapping[str, str]] = {
        "p": "paragraph", "ul": "listing", "ol": "listing", "dl": "definitions", "blockquote": "quotation",
        "table": "table", "pre": "preformatted", "figure": "figure", "hr": "rule", "details": "uncarriable",
        **dict.fromkeys(HEADINGS, "heading"), **dict.fromkeys(MEDIA, "uncarriable"),
    }  # fmt: skip
    """The methods that map elements on lines of their own, by name. Of others the content stays."""

    def shaped(self, composition: Composition) -> Shaped:
        """Map the whole block, its notes at the end under a small heading."""
        language = self.view.language
        heading, *rest = composition.nodes
        top = self.flow([heading, *self.lead(), *rest], self.around(), language)
        if composition.notes:
            small = Element("h2", (("id", composition.notes_id),), (self.words.notes,))
            top += [*self.flow([small], self.around(), language), *self.noted(composition.notes)]
        return Shaped(
            tuple(top),
            tuple(self.uncarried),
            tuple(sorted(self.left_out)),
            self.pictures.found(),
        )

    def around(self) -> str:
        """Give the language in force around the block: none, since no wrapper of it would survive."""
        return ""

    def lead(self) -> list[Node]:
        """Give what stands for the picture below the heading: nothing, an editor uploads it."""
        return []

    def noted(self, notes: Iterable[Note]) -> list[Element]:
        """Give the notes as a numbered list."""
        numbered = Element("ol", (), tuple(Element("li", (), note.children) for note in notes))
        return self.flow([numbered], self.around(), self.view.language)

    def flow(self, nodes: Iterable[Node], within: str, language: str) -> list[Element]:
        """Map content of any kind to elements that stand on lines of their own."""
        result: list[Element] = []
        run: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or node.tag not in FLOW:
                run.append(node)
                continue
            if run:
                result += self.lines(self.inline(run, language), within, language)
                run = []
            if isinstance(node, Piece):
                result.append(self.piece(node, within, language))
                continue
            own = node.get("lang") or language if node.attributes else language
            name = self.flows.get(node.tag)
            if name is None:
                result += self.flow(node.children, within, own)
                continue
            mapping: Callable[[Element, str, str], list[Element]] = getattr(self, name)
            result += mapping(node, within, own)
        if run:
            result += self.lines(self.inline(run, language), within, language)
        return self.settled(result, language if within != language else None)

    def piece(self, piece: Piece, within: str, language: str) -> Element:
        """Map a piece, of which only the mark of the language is the profile's own."""
        return piece.named(piece.tag, piece.attributes + language_mark(within, language))

    def settled(self, blocks: list[Element], language: str | None) -> list[Element]:
        """Keep lists apart; `language` is that of a line between them, when it must be said."""
        return apart(without_rules(blocks, language), language)

    def lines(self, inline: Sequence[Node], within: str, language: str) -> list[Element]:
        """Make a paragraph of inline content; none when it says nothing."""
        line = one_line(inline)
        return [Element("p", language_mark(within, language), line)] if says_something(line) else []

    def paragraph(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a paragraph; one that holds other blocks, as no parser makes it, is only what it holds."""
        if any(map(is_flow, element.children)):
            return self.flow(element.children, within, language)
        return self.lines(self.inline(element.children, language), within, language)

    def heading(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a heading to one line."""
        inline = self.inline(element.children, language)
        line = one_line([" " if _is(node, "br") else node for node in inline])
        identifier = element.get("id")
        attributes = (("id", identifier),) if identifier else ()
        if not says_something(line):
            return []
        return [Element(element.tag, attributes + language_mark(within, language), line)]

    def listing(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a list; whatever in it is no item becomes one."""
        items: list[Element] = []
        for node in element.children:
            if isinstance(node, str) and not node.strip():
                continue
            item = node if isinstance(node, Element) and node.tag == "li" else Element("li", (), (node,))
            own = item.get("lang") or language
            mark = language_mark(language, own)
            items += [Element("li", mark, content) for content in self.items(item.children, own)]
        start = element.get("start") or ""
        attributes = (("start", start),) if element.tag == "ol" and _NUMBER.fullmatch(start) else ()
        return [Element(element.tag, attributes + language_mark(within, language), tuple(items))] if items else []

    def items(self, nodes: Sequence[Node], language: str) -> list[Tree]:
        """Map the content of a list item to that of one item, or of none when it says nothing.

        A single paragraph becomes the item's own line.
        """
        if not any(map(is_flow, nodes)):
            line = one_line(self.inline(nodes, language))
            return [line] if says_something(line) else []
        content = _unwrapped(self.flow(nodes, language, language))
        return [content] if content else []

    def definitions(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a list of terms, each term and value a paragraph of its own.

        A value that holds more than paragraphs does not fit in one: then the terms become a bulleted list.
        """
        entries = entries_of(element)
        values: list[Element] = []
        for entry in entries:
            own = entry.get("lang") or language
            blocks = self.flow(entry.children, language, own)
            if any(block.tag != "p" for block in blocks):
                return self.bulleted(entries, within, language)
            if blocks:
                values.append(Element(entry.tag, (), (_one_paragraph(blocks),)))
        return [Element("dl", language_mark(within, language), tuple(values))] if values else []

    def bulleted(self, entries: Sequence[Element], within: str, language: str) -> list[Element]:
        """Map terms and values to a bulleted list of "**Term:** value"."""
        contents: list[Tree] = []
        term: Tree = ()
        for entry in entries:
            own = entry.get("lang") or language
            if entry.tag == "dt":
                contents += [term] if term else []
                term = _term(self.foreign(self.inline(entry.children, own), language, own))
                continue
            for content in self.items((Element("div", (("lang", own),), entry.children),), language):
                between = (" ",) if term and not is_flow(content[0]) else ()
                contents.append((*term, *between, *content))
                term = ()
        contents += [term] if term else []
        items = [Element("li", (), content) for content in contents]
        return [Element("ul", language_mark(within, language), tuple(items))] if items else []

    def quotation(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a quotation."""
        content = self.flow(element.children, language, language)
        return [Element("blockquote", language_mark(within, language), tuple(content))] if content else []

    def table(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a table to a paragraph for each row."""
        lines = table_lines(element, lambda nodes: self.inline(nodes, language))
        return [made for line in lines for made in self.lines(line, within, language)]

    def preformatted(self, element: Element, within: str, language: str) -> list[Element]:
        """Map preformatted text to a paragraph of code, its lines joined by breaks."""
        code: list[Node] = []
        for number, line in enumerate(code_lines(element)):
            code += [Element("br")] if number else []
            code += [Element("code", (), (line,))] if line else []
        return [Element("p", language_mark(within, language), tuple(code))] if code else []

    def figure(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a figure to links to its pictures; what else it holds stays, and then its caption too."""
        caption = plain_text([part for part in element.children if _is(part, "figcaption")])
        links = self.pictures.of_figure(element, caption)
        rest = [node for node in element.children if not (links and _is(node, "figcaption"))]
        made = [made for link in links for made in self.lines([link], within, language)]
        return made + self.flow(without_images(rest), within, language)

    def rule(self, element: Element, _within: str, _language: str) -> list[Element]:
        """Keep a rule only until it is known whether it held two lists apart."""
        self.left_out["hr"] = None
        return [element]

    def uncarriable(self, element: Element, _within: str, _language: str) -> list[Element]:
        """Give nothing for an element that the profile has no way to carry."""
        self.unmapped(element)
        return []


def _is(node: Node, tag: str) -> bool:
    return not isinstance(node, str) and node.tag == tag


def _unwrapped(blocks: Sequence[Element]) -> Tree:
    """Take the paragraph away from around the first line of an item that has no other and no language of its own."""
    if blocks and blocks[0].tag == "p" and not blocks[0].attributes and not any(one.tag == "p" for one in blocks[1:]):
        return (*blocks[0].children, *blocks[1:])
    return tuple(blocks)


def entries_of(element: Element) -> list[Element]:
    """Give the terms and values of a list, also of those grouped by `div`."""
    entries: list[Element] = []
    for node in element.children:
        if isinstance(node, str):
            if node.strip():
                entries.append(Element("dd", (), (node,)))
        elif node.tag == "div":
            entries += entries_of(node)
        else:
            entries.append(node if node.tag in ("dt", "dd") else Element("dd", (), (node,)))
    return entries


def _one_paragraph(blocks: Sequence[Element]) -> Element:
    if len(blocks) == 1:
        return blocks[0]
    content: list[Node] = []
    for block in blocks:
        language = block.get("lang")
        content += [Element("br")] if content else []
        content += [Element("em", (("lang", language),), block.children)] if language else block.children
    return Element("p", (), tuple(content))


def _term(inline: Sequence[Node]) -> Tree:
    line = one_line(inline)
    return (Element("strong", (), one_line([*line, ":"])),) if says_something(line) else ()


def code_text(element: Element) -> str:
    """Give preformatted text: composed, since a letter and its accent may come from two elements; lines end alike."""
    text = raw_text(element.children).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def code_lines(element: Element) -> list[str]:
    """Give the lines of preformatted text, as a paragraph can show them."""
    lines = [line.rstrip() for line in code_text(element).expandtabs(4).split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    # Indentation says something in code, and only no-break spaces live through an editor.
    return [_SPACES.sub(lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), line) for line in lines]
