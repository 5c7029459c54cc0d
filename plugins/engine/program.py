"""The program as something that outputs depend on."""

import importlib.metadata
from functools import cache
from hashlib import blake2b
from pathlib import Path

_LIBRARIES = ("feedgen", "Jinja2", "MarkupSafe", "pelican", "pillow")


@cache
def program_digest() -> str:
    """Digest the program's own code and the versions of the libraries that make bytes: when they change, all does."""
    hasher = blake2b(digest_size=16)
    for module in sorted(Path(__file__).parents[1].rglob("*.py")):
        hasher.update(module.read_bytes())
    for library in _LIBRARIES:
        hasher.update(importlib.metadata.version(library).encode())
    return hasher.hexdigest()
