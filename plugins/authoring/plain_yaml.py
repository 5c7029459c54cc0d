"""Front matter as most texts have it, a plain `key: value` a line, read without a parser of YAML.

Keys are lower-case words; a value is words, a date, or a list of words in brackets. Such lines mean the same in every
YAML, so looking at them costs a twentieth of parsing them. Everything else is the library's work.
"""

import re
from typing import NamedTuple

_FIRST = "[A-Za-zÅÄÖåäö]"
_SIGNS = r"./+§%()–—”’…\-"
_WORDS = rf"{_FIRST}[\w {_SIGNS},;?!]*(?::(?=\w)[\w {_SIGNS},;?!]*)*"
"""A colon within a word, as in `YKN:n` or `S:t Michel`, means nothing."""
_ITEM = rf"{_FIRST}[\w {_SIGNS}]*"
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2})?"
_LINE = re.compile(rf"(?P<key>[a-z][a-z_]*): +(?:(?P<text>{_WORDS}|{_DATE})|\[(?P<items>{_ITEM}(?:, *{_ITEM})*)\]) *")
_SEPARATOR = re.compile(", *")
_MEANINGFUL = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
"""Words that are no text in one YAML or another."""

Place = tuple[int, int]
"""A line, from 0, and a column, from 1."""


class PlainEntry(NamedTuple):
    """A key with its value, and where both stand; of a list also where each item does."""

    key: str
    key_place: Place
    value: str | list[str]
    value_place: Place
    item_places: tuple[Place, ...] = ()


def plain_entries(yaml: str) -> list[PlainEntry] | None:
    """Read a mapping of plain lines; None for one that holds anything else, or a key twice."""
    entries: list[PlainEntry] = []
    for number, line in enumerate(yaml.split("\n")):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        items = match["items"]
        if items is None:
            text = match["text"].rstrip(" ")
            if text.casefold() in _MEANINGFUL:
                return None
            entry = PlainEntry(match["key"], (number, 1), text, (number, match.start("text") + 1))
        else:
            starts = [
                match.start("items") + 1,
                *(match.start("items") + 1 + one.end() for one in _SEPARATOR.finditer(items)),
            ]
            texts = [item.rstrip(" ") for item in _SEPARATOR.split(items)]
            if not _MEANINGFUL.isdisjoint(map(str.casefold, texts)):
                return None
            places = tuple((number, start) for start in starts)
            entry = PlainEntry(match["key"], (number, 1), texts, (number, match.start("items")), places)
        entries.append(entry)
    return entries if len({entry.key for entry in entries}) == len(entries) else None
