"""What Drupal's filters of pictures do to a tree: alignment, captions, pictures of other hosts, lazy loading."""

from collections.abc import Callable, Iterable, Mapping
from html import unescape

from plugins.cms.allowed_html import allowed_html
from plugins.cms.filtering import filtered
from plugins.cms.reading import tree_of
from plugins.core.markup.tree import Element, Node, Tree

_SIDES = frozenset({"left", "center", "right"})
_REMOVED = {
    "src": "/core/misc/icons/e32700/error.svg", "alt": "Image removed.",
    "title": "This image has been removed. For security reasons, only images from the local domain are allowed.",
    "height": "16", "width": "16", "class": "filter-image-invalid",
}  # fmt: skip
_CAPTION = allowed_html("<a href hreflang target class rel title> <em> <strong> <cite> <code> <br>") or {}


def aligned(nodes: Iterable[Node]) -> Tree:
    """`filter_align`: `data-align` becomes a class, and anything but a side nothing."""
    return _each(nodes, _aligned)


def captioned(nodes: Iterable[Node]) -> Tree:
    """`filter_caption`: what has `data-caption` stands in a figure, with the class of its alignment."""
    return _each(nodes, _captioned)


def secured(nodes: Iterable[Node]) -> Tree:
    """`filter_html_image_secure`: a picture of another host is replaced by a sign and the words "Image removed."."""
    return _each(nodes, _secured)


def lazy(nodes: Iterable[Node]) -> Tree:
    """`filter_image_lazy_load`: a picture whose size is known is loaded when it comes into sight."""
    return _each(nodes, _lazy)


def filed(nodes: Iterable[Node]) -> Tree:
    """`editor_file_reference`: the editor's marks of a file stay; files are not known here, so addresses do too."""
    return tuple(nodes)


PICTURE_FILTERS: Mapping[str, Callable[[Iterable[Node]], Tree]] = {
    "filter_align": aligned, "filter_caption": captioned, "filter_html_image_secure": secured,
    "filter_image_lazy_load": lazy, "editor_file_reference": filed,
}  # fmt: skip
"""By the names of the filters in Drupal."""


def _each(nodes: Iterable[Node], change: Callable[[Element], Element]) -> Tree:
    """Change every element, what it holds first."""
    return tuple(
        node if isinstance(node, str) else change(node.holding(_each(node.children, change))) for node in nodes
    )


def _aligned(element: Element) -> Element:
    side = element.get("data-align")
    if side is None:
        return element
    classes = f"{element.get('class') or ''} align-{side}".strip() if side in _SIDES else element.get("class")
    return element.having(**{"data-align": None, "class": classes})


def _captioned(element: Element) -> Element:
    value = element.get("data-caption")
    if value is None:
        return element
    caption = filtered(tree_of(unescape(value)), _CAPTION)
    bare = element.having(**{"data-caption": None})
    if not caption:
        return bare
    classes = [name for name in (element.get("class") or "").split() if name.startswith("align-")]
    rest = " ".join(name for name in (element.get("class") or "").split() if name not in classes)
    held = (bare.having(**{"class": rest or None}), "\n", Element("figcaption", (), caption))
    attributes = (("role", "group"), *((("class", " ".join(classes)),) if classes else ()))
    return Element("figure", attributes, held)


def _secured(element: Element) -> Element:
    address = element.get("src") or ""
    if element.tag != "img" or (address.startswith("/") and not address.startswith("//")):
        return element
    return element.having(**_REMOVED)


def _lazy(element: Element) -> Element:
    known = element.tag == "img" and element.get("width") and element.get("height")
    return element.having(loading="lazy") if known and element.get("loading") is None else element
