"""What HTML a body may hold: all else is taken out, and said."""

import re
from collections.abc import Mapping

EVERYWHERE = frozenset({"lang", "dir", "id"})

ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "hreflang", "title"}),
    "abbr": frozenset({"title"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "del": frozenset({"cite", "datetime"}),
    "ins": frozenset({"cite", "datetime"}),
    "details": frozenset({"open"}),
    "img": frozenset({"src", "alt", "title", "width", "height", "decorative"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "td": frozenset({"colspan", "rowspan", "style"}),
    "th": frozenset({"colspan", "rowspan", "scope", "style"}),
    "time": frozenset({"datetime"}),
}
"""`style` serves a table's alignment only: `tree_building` takes it away."""

OWN_ATTRIBUTES = frozenset({"_at", "_to", "_part", "_tag"})
"""Those that the reading gives to elements on their way to the tree; no attribute of a list or a tag begins so."""

TAGS = frozenset(ATTRIBUTES) | frozenset(
    (
        "b br caption cite code dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i kbd mark p pre s samp "
        "section small span strong sub sup summary table tbody tfoot thead tr u ul var"
    ).split()
)

_ALLOWED = {tag: EVERYWHERE | ATTRIBUTES.get(tag, frozenset()) for tag in TAGS}

PARTS_OF_PAGES = frozenset(
    "address article aside center dir fieldset footer form header hgroup legend main menu nav search".split()
)
"""Elements that are taken out and stood on lines of their own: what is before them stays apart from what they hold."""

DROPPED_WITH_CONTENT = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "title"}
)
"""Elements whose text was never meant to be read."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]+):")
"""One letter is a disk of the writer's own, `C:`; the reading of links tells of it, as of `file:`."""


def allowed_attributes(tag: str) -> frozenset[str]:
    """Return the attributes that an element may have."""
    return _ALLOWED.get(tag, EVERYWHERE)


def forbidden_scheme(address: str) -> str | None:
    """Name the scheme of an address when it may not stand in a text."""
    cleaned = "".join(character for character in address if character.isprintable() and not character.isspace())
    match = _SCHEME.match(cleaned)
    return match[1].lower() if match and match[1].lower() not in {*SCHEMES, "file"} else None
