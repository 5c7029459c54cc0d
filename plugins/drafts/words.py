"""The words of the command in the languages of messages, from `texts/LANG.toml`."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from plugins.console.texts import messages

words = partial(messages, Path(__file__).parent)
"""The messages of a language, by key."""


def message(language: str, key: str, values: Mapping[str, str]) -> str:
    """Return what is wrong with an answer, and what may have been meant."""
    text = words(language)[key].format(**values)
    return f"{text} {words(language)['near'].format(**values)}" if values.get("near") else text
