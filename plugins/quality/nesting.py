"""Whether HTML of ours is well formed: every tag is one, every element is closed where it should be.

Pages are our own serialisation, a strict subset of HTML: every element but the void ones is closed, attribute values
stand between double quotes and hold neither `<` nor `>`. So patterns read them exactly, where an HTML parser would
silently mend what it should complain of: a walk from tag to tag.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from plugins.core.markup.tree import VOID_TAGS

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)([^<>]*)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r'(?:\s+[a-zA-Z:@_-]+(?:="[^"]*")?|\s*/)*\s*')
_Tag: TypeAlias = tuple[str, str, str]
"""A closing slash or nothing, the element's name, its attributes as written."""

_DOCTYPE = "<!doctype html>"
_SHAPES = frozenset({"path", "circle", "ellipse", "line", "polygon", "polyline", "rect", "use"})
"""Elements of SVG that close themselves."""


class TagReading(NamedTuple):
    """What the tags of a document say: the attributes of all, as written, and what is wrong with them."""

    attributes: str
    problems: list[str]


def read_tags(html: str) -> TagReading:
    """Read the tags of a document or fragment; at most one problem is told, what follows from it would repeat it."""
    tags = _TAG.findall(html)
    attributes = "".join([text for _, _, text in tags])
    return TagReading(attributes, _malformed(html, tags, attributes) or _misnested(tags))


def _malformed(html: str, tags: Sequence[_Tag], attributes: str) -> list[str]:
    """Find the first thing that begins like a tag and is none, or a tag whose attributes are not ours."""
    if len(tags) + html.startswith(_DOCTYPE) != html.count("<"):
        stray = _TAG.sub("", html.removeprefix(_DOCTYPE)).partition("<")[2]
        return [f"malformed-tag:<{stray[:20]}"]
    if _ATTRIBUTES.fullmatch(attributes):
        return []
    return [f"malformed-tag:<{name}{text[:20]}" for _, name, text in tags if not _ATTRIBUTES.fullmatch(text)][:1]


def _misnested(tags: Sequence[_Tag]) -> list[str]:
    """Find the first place where elements do not nest."""
    opened: list[str] = []
    for closing, name, attributes in tags:
        if name in VOID_TAGS or (name in _SHAPES and attributes.endswith("/")):
            continue
        if not closing:
            opened.append(name)
        elif not opened:
            return [f"stray-end:{name}"]
        elif (last := opened.pop()) != name:
            return [f"unclosed:{last}"]
    return [f"unclosed:{opened[-1]}"] if opened else []
