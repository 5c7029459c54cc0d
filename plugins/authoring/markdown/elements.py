"""The elements of a body: each block with what its texts hold, then the notes that they refer to."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from plugins.authoring.markdown.attribute_lists import AT_END, LINE_OF_LIST, attributes_of
from plugins.authoring.markdown.blocks import Block
from plugins.authoring.markdown.context import Context
from plugins.authoring.markdown.emphasis import fill
from plugins.authoring.markdown.inlines import InlineReader
from plugins.authoring.markdown.leftovers import leftover_beginnings, leftover_marks
from plugins.authoring.markdown.passage import Line, MarkedText, at
from plugins.authoring.markdown.raw_html import RawTag
from plugins.authoring.markdown.starts import TASK
from plugins.authoring.markdown.tables import table

_CALLOUT = re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ ]*", re.IGNORECASE)
_WORD = re.compile(r"\w")
_LANGUAGE_OF_CODE = re.compile(r"\{?[ ]*\.?[\w+#-]+")

CALLOUTS: Mapping[str, Mapping[str, str]] = {
    "fi": {"note": "Huomaa", "tip": "Vinkki", "important": "Tärkeää", "warning": "Varoitus", "caution": "Varo"},
    "sv": {"note": "Obs!", "tip": "Tips", "important": "Viktigt", "warning": "Varning", "caution": "Se upp"},
    "en": {"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution"},
}
"""What stands above a note that is set apart, by GitHub's words for it."""


