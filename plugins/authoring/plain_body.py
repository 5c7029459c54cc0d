"""Bodies of the plainest kind, read without a parser: headings, paragraphs, lists of lines, strong words and links.

Most texts are no more. Each of their blocks can mean one thing only, wherever it stands; what Markdown makes of it is
known at once, and a test holds it against what Markdown does make.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from plugins.authoring.plain_marks import PlainLine, plain_marks

_GAP = re.compile(r"\n\n+")
_HEADING = re.compile(r"(#{1,6})([^#\n]+)(?:\n|\Z)")
_PROSE = re.compile(r"[*\[(\"'”“]*[^\W\d_]|[0-9]+(?![\d.])")
"""How a line begins that can only be one of a paragraph."""
_BULLET = re.compile(r"[*+-] +")
_NUMBER = re.compile(r"[0-9]+\. +")

PlainBlock: TypeAlias = tuple[str, list[PlainLine]]
"""The name of an element, and its line; of a list those of its items."""


@dataclass(frozen=True, slots=True)
class PlainBody:
    """The blocks of a body, in order."""

    blocks: list[PlainBlock]

    def targets(self) -> Iterator[str]:
        """List where its links lead."""
        for _, lines in self.blocks:
            for _, marks in lines:
                for _, target, _ in marks:
                    if target is not None:
                        yield target


def plain_body(text: str) -> PlainBody | None:
    """Take a simple text apart; None when anything in it may mean something else."""
    if "\n " in text or "\t" in text:
        return None
    blocks: list[PlainBlock] = []
    for block in _GAP.split(text.strip("\n")):
        rest = block
        while heading := _HEADING.match(rest):
            if not _put_line(blocks, f"h{len(heading[1])}", heading[2].strip()):
                return None
            rest = rest[heading.end() :]
        if rest and not _put_lines(blocks, rest):
            return None
    return PlainBody(blocks)


def _put_lines(blocks: list[PlainBlock], text: str) -> bool:
    """Add a paragraph or a list; tell whether it was plain."""
    if _PROSE.match(text):
        if "\n" in text and not all(map(_PROSE.match, text.split("\n"))):
            return False
        return _put_line(blocks, "p", text)
    if blocks and blocks[-1][0] in {"ul", "ol"}:
        return False  # It may go on with the other.
    tag, mark = ("ol", _NUMBER) if text.startswith("1. ") else ("ul", _BULLET)
    items: list[PlainLine] = []
    for line in text.split("\n"):
        begin = mark.match(line)
        if begin is None or not _PROSE.match(line, begin.end()):
            return False
        item = plain_marks(line[begin.end() :])
        if item is None:
            return False
        items.append(item)
    blocks.append((tag, items))
    return True


def _put_line(blocks: list[PlainBlock], tag: str, text: str) -> bool:
    """Add a block of one line; tell whether it was plain."""
    line = plain_marks(text) if text else None
    if line is None:
        return False
    blocks.append((tag, [line]))
    return True
