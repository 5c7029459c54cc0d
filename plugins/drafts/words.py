"""The words of the command in the languages of messages, from `texts/LANG.toml`."""

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


def message(language: str, key: str, values: Mapping[str, str]) -> str:
    """Say what is wrong with an answer, and what may have been meant."""
    said = words(language)[key].format(**values)
    return f"{said} {words(language)['near'].format(**values)}" if values.get("near") else said