class Builder:
    """Makes elements of the blocks of one body."""

    def __init__(self, context: Context, language: str) -> None:
        self._context = context
        self._language = language
        self._makers: Mapping[str, Callable[[Element, Block], None]] = {
            "paragraph": self._paragraph, "heading": self._heading, "quote": self._quote, "list": self._list,
            "terms": self._terms, "code": self._code, "fence": self._code, "table": self._table,
            "rule": lambda parent, block: parent.append(Element("hr", at(block.spot))),
        }  # fmt: skip

    def build(self, body: Block) -> Element:
        """Make the element whose children are the body's."""
        root = Element("div")
        self._children(root, body)
        self._notes(root)
        return root

    def _children(self, parent: Element, block: Block) -> None:
        tags: list[RawTag] = []
        for child in block.children:
            if child.kind == "html":
                self._html(parent, child, tags)
            elif child.kind in self._makers:
                self._makers[child.kind](parent, child)
        self._context.html.balance(tags)

    def _inline(self, element: Element, passage: MarkedText) -> None:
        fill(element, InlineReader(passage, self._context).read())

    def _paragraph(self, parent: Element, block: Block) -> None:
        if not block.lines:
            return
        element = SubElement(parent, "p", at(block.spot))
        passage = _passage(block.lines)
        if passage.text.endswith("}") and (listed := LINE_OF_LIST.search(passage.text)) and listed.start():
            element.attrib.update(attributes_of(listed[1]))
            passage = passage.part(0, listed.start())
        reader = InlineReader(passage, self._context)
        fill(element, reader.read())
        box = TASK.match(passage.text) if parent.tag == "li" and parent[0] is element else None
        read = [*reader.consumed, box.span()] if box else reader.consumed
        self._context.left_over(passage, leftover_beginnings(passage.text, read))

    def _heading(self, parent: Element, block: Block) -> None:
        element = SubElement(parent, f"h{block.number}", at(block.spot))
        passage = _passage(block.lines)
        if passage.text.endswith("}") and (listed := AT_END.search(passage.text)):
            element.attrib.update(attributes_of(listed[1]))
            passage = passage.part(0, listed.start())
        self._inline(element, passage)

    def _quote(self, parent: Element, block: Block) -> None:
        first = block.children[0] if block.children else None
        callout = (
            _CALLOUT.fullmatch(first.lines[0].text) if first and first.kind == "paragraph" and first.lines else None
        )
        if first is None or callout is None:
            self._children(SubElement(parent, "blockquote", at(block.spot)), block)
            return
        del first.lines[0]
        element = SubElement(parent, "section", {**at(block.spot), "_part": "note"})
        words = CALLOUTS[self._language][callout[1].lower()]
        SubElement(SubElement(element, "p"), "strong").text = words
        self._children(element, block)

    def _list(self, parent: Element, block: Block) -> None:
        element = SubElement(parent, "ol" if block.mark in ".)" else "ul", at(block.spot))
        if block.mark in ".)" and block.number != 1:
            element.set("start", str(block.number))
        self._check_numbers(block)
        is_loose = _is_loose(block)
        for item in block.children:
            inner = SubElement(element, "li", at(item.spot))
            if is_loose:
                self._children(inner, item)
            else:
                self._tight(inner, item)

    def _tight(self, element: Element, item: Block) -> None:
        """Make the content of an item or a definition whose paragraphs are plain lines."""
        holder = Element(element.tag)
        self._children(holder, item)
        for number, child in enumerate(holder):
            if number:
                fill(element, ["\n"])
            if child.tag == "p" and not set(child.attrib) - {"_at"}:
                fill(element, [child.text or "", *child])
            else:
                element.append(child)

    def _check_numbers(self, block: Block) -> None:
        """Report a list whose numbers the reader would see otherwise; all alike are the program's to count."""
        numbers = [item.number for item in block.children]
        if block.mark not in ".)" or len(set(numbers)) == 1:
            return
        for place, item in enumerate(block.children):
            if item.number != block.number + place:
                self._context.tell("TXT016", item.spot, written=item.number, shown=block.number + place)
                return

    def _terms(self, parent: Element, block: Block) -> None:
        element = SubElement(parent, "dl", at(block.spot))
        is_loose = _is_loose(block)
        for child in block.children:
            inner = SubElement(element, "dt" if child.kind == "term" else "dd", at(child.spot))
            if child.kind == "term":
                self._inline(inner, _passage(child.lines))
            elif is_loose:
                self._children(inner, child)
            else:
                self._tight(inner, child)

    def _code(self, parent: Element, block: Block) -> None:
        lines = block.lines
        element = SubElement(SubElement(parent, "pre", at(block.spot)), "code")
        if block.kind == "fence":
            named, *lines = lines
            language = _LANGUAGE_OF_CODE.match(named.text)
            rest = named.text[language.end() if language else 0 :].strip("{} ")
            if _WORD.search(rest):
                self._context.unshown(rest, MarkedText([named]).spot(named.text.index(rest)), "code")
        element.text = AtomicString("\n".join([line.text for line in lines]).rstrip() + "\n")

    def _table(self, parent: Element, block: Block) -> None:
        table(parent, block.lines, self._context)

    def _html(self, parent: Element, block: Block, tags: list[RawTag]) -> None:
        passage = MarkedText(block.lines)
        for part in self._context.html.parts(passage):
            if isinstance(part, RawTag):
                tags.append(part)
                parent.append(part.element)
            else:
                parent.append(part)
        if len(parent):
            parent[-1].tail = "\n"
        for found in (leftover_marks(passage.text, ()), leftover_beginnings(passage.text, ())):
            self._context.left_over(passage, found)

    # ---- notes

    def _notes(self, root: Element) -> None:
        """Make the notes that the text refers to, in the order of their marks; tell of the others."""
        numbered = self._context.numbered
        if numbered:
            part = SubElement(root, "div", {"_part": "footnote"})
            SubElement(part, "hr")
            notes = SubElement(part, "ol")
            for note in numbered:  # a note may refer to further ones
                self._children(SubElement(notes, "li", {"id": f"_fn-{note.number}"}), note.block)
        for note in self._context.notes.values():
            if not note.block.children:
                self._context.tell("TXT013", note.block.spot, note=note.label)
            elif not note.number:
                self._context.tell("TXT012", note.block.spot, note=note.label)


def _passage(lines: list[Line]) -> MarkedText:
    """Make a text of lines; the spaces after its last line are none of it."""
    *others, last = lines
    return MarkedText([*others, Line(last.text.rstrip(" "), last.spot)])


def _is_loose(block: Block) -> bool:
    """Return whether blank lines part the items of a list, or the parts of one."""
    for number, item in enumerate(block.children):
        following = block.children[number + 1] if number + 1 < len(block.children) else None
        if following is not None and following.spot.line - item.end > 1:
            return True
        if any(
            after.spot.line - before.end > 1 for before, after in zip(item.children, item.children[1:], strict=False)
        ):
            return True
    return False
