"""A digest written: as plain text for e-mail, as HTML to be pasted into a newsletter, as data for programs."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node
from plugins.core.vocabulary import VOCABULARY
from plugins.digest.selection import Digest, DigestItem, Group

WIDTH = 72
"""Columns of plain text: what e-mail is written to."""


def as_text(digest: Digest) -> str:
    """Write a digest as plain text; every address stands on a line of its own."""
    lines = [_title(digest), "=" * min(WIDTH, len(_title(digest)))]
    for group in digest.groups:
        name = _name(digest, group)
        lines += ["", "", name, "-" * min(WIDTH, len(name)), *([group.url] if group.url else [])]
        for item in group.items:
            lines += ["", *_wrapped(item.title), *_wrapped(_facts(item)), *_wrapped(item.summary), item.url]
    if not digest.groups:
        lines += ["", VOCABULARY[digest.language].digest.nothing]
    return "\n".join([*lines, "", digest.url]) + "\n"


def as_html(digest: Digest) -> str:
    """Write a digest as a page of plain HTML, without styles: a newsletter brings its own."""
    body = (
        _element("h1", _title(digest)),
        *(node for group in digest.groups for node in _group_nodes(digest, group)),
        *(() if digest.groups else (_element("p", VOCABULARY[digest.language].digest.nothing),)),
        Element("p", (), (_link(digest.url, digest.site),)),
    )
    head = f'<meta charset="utf-8">\n{to_html((_element("title", _title(digest)),))}'
    text = "\n".join(to_html((node,)) for node in body)
    return (
        f'<!doctype html>\n<html lang="{digest.language}">\n<head>\n{head}\n</head>\n<body>\n{text}\n</body>\n</html>\n'
    )


def as_data(digest: Digest) -> list[dict[str, Any]]:
    """Return a digest for JSON: a list of projects with their items."""
    return [{**group._asdict(), "items": [item._asdict() for item in group.items]} for group in digest.groups]


def _title(digest: Digest) -> str:
    return VOCABULARY[digest.language].digest.title.format(site=digest.site, period=digest.period)


def _name(digest: Digest, group: Group) -> str:
    return group.name or VOCABULARY[digest.language].digest.other


def _facts(item: DigestItem) -> str:
    return " ".join(filter(None, (item.date, item.note)))


def _wrapped(text: str) -> list[str]:
    return wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _group_nodes(digest: Digest, group: Group) -> Iterator[Node]:
    title: Node = _link(group.url, group.name, _foreign(digest, group.language)) if group.url else _name(digest, group)
    yield Element("h2", (), (title,))
    yield Element("ul", (), tuple(_item_node(digest, item) for item in group.items))


def _item_node(digest: Digest, item: DigestItem) -> Element:
    foreign = _foreign(digest, item.language)
    parts: list[Node] = [Element("strong", (), (_link(item.url, item.title, foreign),)), f" {_facts(item)}"]
    if item.summary:
        attributes = (("lang", foreign),) if foreign else ()
        parts += [Element("br"), Element("span", attributes, (item.summary,))]
    return Element("li", (), tuple(parts))


def _foreign(digest: Digest, language: str) -> str:
    return "" if language == digest.language else language


def _link(href: str, text: str, language: str = "") -> Element:
    attributes = (("href", href), *((("lang", language), ("hreflang", language)) if language else ()))
    return Element("a", attributes, (text,))


def _element(tag: str, text: str) -> Element:
    return Element(tag, (), (text,))
