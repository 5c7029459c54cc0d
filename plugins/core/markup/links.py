"""Symbolic links of a tree, and putting real addresses in their place.

A link to another source stands in the tree as `doc:news/x.fi.md#results`, to an attachment as `file:files/x.pdf`, to a
picture as `image:images/x.jpg`. What each becomes depends on where the text is shown, so a view carries its links
resolved beside the text's digest, and the renderer joins the two.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from plugins.core.markup.tree import Element, Node, Tree, elements

SYMBOLIC_SCHEMES = ("doc:", "file:", "image:")
_WRITTEN = tuple(f'="{scheme}' for scheme in SYMBOLIC_SCHEMES)


class Link(Struct, frozen=True):
    """What a symbolic link has become: an address, the target's language when it is another, words that follow it."""

    symbol: str
    href: str
    language: str | None = None
    note: str = ""


def is_symbolic(href: str) -> bool:
    """Return whether an address is one of ours, still to be resolved."""
    return href.startswith(SYMBOLIC_SCHEMES)


def may_hold_symbols(html: str) -> bool:
    """Whether a tree written as HTML may hold anything to resolve: a quick look, since most texts hold nothing."""
    return any(sign in html for sign in _WRITTEN)


def symbols(nodes: Iterable[Node]) -> tuple[str, ...]:
    """List the symbolic links and pictures of a tree, each once, in document order."""
    found: dict[str, None] = {}
    for element in elements(nodes):
        for name in ("href", "src"):
            value = element.get(name)
            if value and is_symbolic(value):
                found[value] = None
    return tuple(found)


def outside_addresses(elements: Iterable[Element]) -> tuple[str, ...]:
    """List the addresses elsewhere that elements of a tree link to, each once, in document order."""
    hrefs = (element.get("href") for element in elements if element.tag == "a")
    return tuple(dict.fromkeys(href for href in hrefs if href and not is_symbolic(href) and not href.startswith("#")))


def with_links(nodes: Tree, links: Mapping[str, Link]) -> Tree:
    """Put resolved links in the place of symbolic ones; a link that was not resolved leaves its text.

    What holds no symbolic link is not copied.
    """
    result: list[Node] = []
    is_changed = False
    for node in nodes:
        if isinstance(node, str) or not (node.children or node.attributes):
            result.append(node)
            continue
        children = with_links(node.children, links)
        element = node if children is node.children else node.holding(children)
        href = element.get("href") if element.attributes else None
        if href is None or not is_symbolic(href):
            is_changed = is_changed or element is not node
            result.append(element)
            continue
        is_changed = True
        link = links.get(href)
        if link is None:
            result.extend(element.children)
            continue
        result.append(_linked(element, link))
        if link.note:
            result.append(f" {link.note}")
    return tuple(result) if is_changed else nodes


def _linked(element: Element, link: Link) -> Element:
    attributes = tuple((name, link.href if name == "href" else value) for name, value in element.attributes)
    if link.language:
        attributes += (("hreflang", link.language),)
    return Element(element.tag, attributes, element.children)
