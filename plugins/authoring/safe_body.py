"""A body as elements that are safe to show: Markdown converted, and held against the allow-list.

What Markdown makes by itself is looked at as elements. Raw HTML, and what is nested as no element may be, goes through
the sanitiser and is read as browsers read it.
"""

from typing import TYPE_CHECKING, TypeAlias, Union
from xml.etree.ElementTree import Element

from lxml import etree

from plugins.authoring.markdown_converter import convert
from plugins.authoring.sanitising import keep_allowed, sanitise, taken_out
from plugins.core.values import value

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

BodyElement: TypeAlias = Union[Element, "HtmlElement"]
"""An element of the body: both libraries' have `tag`, `attrib`, `text` and `tail`, and are walked alike."""


@value
class SafeBody:
    """A body: the element whose children it is, or None when it is empty; and what was taken out of it, in order."""

    content: BodyElement | None
    removed: tuple[str, ...] = ()


def safe_body(text: str, language: str) -> SafeBody:
    """Convert and sanitise a body; raises RecursionError when it is nested too deeply."""
    converted = convert(text, language)
    if converted.root is not None:
        return SafeBody(converted.root, tuple(dict.fromkeys(keep_allowed(converted.root))))
    removed = tuple(dict.fromkeys(taken_out(text, converted.html)))
    return SafeBody(_parsed(sanitise(converted.html)), removed)


def _parsed(html: str) -> "HtmlElement | None":
    if not html.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(f"<body>{html}</body>".encode(), parser).find("body")
