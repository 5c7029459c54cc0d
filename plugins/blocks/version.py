"""The version of a block: a short hash of what it says and where it links, which no change of markup moves."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from plugins.blocks.identity import IDENTITY
from plugins.blocks.piece import Piece
from plugins.core.markup.tree import Node

FORMAT_RANGES = (
    (0x00AD, 0x00AD), (0x0600, 0x0605), (0x061C, 0x061C), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891),
    (0x08E2, 0x08E2), (0x180E, 0x180E), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x206F),
    (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F),
    (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0001, 0xE0001), (0xE0020, 0xE007F),
)  # fmt: skip
"""Unicode's format characters (Cf): soft hyphens, joiners, byte order marks, which editors add and drop unseen.

Written out, so that a newer Python with a newer Unicode gives the same versions.
"""

_FORMAT_CHARACTERS = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in FORMAT_RANGES) + "]+")


def version_of(nodes: Iterable[Node]) -> str:
    """Hash a block's text and links: the first 12 hex digits of SHA-256 over UTF-8.

    The text is all of the block's, composed (NFC), without white space and format characters; after it come a
    newline and the address of each link, in document order, the source link's without its fragment.
    """
    texts: list[str] = []
    hrefs: list[str] = []
    _collect(nodes, texts, hrefs)
    return version_of_parts("".join(texts), hrefs)


def version_of_parts(text: str, hrefs: Iterable[str]) -> str:
    """Hash a text and its links, however they were found."""
    return _hashed(text, tuple([href.partition(IDENTITY)[0] for href in hrefs]))


@lru_cache(maxsize=4)  # the profiles of a block come one after another, and mostly say the same
def _hashed(text: str, hrefs: tuple[str, ...]) -> str:
    return sha256("\n".join((letters(text), *hrefs)).encode("utf-8")).hexdigest()[:12]


def letters(text: str) -> str:
    """Give what counts of a text: composed (NFC), without white space and format characters."""
    dense = text.replace(" ", "")
    if not dense.isprintable():  # other white space is not, nor are format characters
        dense = "".join(dense.split())
    if not dense.isprintable():  # asking is ten times as fast as searching for them
        dense = _FORMAT_CHARACTERS.sub("", dense)
    # Composed last, or white space between a letter and its accent, which editors move, would make a difference.
    return unicodedata.normalize("NFC", dense)


def _collect(nodes: Iterable[Node], texts: list[str], hrefs: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
            continue
        if isinstance(node, Piece):
            texts += node.content.lines
            hrefs += node.content.hrefs
            continue
        if node.tag == "a":
            for name, value in node.attributes:
                if name == "href":
                    hrefs.append(value)
        if node.children:
            _collect(node.children, texts, hrefs)
