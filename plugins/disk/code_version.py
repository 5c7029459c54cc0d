"""The version of what a part of the program makes: its code, and the libraries that work for it."""

import importlib.metadata
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path


def code_version(*code: Path, libraries: Iterable[str] = ()) -> str:
    """Digest files, the modules of folders and the versions of libraries (BLAKE2b, 32 hex digits)."""
    hasher = blake2b(digest_size=16)
    for path in code:
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            hasher.update(file.read_bytes())
    for library in libraries:
        hasher.update(importlib.metadata.version(library).encode())
    return hasher.hexdigest()
