"""The title of an imported text: its first heading, else its first line that is no fact."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from plugins.drafts.importing.agenda import is_item
from plugins.drafts.importing.blocks import ImportedBlock, plain_paragraph
from plugins.drafts.importing.labels import label_kind
from plugins.drafts.importing.meeting_words import kind_of, name_in
from plugins.drafts.importing.runs import is_strong, text_of
from plugins.drafts.importing.written_dates import read_time

_NEAR = 8
"""Blocks from the beginning in which a title is looked for."""
_LONGEST = 160
_ITEM = re.compile(
    r"(?:§\s?\d{1,3}\.?|\d{1,3}(?:[.)]|\s?§))\s+(?!\w*(?:kokous|palaveri|tapaaminen|työpaja|möte|mötet|träff|meeting)\b)",
    re.IGNORECASE,
)
"""How the heading of an item begins; `3. kokous` is a title."""


def taken_title(blocks: Sequence[ImportedBlock], named: str, fallback: str) -> tuple[str, tuple[ImportedBlock, ...]]:
    """Take the title out of blocks; `named` is what the source's properties say, `fallback` its name."""
    near = [place for place, block in enumerate(blocks[:_NEAR]) if _may_be_title(block)]
    headings = [place for place in near if blocks[place].kind == "heading"]
    lowest = min((blocks[place].level for place in headings), default=0)
    first = next((place for place in headings if blocks[place].level == lowest), None)
    if first is None or (near and near[0] < first and blocks[near[0]].kind == "paragraph" and lowest > 1):
        first = next(
            (place for place in near if place == 0 or is_strong(blocks[place].line)), near[0] if near else None
        )
        if first is not None and first > 2 and not is_strong(blocks[first].line):
            first = None
    if first is None:
        return named or fallback, tuple(blocks)
    title, rest = _title_of(blocks[first])
    body = [*blocks[:first], *rest, *blocks[first + 1 :]]
    if kind_of(title) and not name_in(title) and len(body) > first and not rest:
        following = body[first]
        if _may_be_title(following) and name_in(following.text) and len(following.lines) == 1:
            title, body[first : first + 1] = _with_kind(title, following.text)
    return title, tuple(body)


def _with_kind(kind: str, name: str) -> tuple[str, list[ImportedBlock]]:
    """Put what a text is after whose it is: `Johtoryhmä, pöytäkirja 1/2028`; else it stays, to be told by its field."""
    if re.search(r"\d", kind) and not re.search(r"\d", name):
        return f"{name}, {kind[:1].casefold()}{kind[1:]}", []
    return name, [plain_paragraph(kind)]


def _may_be_title(block: ImportedBlock) -> bool:
    if block.kind not in {"heading", "paragraph"} or not block.lines or is_item(block):
        return False
    text = text_of(block.line)
    if _ITEM.match(text):
        return False
    label, colon, value = text.replace("\t", ":", 1).partition(":")
    is_fact = label_kind(label) and (not colon or not value.strip() or label_kind(label) != "number")
    if is_fact or len(text) > _LONGEST or len(text) < (1 if block.kind == "heading" else 3):
        return False
    return bool(read_time(text).rest) and (block.kind == "heading" or not text.endswith((".", ":", ",")))


def _title_of(block: ImportedBlock) -> tuple[str, list[ImportedBlock]]:
    if block.kind == "heading" or len(block.lines) == 1:
        return text_of(block.line).replace("\t", " "), []
    return text_of(block.line).replace("\t", " "), [replace(block, lines=block.lines[1:])]
