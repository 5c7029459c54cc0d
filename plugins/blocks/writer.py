"""The writer of blocks: one walk over the body of a block writes it as HTML, in the terms of all its profiles.

A profile is two tables: what becomes of each element that stands on lines of its own, and of each mark within a line.
What a profile writes as all do is written once for all of them.
Throughout, `within` is the language in force where an element will stand, and `language` its own content's.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from plugins.blocks.body import Portion
from plugins.blocks.pictures import Pictures
from plugins.blocks.views import BlockView
from plugins.blocks.written_block import APART, WrittenBlock, written_list
from plugins.blocks.written_line import (
    Attributes,
    is_told,
    lang_attribute,
    says_something,
    settled,
    spread,
    written_text,
)
from plugins.core.made_blocks import PictureToUpload
from plugins.core.markup.serialiser import start_tag
from plugins.core.markup.tree import Element, Node, Tree, parted

LISTS = frozenset({"ul", "ol", "dl"})
SEPARATOR = "* * *"
"""Stands between two lists that must not become one."""


FlowMapping: TypeAlias = "Callable[[Writer, Element, str, str], list[WrittenBlock]]"
"""Writes an element on lines of its own: writer, element, the language around it, its own."""
MarkMapping: TypeAlias = "Callable[[Writer, Element, str, str], str]"
"""Writes a mark within a line: writer, element, the language around it, its own."""


class Profile(Struct, frozen=True):
    """A text format of a CMS, as tables of what becomes of each element."""

    name: str
    flow: Mapping[str, FlowMapping]
    """Of an element on lines of its own that is not here, the content stays."""
    marks: Mapping[str, MarkMapping]
    """Of a mark that is not here, the text stays."""
    foreign: str
    """The element that says of a word that it is in another language."""
    paragraphs: "Callable[[Writer, Sequence[Node], str, str], list[WrittenBlock]]"
    """Writes a line of text: writer, nodes, the language around it, its own."""
    item: "Callable[[Writer, Element, str], list[tuple[Attributes, str]]]"
    """Writes an item of a list, or several where the profile cannot hold it in one: writer, item, list's language."""
    own: frozenset[str] = frozenset()
    """Names of what is not written as all profiles write it (see `Portion.names`)."""
    bare: frozenset[str] = frozenset()
    """Elements that stand at the top of a block without a word of their language."""
    has_lead: bool = True
    """Whether the picture at the head of a document is shown; else an editor uploads it."""
    has_section: bool = False
    """Whether the whole block stands in a section, which says its language."""


class WrittenBody(Struct, frozen=True):
    """A whole block in one profile."""

    html: str
    blocks: tuple[WrittenBlock, ...]
    """What it is written of."""
    left_out: tuple[str, ...]
    """Names of what was there and is not: `hr`, `img`, …"""
    pictures: tuple[PictureToUpload, ...]


def written(
    view: BlockView, portions: Sequence[Portion], profiles: Sequence[Profile], common: Profile
) -> list[WrittenBody]:
    """Write a block in profiles; what one has no way of its own for is written once, as the common one does it."""
    shared = Writer(view, common)
    writers = [shared if profile is common else Writer(view, profile) for profile in profiles]
    for portion in portions:
        alike = None
        for writer in writers:
            if writer.profile.own.isdisjoint(portion.names):
                alike = alike or shared.write(portion.element)
                writer.add(*alike)
            else:
                writer.add(*writer.write(portion.element))
        if portion is portions[0]:
            for writer in writers:
                writer.add_lead()
    return [writer.body() for writer in writers]


