"""The profile `full`: for a text format that keeps everything; the tree as it is, in a section of its own."""

from collections.abc import Sequence

from plugins.blocks.composition import Composition, Note
from plugins.blocks.profiles.basic import BasicShaper
from plugins.blocks.profiles.pictures import lead_figure
from plugins.blocks.profiles.shaping import Shaped, apart, language_mark, one_line, says_something
from plugins.blocks.profiles.tables import NOTHING
from plugins.blocks.views import BlockView
from plugins.core.markup.text import raw_text
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

    def __init__(self, view: BlockView, notes: Sequence[Note]) -> None:
        super().__init__(view)
        self.notes_by_number = {note.number: note for note in notes}
        self.marked: set[str] = set()
        self.flows |= {"details": self.details, "table": self.whole_table}
        self.marks |= {**dict.fromkeys(_WHOLE, self.whole), "span": self.text}

    def around(self) -> str:
        """Give the language of the section around the block."""
        return self.view.language

    def lead(self) -> list[Node]:
        """Give the picture below the heading."""
        return lead_figure(self.view)

    def note(self, note: Note) -> Element:
        """Give a note with its id and a way back."""
        back = Element("a", (("href", f"#{note.mark_id}"),), (f"{self.words.back} [{note.number}]",))
        return Element("li", (("id", note.id),), (*note.children, " ", back))

    def listing(self, element: Element, within: str, language: str) -> list[Element]:
        """Map a list; the items of notes keep their ids."""
        lists = super().listing(element, within, language)
        ids = [item.get("id") for item in element.children if isinstance(item, Element)]
        if not lists or not any(ids):
            return lists
        (made,) = lists
        items = zip(made.children, ids, strict=True)
        return [made.holding(item.having(id=i) if isinstance(item, Element) and i else item for item, i in items)]

    def settled(self, blocks: list[Element], language: str | None) -> list[Element]:
        """Keep lists apart; rules stay."""
        return apart(blocks, language)

    def rule(self, element: Element, _within: str, _language: str) -> list[Element]:
        """Keep a rule."""
        return [Element(element.tag)]

    def preformatted(self, element: Element, within: str, language: str) -> list[Element]:
        """Keep preformatted text."""
        text = raw_text(element.children).replace("\r\n", "\n").replace("\r", "\n")
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
        parts = self._table_parts(element, language)
        return [Element("table", language_mark(within, language), tuple(parts))] if parts else []

    def _table_parts(self, element: Element, language: str) -> list[Element]:
        parts: list[Element] = []
        for node in element.children:
            if isinstance(node, str):
                continue
            if node.tag in ("thead", "tbody", "tfoot", "tr"):
                children = self._table_parts(node, language)
                parts += [Element(node.tag, (), tuple(children))] if children else []
            elif node.tag == "caption":
                line = one_line(self.inline(node.children, language))
                parts += [Element("caption", (), line)] if says_something(line) else []
            elif node.tag in ("td", "th"):
                own = node.get("lang") or language
                content = self.items(node.children, own)
                attributes = tuple(pair for pair in node.attributes if pair[0] in _CELL)
                mark = language_mark(language, own)
                parts.append(Element(node.tag, attributes + mark, content[0] if content else (NOTHING,)))
        return parts

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
