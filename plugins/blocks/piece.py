"""A piece: an element so simple that every profile writes what is in it alike, and no gate takes any of it."""

from collections.abc import Iterable

from plugins.core.markup.text import plain_text
from plugins.core.markup.tree import Element, Node


class Piece(Element):
    """A paragraph, heading or list in its final form, of which only the name and attributes depend on the profile.

    What has been found out of its content goes along, so that nobody walks through it again. Whoever changes the
    content makes an `Element` of it and so loses that knowledge: a piece is made by `pieces` alone.
    """

    inner: str
    """The content as HTML."""
    lines: tuple[str, ...]
    """The text of a paragraph or heading, or of each item, as it stands."""
    hrefs: tuple[str, ...]

    @classmethod
    def known(
        cls,
        tag: str,
        attributes: tuple[tuple[str, str], ...],
        children: tuple[Node, ...],
        inner: str,
        lines: tuple[str, ...],
        hrefs: tuple[str, ...],
    ) -> "Piece":
        """Make an element with what is known of its content."""
        piece = cls(tag, attributes, children)
        piece.inner, piece.lines, piece.hrefs = inner, lines, hrefs
        return piece

    def named(self, tag: str, attributes: tuple[tuple[str, str], ...]) -> "Piece":
        """Give the piece by another name, with other attributes."""
        if tag == self.tag and attributes == self.attributes:
            return self
        return Piece.known(tag, attributes, self.children, self.inner, self.lines, self.hrefs)


def text_of(blocks: Iterable[Node]) -> str:
    """Give the plain text of elements that stand on lines of their own, as `plain_text` does."""
    texts = (_lines_of(block) if isinstance(block, Piece) else plain_text((block,)) for block in blocks)
    return "\n".join(filter(None, texts))


def _lines_of(piece: Piece) -> str:
    return "\n".join([line if _is_folded(line) else " ".join(line.split()) for line in piece.lines])


def _is_folded(line: str) -> bool:
    return line.isprintable() and "  " not in line  # what can be printed holds no other white space