class Writer:
    """Writes one block in one profile."""

    def __init__(self, view: BlockView, profile: Profile) -> None:
        self.view = view
        self.profile = profile
        self.pictures = Pictures(view)
        self.left_out: set[str] = set()
        """Of what is being written, the names of what was there and is not."""
        self._blocks: list[WrittenBlock] = []
        self._left_out: set[str] = set()

    def write(self, element: Element) -> tuple[list[WrittenBlock], Iterable[str]]:
        """Write an element that stands at the top of the block; name what was left out of it."""
        self.left_out = set()
        return self.mapped([element], self.view.language, self.view.language), self.left_out

    def add(self, blocks: Iterable[WrittenBlock], left_out: Iterable[str]) -> None:
        """Add what was written to the block."""
        self._blocks.extend(blocks)
        self._left_out.update(left_out)

    def add_lead(self) -> None:
        """Add the picture at the head of a document, where the profile shows one."""
        for figure in self.pictures.lead() if self.profile.has_lead else ():
            self.add(*self.write(figure))

    def body(self) -> WrittenBody:
        """The block, a blank line between its blocks; each says its language where nothing around it would."""
        language = self.view.language
        blocks = self._apart(self._blocks, language, language)
        parts = [block.html if self.profile.has_section else self._told(block) for block in blocks[:-1]]
        html = "\n\n".join([*parts, self._told(blocks[-1])])
        return WrittenBody(html, tuple(blocks), tuple(sorted(self._left_out)), self.pictures.to_upload())

    def _told(self, block: WrittenBlock) -> str:
        """A block that says its language."""
        if block.tag in self.profile.bare or "lang" in dict(block.attributes):
            return block.html
        return block.with_attributes((*block.attributes, ("lang", self.view.language)))

    def mapped(self, nodes: Iterable[Node], within: str, language: str) -> list[WrittenBlock]:
        """Write blocks as they follow one another."""
        result: list[WrittenBlock] = []
        for node in nodes:
            if isinstance(node, str):
                continue
            own = (node.attributes and node.get("lang")) or language
            mapping = self.profile.flow.get(node.tag)
            result += mapping(self, node, within, own) if mapping else self.content(node.children, within, own)
        return result

    def flow(self, nodes: Iterable[Node], within: str, language: str) -> list[WrittenBlock]:
        """Write blocks, of which no two lists of one type follow each other."""
        return self._apart(self.mapped(nodes, within, language), within, language)

    def content(self, nodes: Tree, within: str, language: str) -> list[WrittenBlock]:
        """Write what an element holds, a line of text as paragraphs."""
        line, blocks = parted(nodes)
        first = self.profile.paragraphs(self, line, within, language) if line else []
        return [*first, *self.flow(blocks, within, language)]

    def line(self, nodes: Sequence[Node], language: str) -> str:
        """Write a line of text; empty when it says nothing."""
        return settled(self.inline(nodes, language))

    def inline(self, nodes: Iterable[Node], language: str) -> str:
        """Write text with its marks."""
        parts: list[str] = []
        for node in nodes:
            if isinstance(node, str):
                parts.append(written_text(node))
                continue
            own = (node.attributes and node.get("lang")) or language
            mapping = self.profile.marks.get(node.tag)
            if mapping:
                parts.append(mapping(self, node, language, own))
            else:
                parts.append(self.foreign(node.children, language, own))
        return "".join(parts)

    def mark(self, tag: str, attributes: Attributes, nodes: Iterable[Node], language: str) -> str:
        """Write a mark around what it holds, or only what it holds when that says nothing."""
        content = self.inline(nodes, language)
        return f"{start_tag(tag, attributes)}{content}</{tag}>" if says_something(content) else content

    def foreign(self, nodes: Tree, around: str, own: str) -> str:
        """Write text that may be in another language, which a mark then says."""
        return self.telling(nodes, around, own) if own != around else self.inline(nodes, own)

    def telling(self, nodes: Tree, around: str, own: str) -> str:
        """Write the mark that can say a language; where it holds more of its kind, each beside the other."""
        tag = self.profile.foreign
        if any(is_told(tag, node) for node in nodes):
            return self.inline(spread(Element(tag, lang_attribute(around, own)), nodes), around)
        return self.mark(tag, lang_attribute(around, own), nodes, own)

    def _apart(self, blocks: Iterable[WrittenBlock], within: str, language: str) -> list[WrittenBlock]:
        """Keep lists apart, which an editor would make one.

        Bulleted lists become one, and so do numbered ones that count on; between others comes a line that says nothing.
        """
        result: list[WrittenBlock] = []
        is_ruled = False
        for block in blocks:
            before = result[-1] if result else APART
            if block is APART:
                is_ruled = True
                continue
            if before.tag != block.tag or block.tag not in LISTS:
                result.append(block)
            elif not is_ruled and block.items and _goes_on(before, block):
                items = before.items + _items_within(block, before, within)
                result[-1] = written_list(before.tag, before.attributes, items)
            else:
                result += [*self.profile.paragraphs(self, (SEPARATOR,), within, language), block]
            is_ruled = False
        return result


def _goes_on(before: WrittenBlock, block: WrittenBlock) -> bool:
    """Whether a list can be the rest of the one before it."""
    first, second = (int(dict(listing.attributes).get("start", "1")) for listing in (before, block))
    return block.tag == "ul" or second == first + len(before.items)


def _items_within(block: WrittenBlock, before: WrittenBlock, within: str) -> tuple[tuple[Attributes, str], ...]:
    """The items of a list that goes on another, which say their language where it is not that one's."""
    language = dict(block.attributes).get("lang", within)
    if language == dict(before.attributes).get("lang", within):
        return block.items
    return tuple([(own or (("lang", language),), html) for own, html in block.items])
