"""Paths below the content folder, whatever form of letters a file system keeps them in.

macOS may write `ä` as `a` and a combining mark (NFD), where people everywhere type one letter (NFC). Within the program
paths are NFC; a file is opened by the name that it has on the disk.
"""

import unicodedata
from pathlib import Path


def composed(path: str) -> str:
    """Return a path with its letters composed (Unicode Normalization Form C)."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def shown_from(cwd: Path, path: Path) -> str:
    """Write a path for a person who stands in a folder: relative to it when it lies below, else in full.

    On Windows there may be no way from one to the other: each drive has a root of its own.
    """
    return str(path.relative_to(cwd) if path.is_relative_to(cwd) else path)


def located(content: Path, path: str) -> Path:
    """Return the file of a composed path; the plain joining when there is no such file in any form."""
    plain = content / path
    if path.isascii() or plain.exists():
        return plain
    found = content
    for part in path.split("/"):
        if not found.is_dir():
            return plain
        inner = next((entry for entry in sorted(found.iterdir()) if composed(entry.name) == part), None)
        if inner is None:
            return plain
        found = inner
    return found
