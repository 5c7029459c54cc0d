"""Sentences are not so long that their beginning is forgotten at their end."""

import re
from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element
from plugins.core.writing import Writing

MOST_WORDS = {"fi": 35, "sv": 45, "en": 45}
"""Finnish says with endings what others say with words of their own."""

_END = re.compile(r"[.!?…:;][\"”’)]*\s+(?=[\"”(]?[A-ZÅÄÖ0-9])")
_WORD = re.compile(r"\w[\w’'-]*")


def long_sentences(writing: Writing) -> Iterable[Diagnostic]:
    """Find sentences of paragraphs with more words than most readers keep in mind (TXT008); lists are no sentences."""
    most = MOST_WORDS.get(writing.language, MOST_WORDS["en"])
    places = None
    for paragraph in _paragraphs(writing):
        for sentence in _sentences(paragraph):
            count = len(_WORD.findall(sentence)) if len(sentence) > most * 3 else 0
            if count > most:
                places = places or writing.places()
                beginning = " ".join(sentence.split("\n")[0].split(" ")[:4])
                yield diagnostic("TXT008", places.of(beginning), count=count, most=most)


def _sentences(paragraph: str) -> Iterator[str]:
    start = 0
    for end in _END.finditer(paragraph):
        yield paragraph[start : end.start() + 1]
        start = end.end()
    yield paragraph[start:]


def _paragraphs(writing: Writing) -> Iterator[str]:
    """Give the texts of paragraphs as the source writes them."""
    for element in writing.elements:
        if element.tag == "p":
            yield raw_text(_without_breaks(element).children)


def _without_breaks(paragraph: Element) -> Element:
    """A line break ends what is read in one breath."""
    return paragraph.holding(
        ". \n" if isinstance(one, Element) and one.tag == "br" else one for one in paragraph.children
    )
