"""A page of any system as a row of marks: where elements begin and end, texts, ids and links, in document order.

Wrappers, attributes and classes that a system adds make no difference to the row, and that is why it is one.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from plugins.core.markup.tree import BLOCK_TAGS

UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "math", "textarea", "select", "iframe", "object"})
"""Elements whose text is none of the page's."""

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


class PageToken(NamedTuple):
    """A text, or the beginning or end of an element; `tag` is empty for a text."""

    tag: str
    text: str = ""
    begins: bool = False
    id: str = ""
    href: str | None = None


def decoded(data: bytes, encoding: str = "") -> str:
    """Give a page's text: by its byte order mark, by what the server said, by what it says itself, else UTF-8."""
    declared = _DECLARED.search(data[:4096])
    names = [name for mark, name in _MARKS if data.startswith(mark)]
    names += [encoding, declared[1].decode("ascii") if declared else "", "utf-8"]
    for name in filter(None, names):
        try:
            return data.decode(name, errors="replace")
        except LookupError:
            continue
    raise AssertionError("UTF-8 is always there")


def marks_of(html: str) -> tuple[PageToken, ...]:
    """Read a page, however it is made; what is no HTML at all is a page without marks."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(html.replace("\0", "").encode("utf-8", "replace") or b" ", parser)
    return tuple(_marks(root)) if root is not None else ()


def text_of(marks: tuple[PageToken, ...]) -> str:
    """Give the text as lines, one for each block element, white space folded."""
    parts = []
    for mark in marks:
        if not mark.tag:
            parts.append(mark.text)
        elif mark.tag in BLOCK_TAGS:
            parts.append("\x00")
        elif mark.tag == "br":
            parts.append(" ")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\x00"))
    return "\n".join(line for line in lines if line)


def _marks(root: "etree._Element") -> Iterator[PageToken]:
    unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        if event == "start":
            unread += tag in UNREAD
            if not unread:
                yield PageToken(tag, begins=True, id=element.get("id") or "", href=_href(element, tag))
                if element.text:
                    yield PageToken("", element.text)
            continue
        if not unread:
            yield PageToken(tag)
        unread -= tag in UNREAD
        if element.tail and not unread:
            yield PageToken("", element.tail)


def _href(element: "etree._Element", tag: str) -> str | None:
    """Give where a link leads; a link around nothing is none, since editors leave such behind and take them away."""
    href = element.get("href") if tag == "a" else None
    if href is None:
        return None
    holds = "".join(str(text) for text in element.itertext()).strip() or next(element.iter("img"), None) is not None
    return href if holds else None
