"""What the parts of one body know of one another: references, notes, and what must be told of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from plugins.authoring.markdown.passage import Passage, Spot
from plugins.authoring.markdown.raw_html import RawHtml
from plugins.authoring.markdown.targets import Reference, label_of

if TYPE_CHECKING:
    from plugins.authoring.markdown.blocks import Block


@dataclass(slots=True, eq=False)
class Note:
    """A note below the text: its number once a mark refers to it, and how many marks do."""

    label: str
    block: "Block"
    number: int = 0
    marks: int = 0


@dataclass(slots=True)
class Finding:
    """Something of the text that must be told: a diagnostic's code, its spot and its values."""

    code: str
    spot: Spot
    values: dict[str, object] = field(default_factory=dict)


@dataclass
class Context:
    """The body that is being read."""

    references: dict[str, Reference] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    html: RawHtml = field(default_factory=RawHtml)
    numbered: list[Note] = field(default_factory=list)

    def tell(self, code: str, spot: Spot, **values: object) -> None:
        """Keep something that must be told."""
        self.findings.append(Finding(code, spot, values))

    def left_over(self, passage: Passage, marks: Iterable[tuple[str, int]]) -> None:
        """Tell of marks that have become none."""
        for mark, place in marks:
            self.tell("TXT010", passage.spot(place), mark=mark)

    def define_note(self, label: str, block: "Block") -> None:
        """Keep a note; of two with one label the first counts."""
        self.notes.setdefault(label_of(label), Note(label, block))

    def note_mark(self, label: str) -> Element | None:
        """Make a mark that refers to a note; notes are numbered in the order of their marks."""
        note = self.notes.get(label_of(label))
        if note is None or not note.block.children:
            return None
        if not note.number:
            self.numbered.append(note)
            note.number = len(self.numbered)
        note.marks += 1
        mark = Element("sup", {"id": mark_id(note.number, note.marks)})
        SubElement(mark, "a", {"class": "footnote-ref", "href": f"#_fn-{note.number}"}).text = str(note.number)
        return mark


def mark_id(number: int, mark: int) -> str:
    """Name a mark of a note: no heading and no writer has an id that begins so."""
    return f"_fnref-{number}" if mark == 1 else f"_fnref-{number}-{mark}"
