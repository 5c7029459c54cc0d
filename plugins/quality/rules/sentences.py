"""Sentences are not so long that their beginning is forgotten at their end."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Node
from plugins.core.writing import Writing

MOST_WORDS = {"fi": 35, "sv": 45, "en": 45}
"""Finnish says with endings what others say with words of their own."""

_PLAIN_END = re.compile(r"\. (?=[A-ZÅÄÖ0-9])")
"""How most sentences end: a pattern that begins with plain letters is found five times as fast."""
_END = re.compile(r"[.!?…:;][\"”’)]*\s+(?=[\"”(]?[A-ZÅÄÖ0-9])")
_WORD = re.compile(r"\w[\w’'-]*")


def long_sentences(writing: Writing) -> Iterable[Diagnostic]:
    """Find sentences of paragraphs with more words than most readers keep in mind (TXT008); lists are no sentences."""
    most = MOST_WORDS.get(writing.language, MOST_WORDS["en"])
    places = None
    for paragraph in _paragraphs(writing):
        for part in long_parts(paragraph, most * 3):
            for sentence in sentences(part):
                count = len(_WORD.findall(sentence)) if len(sentence) > most * 3 else 0
                if count > most:
                    places = places or writing.places()
                    beginning = " ".join(sentence.split("\n")[0].split(" ")[:4])
                    yield diagnostic("TXT008", places.of(beginning), count=count, most=most)


def long_parts(paragraph: str, length: int) -> Iterator[str]:
    """Give what is longer than a length between the plainest ends of sentences; no sentence goes on over one."""
    if len(paragraph) > length:
        *ended, last = _PLAIN_END.split(paragraph)
        yield from (f"{part}." for part in ended if len(part) >= length)
        if len(last) > length:
            yield last


def sentences(paragraph: str) -> Iterator[str]:
    """Take a paragraph apart where a sentence ends and another begins."""
    start = 0
    for end in _END.finditer(paragraph):
        yield paragraph[start : end.start() + 1]
        start = end.end()
    yield paragraph[start:]


def _paragraphs(writing: Writing) -> Iterator[str]:
    """Give the texts of paragraphs as the source writes them."""
    for element in writing.elements:
        if element.tag == "p":
            yield "".join(map(_spoken, element.children))


def _spoken(node: Node) -> str:
    """Give the text of a part of a paragraph; a line break ends what is read in one breath."""
    if isinstance(node, str):
        return node
    return ". \n" if node.tag == "br" else raw_text(node.children)
