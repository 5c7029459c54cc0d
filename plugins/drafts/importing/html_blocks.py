"""HTML as blocks: what mammoth makes of a Word file, and pages of the web."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement, PreformattedString
from msgspec.structs import replace

from plugins.drafts.importing.blocks import ImportedBlock, listed, paragraph, plain_paragraph, text_in
from plugins.drafts.importing.numbers import NUMBER_END, NUMBER_START
from plugins.drafts.importing.runs import Line, StyledRun, folded
from plugins.drafts.importing.table_cells import in_columns

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
_SILENT = frozenset("script style template noscript head iframe object svg canvas input select button".split())
_BACK = re.compile(r"(?:cmnt|ftnt|_?ftn|_?edn|fn|footnote|endnote)[-_]?ref|_ftnref|cmnt_ref", re.IGNORECASE)
_REMARK = re.compile(r"_?cmnt", re.IGNORECASE)
"""How comments in the margin are called: they are none of the text."""
_HEADING = re.compile(r"h([1-6])")
_NUMBER = re.compile(f"{NUMBER_START}([^{NUMBER_END}]*){NUMBER_END}")
_WIDE = re.compile(r"\xa0[ \xa0]*\xa0")
"""Several no-break spaces in a row: a tab, as Word writes it in HTML."""
_PLAIN_NUMBER = re.compile(r"(\d{1,4})[.)]?")


class HtmlReader:
    """Reads the elements of one page; `notes` are the ids of its footnotes with their names."""

    def __init__(self, soup: BeautifulSoup | Tag, *, has_tabs: bool = False) -> None:
        """Take what is read; whether a tab in it is one, as in Word, and no indentation of the source."""
        self._soup = soup
        self._breaks = re.compile(r"[\r\n\f\v\u2028\u2029\x85]+" if has_tabs else r"[ \t\r\n\f\v\x85\u2028\u2029]+")
        self._notes = _footnotes(soup)

    def read(self) -> tuple[ImportedBlock, ...]:
        """Return the blocks, those of footnotes last."""
        blocks = [*self._blocks(self._soup)]
        for target, name in self._notes.items():
            found = self._soup.find(id=target)
            if not isinstance(found, Tag):
                continue
            inside = tuple(self._blocks(found, opened=True))
            if _REMARK.match(target):
                blocks.append(ImportedBlock("remark", plain_paragraph(text_in(inside)).lines))
            else:
                blocks.append(ImportedBlock("note", children=inside, label=name))
        return tuple(blocks)

    def _blocks(self, parent: Tag, *, opened: bool = False) -> Iterator[ImportedBlock]:
        """Read what an element holds: its blocks, and paragraphs of what stands between them."""
        if not opened and str(parent.get("id") or "") in self._notes:
            return
        flow: list[PageElement] = []
        for child in parent.children:
            if isinstance(child, Tag) and child.name in _SILENT:
                continue
            if isinstance(child, Tag) and (child.name in _BLOCKS or child.find(_BLOCKS)):
                yield from self._paragraph(flow)
                flow = []
                yield from self._block(child)
            elif not isinstance(child, PreformattedString):
                flow.append(child)
        yield from self._paragraph(flow)

    def _block(self, tag: Tag) -> Iterator[ImportedBlock]:
        if str(tag.get("id") or "") in self._notes:
            return
        if match := _HEADING.fullmatch(tag.name):
            lines = self._lines(tag)
            if lines:
                together = tuple(run for line in lines for run in (*line, StyledRun(" ")))
                yield ImportedBlock("heading", (together,), level=int(match[1]))
        elif tag.name in {"ul", "ol"}:
            yield from self._list(tag)
        elif tag.name == "dl":
            yield from self._meanings(tag)
        elif tag.name == "table":
            yield from self._table(tag)
        else:
            yield from self._plain_block(tag)

    def _plain_block(self, tag: Tag) -> Iterator[ImportedBlock]:
        if tag.name == "blockquote":
            yield ImportedBlock("quote", children=tuple(self._blocks(tag)))
        elif tag.name == "pre":
            yield ImportedBlock("code", tuple((StyledRun(line),) for line in tag.get_text().strip("\n").split("\n")))
        elif tag.name == "hr":
            yield ImportedBlock("rule")
        else:
            yield from self._blocks(tag)

    def _paragraph(self, flow: Iterable[PageElement]) -> Iterator[ImportedBlock]:
        lines = self._lines_of(flow)
        if lines:
            yield paragraph(*lines)

    def _list(self, tag: Tag) -> Iterator[ImportedBlock]:
        items, start = [], 0
        for child in tag.find_all("li", recursive=False):
            label = _taken_number(child)
            blocks = tuple(self._blocks(child))
            if blocks:
                items.append(ImportedBlock("item", children=blocks, label=label))
            elif items and child.find(["ul", "ol"]):
                items[-1] = replace(items[-1], children=(*items[-1].children, *self._blocks(child)))
        if not items:
            return
        if tag.name == "ol":
            first = _PLAIN_NUMBER.fullmatch(items[0].label)
            given = str(tag.get("start") or "1")
            start = int(first[1]) if first else int(given) if given.isdecimal() and not items[0].label else 1
            letters = str(tag.get("type") or "")
            if any(item.label and not _PLAIN_NUMBER.fullmatch(item.label) for item in items):
                start, items = 0, [_with_label(item) for item in items]
            elif letters in {"a", "A"}:
                start, items = (
                    0,
                    [
                        _with_label(replace(item, label=f"{chr(ord(letters) + place)})"))
                        for place, item in enumerate(items)
                    ],
                )
        yield listed(items, start)

    def _meanings(self, tag: Tag) -> Iterator[ImportedBlock]:
        """Read a list of terms as lines: each term as a label before what is said of it."""
        term: Line = ()
        for child in tag.find_all(["dt", "dd"]):
            if child.name == "dt":
                if term:
                    yield paragraph(term)
                term = tuple(run for line in self._lines(child) for run in line)
                continue
            blocks = list(self._blocks(child))
            label = term and (*(replace(run, strong=True) for run in _with_colon(term)), StyledRun(" "))
            if label and blocks and blocks[0].kind == "paragraph":
                blocks[0] = replace(blocks[0], lines=((*label, *blocks[0].line), *blocks[0].lines[1:]))
            elif label:
                blocks.insert(0, paragraph(label))
            term = ()
            yield from blocks
        if term:
            yield paragraph(term)

    def _table(self, tag: Tag) -> Iterator[ImportedBlock]:
        caption = tag.find("caption", recursive=False)
        if isinstance(caption, Tag):
            yield from self._blocks(caption)
        rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
        cells = [list(row.find_all(["td", "th"], recursive=False)) for row in rows]
        read = in_columns([[(cell, tuple(self._blocks(cell))) for cell in row] for row in cells])
        has_head = bool(cells) and len(cells) > 1 and all(cell.name == "th" for cell in cells[0])
        if read:
            yield ImportedBlock("table", rows=read, has_head=has_head)

    def _lines(self, tag: Tag) -> list[Line]:
        return self._lines_of(tag.children)

    def _lines_of(self, flow: Iterable[PageElement]) -> list[Line]:
        runs: list[StyledRun] = []
        for child in flow:
            runs += self._runs(child, StyledRun(""))
        lines: list[list[StyledRun]] = [[]]
        for run in runs:
            if run.text == "\n" and not run.picture:
                lines.append([])
            else:
                lines[-1].append(run)
        return [line for line_runs in lines if (line := folded(line_runs))]

    def _runs(self, node: PageElement, marks: StyledRun) -> Iterator[StyledRun]:
        if isinstance(node, NavigableString):
            if not isinstance(node, PreformattedString):
                text = _NUMBER.sub("\\1 ", str(node)) if NUMBER_START in node else str(node)
                yield replace(marks, text=_WIDE.sub("\t", self._breaks.sub(" ", text)))
            return
        if not isinstance(node, Tag) or node.name in _SILENT:
            return
        if node.name in {"br", "img"}:
            yield from _empty(node)
            return
        target = str(node.get("href") or "").removeprefix("#")
        if node.name == "a" and (target in self._notes or _is_return(node)):
            if target in self._notes and not _REMARK.match(target):
                yield StyledRun(node.get_text(), note=self._notes[target])
            return
        inner = _marked(node, marks)
        for child in node.children:
            yield from self._runs(child, inner)


def _empty(tag: Tag) -> Iterator[StyledRun]:
    """Read an element without text: a break or a picture."""
    if tag.name == "br":
        yield StyledRun("\n")
    elif source := str(tag.get("src") or ""):
        yield StyledRun(str(tag.get("alt") or ""), picture=source)


def _marked(tag: Tag, marks: StyledRun) -> StyledRun:
    style = str(tag.get("style") or "").replace(" ", "").casefold()
    if tag.name in {"strong", "b"} or "font-weight:bold" in style or "font-weight:700" in style:
        return replace(marks, strong=True)
    if tag.name in {"em", "i", "cite", "dfn"}:
        return replace(marks, emphasis=True)
    if tag.name in {"del", "s", "strike"}:
        return replace(marks, struck=True)
    if tag.name in {"code", "kbd", "samp", "tt"}:
        return replace(marks, code=True)
    if tag.name in {"sup", "sub"}:
        return replace(marks, shift=tag.name)
    if tag.name == "a":
        address = str(tag.get("href") or "").strip()
        return replace(marks, address="" if address.startswith(("#", "javascript:")) else _unwrapped(address))
    return marks


def _unwrapped(address: str) -> str:
    """Return where a link leads that Google's documents send by way of Google."""
    parts = urlsplit(address)
    if parts.netloc.removeprefix("www.") == "google.com" and parts.path == "/url":
        target = (parse_qs(parts.query).get("q") or [""])[0]
        return target if target.startswith(("http://", "https://")) else address
    return address


