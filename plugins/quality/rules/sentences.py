"""Sentences are not so long that their beginning is forgotten at their end."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
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
    lines: list[str] = []
    for element, place in zip(writing.elements, writing.places, strict=True):
        if element.tag != "p":
            continue
        paragraph = "".join(map(_spoken, element.children))
        for start, part in long_parts(paragraph, most * 3):
            for begin, sentence in sentences(part):
                count = len(_WORD.findall(sentence)) if len(sentence) > most * 3 else 0
                if count > most:
                    lines = lines or writing.source.split("\n")
                    number = place.line + paragraph.count("\n", 0, start + begin)
                    column = lines[number - 1].find(sentence.split("\n")[0].split(" ")[0]) + 1
                    yield diagnostic("TXT008", Place(place.path, number, column or 1), count=count, most=most)


def long_parts(paragraph: str, length: int) -> Iterator[tuple[int, str]]:
    """Yield what is longer than a length between the plainest ends of sentences, and where it begins."""
    start = 0
    if len(paragraph) > length:
        for end in _PLAIN_END.finditer(paragraph):
            if end.start() + 1 - start > length:
                yield start, paragraph[start : end.start() + 1]
            start = end.end()
        if len(paragraph) - start > length:
            yield start, paragraph[start:]


def sentences(paragraph: str) -> Iterator[tuple[int, str]]:
    """Take a paragraph apart where a sentence ends and another begins; each with where it begins."""
    start = 0
    for end in _END.finditer(paragraph):
        yield start, paragraph[start : end.start() + 1]
        start = end.end()
    yield start, paragraph[start:]


def _spoken(node: Node) -> str:
    """Return the text of a part of a paragraph; a line break ends what is read in one breath."""
    if isinstance(node, str):
        return node
    return ". " if node.tag == "br" else raw_text(node.children)
