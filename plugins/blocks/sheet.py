"""A block on its way into a file: each of its elements held against the gates of its profile, and written.

The content of a piece is known to pass every gate. Its start tag is judged here, and but for the ids there are few.
"""

from functools import lru_cache

from plugins.blocks.allowlist import is_identifier, permitted
from plugins.blocks.piece import Piece
from plugins.blocks.profiles import PROFILES
from plugins.blocks.serialisation import html_of, start_of
from plugins.cms.survival import changes, is_left_alone
from plugins.core.markup.tree import Element, Node, Tree

_SAMPLE = "id"
"""Stands for an id in start tags that differ by it only."""


class Sheet:
    """The elements of a block in their final form, as trees and as HTML."""

    def __init__(self, profile: str) -> None:
        self.profile = profile
        self.allowed = PROFILES[profile].allowed
        self.nodes: list[Node] = []
        self.html: list[str] = []
        self.is_proven = True
        """Whether the text format is known to leave each element alone, and to see no two as one list."""

    def add(self, element: Element) -> None:
        """Write an element, or what the allow-list leaves of it."""
        start = start_tag(self.profile, element) if isinstance(element, Piece) else ""
        if isinstance(element, Piece) and start:
            self._put(element, f"{start}{element.content.html}</{element.tag}>")
            return
        for node in permitted((element,), self.allowed):
            html = html_of(node)
            self._put(node, html)
            self.is_proven = self.is_proven and is_left_alone(self.profile, node, html)

    def _put(self, node: Node, html: str) -> None:
        before = self.nodes[-1] if self.nodes else ""
        if isinstance(node, str) or (node.tag in ("ul", "ol") and (isinstance(before, str) or before.tag == node.tag)):
            self.is_proven = False
        self.nodes.append(node)
        self.html.append(html)

    def written(self, around: Tree) -> bytes:
        """Write the block as UTF-8; `around` is an element without content that holds it, or nothing."""
        return wrapped("\n\n".join(self.html), around, self.profile)

    def change(self, data: bytes) -> str:
        """Say what the text format of the profile would change in the block; nearly always nothing."""
        return "" if self.is_proven else changes(self.profile, tuple(self.nodes), data)


def wrapped(html: str, around: Tree, profile: str) -> bytes:
    """Give HTML as a file; `around` is an element without content that holds all, or nothing."""
    for wrapper in permitted(around, PROFILES[profile].allowed) if around else ():
        if isinstance(wrapper, Element):
            html = f"{start_of(wrapper.tag, wrapper.attributes)}\n{html}\n</{wrapper.tag}>"
    return f"{html}\n".encode()


def start_tag(profile: str, piece: Piece) -> str:
    """Write the start tag of a piece; nothing when a gate would not let it pass as it is."""
    attributes = piece.attributes
    if not attributes or attributes[0][0] != "id":
        return _passing(profile, piece.tag, attributes)
    identifier = attributes[0][1]
    if not is_identifier(identifier):
        return ""
    start = _passing(profile, piece.tag, (("id", _SAMPLE), *attributes[1:]))
    return start.replace(f'"{_SAMPLE}"', f'"{identifier}"', 1)


@lru_cache(maxsize=256)
def _passing(profile: str, tag: str, attributes: tuple[tuple[str, str], ...]) -> str:
    element = Element(tag, attributes, (Element("li", (), ("x",)),) if tag in ("ul", "ol") else ("x",))
    passes = permitted((element,), PROFILES[profile].allowed) == (element,)
    return start_of(tag, attributes) if passes and is_left_alone(profile, element, html_of(element)) else ""
