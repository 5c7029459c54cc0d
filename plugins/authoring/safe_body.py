"""A body as elements that are safe to show: Markdown converted, and held against the allow-list.

What Markdown makes is walked as elements. A body with raw HTML is written as HTML, sanitised, and read again as
browsers read it.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias, Union
from xml.etree.ElementTree import Element

from lxml import etree
from msgspec import Struct

from plugins.authoring.allowlist import OWN_ATTRIBUTES, allowed_attributes, forbidden_scheme
from plugins.authoring.markdown.context import BodyFault
from plugins.authoring.markdown.converter import convert
from plugins.authoring.markdown.passage import Spot
from plugins.authoring.sanitising import sanitise
from plugins.core.markup.serialiser import escape_text, start_tag
from plugins.core.markup.tree import VOID_TAGS

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

BodyElement: TypeAlias = Union[Element, "HtmlElement"]
"""An element of the body: both libraries' have `tag`, `attrib`, `text` and `tail`, and are walked alike.

Its attributes `_at`, a line and a column of the body, `_to`, an address that the sanitiser may have refused, `_part`,
what it is in a note, and `_tag`, of which element a tag of raw HTML is, are the reading's own: no writer can give them.
"""

_ADDRESSES = frozenset({"href", "src", "cite"})
_AROUND_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_PARTS_OF_TABLES = frozenset({*_AROUND_CELLS, "caption", "td", "th"}) - {"table"}


class SafeBody(Struct, frozen=True):
    """A body: the element whose children it is, or None when it is empty; and what was found in reading it."""

    content: BodyElement | None
    findings: tuple[BodyFault, ...] = ()


def safe_body(text: str, language: str) -> SafeBody:
    """Convert and sanitise a body; raises TooDeepError when it is nested too deeply."""
    root, context = convert(text, language)
    removed = [*_disallowed(root), *context.html.removed]
    findings = [
        *context.findings,
        *(BodyFault("TXT003", spot, {"element": what}) for what, spot in dict.fromkeys(removed)),
        *(BodyFault("TXT017", spot, {"element": tag}) for tag, spot in context.html.stray),
    ]
    if not context.html.found:
        return SafeBody(root, tuple(findings))
    findings += [BodyFault("TXT023", spot) for spot in dict.fromkeys(_outside_cells(root, []))]
    return SafeBody(_parsed(sanitise("".join(_written(root)))), tuple(findings))


def spot_of(element: BodyElement) -> Spot:
    """Return where an element stands in the body; its beginning where no mark of the source made it."""
    line, _, column = str(element.get("_at", "1:1")).partition(":")
    return Spot(int(line), int(column))


def _disallowed(root: Element) -> Iterator[tuple[str, Spot]]:
    """Take from elements that Markdown made the attributes that are not allowed; name them, in order."""
    for element in root.iter():
        if len(element.attrib) <= ("_at" in element.attrib):
            continue
        allowed = allowed_attributes(element.tag)
        for name, value in list(element.attrib.items()):
            if name in OWN_ATTRIBUTES:
                continue
            if name not in allowed:
                yield name, spot_of(element)
            elif name in _ADDRESSES and (scheme := forbidden_scheme(value)):
                yield f"{scheme}:", spot_of(element)
            else:
                continue
            del element.attrib[name]


def _outside_cells(parent: Element, opened: list[Element]) -> Iterator[Spot]:
    """Find tables of raw HTML with text outside their cells: readers of HTML move that to before the table.

    `opened` are the elements around, those of Markdown and of raw tags alike.
    """
    yield from _misplaced(bool((parent.text or "").strip()), opened)
    for child in parent:
        is_raw = child.tag == "raw"
        tag = child.get("_tag") if is_raw else child.tag
        if tag is None:
            yield from _misplaced(bool((child.text or "").strip()), opened)
        elif tag.startswith("/"):
            while opened and _tag_of(opened.pop()) != tag[1:]:
                pass
        elif tag not in VOID_TAGS:
            yield from _misplaced(tag not in _PARTS_OF_TABLES, opened)
            opened.append(child)
            if not is_raw:
                depth = len(opened)
                yield from _outside_cells(child, opened)
                del opened[depth - 1 :]
        yield from _misplaced(bool((child.tail or "").strip()), opened)


def _misplaced(is_something: bool, opened: list[Element]) -> Iterator[Spot]:
    if is_something and opened and _tag_of(opened[-1]) in _AROUND_CELLS:
        yield spot_of(opened[-1])


def _tag_of(element: Element) -> str:
    return element.get("_tag", "") if element.tag == "raw" else element.tag


def _written(parent: Element) -> Iterable[str]:
    """Write the content of an element as HTML, raw HTML as it stands."""
    if parent.text:
        yield escape_text(parent.text)
    for child in parent:
        if child.tag == "raw":
            yield child.text or ""
        else:
            address = child.get("href") or child.get("src")
            yield start_tag(child.tag, (*child.attrib.items(), *((("_to", address),) if address else ())))
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
