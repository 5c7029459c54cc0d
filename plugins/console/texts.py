"""Texts for the person at the terminal: tables in TOML, a file a language, in the folder of the room that says them."""

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from plugins.console.arguments import IS_CHECKOUT

WRITTEN = "./kaiku"
"""How the tables of texts name the command."""


@cache
def messages(room: Path, language: str) -> Mapping[str, str]:
    """Load a room's messages from its `texts/LANG.toml`; raises FileNotFoundError for a language without a table."""
    return {key: str(text) for key, text in tables(room / "texts", language).items()}


@cache
def tables(folder: Path, language: str) -> dict[str, Any]:
    """Load the tables of `LANG.toml` in a folder; nobody changes them."""
    import tomllib  # only when something is said: a build that goes well needs it once

    table = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    return {key: as_typed(value, command()) for key, value in table.items()}


def command(system: str = os.name, *, is_checkout: bool = IS_CHECKOUT) -> str:
    """Return the command as its user types it; the tables write `./kaiku`."""
    if not is_checkout:
        return "kaiku"
    return ".\\kaiku" if system == "nt" else WRITTEN


def as_typed(value: Any, name: str) -> Any:
    """Put the command as it is typed into the texts of a table."""
    if isinstance(value, str):
        return value.replace(WRITTEN, name)
    return {key: as_typed(item, name) for key, item in value.items()} if isinstance(value, dict) else value
