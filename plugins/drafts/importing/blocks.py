"""Blocks: what every source is read as, before facts are taken out and the rest is written."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from plugins.core.dates import When
from plugins.drafts.importing.runs import Line, StyledRun, text_of

Kind = Literal["heading", "paragraph", "list", "item", "table", "quote", "code", "rule", "remark", "note"]


class ImportedBlock(Struct, frozen=True):
    """A part of a text; what each kind has is said at the fields."""

    kind: Kind
    lines: tuple[Line, ...] = ()
    """Of a heading one, of a paragraph those between its breaks; of code one run a line."""
    children: "tuple[ImportedBlock, ...]" = ()
    """The items of a list; the blocks of an item, a quotation or a footnote."""
    rows: "tuple[tuple[tuple[ImportedBlock, ...], ...], ...]" = ()
    """Of a table: rows of cells, each with its blocks."""
    level: int = 0
    """Of a heading: 1 to 6. Of a list: the first number, 0 where it has none."""
    label: str = ""
    """How an item's number is written; the name of a footnote; whose remark it is."""
    task: str = ""
    """Of an item: `open` or `done` when it is an action."""
    has_head: bool = False
    """Of a table: whether the first row names the columns."""

    @property
    def line(self) -> Line:
        """The only line of a heading, or the first of a paragraph or item."""
        return self.lines[0] if self.lines else ()

    @property
    def text(self) -> str:
        """What the block itself says, its lines with spaces between them."""
        return " ".join(filter(None, map(text_of, self.lines)))


class ImportedPicture(Struct, frozen=True):
    """A picture that came with a source."""

    name: str
    data: bytes


class Imported(Struct, frozen=True):
    """All that was read of a source."""

    blocks: tuple[ImportedBlock, ...]
    title: str = ""
    language: str = ""
    date: When | None = None
    pictures: tuple[tuple[str, ImportedPicture], ...] = ()
    """By their places in the source; one that is not here could not be had."""
    asides: tuple[str, ...] = ()
    """Lines that stand at the head or foot of every page."""
    dropped: tuple[str, ...] = ()
    """What was struck out by tracked changes."""
    markdown: str | None = None
    """The body, where the source is Markdown already."""
    front: tuple[tuple[str, str], ...] = ()
    """Front matter that the source had, in our keys, each value as YAML."""
    address: str = ""
    """Where a page was saved from."""
    files: tuple[tuple[str, ImportedPicture], ...] = field(default=())
    """Attachments that lie beside the source, by their addresses in it."""


def paragraph(*lines: Line) -> ImportedBlock:
    """Make a paragraph."""
    return ImportedBlock("paragraph", lines)


def plain_paragraph(text: str) -> ImportedBlock:
    """Make a paragraph of text without marks."""
    return paragraph((StyledRun(text),))


def lines_in(blocks: Iterable[ImportedBlock]) -> Iterator[Line]:
    """List all lines of blocks, in reading order."""
    for block in blocks:
        yield from block.lines
        yield from lines_in(block.children)
        for row in block.rows:
            for cell in row:
                yield from lines_in(cell)


def text_in(blocks: Iterable[ImportedBlock]) -> str:
    """What blocks say, in one line."""
    return " ".join(filter(None, map(text_of, lines_in(blocks))))


def walked(blocks: Iterable[ImportedBlock]) -> Iterator[ImportedBlock]:
    """List blocks and what they hold, in reading order."""
    for block in blocks:
        yield block
        yield from walked(block.children)
        for row in block.rows:
            for cell in row:
                yield from walked(cell)


def listed(items: Sequence[ImportedBlock], start: int = 0) -> ImportedBlock:
    """Make a list of items."""
    return ImportedBlock("list", children=tuple(items), level=start)


def holding(block: ImportedBlock, *lines: Line) -> ImportedBlock:
    """Return a block other lines."""
    return replace(block, lines=lines)
