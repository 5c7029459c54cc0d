"""Paths below the content folder, whatever form of letters a file system keeps them in.

macOS may write `ä` as `a` and a combining mark (NFD), where people everywhere type one letter (NFC). Within the program
paths are NFC; a file is opened by the name that it has on the disk.
"""

import unicodedata
from pathlib import Path


def composed(path: str) -> str:
    """Give a path with its letters composed (Unicode Normalization Form C)."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def located(content: Path, path: str) -> Path:
    """Give the file of a composed path; the plain joining when there is no such file in any form."""
    plain = content / path
    if path.isascii() or plain.exists():
        return plain
    found = content
    for part in path.split("/"):
        if not found.is_dir():
            return plain
        inner = next((one for one in sorted(found.iterdir()) if composed(one.name) == part), None)
        if inner is None:
            return plain
        found = inner
    return found
