"""A body as elements that are safe to show: Markdown converted, and held against the allow-list.

What Markdown makes is walked as elements. A body with raw HTML is written as HTML, sanitised, and read again as
browsers read it.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, Union
from xml.etree.ElementTree import Element

from lxml import etree

from plugins.authoring.allowlist import allowed_attributes, forbidden_scheme
from plugins.authoring.markdown.context import Finding
from plugins.authoring.markdown.converter import convert
from plugins.authoring.markdown.passage import Spot
from plugins.authoring.sanitising import sanitise
from plugins.core.markup.serialiser import escape_text, start_tag
from plugins.core.markup.tree import VOID_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

BodyElement: TypeAlias = Union[Element, "HtmlElement"]
"""An element of the body: both libraries' have `tag`, `attrib`, `text` and `tail`, and are walked alike.

Its attributes `at`, a line and a column of the body, and `to`, an address that the sanitiser may have refused, are the
reading's own.
"""

_ADDRESSES = frozenset({"href", "src", "cite"})


class SafeBody(NamedTuple):
    """A body: the element whose children it is, or None when it is empty; and what was found in reading it."""

    content: BodyElement | None
    findings: tuple[Finding, ...] = ()


def safe_body(text: str, language: str) -> SafeBody:
    """Convert and sanitise a body; raises TooDeepError when it is nested too deeply."""
    root, context = convert(text, language)
    removed = [*_disallowed(root), *context.html.removed]
    findings = [
        *context.findings,
        *(Finding("TXT003", spot, {"element": what}) for what, spot in dict.fromkeys(removed)),
        *(Finding("TXT017", spot, {"element": tag}) for tag, spot in context.html.stray),
    ]
    if not context.html.found:
        return SafeBody(root, tuple(findings))
    return SafeBody(_parsed(sanitise("".join(_written(root)))), tuple(findings))


def spot_of(element: BodyElement) -> Spot:
    """Give where an element stands in the body; its beginning where no mark of the source made it."""
    line, _, column = str(element.attrib.get("at", "1:1")).partition(":")
    return Spot(int(line), int(column))


def _disallowed(root: Element) -> Iterator[tuple[str, Spot]]:
    """Take from elements that Markdown made the attributes that are not allowed; name them, in order."""
    for element in root.iter():
        if len(element.attrib) <= ("at" in element.attrib):
            continue
        allowed = allowed_attributes(element.tag)
        for name, value in list(element.attrib.items()):
            if name == "at":
                continue
            if name not in allowed:
                yield name, spot_of(element)
            elif name in _ADDRESSES and (scheme := forbidden_scheme(value)):
                yield f"{scheme}:", spot_of(element)
            else:
                continue
            del element.attrib[name]


def _written(parent: Element) -> Iterable[str]:
    """Write the content of an element as HTML, raw HTML as it stands."""
    if parent.text:
        yield escape_text(parent.text)
    for child in parent:
        if child.tag == "raw":
            yield child.text or ""
        else:
            address = child.get("href") or child.get("src")
            yield start_tag(child.tag, (*child.attrib.items(), *((("to", address),) if address else ())))
            if child.tag not in VOID_TAGS:
                yield from _written(child)
                yield f"</{child.tag}>"
        if child.tail:
            yield escape_text(child.tail)


def _parsed(html: str) -> "HtmlElement | None":
    if not html.strip():
        return None
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    return etree.fromstring(f"<body>{html}</body>".encode("utf-8", "replace"), parser).find("body")
