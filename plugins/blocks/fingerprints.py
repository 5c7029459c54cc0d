"""The fingerprints of a block's sentences, by which the next release tells what has changed without its old words.

They see what a block's version sees: neither white space nor format characters nor markup. Were sentences to be told
apart otherwise than today, the next release of every site would find all of them changed; a test holds some of them.
"""

from base64 import b64encode
from collections.abc import Iterable
from zlib import crc32

from plugins.blocks.sentences import BREAK, KINDS, LINK, LINK_END, PASSAGE, said, split
from plugins.core.markup.tree import BLOCK_TAGS, Node
from plugins.core.sentence_changes import SIGNS


def fingerprints(nodes: Iterable[Node]) -> str:
    """Give the fingerprints of a block's sentences and links (see `plugins.core.sentence_changes`)."""
    parts: list[str] = []
    hrefs: list[str] = []
    _collect(nodes, "p", parts, hrefs)
    marks: list[str] = []
    texts: list[str] = []
    link, kind, begins = 0, "p", False
    for piece in split("".join(parts)):
        if begins:
            kind = piece[0]
        plain = said(piece[1:] if begins else piece)
        begins = piece[-1:] == PASSAGE
        if LINK in piece:
            count = piece.count(LINK)
            marks += (SIGNS[kind], *("." * count))
            texts += (plain, *hrefs[link : link + count])
            link += count
        elif plain:
            marks.append(SIGNS[kind])
            texts.append(plain)
    # Of a checksum 24 bits are enough to tell the sentences of one block apart, and are four characters of Base64.
    sums = b64encode(b"".join([crc32(text.encode("utf-8")).to_bytes(4, "big")[1:] for text in texts])).decode("ascii")
    return "".join([mark + sums[4 * place : 4 * place + 4] for place, mark in enumerate(marks)])


def _collect(nodes: Iterable[Node], kind: str, parts: list[str], hrefs: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node.tag in BLOCK_TAGS:
            own = KINDS.get(node.tag, kind)
            parts.append(PASSAGE + own)
            _collect(node.children, own, parts, hrefs)
            parts.append(PASSAGE + kind)
        elif node.tag == "br":
            parts.append(BREAK)
        elif node.tag == "a" and (href := node.get("href")) is not None:
            hrefs.append(href)
            parts.append(LINK)
            _collect(node.children, kind, parts, hrefs)
            parts.append(LINK_END)
        else:
            _collect(node.children, kind, parts, hrefs)
