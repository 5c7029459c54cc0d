"""The guides' diagnostics as data: a section for each code, with what comes first, what is wrong, what is right.

An example is a fenced block whose first line is the path of a file in the content folder; the rest is the file.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"fi": DOCS / "editors/fi/viestit.md", "sv": DOCS / "editors/sv/meddelanden.md"}
WEIGHTS = {
    "fi": {"error": "Virhe.", "warning": "Varoitus.", "hint": "Vihje."},
    "sv": {"error": "Fel.", "warning": "Varning.", "hint": "Tips."},
}
_STATES = {"Ensin": "first", "Först": "first", "Väärin": "wrong", "Fel": "wrong", "Oikein": "right", "Rätt": "right"}
_SECTION = re.compile(r"^### ([A-Z]{3}\d{3}) ([a-z-]+): (.+)$", re.MULTILINE)
_PART = re.compile(r"^\*\*(\w+)\*\*.*:$|^```text\n(\S.*)\n((?:.*\n)*?)```$", re.MULTILINE)


@dataclass
class Section:
    """What a guide says of a code; each state is a set of files by path."""

    code: str
    name: str
    title: str
    text: str
    states: dict[str, dict[str, str]] = field(default_factory=dict)


def sections(guide: Path) -> dict[str, Section]:
    """Read a guide."""
    pieces = _SECTION.split(guide.read_text(encoding="utf-8"))
    found: dict[str, Section] = {}
    for code, name, title, text in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        assert code not in found, f"{code} has two sections"
        section = found[code] = Section(code, name, title, text.strip().split("\n")[0])
        state = ""
        for part in _PART.finditer(text):
            if part[1]:
                state = _STATES[part[1]]
                section.states[state] = {}
            else:
                section.states[state][part[2]] = part[3]
    return found
