"""The fingerprints of a block's sentences, by which the next release tells what has changed without its old words.

They see what a block's version sees: neither white space nor format characters nor markup. Were sentences to be told
apart otherwise than today, the next release of every site would find all of them changed; a test holds some of them.
"""

from collections.abc import Iterable
from functools import cache
from itertools import islice, product
from operator import add
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple
from zlib import crc32

from plugins.blocks.piece import Piece
from plugins.blocks.sentences import BEGIN, BREAK, END, KINDS, LINK, LINK_END, PASSAGE, split, unmarked
from plugins.blocks.version import letters
from plugins.core.markup.tree import BLOCK_TAGS, Node
from plugins.core.sentence_changes import SIGNS


def fingerprints(nodes: Iterable[Node]) -> str:
    """Give the fingerprints of a block's sentences and links (see `plugins.core.sentence_changes`)."""
    collected = _Collected([], [], [])
    _collect(nodes, "p", collected)
    marks: list[str] = []
    texts: list[str] = []
    addresses = iter(collected.hrefs)
    sign, begins = SIGNS["p"], False
    for sentence in _dense_sentences(collected):
        said = sentence
        if begins:
            sign, said = SIGNS[said[0]], said[2:]  # the letter, then BEGIN
        last = said[-1:]
        begins = last == PASSAGE
        if begins or last == BREAK:
            said = said[:-1]
        links = said.count(LINK)
        if links or LINK_END in said:
            said = unmarked(said)
        if said or links:
            marks.append(sign)
            texts.append(said)
        if links:
            marks += ["."] * links
            texts += islice(addresses, links)
    return "".join(map(add, marks, _checksums(texts)))


class _Collected(NamedTuple):
    """The texts of a block with marks; those that may hold something that cannot be printed; its links."""

    marked: list[str]
    doubtful: list[str]
    hrefs: list[str]


def _dense_sentences(collected: _Collected) -> list[str]:
    """Give the letters of each sentence, with the marks in it."""
    dense = END.join(split("".join(collected.marked))).replace(" ", "")
    if not all(map(str.isprintable, collected.doubtful)):
        dense = letters(dense)
    return dense.split(END)


@cache
def _pairs() -> tuple[str, ...]:
    """Give the two characters of Base64 (RFC 4648) for each number of 12 bits."""
    alphabet = ascii_uppercase + ascii_lowercase + digits + "+/"
    return tuple(map("".join, product(alphabet, repeat=2)))


def _checksums(texts: Iterable[str]) -> list[str]:
    """Give 24 bits of the checksum of each text in Base64: enough to tell the sentences of one block apart."""
    pairs = _pairs()
    return [pairs[sum_ >> 12 & 0xFFF] + pairs[sum_ & 0xFFF] for sum_ in map(crc32, map(str.encode, texts))]


def _collect(nodes: Iterable[Node], kind: str, collected: _Collected) -> None:
    marked, doubtful, hrefs = collected
    for node in nodes:
        if isinstance(node, str):
            marked.append(node)
            doubtful.append(node)
        elif isinstance(node, Piece):
            own = KINDS["li"] if node.tag in ("ul", "ol") else KINDS.get(node.tag, kind)
            for line in node.content.marked:
                marked += (PASSAGE + own + BEGIN, line)
            doubtful += () if node.content.are_fit else node.content.lines
            hrefs += node.content.hrefs
        elif node.tag in BLOCK_TAGS:
            own = KINDS.get(node.tag, kind)
            marked.append(PASSAGE + own + BEGIN)
            _collect(node.children, own, collected)
            marked.append(PASSAGE + kind + BEGIN)
        elif node.tag == "br":
            marked.append(BREAK)
        elif node.tag == "a" and (href := node.get("href")) is not None:
            hrefs.append(href)
            marked.append(LINK)
            _collect(node.children, kind, collected)
            marked.append(LINK_END)
        else:
            _collect(node.children, kind, collected)
