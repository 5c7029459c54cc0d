"""A source taken apart so that each part can be changed and the rest keeps its bytes."""

import re

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
        """Return the source with another body; lines at its beginning and end that stay the same keep their ends."""
        if prose == self.prose:
            return self
        lines = [one for one in _LINE.findall(self.body) if one]
        blank = next((n for n, one in enumerate(lines) if one.strip()), len(lines))
        frame = "".join(lines[:blank]) or self._newline
        tail = "" if blank == len(lines) else lines[-1][len(lines[-1].rstrip("\r\n")) :]
        made = [f"{line}{self._newline}" for line in prose.split("\n")]
        old, kept = lines[blank:], 0
        while kept < min(len(old), len(made)) - 1 and old[kept].rstrip("\r\n") == made[kept].rstrip("\r\n"):
            made[kept] = old[kept]
            kept += 1
        body = "".join(made)
        return Source(
            self.head, self.yaml, self.fence, frame + body[: len(body) - len(self._newline)] + (tail or self._newline)
        )

    @property
    def _newline(self) -> str:
        return newline_of(self.head + self.yaml + self.fence)


def taken_apart(text: str) -> Source | None:
    """Take a source apart; None when it has no front matter that ends."""
    lines = [one for one in _LINE.findall(text) if one]
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
