"""What the filter "Limit allowed HTML tags" does to a tree, as Drupal's Xss and FilterHtml do it.

An element that is not allowed goes and leaves its content, a script's text too. Attributes that are not allowed go,
and `style` and `on*` always. Of a value, whatever looks like a scheme that is not allowed is cut off its front.
"""

from collections.abc import Iterable, Mapping

from plugins.cms.allowed_html import Allowed, Values, kept_value
from plugins.core.markup.tree import Element, Node, Tree

COMMENT = "!comment"
"""The name of a comment in the trees of this package; its text is the comment."""
SCHEMES = frozenset({"http", "https", "ftp", "news", "nntp", "tel", "telnet", "mailto", "irc", "ssh", "sftp", "webcal",
                     "rtsp"})  # fmt: skip
_TEXTS = frozenset({"title", "alt", "rel", "property", "class", "datetime"})
"""Attributes whose values are never taken for addresses; `data-*` neither."""
_ALWAYS_GONE = frozenset({"style", "srcdoc"})


def filtered(nodes: Iterable[Node], allowed: Allowed) -> Tree:
    """Return what the filter leaves of a tree; a tree that it leaves alone comes out equal."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
            continue
        tag, attributes, children = node.tag, node.attributes, node.children
        names = allowed.get(tag)
        if names is None:
            if tag != COMMENT:
                result += filtered(children, allowed)
            continue
        if attributes:
            attributes = kept_attributes(attributes, names)
        if len(children) != 1 or not isinstance(children[0], str):
            children = filtered(children, allowed)
        result.append(Element(tag, attributes, children))
    return tuple(result)


def kept_attributes(
    attributes: tuple[tuple[str, str], ...], names: Mapping[str, Values]
) -> tuple[tuple[str, str], ...]:
    """Return what the filter leaves of an element's attributes."""
    result = []
    for name, value in attributes:
        if name in _ALWAYS_GONE or name.startswith("on"):
            continue
        is_text = ":" not in value or name in _TEXTS or name.startswith("data-")
        filtered_value = kept_value(names, name, value if is_text else without_scheme(value))
        if filtered_value is not None:
            result.append((name, filtered_value))
    return tuple(result)


def without_scheme(value: str) -> str:
    """Cut schemes that are not allowed off the front of a value: `a:b` leaves `b`, `https://x` stays."""
    while True:
        scheme, colon, rest = value.partition(":")
        if not colon or not scheme or any(sign in scheme for sign in "/?#") or scheme.lower() in SCHEMES:
            return value
        value = rest
