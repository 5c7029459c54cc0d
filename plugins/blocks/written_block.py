"""A block of the text as it is written, and what it says: its words and its links, read off its HTML.

So they are what whoever finds it on a page reads, not what was meant.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from html import unescape

from msgspec import Struct

from plugins.blocks.written_line import Attributes
from plugins.core.markup.serialiser import start_tag
from plugins.core.markup.text import folded
from plugins.core.markup.tree import VOID_TAGS

_TAG = re.compile(r"<[^>]*>")
_HREF = re.compile(r'<a(?: [a-z]+="[^"]*")*? href="([^"]*)"')
"""Of a link: a text may speak of ` href="…"` too."""


class WrittenBlock(Struct, frozen=True, dict=True):
    """A written element that stands on lines of its own. A list has items, each its attributes and its HTML."""

    tag: str
    attributes: Attributes
    content: str = ""
    items: tuple[tuple[Attributes, str], ...] = ()

    @property
    def html(self) -> str:
        """The element with its tags."""
        return self.with_attributes(self.attributes)

    def with_attributes(self, attributes: Attributes) -> str:
        """The element with its tags and other attributes."""
        tag = self.tag
        return f"{start_tag(tag, attributes)}{self.content}</{tag}>" if tag not in VOID_TAGS else "<hr>"

    @cached_property
    def words(self) -> tuple[str, list[str]]:
        """Its text with its line ends, and the addresses of its links in order."""
        # Cached, since most blocks are written once for all profiles.
        return spoken(self.content), hrefs(self.content)


def written_list(tag: str, attributes: Attributes, items: tuple[tuple[Attributes, str], ...]) -> WrittenBlock:
    """A written list."""
    lines = "".join([f"\n{start_tag('li', own)}{html}</li>" for own, html in items])
    return WrittenBlock(tag, attributes, f"{lines}\n", items)


APART = WrittenBlock("", ())
"""Stands for a rule that is left out: two lists beside it do not become one."""


def spoken(html: str) -> str:
    """The text of written HTML, with its line ends."""
    return unescape(_TAG.sub("", html.replace("<br>", " ")))


def hrefs(html: str) -> list[str]:
    """The addresses of the links of written HTML, in order."""
    return [unescape(href) for href in _HREF.findall(html)]


def lines(texts: Iterable[str]) -> str:
    """Texts as a line for each paragraph, heading or item that says something."""
    return "\n".join([line for text in texts for raw_line in text.split("\n") if (line := folded(raw_line))])
