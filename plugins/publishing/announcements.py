"""What publishing says to the person at the terminal."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TextIO

from plugins.core.stale_pages import StalePage
from plugins.publishing.changes import Changes, is_page, page_addresses

LONGEST_LIST = 20


class Voice(NamedTuple):
    """The language of messages, and the stream that takes them."""

    language: str
    stream: TextIO

    def say(self, key: str, **values: object) -> None:
        """Write a message."""
        print(self.text(key, **values), file=self.stream, flush=True)

    def text(self, key: str, **values: object) -> str:
        """Give a message."""
        return texts(self.language)[key].format(**values)


@cache
def texts(language: str) -> dict[str, str]:
    """Load the messages of a language."""
    file = Path(__file__).parent / "texts" / f"{language}.toml"
    return {key: str(text) for key, text in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def show(voice: Voice, found: Changes) -> None:
    """List the pages that change, the first ones by address, and count the other files."""
    for key, mark in (("added", "+"), ("changed", "~"), ("removed", "-")):
        addresses = page_addresses(getattr(found, key))
        if addresses:
            voice.say(key, count=len(addresses))
            print(*(f"  {mark} {one}" for one in addresses[:LONGEST_LIST]), sep="\n", file=voice.stream)
        if len(addresses) > LONGEST_LIST:
            voice.say("more", count=len(addresses) - LONGEST_LIST)
    others = [sum(not is_page(path) for path in paths) for paths in (found.added, found.changed, found.removed)]
    if any(others):
        voice.say("files", added=others[0], changed=others[1], removed=others[2])


def show_stale(voice: Voice, pages: Sequence[StalePage], base: str) -> None:
    """List the pages of other systems on which a block gets old, all of them: each waits for somebody."""
    if pages:
        voice.say("stale", count=len({page.url for page in pages}))
        for page in pages:
            key = "stale-withdrawn" if page.withdrawn else "stale-page"
            voice.say(key, url=page.url, block=page.block, language=page.language)
        voice.say("stale-how", address=f"{base}blocks/")


def summary(voice: Voice, name: str, found: Changes) -> str:
    """Give the message of a commit."""
    numbers = {key: len(page_addresses(getattr(found, key))) for key in ("added", "changed", "removed")}
    return voice.text("commit", name=name, **numbers)
