"""The writing of blocks as Markdown that our own reader reads as they are."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from msgspec.structs import replace

from plugins.drafts.importing.blocks import ImportedBlock
from plugins.drafts.importing.runs import Line, StyledRun, folded

_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./?=&%#:;,+~!@$-]*[\w/=]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
"""Addresses that the reader makes links of by itself; a backslash would become part of them."""
_SIGNS = re.compile(r"[\\`*\[\]<|]|(?<!\w)_|_(?!\w)|~|&(?=#?\w+;)|\{(?=[:#.\w ])|!(?=\[)|\"(?=\")")
_BEGINNING = re.compile(r"(?:#{1,6}(?=\s|$)|#{2,6}|[-+=>:](?=\s|$)|[-=]+$|>)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_BULLET = re.compile(r"[•·▪◦](?=\s)")
_MARKS = {"strong": "**", "emphasis": "*", "struck": "~~"}
_PUNCTUATION = re.compile(r"[^\w\s]")

Target = Callable[[str], str]


def markdown(blocks: Sequence[ImportedBlock], picture: Target) -> str:
    """Write blocks; `picture` gives the address of a picture, or nothing for one that there is not."""
    return "\n\n".join(_separated(blocks, picture)).strip("\n") + "\n"


def _separated(blocks: Sequence[ImportedBlock], picture: Target) -> Iterator[str]:
    before: ImportedBlock | None = None
    for block in blocks:
        if before is not None and before.kind == block.kind == "list":
            yield "<!-- -->"
        if written := _written(block, picture):
            before = block
            yield written


def _written(block: ImportedBlock, picture: Target) -> str:
    if block.kind == "heading":
        return f"{'#' * block.level} {inline(block.line, picture)}".strip()
    if block.kind == "list":
        return _list(block, picture)
    if block.kind == "table":
        return _table(block, picture)
    if block.kind == "quote":
        return _indented("> ", "> ", "\n\n".join(_separated(block.children, picture))).replace("> \n", ">\n")
    if block.kind in {"code", "rule", "remark"}:
        return _unread(block)
    if block.kind == "note":
        return _indented(f"[^{block.label}]: ", "    ", "\n\n".join(_separated(block.children, picture)))
    return "\\\n".join(filter(None, (_beginning(inline(line, picture)) for line in block.lines)))


def _unread(block: ImportedBlock) -> str:
    """Write what holds no marks: code, a rule between parts, a remark that is never published."""
    if block.kind == "rule":
        return "---"
    if block.kind == "code":
        lines = ["".join(run.text for run in line) for line in block.lines]
        fence = "```" if not any("```" in line for line in lines) else "~~~~~"
        return "\n".join((fence, *lines, fence))
    remark = re.sub("-{2,}", "–", block.text).replace(">", "›")
    return f"<!-- {f'{block.label}: ' if block.label else ''}{remark} -->"


def _list(block: ImportedBlock, picture: Target) -> str:
    numbers = block.level > 0
    items = []
    is_loose = any(len(_flow(child)) > 1 for child in block.children)
    for place, item in enumerate(block.children):
        mark = f"{block.level + place}. " if numbers else "- "
        mark += {"open": "[ ] ", "done": "[x] "}.get(item.task, "")
        content = "\n\n".join(_separated(item.children, picture))
        if not is_loose:
            content = content.replace("\n\n", "\n")
        indent = " " * (3 if numbers else 2)
        items.append(_indented(mark, indent, content).rstrip())
    return ("\n\n" if is_loose else "\n").join(items)


def _flow(item: ImportedBlock) -> list[ImportedBlock]:
    """What of an item stands apart: everything but its text and the lists below."""
    return [child for child in item.children if child.kind != "list"]


def _table(block: ImportedBlock, picture: Target) -> str:
    width = max((len(row) for row in block.rows), default=0)
    if not width:
        return ""
    rows = [[_cell(cell, picture) for cell in row] + [""] * (width - len(row)) for row in block.rows]
    if not block.has_head:
        rows.insert(0, [""] * width)
    rows.insert(1, ["---"] * width)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Iterable[ImportedBlock], picture: Target) -> str:
    lines = []
    for block in cell:
        if block.kind == "list":
            lines += [f"{child.label or '–'} {_cell(child.children, picture)}".strip() for child in block.children]
        elif block.kind == "table":
            lines += [_cell([inner for cell in row for inner in cell], picture) for row in block.rows]
        else:
            lines += [inline(line, picture) for line in block.lines]
    return "<br>".join(filter(None, lines))


def inline(line: Line, picture: Target) -> str:
    """Write a line."""
    parts = []
    for address, group in groupby(folded(line), key=lambda run: run.address):
        runs = list(group)
        written = _emphasised(runs, picture)
        if address and written.strip():
            before, text, after = _edges(written)
            written = f"{before}[{text}]({_target(address)}){after}"
        parts.append(written)
    return "".join(parts).strip()


def _target(address: str) -> str:
    return quote(address, safe="!#$%&'*+,-./:;=?@_~[]") if re.search(r"[\s()<>\"\\\x00-\x1f]", address) else address


def _emphasised(runs: Sequence[StyledRun], picture: Target, marks: Sequence[str] = tuple(_MARKS)) -> str:
    if not marks:
        return "".join(_unmarked(run, picture) for run in runs)
    mark, *rest = marks
    pieces = [
        (is_marked, _emphasised(list(group), picture, rest))
        for is_marked, group in groupby(runs, key=lambda run: bool(getattr(run, mark)))
    ]
    parts: list[str] = []
    for place, (is_marked, text) in enumerate(pieces):
        if not is_marked or not text.strip():
            parts.append(text)
            continue
        before, inner, after = _edges(text)
        following = after or (pieces[place + 1][1] if place + 1 < len(pieces) else "")
        previous = before or (parts[-1] if parts else "")
        sign = _MARKS[mark]
        if not (_opens(previous, inner) and _opens(following[::-1], inner[::-1])):
            sign = ""
        parts.append(f"{before}{sign}{inner}{sign}{after}")
    return "".join(parts)


def _opens(before: str, inner: str) -> bool:
    """Return whether a mark between two texts is left-flanking, by CommonMark's rule; mirrored, right-flanking."""
    beside_word = bool(before) and not before[-1].isspace() and not _PUNCTUATION.match(before[-1])
    return not (_PUNCTUATION.match(inner[0]) and beside_word) and "\\" not in inner[:1]


