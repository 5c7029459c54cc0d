"""Writers at work: what a browser does, said to the protocol directly."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.core.documents import DocumentType
from plugins.editor.protocol import Protocol

Edit = Callable[[dict[str, Any]], None]
SETTINGS = ("site.yaml", "blocks.yaml", "placements.yaml")


def protocol(folder: Path, language: str = "en") -> Protocol:
    """Answer for `folder/content`, with a state beside it."""
    return Protocol(folder / "content", folder / "state", language)


class Tab:
    """A tab with one entry open: what its forms hold, by path."""

    def __init__(self, answers: Protocol, *paths: str) -> None:
        self.answers = answers
        self.forms = {path: load(answers, path) for path in paths}

    def save(self) -> None:
        """Send every form."""
        files = [{"path": path, "raw": json.dumps(form)} for path, form in self.forms.items()]
        self.answers.answer("persistEntry", {"dataFiles": files, "assets": []})


def load(answers: Protocol, path: str) -> dict[str, Any]:
    """Open a form."""
    form: dict[str, Any] = json.loads(answers.answer("getEntry", {"path": path})["data"])
    return form


def every_entry(answers: Protocol) -> list[tuple[str, ...]]:
    """Return the paths of every entry that a writer can open, the versions of a document together."""
    found: list[tuple[str, ...]] = [(name,) for name in SETTINGS if (answers.content / name).is_file()]
    for kind in DocumentType:
        paths = [one["file"]["path"] for one in answers.answer("entriesByFolder", {"folder": str(kind)})]
        keys = dict.fromkeys(path.split(".")[0] for path in paths)
        found += [tuple(path for path in paths if path.split(".")[0] == key) for key in keys]
    return found
