"""A piece: an element so simple that every profile writes what is in it alike, and no gate takes any of it."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.core.markup.text import plain_text
from plugins.core.markup.tree import Element, Node


class PieceContent(NamedTuple):
    """What has been found out of the content of a piece; a line is that of a paragraph, heading or item."""

    html: str
    lines: tuple[str, ...]
    """The text of each line as it stands."""
    hrefs: tuple[str, ...]
    are_fit: bool = False
    """Whether every line is known to have nothing in it that cannot be printed, and one space at most in a row."""


class Piece(Element):
    """A paragraph, heading or list in its final form, of which only the name and attributes depend on the profile.

    What has been found out of its content goes along, so that nobody walks through it again. Whoever changes the
    content makes an `Element` of it and so loses that knowledge: a piece is made by `pieces` alone.
    """

    content: PieceContent

    @classmethod
    def known(
        cls, tag: str, attributes: tuple[tuple[str, str], ...], children: tuple[Node, ...], content: PieceContent
    ) -> "Piece":
        """Make an element with what is known of its content."""
        piece = cls(tag, attributes, children)
        piece.content = content
        return piece

    def named(self, tag: str, attributes: tuple[tuple[str, str], ...]) -> "Piece":
        """Give the piece by another name, with other attributes."""
        if tag == self.tag and attributes == self.attributes:
            return self
        return Piece.known(tag, attributes, self.children, self.content)


def text_of(blocks: Iterable[Node]) -> str:
    """Give the plain text of elements that stand on lines of their own, as `plain_text` does."""
    texts = (_lines_of(block) if isinstance(block, Piece) else plain_text((block,)) for block in blocks)
    return "\n".join(filter(None, texts))


def _lines_of(piece: Piece) -> str:
    lines = piece.content.lines
    return "\n".join(lines if piece.content.are_fit else [" ".join(line.split()) for line in lines])
