"""Texts for the person at the terminal: tables in TOML, a file a language, in the folder of the room that says them."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def messages(room: Path, language: str) -> Mapping[str, str]:
    """Load a room's messages from its `texts/LANG.toml`; raises FileNotFoundError for a language without a table."""
    return {key: str(text) for key, text in tables(room / "texts", language).items()}


@cache
def tables(folder: Path, language: str) -> dict[str, Any]:
    """Load the tables of `LANG.toml` in a folder; nobody changes them."""
    import tomllib  # only when something is said: a build that goes well needs it once

    return tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
