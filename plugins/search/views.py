"""The view of an index: what can be found in a language."""

from msgspec import Struct


class SearchEntry(Struct, frozen=True):
    """A document in the index."""

    address: str
    """From the root of the site."""
    title: str
    body: str
    """The digest of the text's tree."""
    texts: tuple[str, ...]
    """What the page says beside its text: summary, people, places, figures, topics."""
    type: str
    projects: tuple[str, ...]
    """KEYs."""
    year: str
    """Empty for what has no date."""
    date: str
    """As results show it: the day of a meeting, else of publication; empty for what has none."""


class SearchView(Struct, frozen=True):
    """The index of a language."""

    language: str
    folder: str
    """Where its files stand in the output tree, with its final slash."""
    entries: tuple[SearchEntry, ...]
