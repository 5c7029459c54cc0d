"""A page of any system as a row of tokens: where elements begin and end, texts, ids and links, in document order.

Wrappers, attributes and classes that a system adds make no difference to the row, and that is why it is one.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree
from msgspec import Struct

from plugins.core.markup.tree import BLOCK_TAGS
from plugins.core.markup.web_address import canonical
from plugins.scanning.edit_forms import EditForms, edit_forms

UNREAD = frozenset({"script", "style", "template", "noscript", "svg", "math", "textarea", "select", "iframe", "object"})
"""Elements whose text is none of the page's."""

_SHADOW = ("shadowrootmode", "shadowroot")
"""Marks of a template that is shown: a declarative shadow root."""
_HEADINGS = frozenset({"h1", "h2"})
_UNSEEN = frozenset({"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "element-invisible"})
"""Classes of what is only heard: Drupal's, Bootstrap's, WordPress's."""
_WRAPPERS = re.compile(r"</?(?:div|section|article|span|font|b|i)(?:\s[^<>]*)?>", re.IGNORECASE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


class PageToken(NamedTuple):
    """A text, or the beginning or end of an element; `tag` is empty for a text.

    `href` is a full address in canonical form where it can be one. `node` is the number of the node of the CMS within
    which the token stands. `is_aside` tells that it stands in a button, or within a line in what is only seen (an icon)
    or only heard: no block has such.
    """

    tag: str
    text: str = ""
    begins: bool = False
    id: str = ""
    href: str | None = None
    node: str = ""
    is_aside: bool = False


class ReadPage(Struct, frozen=True):
    """A page that was taken apart."""

    tokens: tuple[PageToken, ...] = ()
    title: str = ""
    forms: EditForms = EditForms()


def read_page(html: str, address: str = "") -> ReadPage:
    """Read a page, however it is made, for links as seen from its address; what is no HTML has no tokens."""
    root = _root(html)
    if root is None:
        return ReadPage()
    forms = edit_forms(root, address)
    title = next((" ".join((element.text or "").split()) for element in root.iter("title")), "")
    return ReadPage(tuple(_tokens(root, forms.base)), title, forms)


def tokens_of(html: str) -> tuple[PageToken, ...]:
    """Read a fragment, whose links are full addresses."""
    root = _root(html)
    return tuple(_tokens(root, "")) if root is not None else ()


def text_of(tokens: Iterable[PageToken]) -> str:
    """Return the text as lines, one for each block element, white space folded."""
    parts = []
    for token in tokens:
        if not token.tag:
            parts.append(token.text)
        elif token.tag in BLOCK_TAGS:
            parts.append("\x00")
        elif token.tag == "br":
            parts.append(" ")
    lines = (" ".join(line.split()) for line in "".join(parts).split("\x00"))
    return "\n".join(line for line in lines if line)


def titles_of(page: ReadPage) -> tuple[str, ...]:
    """What a page calls itself: its title, whole and without the site's name, and its upper headings."""
    parts = [part.strip() for part in re.split(r"\s[|–—·»-]\s", page.title)]
    found = [page.title, *(parts[:1] if len(parts) > 1 else [])]
    begun: int | None = None
    for place, token in enumerate(page.tokens):
        if token.tag in _HEADINGS:
            if token.begins:
                begun = place
            elif begun is not None:
                found.append(" ".join(text_of(page.tokens[begun:place]).split()))
                begun = None
    return tuple(dict.fromkeys(filter(None, found)))


def _root(html: str) -> "etree._Element | None":
    """The root of a page; of one that is deeper than the parser goes, its wrappers left out."""
    root, is_cut = _parsed(html)
    return _parsed(_WRAPPERS.sub("\n", html))[0] if is_cut else root


def _parsed(html: str) -> "tuple[etree._Element | None, bool]":
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(html.replace("\0", "").encode("utf-8", "replace") or b" ", parser)
    return root, any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)


def _tokens(root: "etree._Element", base: str) -> Iterator[PageToken]:
    unread, asides, nodes = 0, 0, [""]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag)
        is_unread = tag in UNREAD and not (tag == "template" and any(element.get(mark) for mark in _SHADOW))
        is_aside = _is_aside(element, tag)
        if event == "start":
            unread += is_unread
            asides += is_aside
            nodes.append(element.get("data-history-node-id") or nodes[-1])
            if not unread:
                href = _href(element, tag, base)
                yield PageToken(
                    tag, begins=True, id=element.get("id") or "", href=href, node=nodes[-1], is_aside=asides > 0
                )
                if element.text:
                    yield PageToken("", _CONTROL.sub("", element.text), is_aside=asides > 0)
            continue
        nodes.pop()
        if not unread:
            yield PageToken(tag, is_aside=asides > 0)
        unread -= is_unread
        asides -= is_aside
        if element.tail and not unread:
            yield PageToken("", _CONTROL.sub("", element.tail), is_aside=asides > 0)


def _is_aside(element: "etree._Element", tag: str) -> bool:
    if tag == "button":
        return True
    is_hidden = element.get("aria-hidden") == "true" or not _UNSEEN.isdisjoint((element.get("class") or "").split())
    return is_hidden and tag not in BLOCK_TAGS


def _href(element: "etree._Element", tag: str, base: str) -> str | None:
    """Return where a link leads; a link around nothing is none, since editors leave such behind and take them away."""
    href = element.get("href") if tag == "a" else None
    if href is None:
        return None
    holds = any(str(text).strip() for text in element.itertext()) or next(element.iter("img"), None) is not None
    return (canonical(href, base or None) or _CONTROL.sub("", href)) if holds else None
