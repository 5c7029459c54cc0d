r"""What a stretch of a page says, as one string in which its links are marked: what versions are worked out of.

A link is `\x02`, its address, `\x03`, its text, `\x04`.
"""

import re
from collections.abc import Iterable

from plugins.core.block_contract import letters, version
from plugins.core.markup.tree import BLOCK_TAGS
from plugins.scanning.page import PageToken

LINK = re.compile("\x02([^\x03]*)\x03")
LINK_END = "\x04"


def said_by(tokens: Iterable[PageToken]) -> str:
    """Write tokens as a string; white space in it means nothing."""
    parts: list[str] = []
    is_open = False
    for token in tokens:
        if not token.tag:
            parts.append(token.text)
        elif token.tag == "a":
            if is_open:
                parts.append(LINK_END)
            is_open = token.begins and token.href is not None
            if is_open:
                parts.append(f"\x02{token.href}\x03")
        elif token.tag in BLOCK_TAGS or token.tag == "br":
            parts.append("\n")
    return "".join([*parts, LINK_END]) if is_open else "".join(parts)


def text_in(stretch: str) -> str:
    """The text without its links' marks."""
    return LINK.sub("", stretch).replace(LINK_END, "")


def letters_in(stretch: str) -> str:
    """The letters that a version is made of."""
    return letters(text_in(stretch))


def links_in(stretch: str) -> tuple[str, ...]:
    """Where the links lead, in their order."""
    return tuple(LINK.findall(stretch))


def version_in(stretch: str, source: str = "") -> str:
    """The version of a block that says this; `source`, if given, is where its last link should lead."""
    links = links_in(stretch)
    return version(text_in(stretch), (*links[:-1], source) if source and links else links)
