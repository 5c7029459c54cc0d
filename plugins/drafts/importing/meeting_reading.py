"""What minutes say of the meeting itself, taken out of their blocks into fields; what is in doubt stays a block."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from plugins.drafts.importing.agenda import is_item
from plugins.drafts.importing.blocks import ImportedBlock, plain_paragraph
from plugins.drafts.importing.labels import is_group, label_kind
from plugins.drafts.importing.meeting import FIELDS, Meeting
from plugins.drafts.importing.meeting_words import is_kind
from plugins.drafts.importing.people import group_name, is_person, people_in
from plugins.drafts.importing.runs import Line, is_strong, text_of

_LABEL = re.compile(r"\s*(?P<label>[^:\t]{1,60}?)\s*(?::|\t)\s*(?P<value>.*)", re.DOTALL)
_SECTIONS = frozenset({"present", "absent"})
_NO_ATTENDANCE = re.compile(
    r"(?:jakelu|tiedoksi|kännedom|pöytäkirjantarkast|tarkasta|protokolljuster|juster|laati|muistion laa|kirjoit|"
    r"distribu|sändlista|för kännedom|kutsuttu(?!na|ina)|(?:ei )?ilmoit|vastuu|ansvar|valmist|bered|yhteyshenk|"
    r"yhteystie|kontakt|lisätie|upplysning|mer information|hyväksy|godkän|allekirj|underteck|copy|cc\b)",
    re.IGNORECASE,
)
"""How lists of people begin that say nothing of who was there."""


class MeetingReader:
    """Reads the blocks of one meeting from its beginning to its end."""

    def __init__(self, title: str, asides: Sequence[str] = ()) -> None:
        self.meeting = Meeting()
        self._title, self._asides = title, asides
        self._kept: list[ImportedBlock] = []
        self._heads: list[ImportedBlock] = []
        """Headings that wait: they go when everything below them was understood."""
        self._section, self._group, self._waiting = "", "", ""
        self._is_told = False
        """Whether the label of the section has said who is in it: a group below is none of its."""
        self._before_items = True
        self._lead: list[str] = []
        self._opening: list[str] = []
        """What the first item says."""
        self._items = 0
        self._last = ""
        """Which field the line before has filled: the next may go on with it."""

    def read(self, blocks: Sequence[ImportedBlock]) -> tuple[ImportedBlock, ...]:
        """Take the facts out of blocks; give what remains."""
        for block in blocks:
            self._read(block)
        self._keep_heads()
        self.meeting.conclude((self._title, *self._lead[:8], *self._asides), self._opening)
        return tuple(self._kept)

    def _read(self, block: ImportedBlock) -> None:
        if block.kind == "heading":
            self._head(block, block.text)
        elif block.kind == "paragraph" and (self._before_items or self._section):
            self._paragraph(block)
        elif block.kind == "list" and (self._section in _SECTIONS or (self._before_items and _has_labels(block))):
            self._people_of(block)
        else:
            self._keep(block)

    def _head(self, block: ImportedBlock, text: str) -> bool:
        """Begin what a heading names; tell whether it is one of ours."""
        if is_item(block):
            self._end()
            self._before_items = False
            self._items += 1
            self._kept.append(block)
            return True
        section, group = _section_of(text)
        in_section = self._section in _SECTIONS and (is_group(text) or (block.level > 3 and not label_kind(text)))
        if section and (self._before_items or block.level <= 2):
            self._leave_group()
            self._section, self._group, self._waiting = section, group, ""
            self._is_told = ":" in text.strip(" :")
            self._heads.append(block)
            return True
        if in_section or (self._before_items and is_group(text)):
            self._leave_group()
            self._section = self._section_of_group()
            self._group, self._waiting = group_name(text), ""
            self._heads.append(block)
            return True
        kind = label_kind(text)
        if self._before_items and (kind == "facts" or kind in FIELDS):
            self._end()
            self._waiting = kind if kind in FIELDS else ""
            self._heads.append(block)
            return True
        if block.kind == "heading":
            self._end()
            self._kept.append(block)
            if self._before_items:
                self._lead.append(text)
        return False

    def _paragraph(self, block: ImportedBlock) -> None:
        alone = len(block.lines) == 1
        rest = [line for line in block.lines if not self._line(line, alone=alone)]
        if rest:
            self._keep(replace(block, lines=tuple(rest)))

    def _line(self, line: Line, *, alone: bool) -> bool:
        """Understand one line; False when it has to stay."""
        text = text_of(line)
        if any(run.picture or run.note for run in line):
            return False
        if self._before_items and is_kind(text):
            self._lead.append(text)
            return True
        if self._goes_on(text):
            return True
        match = _LABEL.fullmatch(text) or _strong_label(line)
        if match is not None and self._labelled(match["label"], _with_commas(match["value"])):
            return True
        if self._section in _SECTIONS and _NO_ATTENDANCE.match(text) and not is_person(text):
            self._end()
            return False
        if alone and self._names_section(line, text):
            return True
        if self._section in _SECTIONS:
            return self._person(_with_commas(text), line)
        return self._before_items and not self.meeting.sessions and self._bare_time(" ".join(text.split()))

    def _goes_on(self, text: str) -> bool:
        """Understand a line that goes on with what was before it: a value below its label, another day or place."""
        value = " ".join(text.split())
        last, self._last = self._last, ""
        of_time, of_place = last in {"time", "sitting", "time and place"}, last in {"place", "time and place"}
        if (of_time and self.meeting.put_following_day(value)) or (of_place and self.meeting.put_more_of_place(value)):
            self._last = last
        elif self._waiting and not label_kind(text.partition(":")[0]):
            kind, self._waiting = self._waiting, ""
            self._last = kind if self.meeting.put(kind, value) else ""
        return bool(self._last)

    def _names_section(self, line: Line, text: str) -> bool:
        """Begin what a short line names that is no heading."""
        says = is_strong(line) or label_kind(text) or _section_of(text)[0] or is_group(text)
        if len(text) >= 80 or not says or is_person(text):
            return False
        return self._head(ImportedBlock("paragraph", (line,), level=4), text)

    def _labelled(self, label: str, value: str) -> bool:
        """Understand a label and its value."""
        kind = label_kind(label)
        section, group = _section_of(label)
        if section and (self._before_items or self._section):
            is_understood = self._people_under(section, group, f"{label}: {value}", value)
            self._is_told = is_understood and bool(value) and not is_group(value)
            return is_understood
        if is_group(label) and (self._before_items or self._section in _SECTIONS):
            return self._people_under(self._section_of_group(), group_name(label), f"{label}: {value}", value)
        if kind in FIELDS and self._before_items:
            self._end()
            self._waiting = "" if value else kind
            if value and not self.meeting.put(kind, value):
                self._doubt(kind, f"{label}: {value}")
                return False
            self._last = kind if value else ""
            return True
        is_group_name = not kind and len(label) < 60 and not _NO_ATTENDANCE.match(label)
        if self._section in _SECTIONS and is_group_name and (not value or people_in(value, inline=True)):
            if self._section == "present":
                return self._people_under(self._section, group_name(label), f"{label}: {value}", value)
            self._end()  # who was away has seldom groups: it may be anybody who did something else
        return False

    def _people_under(self, section: str, group: str, text: str, value: str) -> bool:
        """Understand people who stand after the name of their group, or are to follow below it."""
        people = people_in(value, inline=True) if value else ()
        if value and not people and is_group(value):
            group = group_name(value)
        elif value and not people:
            self._doubt(section, text)
            return False
        self._leave_group()
        self._section, self._group = section, group
        self._add(people)
        if not people:
            self._heads.append(plain_paragraph(text.strip(" :")))
        return True

    def _section_of_group(self) -> str:
        """Return which section a group belongs to that stands by itself."""
        is_open = self._section == "absent" and not self._is_told
        return "absent" if is_open else "present"

    def _leave_group(self) -> None:
        """Keep the name of a group in which nobody was found."""
        if self._heads and self._group and self._section in _SECTIONS and not self._people_here():
            self._kept.append(_as_heading(self._heads.pop()))

    def _bare_time(self, text: str) -> bool:
        """Understand a line that is a time and nothing else."""
        if self.meeting.put_bare_time(text):
            return True
        self._lead.append(text)
        return False

    def _people_of(self, block: ImportedBlock) -> None:
        rest = []
        for item in block.children:
            line = item.children[0].line if item.children else ()
            inner = [child for child in item.children[1:] if child.kind == "list"]
            if len(item.children) == 1 + len(inner) and self._line(line, alone=False):
                for sublist in inner:
                    self._people_of(sublist)
            else:
                rest.append(item)
        if rest:
            self._keep(replace(block, children=tuple(rest)))

    def _person(self, text: str, line: Line) -> bool:
        people = people_in(text.lstrip("•·-–* "))
        if not people:
            if len(line) and len(text) < 160:
                self._doubt(self._section, text)
            return False
        self._add(people)
        return True

    def _add(self, people: Sequence[str]) -> None:
        found = self.meeting.present if self._section == "present" else self.meeting.absent
        found.setdefault(self._group, []).extend(people)
        self.meeting.understood += len(people)

    def _doubt(self, kind: str, text: str) -> None:
        self.meeting.doubts.append((kind, text))

    def _keep(self, block: ImportedBlock) -> None:
        self._keep_heads()
        self._kept.append(block)
        if block.kind == "paragraph" and (self._before_items or self._items == 1):
            (self._lead if self._before_items else self._opening).append(block.text)

    def _keep_heads(self) -> None:
        """Keep the last of the headings that wait, where something below it stays."""
        if self._heads and self._section in _SECTIONS and not self._people_here():
            self._kept.append(_as_heading(self._heads[-1]))
        self._heads.clear()

    def _people_here(self) -> bool:
        found = self.meeting.present if self._section == "present" else self.meeting.absent
        return bool(found.get(self._group))

    def _end(self) -> None:
        self._keep_heads()
        self._section, self._group, self._waiting = "", "", ""


def _section_of(text: str) -> tuple[str, str]:
    """Read the beginning of a list of people: `Läsnä, pysyvät edustajat`; the section and the group."""
    first, _, rest = re.sub(r"[()–—:-]", ",", text.strip(" :")).partition(",")
    kind = label_kind(first)
    if kind in _SECTIONS:
        return kind, group_name(rest) if rest.strip(" ,.") and not rest.strip(" ,").isdigit() else ""
    for word in ("läsnä olleet ", "läsnä ", "poissa ", "paikalla ", "närvarande ", "frånvarande "):
        if text.casefold().startswith(word) and is_group(text[len(word) :]):
            return label_kind(word), group_name(text[len(word) :])
    return "", ""


def _has_labels(block: ImportedBlock) -> bool:
    """Return whether a list gives facts, each with its label."""
    firsts = [text_of(child.children[0].line) for child in block.children if child.children]
    labels = [match["label"] for text in firsts if (match := _LABEL.fullmatch(text))]
    return any(label_kind(label) in FIELDS | _SECTIONS for label in labels)


def _with_commas(text: str) -> str:
    """Write commas where tabs part what is said of somebody."""
    return " ".join(re.sub(r"(?: ?\t ?)+", ", ", text.strip()).split())


def _strong_label(line: Line) -> re.Match[str] | None:
    """Read a label that only its bold letters tell from its value."""
    if len(line) < 2 or not line[0].strong or line[1].strong or not label_kind(line[0].text):
        return None
    return re.fullmatch(r"(?P<label>.*?)\0(?P<value>.*)", f"{line[0].text.strip()}\0{text_of(line[1:])}", re.DOTALL)


def _as_heading(block: ImportedBlock) -> ImportedBlock:
    return block if block.kind == "heading" else replace(block, kind="paragraph")
