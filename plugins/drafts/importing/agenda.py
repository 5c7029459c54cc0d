"""The numbered items of minutes, whether their numbers are Word's, headings' or typed before a line."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.drafts.importing.blocks import ImportedBlock, listed, paragraph
from plugins.drafts.importing.labels import label_kind
from plugins.drafts.importing.runs import Line, StyledRun, is_strong, plain, text_of, without_start

_WORD = r"(?:(?:asia|kohta|ärende|punkt|item|§)\s*)"
_NUMBER = re.compile(rf"{_WORD}?(\d{{1,3}})(?:[.):]|\s?§)?\s+(?=\S)", re.IGNORECASE)
_MARKED = re.compile(rf"(?:{_WORD}\d{{1,3}}[.):]?|\d{{1,3}}(?:[.)]|\s?§))\s+(?=\S)", re.IGNORECASE)
_BARE = re.compile(r"\d{1,2}\s+(?=[A-ZÅÄÖ])")
"""A number without any sign before a title; only several that count on make items of such lines."""
_SUB = re.compile(r"(\d{1,3}(?:\.\d{1,3})+)\.?\s+(?=[A-ZÅÄÖ”\"])")
_TYPED = re.compile(r"(?:(\d{1,3})[.)]|([a-zåäö])\)|([ivx]{1,5})\)|([•·▪◦*\uf0b7\uf0a7-]|[–—]))\s+(?=\S)")
_SENTENCE = re.compile(r"[.:;,!?]\s*$")
LONGEST_TITLE = 140


class Candidate(Struct, frozen=True):
    """A line that may be the title of an item: its place among the blocks, and what speaks for it."""

    place: int
    number: int
    text: str
    is_heading: bool
    is_strong: bool


def with_items(blocks: Sequence[ImportedBlock]) -> tuple[ImportedBlock, ...]:
    """Make headings of the titles of items, and lists of what else was numbered or marked by hand."""
    flat = tuple(_flattened(blocks))
    chosen = {candidate.place for candidate in _chain([*_candidates(flat)])}
    outline: list[ImportedBlock] = []
    for place, block in enumerate(flat):
        if place in chosen:
            outline += _titled(block)
        elif chosen and block.kind == "heading" and place > min(chosen):
            outline.append(replace(block, level=max(block.level, 2) + 1))
        elif chosen and place > min(chosen) and _is_subtitle(block):
            outline.append(ImportedBlock("heading", (plain(block.line),), level=3))
        else:
            outline.append(block)
    return tuple(_typed_lists(_relisted(outline)))


def with_lists(blocks: Sequence[ImportedBlock]) -> tuple[ImportedBlock, ...]:
    """Make lists of what was numbered or marked by hand, in a text that has no items."""
    return tuple(_typed_lists(_relisted(tuple(_flattened(blocks)))))


def is_item(block: ImportedBlock) -> bool:
    """Return whether a block is the title of a numbered item."""
    return block.kind == "heading" and block.level == 2 and bool(_NUMBER.match(block.text)) and block.label == "item"


def _flattened(blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Write the items of numbered lists as paragraphs with their numbers; they are put together again after."""
    for block in blocks:
        if block.kind != "list" or not block.level or any(child.task for child in block.children):
            yield block
            continue
        for place, item in enumerate(block.children):
            first, *rest = item.children
            if first.kind not in {"paragraph", "heading"}:
                first, rest = paragraph(()), list(item.children)
            line = (StyledRun(f"{block.level + place}. "), *first.line)
            yield ImportedBlock("item", (line, *first.lines[1:]), children=tuple(rest), label=str(block.level + place),
                        level=first.level if first.kind == "heading" else 0)  # fmt: skip


def _candidates(blocks: Sequence[ImportedBlock]) -> Iterator[Candidate]:
    for place, block in enumerate(blocks):
        if block.kind not in {"heading", "paragraph", "item"} or not block.lines:
            continue
        text = text_of(block.line)
        match = _NUMBER.match(text) if block.kind == "heading" else _MARKED.match(text) or _BARE.match(text)
        number = _NUMBER.match(text) if match else None
        if match is None or number is None or len(text) > LONGEST_TITLE:
            continue
        line = block.line[1:] if block.label else block.line
        is_heading = block.kind == "heading" or bool(block.level)
        if not is_heading and len(block.lines) > 1 and not is_strong(line):
            continue
        yield Candidate(place, int(number[1]), text[match.end() :], is_heading, is_strong(line))


