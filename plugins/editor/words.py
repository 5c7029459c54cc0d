"""The words of the editor in the languages of messages, from `texts/LANG.toml`."""

from collections.abc import Mapping
from pathlib import Path

from plugins.console.texts import tables

_TEXTS = Path(__file__).parent / "texts"


def words_of(language: str, name: str) -> Mapping[str, str]:
    """Return one table of words."""
    found: Mapping[str, str] = tables(_TEXTS, language)[name]
    return found


def label(language: str, path: str) -> str:
    """Return what a field is called; the most exact name that its dotted path has. Raises KeyError for none."""
    return _said(words_of(language, "labels"), path)


def hint(language: str, path: str) -> str:
    """Return how a field is filled in; empty for one that needs no word."""
    try:
        return _said(words_of(language, "hints"), path)
    except KeyError:
        return ""


def _said(words: Mapping[str, str], path: str) -> str:
    parts = path.split(".")
    for start in range(len(parts)):
        if (name := ".".join(parts[start:])) in words:
            return words[name]
    raise KeyError(path)
