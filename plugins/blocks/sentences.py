"""The sentences of a block, as people read them."""

import binascii
import re
from collections.abc import Iterable, Iterator
from html import unescape
from operator import add
from typing import NamedTuple
from zlib import crc32

from plugins.core.block_contract import MARK, letters
from plugins.core.markup.tree import BLOCK_TAGS
from plugins.core.sentence_changes import SIGNS

KINDS = {**dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "h"), "li": "i", "dt": "d", "dd": "d"}
"""What sentences are by the element around them, in the letters of `plugins.core.sentence_changes`; else `p`."""

_BREAK, _LINK, _LINK_END = "\0", "\1", "\2"
"""Stand for markup in the text of a passage: no block can hold them as characters."""

# A sentence ends not after one or two letters or digits: "5. Muut asiat", "A. Virtanen", "pj. Virtanen".
_ENDS = re.compile(
    rf"({_BREAK}|[.!?…](?<!\b\w.)(?<!\b\w\w.)[)\]”’\"»{_LINK_END}]*\s+(?=[(\[”’\"«–{_LINK}]*[A-ZÀ-ÖØ-ÞĀ-Ž]))"
)
_MARKS = re.compile(f"[{_BREAK}{_LINK}{_LINK_END}]")
_TOKEN = re.compile(r"<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
_ATTRIBUTE = re.compile(r' (href|lang)="([^"]*)"')


class SentenceLink(NamedTuple):
    """A link in a sentence."""

    text: str
    href: str


class Sentence(NamedTuple):
    """A sentence of a block, white space folded."""

    kind: str
    """As in `KINDS`."""
    language: str
    """Of the elements around it that have one; empty when none has."""
    begins: bool
    """Whether a paragraph, an item or the like begins with it."""
    text: str
    links: tuple[SentenceLink, ...]


class _Passage(NamedTuple):
    """What stands on lines of its own: its text with marks, and the addresses of its links."""

    kind: str
    language: str
    parts: list[str]
    hrefs: list[str]


def _split(marked: str) -> list[str]:
    """Return the sentences of a text with marks, each with what ends it."""
    parts = _ENDS.split(marked)
    return list(map(add, parts[::2], [*parts[1::2], ""]))


def sentences_of(html: str) -> tuple[Sentence, ...]:
    """Return the sentences of a block as `serialisation` has written it, in order."""
    return tuple(sentence for passage in _passages(html) for sentence in _sentences(passage))


def fingerprints(sentences: Iterable[Sentence]) -> str:
    """The fingerprints of sentences and of the links in them, by which the next release tells what has changed.

    They see what a block's version sees: neither white space nor format characters nor markup. Were sentences told
    apart otherwise than today, the next release of every site would find all of them changed; a test holds some.
    """
    marks = []
    for sentence in sentences:
        marks.append(SIGNS[sentence.kind] + _checksum(letters(sentence.text)))
        marks += [f".{_checksum(link.href)}" for link in sentence.links]
    return "".join(marks)


def _checksum(text: str) -> str:
    """Return 24 bits of a text's checksum in Base64 (RFC 4648): enough to tell the sentences of one block apart."""
    return binascii.b2a_base64((crc32(text.encode()) & 0xFFFFFF).to_bytes(3, "big"), newline=False).decode()


def _sentences(passage: _Passage) -> Iterator[Sentence]:
    marked = "".join(passage.parts)
    if not passage.hrefs and not marked.strip():  # as between two blocks
        return
    hrefs, begins = iter(passage.hrefs), True
    for raw in _split(marked):
        texts = [_folded(part.partition(_LINK_END)[0]) for part in raw.split(_LINK)[1:]]
        sentence = _folded(raw)
        if texts or sentence[:1].isalnum() or letters(sentence):
            links = tuple(SentenceLink(text, next(hrefs)) for text in texts)
            yield Sentence(passage.kind, passage.language, begins, sentence, links)
            begins = False


def _folded(raw: str) -> str:
    return " ".join(_MARKS.sub("", raw).split())


def _passages(html: str) -> Iterator[_Passage]:
    around = [("p", "")]
    passage = _Passage("p", "", [], [])
    for ends, tag, attributes, text in _TOKEN.findall(html):
        if text:
            passage.parts.append(unescape(text))
        elif tag == "br":
            passage.parts.append(_BREAK)
        elif tag in BLOCK_TAGS:
            yield passage
            if ends:
                around.pop()
            else:
                language = dict(_ATTRIBUTE.findall(attributes)).get("lang", around[-1][1])
                around.append((KINDS.get(tag, around[-1][0]), language))
            passage = _Passage(*around[-1], [], [])
        elif tag == "a" and ends:
            passage.parts.append(_LINK_END)
        elif tag == "a":
            passage.parts.append(_LINK)
            href = dict(_ATTRIBUTE.findall(attributes)).get("href", "")
            passage.hrefs.append(unescape(href).partition(MARK)[0])
    yield passage
