"""The profile `full`: for a text format that keeps everything; the tree as it is, in a section of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from plugins.blocks.composition import Composition, Note
from plugins.blocks.profiles.basic import BasicShaper, code_text
from plugins.blocks.profiles.pictures import lead_figure
from plugins.blocks.profiles.shaping import Shaped, apart, language_mark, one_line, says_something
from plugins.blocks.profiles.tables import NOTHING, cells_of, row_groups, strays
from plugins.blocks.views import BlockView
from plugins.core.markup.tree import Element, Node, Tree

_WHOLE = ("abbr", "time", "sub", "sup", "del", "ins", "mark", "kbd", "samp", "var", "q", "small", "u", "s")
_SAID = frozenset({"title", "datetime"})
_CELL = frozenset({"colspan", "rowspan", "scope"})


def shape(composition: Composition, view: BlockView) -> Shaped:
    """Map a composed block to the profile."""
    return FullShaper(view, composition.notes).shaped(composition)


def in_section(nodes: Tree, view: BlockView) -> Tree:
    """Put a whole block, its source too, into a section of its own."""
    attributes = (("lang", view.language), ("class", "kaiku-block"), ("data-kaiku", view.id))
    return (Element("section", attributes, nodes),)


class FullShaper(BasicShaper):
    """Keeps what `basic` maps to something simpler."""

    flows: ClassVar[Mapping[str, str]] = {**BasicShaper.flows, "details": "details", "table": "whole_table"}
    marks: ClassVar[Mapping[str, str]] = {**BasicShaper.marks, **dict.fromkeys(_WHOLE, "whole"), "span": "text"}

    def __init__(self, view: BlockView, notes: Sequence[Note]) -> None:
        super().__init__(view)
        self.notes_by_number = {note.number: note for note in notes}
        self.marked: set[str] = set()

    def around(self) -> str:
        """Give the language of the section around the block."""
        return self.view.language

    def lead(self) -> list[Node]:
        """Give the picture below the heading."""
        return lead_figure(self.view)

    def noted(self, notes: Iterable[Note]) -> list[Element]:
        """Give the notes as a numbered list, each with its id and a way back to where the text refers to it."""
        items: list[Element] = []
        for note in notes:
            back = Element("a", (("href", f"#{note.mark_id}"),), (f"{self.words.back} [{note.number}]",))
            way_back: tuple[Node, ...] = (" ", back) if note.number in self.marked else ()
            (content,) = self.items((*note.children, *way_back), self.view.language)
            items.append(Element("li", (("id", note.id),), content))
        return [Element("ol", (), tuple(items))]

    def settled(self, blocks: list[Element], language: str | None) -> list[Element]:
        """Keep lists apart; rules stay."""
        return apart(blocks, language)

    def rule(self, element: Element, _within: str, _language: str) -> list[Element]:
        """Keep a rule."""
        return [Element(element.tag)]

    def preformatted(self, element: Element, within: str, language: str) -> list[Element]:
        """Keep preformatted text."""
        text = code_text(element)
        code = Element("code", (), (text,))
        return [Element("pre", language_mark(within, language), (code,))] if text.strip() else []

    def details(self, element: Element, within: str, language: str) -> list[Element]:
        """Keep what opens and closes."""
        parts: list[Node] = []
        for node in element.children:
            if isinstance(node, Element) and node.tag == "summary":
                line = one_line(self.inline(node.children, language))
                parts += [Element("summary", (), line)] if says_something(line) else []
        rest = [node for node in element.children if isinstance(node, str) or node.tag != "summary"]
        parts += self.flow(rest, language, language)
        return [Element("details", language_mark(within, language), tuple(parts))] if parts else []

    def figure(self, element: Element, within: str, language: str) -> list[Element]:
        """Keep a figure with its caption."""
        parts: list[Node] = []
        captions: list[Node] = []
        for node in element.children:
            if isinstance(node, Element) and node.tag == "figcaption":
                line = one_line(self.inline(node.children, language))
                captions += [Element("figcaption", (), line)] if says_something(line) else []
        rest = [node for node in element.children if isinstance(node, str) or node.tag != "figcaption"]
        parts += self.flow(rest, language, language)
        content = (*parts, *captions)
        return [Element("figure", language_mark(within, language), content)] if content else []

    def whole_table(self, element: Element, within: str, language: str) -> list[Element]:
        """Keep a table; an empty cell says so."""
        loose = self.flow(strays(element), within, language)
        groups = [
            Element(name, (), tuple(self._row(row, language) for row in rows))
            for name, rows in row_groups(element)
            if rows
        ]
        captions = [node for node in element.children if isinstance(node, Element) and node.tag == "caption"]
        lines = [line for one in captions for line in self.lines(self.inline(one.children, language), within, language)]
        if not groups:
            return lines + loose
        title = [Element("caption", lines[0].attributes, lines[0].children)] if lines else []
        return [*loose, *lines[1:], Element("table", language_mark(within, language), (*title, *groups))]

    def _row(self, row: Element, language: str) -> Element:
        cells: list[Element] = []
        for cell in cells_of(row):
            own = cell.get("lang") or language
            content = self.items(cell.children, own)
            attributes = tuple(pair for pair in cell.attributes if pair[0] in _CELL) + language_mark(language, own)
            cells.append(Element(cell.tag, attributes, content[0] if content else (NOTHING,)))
        return Element("tr", (), tuple(cells))

    def whole(self, element: Element, language: str) -> list[Node]:
        """Keep a mark with what it says."""
        own = element.get("lang") or language
        content = self.inline(element.children, own)
        if not says_something(content):
            return content
        said = tuple(pair for pair in element.attributes if pair[0] in _SAID)
        return [Element(element.tag, said + language_mark(language, own), tuple(content))]

    def foreign(self, content: list[Node], language: str, own: str) -> list[Node]:
        """Mark text of another language."""
        if own == language or not says_something(content):
            return content
        return [Element("span", (("lang", own),), tuple(content))]

    def note_mark(self, element: Element, _language: str) -> list[Node]:
        """Keep where the text refers to a note, with a way to it; only the first mark of a note is the way back."""
        number = element.get("number") or ""
        note = self.notes_by_number.get(number)
        if note is None:
            return [f"[{number}]"]
        attributes = (("id", note.mark_id),) if number not in self.marked else ()
        self.marked.add(number)
        return [Element("sup", attributes, (Element("a", (("href", f"#{note.id}"),), (f"[{number}]",)),))]

    def image(self, element: Element, _language: str) -> list[Node]:
        """Keep a picture that stands somewhere; else a link stands for it."""
        self.pictures.add(element)
        return list(self.pictures.shown(element) or self.pictures.link(element))
