"""What was put aside: versions that could not be saved because somebody else changed the same, and files removed."""

import json
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

ADDRESS = "/admin/aside/"
_NAME = re.compile(r"[0-9a-f]{12}").fullmatch


class Kept(Struct, frozen=True):
    """A version put aside: of which entry, its text, and the text that lay on the disk then."""

    name: str
    path: str
    mine: str
    theirs: str


class Aside(Struct, frozen=True):
    """The folder of what was put aside. Nothing is ever deleted from it by the program."""

    folder: Path

    def put(self, path: str, mine: str, theirs: str) -> str:
        """Keep two versions of an entry; return the name under which they are found."""
        name = secrets.token_hex(6)
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"path": path, "mine": mine, "theirs": theirs}, ensure_ascii=False)
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")
        return name

    def address(self, name: str) -> str:
        """Return the address of the page that shows them."""
        return f"{ADDRESS}{name}"

    def of(self, name: str) -> Kept | None:
        """Return what is kept under a name."""
        if not _NAME(name):
            return None
        try:
            read = json.loads((self.folder / f"{name}.json").read_bytes())
            return Kept(name, str(read["path"]), str(read["mine"]), str(read["theirs"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def all(self) -> Iterator[Kept]:
        """Yield everything that is kept, newest first."""
        files = sorted(self.folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for file in files:
            if found := self.of(file.stem):
                yield found
