"""A body as elements that are safe to show: Markdown converted, and held against the allow-list.

What Markdown makes of a simple text is looked at as it is. HTML of any other origin goes through the sanitiser, and is
read as browsers read it.
"""

import re
from typing import TYPE_CHECKING, TypeAlias, Union
from xml.etree.ElementTree import Element

from lxml import etree

from plugins.authoring.markdown_converter import convert, convert_simple, is_simple
from plugins.authoring.plain_body import PlainBody, plain_body
from plugins.authoring.sanitising import sanitise, taken_out
from plugins.core.values import value

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

BodyElement: TypeAlias = Union[Element, "HtmlElement"]
"""An element of the body: both libraries' have `tag`, `attrib`, `text` and `tail`, and are walked alike."""

_SAFE_ATTRIBUTES = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "li", "em", "strong", "code", "pre", "blockquote",
                     "br", "hr"), frozenset[str]()),
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
    "ol": frozenset({"start"}),
}  # fmt: skip
"""What Markdown makes by itself; all of it is on the allow-list."""

_SAFE_TARGET = re.compile(
    r"https?://(?:[a-z0-9](?:-?[a-z0-9])*\.)+[a-z]+(?:/[^\s\"<>\\^`{|}]*)?"  # elsewhere, by a plain name
    r"|(?![/?])[^\s:\"<>\\^`{|}]+"  # below the content folder, or in the text
)
"""Addresses that every reader of addresses takes for what they seem."""


@value
class SafeBody:
    """A body: plain, or the element whose children it is, or None when it is empty; what was taken out of it, in order.

    `made_of` is a text on which the elements depend and nothing else but the body's language.
    """

    content: PlainBody | BodyElement | None
    made_of: str
    removed: tuple[str, ...] = ()


def safe_body(text: str, language: str) -> SafeBody:
    """Convert and sanitise a body; raises RecursionError when it is nested too deeply."""
    if is_simple(text):
        plain = plain_body(text)
        if plain is not None and all(map(_SAFE_TARGET.fullmatch, plain.targets())):
            return SafeBody(plain, text)
        root = convert_simple(text)
        if _is_safe(root):
            return SafeBody(root, text)
    html = convert(text, language)
    removed = tuple(dict.fromkeys(taken_out(text, html)))
    html = sanitise(html)
    return SafeBody(_parsed(html), html, removed)


def _is_safe(root: Element) -> bool:
    """Tell whether the sanitiser would leave everything as it is."""
    elements = root.iter()
    next(elements)
    for element in elements:
        allowed = _SAFE_ATTRIBUTES.get(element.tag)
        if allowed is None:
            return False
        if element.attrib:
            if not allowed.issuperset(element.attrib):
                return False
            target = element.attrib.get("href", element.attrib.get("src"))
            if target is not None and not _SAFE_TARGET.fullmatch(target):
                return False
            if element.tag == "a" and len(element) and element.find(".//a") is not None:
                return False
    return True


def _parsed(html: str) -> "HtmlElement | None":
    if not html.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(f"<body>{html}</body>".encode(), parser).find("body")
