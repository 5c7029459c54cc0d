"""Markdown to HTML, by one Python-Markdown a language that is used again for every text."""

import re
from collections.abc import Callable
from functools import cache, cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from plugins.core.languages import LANGUAGES

EXTENSIONS = ("tables", "def_list", "attr_list", "abbr", "sane_lists", "fenced_code", "md_in_html")

FOOTNOTE_BACKLINK = {
    "fi": "Takaisin viitteen {} kohtaan tekstissä",
    "sv": "Tillbaka till not {} i texten",
    "en": "Back to note {} in the text",
}

_NEEDED = {
    "backtick": "`", "escape": "\\", "footnote": "[", "reference": "[", "link": "[", "image_link": "[",
    "image_reference": "[", "short_reference": "[", "short_image_ref": "[", "autolink": "<", "automail": "<",
    "html": "<", "linebreak": "\n", "entity": "&", "em_strong": "*_",
}  # fmt: skip
"""For each inline pattern the characters without one of which it cannot match; others are always tried."""


_NEEDED_IN_BLOCK = {
    "hashheader": "#", "setextheader": "\n", "quote": ">", "table": "|", "deflist": ":", "reference": "]:",
    "footnote": "[^", "abbr": "*[",
}  # fmt: skip
"""For each block pattern a string without which no block can be of its kind."""


_COMPLEX = re.compile(r"[<&{|\x02\x03]|```|~~~|\[\^|\*\[|(?:\A|\n)[ \t]*:")
"""Without any of these a text uses none of the extensions and holds no HTML."""


class PrefilteredInlineProcessor(InlineProcessor):
    """Python-Markdown's inline pass, which looks for a pattern's characters before it runs the pattern.

    The result is the same; most paragraphs hold none of them, and a third of the conversion's time is saved. A test
    compares the two, so that a new version of the library cannot part them unnoticed.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - base class
        if isinstance(data, AtomicString):
            return data
        start, number = 0, patternIndex
        patterns = self._patterns
        while number < len(patterns):
            pattern, needed = patterns[number]
            for character in needed:
                if character in data:
                    break
            else:
                if needed:
                    start = 0
                    number += 1
                    continue
            data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                pattern, data, number, start
            )
            if not matched:
                number += 1
        return data

    @cached_property
    def _patterns(self) -> list[tuple[Pattern, str]]:
        registry = self.md.inlinePatterns
        names = {id(registry[name]): name for name in _NEEDED if name in registry}
        return [(pattern, _NEEDED.get(names.get(id(pattern), ""), "")) for pattern in registry]


class _Prefilter(Extension):
    """Puts the quick looks before the library's patterns, of lines and of blocks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        md.treeprocessors.register(PrefilteredInlineProcessor(md), "inline", 20)
        blocks = md.parser.blockprocessors
        for name, needed in _NEEDED_IN_BLOCK.items():
            if name in blocks:
                processor = blocks[name]
                setattr(processor, "test", _prefiltered(processor.test, needed))  # noqa: B010 - a method by one of ours


def _prefiltered(test: Callable[[Element, str], bool], needed: str) -> Callable[[Element, str], bool]:
    return lambda parent, block: needed in block and test(parent, block)


@cache
def _complete(language: str) -> Markdown:
    """Make the converter of texts that may use everything."""
    footnotes = FootnoteExtension(SEPARATOR="-", BACKLINK_TITLE=FOOTNOTE_BACKLINK[language])
    return Markdown(extensions=[*EXTENSIONS, footnotes, _Prefilter()], output_format="html")


@cache
def _simple() -> Markdown:
    """Make the converter of texts of headings, paragraphs, lists, links and emphasis: most are no more."""
    converter = Markdown(extensions=["sane_lists", _Prefilter()], output_format="html")
    converter.preprocessors.deregister("html_block")
    return converter


def convert(text: str, language: str) -> str:
    """Convert a body to HTML, not yet safe to show.

    Raises RecursionError when quotations or lists are nested deeper than any reader could follow.
    """
    converter = _complete(language if language in LANGUAGES else "fi") if _COMPLEX.search(text) else _simple()
    converter.reset()
    return converter.convert(text)
