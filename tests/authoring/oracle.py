"""What CommonMark makes of a body, and what we make of it, in one form: blocks within blocks and their words.

The oracle is markdown-it-py with GitHub's additions, notes and definition lists. Words are compared without spaces.
"""

import re
from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from plugins.authoring.markdown.converter import convert

Outline: TypeAlias = "list[str | tuple[str, Outline]]"

ORACLE = MarkdownIt("gfm-like").use(footnote_plugin).use(deflist_plugin)
BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr td th hr dl dt dd section".split())
_WORDS = frozenset({"text", "code_inline", "text_special"})
_SPACE = re.compile(r"\s+")


def ours(text: str) -> Outline:
    """Outline what we read, without the notes below the text."""
    return _outline(convert(text, "fi")[0])


def _outline(element: Element) -> Outline:
    outline: Outline = []
    _add(outline, "" if element.tag == "raw" else element.text)
    for child in element:
        if child.tag in BLOCKS:
            inner = _outline(child)
            # A note that is set apart is a quotation to the oracle; its first line is ours.
            is_note = child.tag == "section"
            outline.append(("blockquote" if is_note else child.tag, inner[1:] if is_note else inner))
        elif child.tag == "img":
            _add(outline, child.get("alt"))
        elif child.tag not in {"raw", "div", "sup"}:
            for part in _outline(child):
                _add(outline, part) if isinstance(part, str) else outline.append(part)
        _add(outline, child.tail)
    return outline


def _add(outline: Outline, text: str | None) -> None:
    words = _SPACE.sub("", text or "")
    if words and outline and isinstance(outline[-1], str):
        outline[-1] += words
    elif words:
        outline.append(words)


def theirs(text: str) -> Outline:
    """Outline what the oracle reads, without the notes below the text."""
    stack: list[Outline] = [[]]
    in_notes = False
    for token in ORACLE.parse(text):
        in_notes = (in_notes or token.type == "footnote_block_open") and token.type != "footnote_block_close"
        if in_notes or token.hidden:
            continue
        if token.type in {"fence", "code_block"}:
            code: Outline = []
            _add(code, token.content)
            stack[-1].append(("pre", code))
        elif token.type == "inline":
            _add(stack[-1], "".join(_words(token.children or ())))
        elif token.tag in BLOCKS:
            if token.nesting >= 0:
                inner: Outline = []
                stack[-1].append((token.tag, inner))
                stack += [inner] * token.nesting
            else:
                stack.pop()
    return stack[0]


def _words(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.type == "image":
            yield from _words(token.children or ())
        elif token.type in _WORDS:
            yield token.content


def shape(outline: Outline) -> Outline:
    """Give blocks within blocks, without their words."""
    return [(part[0], shape(part[1])) for part in outline if not isinstance(part, str)]
