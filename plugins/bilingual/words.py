"""The words of the board in the languages of messages, from `texts/LANG.toml`."""

from functools import partial
from pathlib import Path

from plugins.console.texts import messages

words = partial(messages, Path(__file__).parent)
"""The messages of a language, by key."""
