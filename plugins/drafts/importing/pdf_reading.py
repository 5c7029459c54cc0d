"""PDFs: their lines put together to paragraphs, headings and tables."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

from plugins.drafts.importing.blocks import Imported, ImportedBlock, paragraph
from plugins.drafts.importing.page_lines import Cell, PageLine, page_lines, width
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.runs import Line, StyledRun, folded, is_strong, plain, text_of

MOST_PAGES = 400
_BEGINS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3} ?§|§\s?\d+|[a-zåäö]\)|[•·▪◦*–-]|☐|☑|□|\[[ x]\])\s")
_LABEL = re.compile(r"[A-ZÅÄÖ][\w ,()/-]{1,40}:(?:\s|$)")
_PAGE_NUMBER = re.compile(r"\W*(?:sivu|sida|page|s\.)?\s*\d{1,3}\s*(?:[/(]\s*\d{1,3}\s*\)?)?\W*", re.IGNORECASE)
_MARGIN = 3
"""Lines at the head and foot of a page that may be the same on every page."""
_SAME = 4.0
"""Points by which cells of one column may stand apart."""


def read_pdf(data: bytes) -> Imported:
    """Read a PDF; raises RefusalError where it has a password, no text, or is damaged."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong with a file is said in our own words
    try:
        reader = PdfReader(io.BytesIO(data))
        is_locked = reader.is_encrypted and not reader.decrypt("")
        count = 0 if is_locked else len(reader.pages)
        pages = (
            [list(page_lines(number, page)) for number, page in enumerate(reader.pages)]
            if 0 < count <= MOST_PAGES
            else []
        )
        addresses = [address for page in reader.pages for address in _addresses(page)] if pages else []
    except DependencyError as error:
        # Ciphers that the reader has no part for: what is locked with them is locked for us.
        raise RefusalError("IMP003") from error
    except Exception as error:
        # Damaged files bring about whatever they can in a reader of somebody else's.
        raise RefusalError("IMP002") from error
    if is_locked or count > MOST_PAGES:
        raise RefusalError("IMP003" if is_locked else "IMP005")
    if not any(pages):
        raise RefusalError("IMP004")
    lines, asides = _without_margins(pages)
    blocks = tuple(_blocks(lines))
    text = " ".join(line.text for line in lines)
    rest = [address for address in dict.fromkeys(addresses) if address.removeprefix("mailto:") not in text]
    blocks += tuple(paragraph((StyledRun(address.removeprefix("mailto:"), address=address),)) for address in rest)
    return Imported(blocks, asides=tuple(asides))


def _addresses(page: Any) -> Iterator[str]:
    for annotation in page.get("/Annots") or ():
        action = annotation.get_object().get("/A")
        address = action.get_object().get("/URI") if action else None
        if isinstance(address, str) and re.match(r"(?:https?://|mailto:)\S+$", address):
            yield address


def _without_margins(pages: list[list[PageLine]]) -> tuple[list[PageLine], list[str]]:
    """Take out what stands at the head or foot of several pages, and the numbers of pages."""
    counts = Counter(key for page in pages for key in {_key(line) for line in (*page[:_MARGIN], *page[-_MARGIN:])})
    asides: dict[str, None] = {}
    body: list[PageLine] = []
    for page in pages:
        for place, line in enumerate(page):
            is_margin = place < _MARGIN or place >= len(page) - _MARGIN
            if is_margin and len(pages) > 1 and (counts[_key(line)] > 1 or _PAGE_NUMBER.fullmatch(line.text)):
                asides |= {cell.text: None for cell in line.cells}
            else:
                body.append(line)
    return body, list(asides)


def _key(line: PageLine) -> str:
    return f"{re.sub(r'[0-9]+', '#', line.text)} {round(line.y)}"


