"""One line of text in normal form: its marks, and the white space between them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeAlias

from plugins.core.markup.links import is_symbolic
from plugins.core.markup.tree import BLOCK_TAGS, Element, Node, Tree
from plugins.core.markup.web_address import canonical

Attributes: TypeAlias = tuple[tuple[str, str], ...]

LISTS = frozenset({"ul", "ol", "dl"})
DROPPED = frozenset({"script", "style", "template", "noscript", "iframe", "textarea", "select", "title", "xmp",
                     "noembed", "noframes", "plaintext", "option", "datalist", "colgroup", "col"})  # fmt: skip
"""Elements whose text is none that readers should see: it goes with them."""

_LIKE = {"b": "strong", "i": "em"}
_ADDRESSES = frozenset({"href", "src", "cite"})
_SEPARATORS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_EDGE = " \N{NO-BREAK SPACE}"
"""What says nothing at the ends of a line."""
_LANGUAGE = re.compile("[a-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_WHITE_SPACE = re.compile("[ \t\n\r]+")


def clean(text: str) -> str:
    """A text without what no file may hold: composed (NFC), separators of lines as spaces."""
    if not text.isprintable():  # what no file may hold is never printable, and a look takes a tenth of rewriting
        text = _UNWRITABLE.sub("", _SEPARATORS.sub(" ", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def one_line(text: str) -> str:
    """A text as one clean line, white space folded."""
    return _words(text).strip(" ")


def _words(text: str) -> str:
    """A text as it stands within a line: clean, with single spaces."""
    if "\n" in text or "  " in text:
        text = _WHITE_SPACE.sub(" ", text)
    return clean(text) if text.isprintable() else _WHITE_SPACE.sub(" ", clean(text))


def line_of(nodes: Iterable[Node], language: str, *, may_break: bool = True) -> Tree:
    """Nodes as one line of text with its marks; empty when it says nothing."""
    result: list[Node] = []
    for node in _inline(nodes, language, frozenset()):
        _append(result, node if may_break or isinstance(node, str) or node.tag != "br" else " ")
    return _trimmed(result) if says_something(result) else ()


def says_something(nodes: Iterable[Node]) -> bool:
    """Whether a line has a letter, sign, picture, box or place to link to in it."""
    for node in nodes:
        if isinstance(node, str):
            if node and not node.isspace():
                return True
        elif node.tag in ("img", "input") or says_something(node.children) or node.get("id"):
            return True
    return False


def attributes_of(element: Element, around: str) -> tuple[Attributes, str]:
    """An element's attributes, and the language of its content; a language that is in force anyway is not said."""
    if not element.attributes:
        return (), around
    attributes: list[tuple[str, str]] = []
    language = around
    for name, value in element.attributes:
        if name == "lang":
            language = _language(value)
            if language.partition("-")[0] in ("", around.partition("-")[0]):
                language = around
            else:
                attributes.append((name, language))
        elif name not in _ADDRESSES or is_symbolic(value) or value.startswith("#"):
            attributes.append((name, clean(value)))
        elif (address := canonical(value)) is not None:
            attributes.append((name, address))
    return tuple(attributes), language


def _language(value: str) -> str:
    """A language's code (BCP 47), `fi`, `sv-FI`, which Word and others write in capitals; nothing when it is none."""
    primary, *more = value.strip().replace("_", "-").split("-")
    language = "-".join((primary.lower(), *more))
    return language if _LANGUAGE.fullmatch(language) else ""


def _inline(nodes: Iterable[Node], language: str, within: frozenset[str]) -> list[Node]:
    """The nodes of a line; `within` are the marks around them."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            _append(result, _words(node))
        elif node.tag not in DROPPED:
            for part in _marked(node, language, within):
                _append(result, part)
    return result


def _marked(element: Element, around: str, within: frozenset[str]) -> list[Node]:
    tag = _LIKE.get(element.tag, element.tag)
    attributes, language = attributes_of(element, around)
    if tag in ("br", "img", "input", "wbr"):
        return [Element(tag, attributes)] if tag != "wbr" else []
    if tag in BLOCK_TAGS:  # a block within a line is words of the line
        words = _with_commas(element)
        if language != around:
            words = [Element("span", (("lang", language),), tuple(words))]
        return [" ", *_inline(words, around, within), " "]
    if tag in within or (tag == "a" and not any(name in ("href", "id") for name, _ in attributes)):
        tag, attributes = "span", tuple(pair for pair in attributes if pair[0] == "lang")
    content = _inline(element.children, language, within | {tag})
    if tag == "span" and not attributes:
        return content
    if not says_something(content) and not any(name == "id" for name, _ in attributes):
        return content
    return _outside(tag, attributes, content)


def _outside(tag: str, attributes: Attributes, content: list[Node]) -> list[Node]:
    """An element, and outside of it the spaces at the ends of its content."""
    before = after = ""
    if content and isinstance(first := content[0], str) and first.startswith(" "):
        before, content[0] = " ", first[1:]
    if content and isinstance(last := content[-1], str) and last.endswith(" "):
        after, content[-1] = " ", last[:-1]
    element = Element(tag, attributes, tuple([node for node in content if node]))
    return [node for node in (before, element, after) if node]


def _append(result: list[Node], node: Node) -> None:
    """Add a node to a line: texts are joined with one space at most, and so are links to one address that touch."""
    before = result[-1] if result else None
    if not isinstance(node, str):
        if node.tag == "a" and isinstance(before, Element) and before.is_like(node) and before.get("href"):
            content = list(before.children)
            for child in node.children:
                _append(content, child)
            result[-1] = before.holding(content)
        else:
            result.append(node)
    elif isinstance(before, str):
        joined = before + (node.lstrip(" ") if before.endswith(" ") else node)
        result[-1] = joined if joined.isascii() else unicodedata.normalize("NFC", joined)
    elif node:
        result.append(node)


def _trimmed(line: list[Node]) -> Tree:
    """A line without white space at its ends or beside a break, and without breaks at its ends."""
    trimmed: list[Node] = []
    for place, node in enumerate(line):
        if not isinstance(node, str):
            trimmed.append(node)
            continue
        text = node.lstrip(_EDGE) if place == 0 or _is_break(line[place - 1]) else node
        text = text.rstrip(_EDGE) if place + 1 == len(line) or _is_break(line[place + 1]) else text
        if text:
            trimmed.append(text)
    first = next((place for place, node in enumerate(trimmed) if not _is_break(node)), len(trimmed))
    last = next((place for place in range(len(trimmed), first, -1) if not _is_break(trimmed[place - 1])), first)
    return tuple(trimmed[first:last])


def _is_break(node: Node) -> bool:
    return not isinstance(node, str) and node.tag == "br"


def _with_commas(element: Element) -> list[Node]:
    """The content of a block for a line of words: items and cells with commas between them."""
    if element.tag not in (*LISTS, "tr"):
        return list(element.children)
    items = [(node,) if isinstance(node, str) else _words_of(node) for node in element.children]
    return [part for item in items if says_something(item) for part in (", ", *item)][1:]


def _words_of(item: Element) -> Tree:
    """The content of an item or cell, in its language."""
    language = item.get("lang")
    return (Element("span", (("lang", language),), item.children),) if language else item.children
