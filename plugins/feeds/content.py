"""The full text of an item as HTML that stands by itself in any reader's window."""

from collections.abc import Iterable
from urllib.parse import urljoin

from plugins.core.markup.links import with_links
from plugins.core.markup.pictures import figure, with_pictures
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.text import raw_text, xml_text
from plugins.core.markup.tree import Element, Node, Tree, elements
from plugins.feeds.model import ItemView

_PAGES_OWN = frozenset({"id", "class"})
"""Attributes that mean something on the page only; among other items their ids would be ambiguous."""


def item_html(item: ItemView, tree: Tree) -> str:
    """Write an item's text: the picture at its head first, links and pictures by their full addresses."""
    nodes = with_links(tree, {link.symbol: link for link in item.links})
    nodes = with_pictures(nodes, {picture.symbol: picture for picture in item.pictures})
    if item.lead is not None:
        image = Element("img", (*item.lead.picture.attributes, ("alt", item.lead.alt)))
        nodes = (figure(image, item.lead.caption), *nodes)
    content = _standing_alone(nodes, item.link)
    return xml_text(to_html(content)) if _says_something(content) else ""


def plain(text: str) -> str:
    """Return a text as every format of feed may hold it, without white space around it."""
    return xml_text(text).strip()


def _says_something(content: Tree) -> bool:
    has_words = any(raw_text((node,)).strip() for node in content)
    return has_words or any(element.tag == "img" for element in elements(content))


def _standing_alone(nodes: Iterable[Node], page: str) -> Tree:
    return tuple(
        node
        if isinstance(node, str)
        else Element(node.tag, _attributes(node, page), _standing_alone(node.children, page))
        for node in nodes
    )


def _attributes(element: Element, page: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, _full(value, page) if name in ("href", "cite") else value)
        for name, value in element.attributes
        if name not in _PAGES_OWN
    )


def _full(href: str, page: str) -> str:
    try:
        return urljoin(page, href)
    except ValueError:  # a host in brackets that is no address: the reader's program will say so
        return page
