"""The version of what is made of pictures: the code and the library that does the work."""

import importlib.metadata
from hashlib import blake2b
from pathlib import Path

HERE = Path(__file__).parent


def version_of(room: Path, *modules: str) -> str:
    """Digest modules of a room, by name, and Pillow's version."""
    hasher = blake2b(importlib.metadata.version("pillow").encode(), digest_size=8)
    for module in modules:
        hasher.update((room / f"{module}.py").read_bytes())
    return hasher.hexdigest()
