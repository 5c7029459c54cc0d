"""Passages: what a version says, piece by piece, in front matter and in paragraphs.

A passage of front matter goes by its key (`title`, `meeting.place`), a paragraph by its number from 1. Keys that say
when and where something is published (`date`, `slug`, `tags` and their like) are no part of what a translation follows.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import fields

from plugins.core.dates import When
from plugins.core.documents import DocumentType, Version
from plugins.core.facts import PageFacts
from plugins.core.markup.paragraphs import fingerprint, paragraph_texts
from plugins.core.markup.tree import Tree

State = tuple[str, ...]
"""What a version says, as a record keeps it: `KEY:FINGERPRINT` for front matter, then a fingerprint a paragraph."""

_GROUPS = {DocumentType.MEETINGS: "meeting.", DocumentType.PILOTS: "pilot."}


class Passage(NamedTuple):
    """One piece of a version: a key of the front matter or else a paragraph's number, and the text."""

    key: str
    number: int
    text: str


def state(version: Version) -> State:
    """Return the state of a version, without loading its text."""
    front = (f"{key}:{fingerprint(text)}" for key, text in front_texts(version))
    return (*front, *version.body.paragraphs.split())


def passages(version: Version, tree: Tree) -> tuple[Passage, ...]:
    """List what a version says, one for one with its state."""
    front = (Passage(key, 0, text) for key, text in front_texts(version))
    body = (Passage("", number, text) for number, text in enumerate(paragraph_texts(tree), 1))
    return (*front, *body)


def front_texts(version: Version) -> Iterator[tuple[str, str]]:
    """List the keys of front matter that say something to readers, with their texts.

    A summary that was made of the body's beginning is left out: the body says it.
    """
    yield "title", version.title
    if version.lead:
        yield "summary", version.lead
    if version.image is not None:
        yield "image", _text(version.image.alt, version.image.caption)
    if version.facts is not None and not isinstance(version.facts, PageFacts):
        group = _GROUPS.get(version.type, "")
        for field in fields(version.facts):
            if text := _text(getattr(version.facts, field.name)):
                yield f"{group}{field.name}", text


def opening(text: str, limit: int) -> str:
    """Return the first words of a text, as many as fit, and an ellipsis when there are more."""
    folded = " ".join(text.split())
    if len(folded) <= limit:
        return folded
    return folded[:limit].rpartition(" ")[0].rstrip(" ,;:.–-") + "…"


def _text(*values: Any) -> str:
    return "; ".join(part for value in values for part in _parts(value))


def _parts(value: Any) -> Iterable[str]:
    match value:
        case None | "":
            return ()
        case When():
            return (value.iso,)
        case tuple():
            return (part for item in value for part in (_joined(item),) if part)
        case Struct():
            return (_joined(value),)
        case _:
            return (str(value),)


def _joined(value: Any) -> str:
    if isinstance(value, Struct) and not isinstance(value, When):
        return ", ".join(part for field in fields(value) for part in _parts(getattr(value, field.name)))
    return ", ".join(_parts(value))
