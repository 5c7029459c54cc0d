"""The marks within a line that can mean one thing only: strong words with spaces around them, and plain links."""

import re
from typing import NamedTuple, TypeAlias
from xml.etree.ElementTree import Element

_MARK = re.compile(
    # Each way begins with its sign, and looks back after it: so the engine need not try both at every letter.
    r"\*\*(?<!\S\*\*)([^*_`\\\[\]\s](?:[^*_`\\\[\]]*[^*_`\\\[\]\s])?)\*\*(?!\S)"
    r"|\[([^*_`\\\[\]]+)\]\(([^\s()<>\"'\\\x02]*)\)"
)
_OTHER = ("`", "\\", "![", "  \n", "\x02")
"""Signs of what only the library reads: code, escapes, pictures, breaks, and what it has put by."""
_SIGN = re.compile(r"[*_\[]")

Rest: TypeAlias = tuple["PlainMark", ...]


class PlainMark(NamedTuple):
    """Strong words, or a link when there is a target; and the text after it."""

    text: str
    target: str | None
    tail: str


def plain_marks(text: str) -> tuple[str, Rest] | None:
    """Take a line apart: the text before the first mark, and the marks; None when it holds any other sign."""
    for other in _OTHER:
        if other in text:
            return None
    pieces = _MARK.split(text)
    for piece in pieces[::4]:
        if _SIGN.search(piece):
            return None
    marks = zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True)
    return pieces[0], tuple(
        PlainMark(linked, target, tail) if strong is None else PlainMark(strong, None, tail)
        for strong, linked, target, tail in marks
    )


def put_marks(element: Element, before: str, marks: Rest) -> None:
    """Make a line the beginning of an element's content, as the library would."""
    element.text = before or None
    for place, mark in enumerate(marks):
        child = Element("strong") if mark.target is None else Element("a", {"href": mark.target})
        child.text, child.tail = mark.text, mark.tail or None
        element.insert(place, child)
