"""The marks within a line that can mean one thing only: strong words with spaces around them, and plain links."""

import re
from typing import TypeAlias
from xml.etree.ElementTree import Element

_MARK = re.compile(
    # Each way begins with its sign, and looks back after it: so the engine need not try both at every letter.
    r"\*\*(?<!\S\*\*)([^*_`\\\[\]\s](?:[^*_`\\\[\]]*[^*_`\\\[\]\s])?)\*\*(?!\S)"
    r"|\[([^*_`\\\[\]]+)\]\(([^\s()<>\"'\\\x02]*)\)"
)
_OTHER = ("`", "\\", "![", "  \n", "\x02")
"""Signs of what only the library reads: code, escapes, pictures, breaks, and what it has put by."""

PlainMark: TypeAlias = tuple[str, str | None, str]
"""A text, its target, which strong words have not, and the text after it."""
PlainLine: TypeAlias = tuple[str, list[PlainMark]]
"""The text before the first mark, and the marks."""


def plain_marks(text: str) -> PlainLine | None:
    """Take a line apart at its marks; None when it holds any other sign."""
    for other in _OTHER:
        if other in text:
            return None
    pieces = _MARK.split(text)
    between = "".join(pieces[::4])
    if "*" in between or "_" in between or "[" in between:
        return None
    marks = zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True)
    return pieces[0], [(strong or linked, target, tail) for strong, linked, target, tail in marks]


def put_marks(element: Element, line: PlainLine) -> None:
    """Make a line the beginning of an element's content, as the library would."""
    before, marks = line
    element.text = before or None
    for place, (text, target, tail) in enumerate(marks):
        child = Element("strong") if target is None else Element("a", {"href": target})
        child.text, child.tail = text, tail or None
        element.insert(place, child)
