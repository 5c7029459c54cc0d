"""Fingerprints of paragraphs: what stays the same when only white space, markup or typography was mended."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from plugins.core.markup.text import folded, plain_text
from plugins.core.markup.tree import Element, Node, elements

DIGEST_BYTES = 5
"""A text has some hundred paragraphs: two of them alike by chance in forty bits is nothing to fear."""

_FORMS = {
    **dict.fromkeys("“”„‟«»〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}", ""),
    "…": "...",
}
# Finding the few characters takes a tenth of the time of str.translate, which maps each one.
_SPECIAL = re.compile(f"[{''.join(_FORMS)}]")
_DASHES = re.compile(r" ?-[- ]*")


def normalised(text: str) -> str:
    """Fold what typography writes in several ways: spaces, dashes, quotation marks, ellipses, invisible characters."""
    plain = folded(_SPECIAL.sub(_plain, text))
    return _DASHES.sub("-", plain) if "-" in plain else plain


def _plain(match: "re.Match[str]") -> str:
    return _FORMS[match[0]]


def fingerprint(text: str) -> str:
    """Digest a paragraph's normalised text; ten hexadecimal digits."""
    return blake2b(normalised(text).encode("utf-8", "replace"), digest_size=DIGEST_BYTES).hexdigest()


def paragraph_texts(nodes: Iterable[Node]) -> tuple[str, ...]:
    """List what a body says: a text for each heading, paragraph, list item or cell, then for each picture."""
    tree = tuple(nodes)
    return (*plain_text(tree).splitlines(), *picture_texts(elements(tree)))


def picture_texts(elements: Iterable[Element]) -> tuple[str, ...]:
    """List the texts of the pictures among elements: the alternative text of each, with its caption."""
    pictures = (
        f"{element.get('alt') or ''} {element.get('title') or ''}".strip()
        for element in elements
        if element.tag == "img"
    )
    return tuple(text for text in pictures if text)