def _unmarked(run: StyledRun, picture: Target) -> str:
    if run.picture:
        target = picture(run.picture)
        alt = escaped(" ".join(run.text.split()))
        return f"![{alt or target.rpartition('/')[2]}]({target})" if target else alt
    if run.note:
        return f"[^{run.note}]"
    if run.code and run.text.strip() and "`" not in run.text:
        before, inner, after = _edges(run.text)
        return f"{before}`{inner}`{after}"
    if run.shift and run.text.strip():
        before, inner, after = _edges(run.text)
        return f"{before}<{run.shift}>{escaped(inner)}</{run.shift}>{after}"
    return escaped(run.text)


def escaped(text: str) -> str:
    """Write a text so that none of its signs is read as a mark."""
    text, parts, place = text.replace("\t", " "), [], 0
    for match in _ADDRESS.finditer(text):
        parts += [_SIGNS.sub(r"\\\g<0>", text[place : match.start()]), match[0]]
        place = match.end()
    return "".join((*parts, _SIGNS.sub(r"\\\g<0>", text[place:])))


def _beginning(text: str) -> str:
    """Write the beginning of a line so that it begins neither a list nor a heading."""
    if match := _NUMBER.match(text):
        return f"{match[1]}\\{text[match.end(1) :]}"
    if _BEGINNING.match(text):
        return f"\\{text}"
    return _BULLET.sub("–", text) if _BULLET.match(text) else text


def _edges(text: str) -> tuple[str, str, str]:
    inner = text.strip()
    start = text.index(inner)
    return text[:start], inner, text[start + len(inner) :]


def _indented(first: str, rest: str, text: str) -> str:
    lines = text.split("\n")
    return "\n".join((first + lines[0], *(f"{rest}{line}".rstrip() if line else "" for line in lines[1:])))


def with_levels(blocks: Sequence[ImportedBlock]) -> Iterator[ImportedBlock]:
    """Yield headings levels from 2 on, without jumps."""
    known = sorted({block.level for block in blocks if block.kind == "heading"})
    before = 1
    for block in blocks:
        if block.kind == "heading":
            before = min(2 + known.index(block.level), before + 1, 6)
            yield replace(block, level=before)
        else:
            yield block