def _footnotes(soup: BeautifulSoup | Tag) -> dict[str, str]:
    """Find the footnotes: what a raised or bracketed mark leads to, where that leads back or is called a note."""
    notes: dict[str, str] = {}
    for link in soup.find_all("a", href=re.compile("^#.")):
        target = str(link.get("href"))[1:]
        is_mark = re.fullmatch(r"\W?\s*[\w*†]{1,4}\s*\W?", link.get_text().strip())
        if target in notes or not is_mark or _is_return(link):
            continue
        found = soup.find(id=target)
        if isinstance(found, Tag) and found.name == "a" and found.parent is not None:
            found.parent["id"], found["id"] = target, ""
            found = found.parent
        is_note = re.match(r"(?:foot|end)?note|fn|sdfootnote|_?ftn|_?edn|cmnt", target, re.IGNORECASE)
        if isinstance(found, Tag) and is_note and found is not link and found.name != "sup":
            notes[target] = str(len(notes) + 1)
    return notes


def _is_return(link: Tag) -> bool:
    target = str(link.get("href") or "")
    return target.startswith("#") and (link.get_text().strip() in {"↑", "↩", "↩︎", "^"} or bool(_BACK.match(target[1:])))


def _taken_number(item: Tag) -> str:
    """Take the number that Word shows off an item's text, where the package's reader has put it."""
    for text in item.find_all(string=True):
        if not text.strip() or isinstance(text, PreformattedString):
            continue
        match = _NUMBER.match(text.lstrip())
        if match is None or text.find_parent("li") is not item:
            return ""
        text.replace_with(NavigableString(text.lstrip()[match.end() :]))
        return match[1]
    return ""


def _with_label(item: ImportedBlock) -> ImportedBlock:
    first, *rest = item.children
    lines = ((StyledRun(f"{item.label} "), *first.line), *first.lines[1:])
    return replace(item, children=(replace(first, lines=lines), *rest), label=item.label)


def _with_colon(term: Line) -> Line:
    text = "".join(run.text for run in term).rstrip()
    return term if text.endswith(":") else (*term, replace(term[-1], text=":"))
