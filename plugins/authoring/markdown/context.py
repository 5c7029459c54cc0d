"""What the parts of one body know of one another: references, notes, and what must be told of them."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from plugins.authoring.markdown.passage import MarkedText, Spot
from plugins.authoring.markdown.raw_html import RawHtml
from plugins.authoring.markdown.targets import ReferenceDefinition, label_of

if TYPE_CHECKING:
    from plugins.authoring.markdown.blocks import Block


@dataclass(slots=True, eq=False)
class Note:
    """A note below the text: its number once a mark refers to it, and how many marks do."""

    label: str
    block: "Block"
    number: int = 0
    marks: int = 0


class Abbreviation(Struct, frozen=True):
    """What an abbreviation stands for, and where that is defined."""

    words: str
    spot: Spot


@dataclass(slots=True)
class BodyFault:
    """Something of the text that must be told: a diagnostic's code, its spot and its values."""

    code: str
    spot: Spot
    values: dict[str, object] = field(default_factory=dict)


@dataclass
class Context:
    """The body that is being read."""

    references: dict[str, ReferenceDefinition] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    """The labels of the references that something refers to."""
    notes: dict[str, Note] = field(default_factory=dict)
    abbreviations: dict[str, Abbreviation] = field(default_factory=dict)
    findings: list[BodyFault] = field(default_factory=list)
    html: RawHtml = field(default_factory=RawHtml)
    numbered: list[Note] = field(default_factory=list)

    def tell(self, code: str, spot: Spot, **values: object) -> None:
        """Keep something that must be told."""
        self.findings.append(BodyFault(code, spot, values))

    def unshown(self, text: str, spot: Spot, reason: str) -> None:
        """Report something that no reader sees; the reason is a token of the table `[reason]`."""
        self.tell("TXT022", spot, text=text, reason=reason)

    def left_over(self, passage: MarkedText, marks: Iterable[tuple[str, int]]) -> None:
        """Report marks that have become none."""
        for mark, place in marks:
            self.tell("TXT010", passage.spot(place), mark=mark)

    def define_note(self, label: str, block: "Block") -> None:
        """Keep a note; of two with one label the first counts."""
        first = self.notes.setdefault(label_of(label), Note(label, block))
        if first.block is not block:
            self.unshown(f"[^{label}]", block.spot, "repeated")

    def define_reference(self, reference: ReferenceDefinition) -> None:
        """Keep where a reference leads; of two definitions the first counts."""
        first = self.references.setdefault(label_of(reference.label), reference)
        if (first.href, first.title) != (reference.href, reference.title):
            self.unshown(f"[{reference.label}]", reference.spot, "repeated")

    def define_abbreviation(self, name: str, abbreviation: Abbreviation) -> None:
        """Keep what an abbreviation stands for; of two definitions the first counts."""
        first = self.abbreviations.setdefault(name, abbreviation)
        if first.words != abbreviation.words:
            self.unshown(f"*[{name}]", abbreviation.spot, "repeated")

    def tell_unused(self, abbreviations: Container[str]) -> None:
        """Report definitions that nothing in the text uses, given the abbreviations that stand in it.

        A reference that leads nowhere is a comment, as people write them: `[//]: # (words)`.
        """
        for label, reference in self.references.items():
            if label not in self.used and reference.href not in {"", "#"}:
                self.unshown(f"[{reference.label}]", reference.spot, "definition")
        for name, abbreviation in self.abbreviations.items():
            if name not in abbreviations:
                self.unshown(f"*[{name}]", abbreviation.spot, "abbreviation")

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
        SubElement(mark, "a", {"_part": "footnote-ref", "href": f"#_fn-{note.number}"}).text = str(note.number)
        return mark


def mark_id(number: int, mark: int) -> str:
    """Name a mark of a note: no heading and no writer has an id that begins so."""
    return f"_fnref-{number}" if mark == 1 else f"_fnref-{number}-{mark}"
