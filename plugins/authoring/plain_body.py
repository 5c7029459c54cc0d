"""Bodies of the plainest kind, read without a parser: headings, paragraphs, lists of lines, strong words and links.

Most texts are no more. Each of their blocks can mean one thing only, wherever it stands; what Markdown makes of it is
known at once, and a test holds it against what Markdown does make.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from plugins.authoring.plain_marks import plain_marks, put_marks

_GAP = re.compile(r"\n\n+")
_HEADING = re.compile(r"(#{1,6})([^#\n]+)(?:\n|\Z)")
_PROSE = re.compile(r"[*\[(\"'”“]*[^\W\d_]|[0-9]+(?![\d.])")
"""How a line begins that can only be one of a paragraph."""
_BULLET = re.compile(r"[*+-] +")
_NUMBER = re.compile(r"[0-9]+\. +")


def plain_elements(text: str) -> Element | None:
    """Make elements of a simple text: the children of what is given; None when any block may mean something else."""
    if "\n " in text or "\t" in text:
        return None
    root = Element("div")
    for block in _GAP.split(text.strip("\n")):
        if not _put_block(root, block):
            return None
    root[-1].tail = None
    return root


def _put_block(root: Element, block: str) -> bool:
    """Put into an element what stands between empty lines; tell whether it was plain."""
    while heading := _HEADING.match(block):
        if not _put_line(root, f"h{len(heading[1])}", heading[2].strip()):
            return False
        block = block[heading.end() :]
        if not block:
            return True
    if _PROSE.match(block):
        lines = block.split("\n") if "\n" in block else ()
        return all(map(_PROSE.match, lines)) and _put_line(root, "p", block)
    if block.startswith("1. "):
        return _put_list(root, "ol", block, _NUMBER)
    return _put_list(root, "ul", block, _BULLET)


def _put_list(root: Element, tag: str, block: str, mark: re.Pattern[str]) -> bool:
    """Put a list; one that follows another may go on with it."""
    if len(root) and root[-1].tag in {"ul", "ol"}:
        return False
    items = SubElement(root, tag)
    items.text = items.tail = "\n"
    for line in block.split("\n"):
        begin = mark.match(line)
        text = line[begin.end() :] if begin else ""
        if not _PROSE.match(text) or not _put_line(items, "li", text):
            return False
    return True


def _put_line(parent: Element, tag: str, text: str) -> bool:
    """Put an element of text, links and strong words, and a line end after it."""
    found = plain_marks(text) if text else None
    if found is None:
        return False
    element = SubElement(parent, tag)
    put_marks(element, *found)
    element.tail = "\n"
    return True
