"""The form of a story, and playing it.

A story begins with what it tells. Then come parts, each opened by a line `== NAME ==`:

- `site.yaml`, `news/x.fi.md`, …: a file of the content folder (an empty part removes it). A story that has no
  site.yaml or no project `hanke` gets plain ones.
- `build` or `check`: run it; the part's lines are its options. A story may run several times.
- `exit`: the exit code of the last run. Without it, a run must succeed.
- `messages`: excerpts that the last run must have said, one a line, in this order.
- `silent`: excerpts that it must not have said.
- `output PATH`: excerpts that a file of the output must hold, one a line, in this order.
- `no output`: paths that must not be there. `absent`: texts that no file of the output, and no name, may hold.

In excerpts `…` stands for anything on the line. Outputs are read as people see them: without soft hyphens and joiners.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from plugins.engine import command
from tests.sites import warm

PART = re.compile(r"^== (.+) ==$", re.MULTILINE)

SITE = "name: {fi: Koesivusto, sv: Provplats}\nbase_url: https://example.org/koe/\nlanguages: [fi, sv]\n"
PROJECT = {
    "projects/hanke.fi.md": "---\ntitle: Koehanke\n---\n\nHankkeen esittely.\n",
    "projects/hanke.sv.md": "---\ntitle: Provprojekt\n---\n\nProjektet i korthet.\n",
}


@dataclass(frozen=True)
class Part:
    """One part of a story."""

    name: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The part's lines without empty ones."""
        return [line for line in self.text.splitlines() if line.strip()]


@dataclass
class Played:
    """What the last run did."""

    code: int = 0
    said: str = ""
    judged: bool = True


class Player:
    """Plays a story in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        self.output = folder / "output"
        self.last = Played()

    def options(self, lines: list[str]) -> command.Options:
        """Read a run's options, written as on the command line."""
        given = dict(re.findall(r"--([a-z-]+)[ =](\S+)", " ".join(lines)))
        return command.Options(
            content=self.content,
            output=self.output,
            cache=warm(self.folder / "cache"),
            base_url=given.get("base-url"),
            language=given.get("lang", "en"),
            now=given.get("now", "2031-06-01T12:00"),
            format=given.get("format", "text"),
        )

    def write(self, name: str, text: str) -> None:
        """Write a file of the content, or remove it when the part is empty."""
        path = self.content / name
        if not text.strip():
            path.unlink(missing_ok=True)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def expect(self, excerpts: list[str], text: str, where: str) -> None:
        """Find excerpts in a text, in order."""
        start = 0
        for excerpt in excerpts:
            pattern = ".*".join(re.escape(piece) for piece in excerpt.strip().split("…"))
            match = re.compile(pattern).search(text, start)
            assert match, f"{where}: not found (in this order): {excerpt}\n\n{text[:6000]}"
            start = match.end()


def read_story(path: Path) -> tuple[str, list[Part]]:
    """Take a story apart."""
    pieces = PART.split(path.read_text(encoding="utf-8"))
    parts = [Part(name, text.lstrip("\n")) for name, text in zip(pieces[1::2], pieces[2::2], strict=True)]
    return pieces[0].strip(), parts


def seen(data: bytes) -> str:
    """Read an output without the characters that only say where lines may break."""
    return data.decode("utf-8", "replace").translate({ord("\N{SOFT HYPHEN}"): None, ord("\N{WORD JOINER}"): None})


def files_of(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
