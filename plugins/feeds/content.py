"""The full text of an item as HTML that stands by itself in any reader's window."""

from collections.abc import Iterable
from urllib.parse import urljoin

from plugins.core.markup.links import with_links
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree
from plugins.feeds.model import ItemView

_PAGES_OWN = frozenset({"id", "class"})
"""Attributes that mean something on the page only; among other items their ids would be ambiguous."""


def item_html(item: ItemView, tree: Tree) -> str:
    """Write an item's text: links in full, pictures as links to the page that shows them."""
    nodes = with_links(tree, {link.symbol: link for link in item.links if not link.symbol.startswith("image:")})
    content = _standing_alone(nodes, item.link)
    return to_html(content) if raw_text(content).strip() else ""


def _standing_alone(nodes: Iterable[Node], page: str, *, in_link: bool = False) -> Tree:
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag == "img":
            result += _picture(node, page, in_link=in_link)
        else:
            linked = in_link or node.tag == "a"
            children = _standing_alone(node.children, page, in_link=linked)
            result.append(Element(node.tag, _attributes(node, page), children))
    return tuple(result)


def _picture(image: Element, page: str, *, in_link: bool) -> Tree:
    text = image.get("alt") or ""
    if not text or in_link:
        return (text,)
    return (Element("a", (("href", page),), (text,)),)


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
