"""A source taken apart so that each part can be changed and the rest keeps its bytes."""

import re
from collections.abc import Sequence

from msgspec import Struct

from plugins.editor.text_lines import newline_of

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_MARK = "\ufeff"


class Source(Struct, frozen=True):
    """The text before the front matter's YAML, the YAML, the fence below it, and the body, which is all the rest."""

    head: str
    yaml: str
    fence: str
    body: str

    @property
    def text(self) -> str:
        """The whole text."""
        return self.head + self.yaml + self.fence + self.body

    @property
    def prose(self) -> str:
        """The body as a form has it: without blank lines around it, lines ended by line feeds."""
        return unframed(self.body)

    def with_body(self, prose: str) -> "Source":
        """Return the source with another body; lines that stay the same keep their ends, and so does what is around."""
        if prose == self.prose:
            return self
        lines = [line for line in _LINE.findall(self.body) if line]
        blank = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
        head, core = "".join(lines[:blank]), "".join(lines[blank:])
        tail = core[len(core.rstrip()) :]
        old = [line for line in _LINE.findall(core.rstrip()) if line]
        new = prose.split("\n")
        same = _common(old, new)
        alike = _common(old[same:][::-1], new[same:][::-1])
        middle = [f"{line}{self._newline}" for line in new[same : len(new) - alike]]
        text = "".join([*_ended(old[:same], self._newline), *middle, *old[len(old) - alike :]])
        if not core:  # there was no text: it begins below a blank line, and ends as lines do
            head, tail = head or self._newline, self._newline
        body = head + text.rstrip("\r\n") + tail
        return Source(self.head, self.yaml, self.fence, body)

    @property
    def _newline(self) -> str:
        return newline_of(self.head + self.yaml + self.fence)


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Count the lines at the beginning that are the same but for their ends."""
    pairs = zip(old, new, strict=False)
    return next(
        (number for number, (line, other) in enumerate(pairs) if line.rstrip("\r\n") != other), min(len(old), len(new))
    )


def _ended(lines: Sequence[str], newline: str) -> list[str]:
    """Return lines that all have an end: the last of a text may have none."""
    return [line if line.endswith(("\n", "\r")) else line + newline for line in lines]


def taken_apart(text: str) -> Source | None:
    """Take a source apart; None when it has no front matter that ends."""
    lines = [line for line in _LINE.findall(text) if line]
    start = next((number for number, line in enumerate(lines) if line.strip(" \t\r\n" + _MARK)), len(lines))
    if start == len(lines) or lines[start].lstrip(_MARK).rstrip() != "---":
        return None
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() in {"---", "..."}), None)
    if end is None:
        return None
    parts = (lines[: start + 1], lines[start + 1 : end], lines[end : end + 1], lines[end + 1 :])
    return Source(*("".join(part) for part in parts))


def unframed(text: str) -> str:
    """Return a body as a form has it."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = plain.split("\n")
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines).rstrip()
