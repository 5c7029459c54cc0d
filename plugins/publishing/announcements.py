"""What publishing says to the person at the terminal."""

from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from plugins.console.texts import messages
from plugins.publishing.changes import Changes, page_addresses


class Voice(NamedTuple):
    """The language of messages, and the stream that takes them."""

    language: str
    stream: TextIO

    def say(self, key: str, **values: object) -> None:
        """Write a message."""
        print(self.text(key, **values), file=self.stream, flush=True)

    def text(self, key: str, **values: object) -> str:
        """Put a message together."""
        return texts(self.language)[key].format(**values)


texts = partial(messages, Path(__file__).parent)
"""The messages of a language, by key."""


def subject_of(voice: Voice, name: str, found: Changes) -> str:
    """Write what a release changes in one line."""
    numbers = {key: len(page_addresses(getattr(found, key))) for key in ("added", "changed", "removed")}
    return voice.text("commit", name=name, **numbers)
