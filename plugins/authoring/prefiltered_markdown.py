"""Python-Markdown made to look before it matches: the same result, without trying what cannot be there."""

import re
from collections.abc import Callable
from functools import cached_property, partial
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.inlinepatterns import IMAGE_LINK_RE, LINK_RE, ImageInlineProcessor, LinkInlineProcessor, Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from plugins.authoring.plain_marks import PlainLine, plain_marks, put_marks

_NEEDED: dict[str, tuple[str, ...]] = {
    "backtick": ("`",), "escape": ("\\",), "footnote": ("[^",), "reference": ("[",), "link": ("](",),
    "image_link": ("![",), "image_reference": ("![",), "short_reference": ("[",), "short_image_ref": ("![",),
    "autolink": ("<",), "automail": ("<",), "html": ("<",), "linebreak": ("  \n",), "entity": ("&",),
    "em_strong": ("*", "_"),
}  # fmt: skip
"""For each inline pattern the strings without one of which it cannot match; others are always tried."""

_SIMPLE = ("backtick", "escape", "link", "image_link", "linebreak", "em_strong")
"""The inline patterns of simple texts."""

_NEEDED_IN_BLOCK = {
    "hashheader": "#", "setextheader": "\n", "quote": ">", "table": "|", "deflist": ":", "reference": "]:",
    "footnote": "[^", "abbr": "*[",
}  # fmt: skip
"""For each block pattern a string without which no block can be of its kind."""

_PLAIN_TARGET = re.compile(r"\(([^\s()<>\"'\\\x02]*)\)")
"""A link's target without title, escapes or brackets of its own."""


class PrefilteredInlineProcessor(InlineProcessor):
    """Python-Markdown's inline pass, which looks for what a pattern needs before it runs the pattern.

    The result is the same; most paragraphs hold none of it, and a third of the conversion's time is saved. A test
    compares the two, so that a new version of the library cannot part them unnoticed.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Run over the texts whose marks are not plain; those of most paragraphs, items and headings are."""
        marked: list[tuple[Element, PlainLine]] = []
        if self._knows_all:
            for element in tree.iter():
                text = element.text
                if text and not isinstance(text, AtomicString) and (line := plain_marks(text)) is not None:
                    marked.append((element, line))
                    element.text = None
        result: Element = super().run(tree, ancestors)
        for element, line in marked:
            put_marks(element, line)
        return result

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - base class
        if isinstance(data, AtomicString):
            return data
        start, number = 0, patternIndex
        patterns = self._patterns
        while number < len(patterns):
            pattern, needed = patterns[number]
            for one in needed:
                if one in data:
                    break
            else:
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
    def _knows_all(self) -> bool:
        """Whether each pattern is one of a simple text, so that nothing else can be meant by a plain mark."""
        registry = self.md.inlinePatterns
        return len(registry) == sum(name in registry for name in _SIMPLE)

    @cached_property
    def _patterns(self) -> list[tuple[Pattern, tuple[str, ...]]]:
        registry = self.md.inlinePatterns
        needed = {id(registry[name]): signs for name, signs in _NEEDED.items() if name in registry}
        return [(pattern, needed.get(id(pattern), ("",))) for pattern in registry]


class _PlainLinks(LinkInlineProcessor):
    """Links whose text and target hold no brackets or quotes are found at once, not letter by letter."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the name that the library calls
        end = data.find("]", index)
        if end < 0 or data.find("[", index, end) >= 0:
            return super().getText(data, index)
        return data[index:end], end + 1, True

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802
        match = _PLAIN_TARGET.match(data, index)
        return super().getLink(data, index) if match is None else (match[1], None, match.end(), True)


class _PlainPictures(_PlainLinks, ImageInlineProcessor):
    """The same for pictures."""


class Prefilter(Extension):
    """Puts the quick looks before the library's patterns, of lines and of blocks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        """Take the places of the library's patterns."""
        md.treeprocessors.register(PrefilteredInlineProcessor(md), "inline", 20)
        md.inlinePatterns.register(_PlainLinks(LINK_RE, md), "link", 160)
        md.inlinePatterns.register(_PlainPictures(IMAGE_LINK_RE, md), "image_link", 150)
        blocks = md.parser.blockprocessors
        for name, needed in _NEEDED_IN_BLOCK.items():
            if name in blocks:
                processor = blocks[name]
                setattr(processor, "test", _prefiltered(processor.test, needed))  # noqa: B010 - a method by one of ours


class SimplePrefilter(Prefilter):
    """The quick looks of a converter without other extensions than those for lists."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that the library calls
        """Take the places of the library's patterns, of its loop over blocks, and of its look-up of elements."""
        super().extendMarkdown(md)
        names = frozenset(md.block_level_elements).__contains__
        for owner, name, replacement in (
            (md, "is_block_level", names),
            (md.parser, "parseBlocks", partial(_parse_blocks, md.parser)),
        ):
            setattr(owner, name, replacement)


def _parse_blocks(parser: BlockParser, parent: Element, blocks: list[str]) -> None:
    """Parse blocks as the library does; one line that begins with a letter can be nothing but a paragraph."""
    processors = list(parser.blockprocessors)
    while blocks:
        block = blocks[0]
        if block[:1].isalpha() and "\n" not in block and "#" not in block:
            processors[-1].run(parent, blocks)
            continue
        for processor in processors:
            if processor.test(parent, block) and processor.run(parent, blocks) is not False:
                break


def _prefiltered(test: Callable[[Element, str], bool], needed: str) -> Callable[[Element, str], bool]:
    return lambda parent, block: needed in block and test(parent, block)