def _chain(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Choose the titles: those with headings' or bold letters if they count on from one; else short plain lines."""
    for sign in ("is_heading", "is_strong"):
        found = _counting([candidate for candidate in candidates if getattr(candidate, sign)])
        if len(found) > 1 or (found and len(candidates) == 1):
            return found
    runs = _runs([candidate for candidate in candidates if not _SENTENCE.search(candidate.text)])
    followed = [
        (sum(_is_followed(candidate, candidates) for candidate in run) / len(run), len(run), run) for run in runs
    ]
    best = max(followed, key=lambda rating: rating[:2], default=(0.0, 0, []))
    return best[2] if best[0] >= 0.5 and best[1] > 1 else []


def _counting(candidates: Sequence[Candidate]) -> list[Candidate]:
    runs = _runs(candidates)
    return max(runs, key=len, default=[])


def _runs(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Part candidates into runs that count on; a number out of turn within an item belongs to none."""
    runs: list[list[Candidate]] = []
    for candidate in candidates:
        if runs and candidate.number == runs[-1][-1].number + 1:
            runs[-1].append(candidate)
        elif candidate.number == 1 or not runs:
            fits = next((run for run in runs if candidate.number == run[-1].number + 1), None)
            if fits is None:
                runs.append([candidate])
            else:
                fits.append(candidate)
        else:
            fits = next((run for run in reversed(runs) if candidate.number == run[-1].number + 1), None)
            if fits is not None:
                fits.append(candidate)
    return runs


def _is_followed(candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    return all(other.place != candidate.place + 1 for other in candidates)


def _titled(block: ImportedBlock) -> Iterator[ImportedBlock]:
    line = plain(block.line)
    text = text_of(line)
    match = _NUMBER.match(text)
    assert match is not None
    title = without_start(line, len("".join(run.text for run in line)) - len(_tail(line, match.end())))
    number = text[: match.end()].strip() if "§" in text[: match.end()] else f"{match[1]}."
    yield ImportedBlock("heading", ((StyledRun(f"{number} "), *title),), level=2, label="item")
    if block.lines[1:]:
        yield paragraph(*block.lines[1:])
    yield from block.children


def _tail(line: Line, count: int) -> str:
    """Return what remains of a line's letters after the first of them as people see them."""
    raw = "".join(run.text for run in line if not run.picture and not run.note)
    return raw.lstrip()[count:]


def _is_subtitle(block: ImportedBlock) -> bool:
    text = block.text
    if block.kind != "paragraph" or len(block.lines) != 1 or len(text) > LONGEST_TITLE:
        return False
    return bool(_SUB.match(text)) and (is_strong(block.line) or not _SENTENCE.search(text))


def _relisted(blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Put items that were no titles together to lists again."""
    items: list[ImportedBlock] = []
    for block in blocks:
        if block.kind == "item" and items and int(block.label) != int(items[-1].label) + 1:
            yield _list_of(items)
            items = []
        if block.kind == "item":
            items.append(block)
            continue
        if items:
            yield _list_of(items)
            items = []
        yield block
    if items:
        yield _list_of(items)


def _list_of(items: Sequence[ImportedBlock]) -> ImportedBlock:
    list_items = [
        ImportedBlock(
            "item",
            children=(
                *((paragraph(*lines),) if (lines := (item.line[1:], *item.lines[1:])) != ((),) else ()),
                *item.children,
            ),
        )
        for item in items
    ]
    return listed(list_items, max(int(items[0].label), 1))


def _typed_lists(blocks: Iterator[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Make lists of lines that begin with a number, a letter or a bullet typed by hand."""
    items: list[ImportedBlock] = []
    numbers: list[int] = []

    def ended() -> Iterator[ImportedBlock]:
        if items:
            yield listed(tuple(items), numbers[0])
            items.clear()
            numbers.clear()

    for block in blocks:
        typed = _typed(block)
        if not typed:
            yield from ended()
            yield block
            continue
        for number, line in typed:
            if numbers and (bool(number) != bool(numbers[0]) or (number and number != numbers[-1] + 1)):
                yield from ended()
            numbers.append(number)
            items.append(ImportedBlock("item", children=(paragraph(line),)))
    yield from ended()


def _typed(block: ImportedBlock) -> list[tuple[int, Line]]:
    """Read a paragraph whose every line begins with a mark of a list; a lettered line keeps its letter."""
    if block.kind != "paragraph":
        return []
    found = []
    for line in block.lines:
        text = text_of(line)
        match = _TYPED.match(text)
        if match is None or (match[1] and len(match[1]) > 2):
            return []
        if match[2] or match[3]:
            found.append((0, line))
        elif match[1] and (_is_date(text) or label_kind(text.partition(":")[0]) == "sitting"):
            return []
        else:
            found.append(
                (
                    int(match[1] or 0),
                    without_start(line, len("".join(r.text for r in line)) - len(_tail(line, match.end()))),
                )
            )
    return found


def _is_date(text: str) -> bool:
    return re.match(r"\d{1,2}\. (?:\d|\w+kuuta|\w+kuun)", text) is not None
