"""The last gate of a block: an allow-list over the whole tree, after everything else."""

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from plugins.blocks.targets import safe_target
from plugins.core.markup.tree import Element, Node, Tree

Allowed: TypeAlias = Mapping[str, frozenset[str]]
"""Elements with the attributes that each may have."""

DROPPED = frozenset({"script", "style", "template", "noscript", "iframe", "textarea", "select", "title", "xmp",
                     "noembed", "noframes", "plaintext", "option", "datalist"})  # fmt: skip
"""Elements whose text is none that readers should see: it goes with them."""


def _elements(**attributes: str) -> dict[str, frozenset[str]]:
    return {tag: frozenset(names.split()) for tag, names in attributes.items()}


_HEADINGS = _elements(h2="id lang", h3="id lang", h4="id lang", h5="id lang", h6="id lang")
_INLINE = _elements(strong="lang", em="lang", cite="lang", code="lang", a="href hreflang lang")

RESTRICTED_ELEMENTS: Allowed = MappingProxyType(
    {**_HEADINGS, **_INLINE, **_elements(ul="lang", ol="start lang", li="lang", blockquote="lang", p="")}
)
BASIC_ELEMENTS: Allowed = MappingProxyType(
    {**RESTRICTED_ELEMENTS, **_elements(p="lang", br="", dl="lang", dt="lang", dd="lang")}
)
FULL_ELEMENTS: Allowed = MappingProxyType(
    {
        **BASIC_ELEMENTS,
        **_elements(
            section="lang class data-kaiku", li="id lang", pre="lang", hr="", figure="lang", figcaption="lang",
            img="src alt width height", details="lang", summary="lang", table="lang", caption="lang", thead="",
            tbody="", tfoot="", tr="", td="colspan rowspan lang", th="colspan rowspan scope lang", span="lang",
            time="datetime lang", abbr="title lang", sub="lang", sup="id lang", ins="datetime lang", mark="lang",
            kbd="lang", samp="lang", var="lang", q="lang", small="lang", u="lang", s="lang",
        ),
        "del": frozenset({"datetime", "lang"}),
    }
)  # fmt: skip

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_ID = re.compile(r"[a-z0-9-]+")
_INTEGER = re.compile(r"-?[0-9]{1,6}")
_AMOUNT = re.compile(r"[0-9]{1,6}")


def _of_form(pattern: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda value: value if pattern.fullmatch(value) else None


_language, _identifier, _integer, _amount = map(_of_form, (_LANGUAGE, _ID, _INTEGER, _AMOUNT))
_CHECKS: Mapping[str, Callable[[str], str | None]] = MappingProxyType(
    {"href": safe_target, "src": safe_target, "id": _identifier, "lang": _language, "hreflang": _language,
     "start": _integer, "width": _amount, "height": _amount, "colspan": _amount, "rowspan": _amount}
)  # fmt: skip


def is_identifier(value: str) -> bool:
    """Tell whether a value may be an id."""
    return _ID.fullmatch(value) is not None


def permitted(nodes: Iterable[Node], allowed: Allowed) -> Tree:
    """Give the tree with what is allowed only: other elements leave their children, other attributes go."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            result.append(node)
        elif node.tag in allowed:
            tag, attributes, children = node
            if attributes:
                attributes = permitted_attributes(attributes, allowed[tag])
            if len(children) != 1 or not isinstance(children[0], str):
                children = permitted(children, allowed)
            result.append(Element(tag, attributes, children))
        elif node.tag not in DROPPED:
            result += permitted(node.children, allowed)
    return tuple(result)


def permitted_attributes(attributes: Iterable[tuple[str, str]], names: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Give the attributes that are allowed, with values that are."""
    kept: list[tuple[str, str]] = []
    for name, value in attributes:
        if name in names:
            check = _CHECKS.get(name)
            checked = check(value) if check else value
            if checked is not None:
                kept.append((name, checked))
    return tuple(kept)