class _Measures:
    """What is usual in a PDF: the size of letters, the height of a line, and where lines end."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self.size = median(line.size for line in lines) if lines else 1.0
        gaps = [
            a.y - b.y for a, b in pairwise(lines) if a.page == b.page and self.size * 0.8 < a.y - b.y < self.size * 2
        ]
        self.leading = min(gaps, default=self.size * 1.2)
        self.right = max((line.end for line in lines), default=0.0)
        self.larger = sorted({round(line.size) for line in lines if line.size > self.size * 1.12}, reverse=True)


def _blocks(lines: Sequence[PageLine]) -> Iterator[ImportedBlock]:
    usual = _Measures(lines)
    together: list[PageLine] = []
    place = 0
    while place < len(lines):
        rows, length = _table_at(lines, place)
        if length:
            yield from _paragraph(together, usual)
            together = []
            yield ImportedBlock("table", rows=rows)
            place += length
            continue
        line = lines[place]
        if together and _is_new(together[-1], line, usual):
            yield from _paragraph(together, usual)
            together = []
        together.append(line)
        place += 1
    yield from _paragraph(together, usual)


def _paragraph(lines: Sequence[PageLine], usual: _Measures) -> Iterator[ImportedBlock]:
    runs: list[StyledRun] = []
    for line in lines:
        runs = _continued(runs, line.runs)
    if lines and round(lines[0].size) in usual.larger and len(text_of(runs)) < 200:
        yield ImportedBlock(
            "heading", (plain(folded(runs)),), level=min(usual.larger.index(round(lines[0].size)) + 1, 6)
        )
    elif lines:
        yield paragraph(folded(runs))


def _is_new(before: PageLine, line: PageLine, usual: _Measures) -> bool:
    """Return whether a line begins a paragraph."""
    if (
        _BEGINS.match(line.text)
        or _LABEL.match(line.text)
        or len(line.cells) > 1
        or round(before.size) != round(line.size)
    ):
        return True
    if is_strong(before.runs) != is_strong(line.runs):
        return True
    if before.page == line.page and before.y - line.y > usual.leading * 1.25:
        return True
    if before.text.endswith("-"):
        return False
    first = line.text.partition(" ")[0]
    room = usual.right - before.end - (before.end - before.cells[-1].x) * 0.08
    return width(f" {first}", line.size) < room


def _continued(runs: list[StyledRun], line: Line) -> list[StyledRun]:
    """Join a line to those before; a word that was parted at the line's end is one word again."""
    if not runs:
        return list(line)
    match = re.search(r"([^\W\d_]+)-$", runs[-1].text)
    following = text_of(line)[:1]
    if match and following.isalpha():
        keeps = following.isupper() or len(match[1]) < 2
        last = runs[-1].text if keeps else runs[-1].text[:-1]
        return [*runs[:-1], StyledRun(last, strong=runs[-1].strong), *line]
    return [*runs, StyledRun(" ", strong=runs[-1].strong), *line]


def _table_at(lines: Sequence[PageLine], place: int) -> tuple[tuple[tuple[tuple[ImportedBlock, ...], ...], ...], int]:
    """Read a table of three columns or more that begins at a line: its rows, and how many lines it takes."""
    head = lines[place]
    columns = [cell.x for cell in head.cells]
    rows: list[list[list[Cell]]] = []
    length = 0
    if len(columns) < 3:
        return (), 0
    for line in lines[place:]:
        spots = [_column(cell, columns) for cell in line.cells]
        if line.page != head.page or None in spots:
            break
        begins = len(spots) == len(columns) or (
            spots[0] == 0 and length and lines[place + length - 1].y - line.y > line.size * 1.5
        )
        if begins or not rows:
            rows.append([[] for _ in columns])
        for spot, cell in zip(spots, line.cells, strict=True):
            assert spot is not None
            rows[-1][spot].append(cell)
        length += 1
    if len(rows) < 2:
        return (), 0
    return tuple(tuple(_cell_blocks(cells) for cells in row) for row in rows), length


def _column(cell: Cell, columns: Sequence[float]) -> int | None:
    return next((number for number, x in enumerate(columns) if abs(x - cell.x) < _SAME), None)


def _cell_blocks(cells: Sequence[Cell]) -> tuple[ImportedBlock, ...]:
    runs: list[StyledRun] = []
    for cell in cells:
        runs = _continued(runs, cell.runs)
    return (paragraph(folded(runs)),) if runs else ()
