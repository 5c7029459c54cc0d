"""What the tabs of browsers hold: for each form that was opened, what it showed when it was loaded or last saved.

A form carries the name of its record, so that a tab that was open for days, or whose text a browser has restored, is
still held against what its writer saw.
"""

import json
import re
import secrets
from pathlib import Path
from typing import Any

from msgspec import Struct

MOST = 2000
"""Records that are kept; the oldest go first."""

_NAME = re.compile(r"[0-9a-f]{16}").fullmatch


class OpenForm(Struct, frozen=True):
    """What a form showed: of which entry, its fields and its body; `fields` is None for a version not written yet."""

    path: str
    fields: dict[str, Any] | None
    body: str = ""


class OpenForms(Struct, frozen=True):
    """The records, in a folder of the cache."""

    folder: Path

    def opened(self, form: OpenForm) -> str:
        """Keep what a form shows; return the name of the record."""
        name = secrets.token_hex(8)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.keep(name, form)
        self._prune()
        return name

    def keep(self, name: str, form: OpenForm) -> None:
        """Announce that a form shows something else now."""
        text = json.dumps({"path": form.path, "fields": form.fields, "body": form.body}, ensure_ascii=False)
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")

    def of(self, name: Any, path: str) -> OpenForm | None:
        """Return what a form of an entry showed; None when nothing is known of it."""
        if not isinstance(name, str) or not _NAME(name):
            return None
        try:
            read = json.loads((self.folder / f"{name}.json").read_bytes())
            form = OpenForm(read["path"], read["fields"], read["body"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return form if form.path == path else None

    def _prune(self) -> None:
        records = list(self.folder.glob("*.json"))
        if len(records) > MOST:
            for record in sorted(records, key=lambda file: file.stat().st_mtime)[: len(records) - MOST]:
                record.unlink(missing_ok=True)
