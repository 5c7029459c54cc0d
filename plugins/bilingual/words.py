"""The words of the board in the languages of messages, from `texts/LANG.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def words(language: str) -> Mapping[str, str]:
    """Load the words of a language; raises FileNotFoundError for one without a table."""
    file = Path(__file__).parent / "texts" / f"{language}.toml"
    table: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))
    return table


def date_in_words(iso: str) -> str:
    """Write an ISO date as staff in Finland write it: `16.2.2026`."""
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"
