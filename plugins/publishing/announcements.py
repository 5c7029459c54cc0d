"""What publishing says to the person at the terminal."""

from functools import partial
from pathlib import Path
from typing import NamedTuple, TextIO

from plugins.console.texts import messages
from plugins.publishing.releases import PageCounts, Release


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


def pages_told(voice: Voice, pages: PageCounts) -> str:
    """Write how many pages a release changes, in one line."""
    counts = (
        ("pages-new", pages.new),
        ("pages-changed", pages.changed),
        ("pages-moved", pages.moved),
        ("pages-gone", pages.gone),
    )
    return ", ".join(voice.text(key, count=count) for key, count in counts if count) or voice.text("pages-none")


def release_told(voice: Voice, release: Release) -> str:
    """Write what a release was, in one line."""
    pages = pages_told(voice, release.pages)
    return voice.text("past-restored", number=release.restores, pages=pages) if release.restores else pages
