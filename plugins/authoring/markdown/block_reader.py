"""Reads a body line by line into its blocks, as the appendix of CommonMark tells."""

from collections.abc import Callable, Iterable, Mapping

from plugins.authoring.markdown.beginnings import Beginnings
from plugins.authoring.markdown.blocks import Block
from plugins.authoring.markdown.comments import without_comments
from plugins.authoring.markdown.context import Context
from plugins.authoring.markdown.cursor import Cursor
from plugins.authoring.markdown.passage import Line, Spot
from plugins.authoring.markdown.starts import FENCE, HTML_ENDS

_AS_WRITTEN = frozenset({"code", "fence", "html"})
"""Blocks in whose lines nothing begins."""


class BlockReader:
    """Reads one body."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._cursor = Cursor()
        self._beginnings = Beginnings(self._cursor, context)
        self._open = self._beginnings.blocks
        self._comment: Spot | None = None
        self._goes_on_by: Mapping[str, Callable[[Block], bool | None]] = {
            "quote": self._quote_goes_on,
            **dict.fromkeys(("item", "meaning", "note"), self._content_goes_on),
            "fence": self._fence_goes_on,
            "code": self._code_goes_on,
            "html": lambda block: not self._cursor.is_blank or HTML_ENDS[block.mark] is not None,
            **dict.fromkeys(("paragraph", "table"), lambda _block: not self._cursor.is_blank),
            **dict.fromkeys(("list", "terms"), lambda _block: True),
        }

    def read(self, lines: Iterable[str]) -> Block:
        """Read all lines; raises TooDeepError."""
        for number, line in enumerate(lines, 1):
            self._cursor.begin(number, line)
            if self._comment is None:
                self._take()
            else:
                self._end_comment()
        self._open.close(0)
        if self._comment is not None:
            self._context.tell("TXT015", self._comment)
        return self._open.body

    def _take(self) -> None:
        """Read a line: what it belongs to, what begins on it, and what is left of it."""
        self._open.matched = 1
        while self._open.matched < len(self._open.stack):
            block = self._open.stack[self._open.matched]
            self._cursor.look()
            goes_on = self._goes_on_by[block.kind](block)
            if goes_on is None:
                return
            if not goes_on:
                break
            self._open.matched += 1
        if "<!--" in self._cursor.line and self._is_hidden():
            return
        if self._open.container.kind not in _AS_WRITTEN:
            while self._beginnings.begin():
                pass
        self._add()

    # ---- what goes on: None when the line was the end of a block, and is read

    def _quote_goes_on(self, _block: Block) -> bool:
        cursor = self._cursor
        if cursor.indent > 3 or not cursor.line.startswith(">", cursor.first):
            return False
        cursor.place = cursor.first + 1 + cursor.line.startswith(" ", cursor.first + 1)
        self._open.reach(cursor.number, self._open.matched + 1)
        return True

    def _content_goes_on(self, block: Block) -> bool:
        if self._cursor.is_blank:
            return bool(block.children)
        goes_on = self._cursor.indent >= block.offset
        self._cursor.place += block.offset * goes_on
        return goes_on

    def _fence_goes_on(self, block: Block) -> bool | None:
        cursor = self._cursor
        end = FENCE.match(cursor.line, cursor.first) if cursor.indent < 4 else None
        if end is not None and end[1].startswith(block.mark) and not end[2].strip():
            self._open.reach(cursor.number)
            self._open.close(self._open.stack.index(block))
            return None
        cursor.place += min(cursor.indent, block.offset)
        return True

    def _code_goes_on(self, _block: Block) -> bool:
        if self._cursor.indent < 4:
            return self._cursor.is_blank
        self._cursor.place += 4
        return True

    # ---- what is left of the line

    def _add(self) -> None:
        """Add what is left of the line to the block that it belongs to."""
        cursor = self._cursor
        cursor.look()
        if self._open.may_go_on and not cursor.is_blank:
            self._hold(self._open.tip, cursor.first)
            return
        self._open.close(self._open.matched)
        tip = self._open.tip
        if tip.kind in _AS_WRITTEN:
            self._add_as_written(tip)
        elif not cursor.is_blank:
            if tip.kind not in {"paragraph", "table"}:
                tip = self._open.push(self._beginnings.new("paragraph"))
            self._hold(tip, cursor.first)

    def _add_as_written(self, block: Block) -> None:
        cursor = self._cursor
        if block.kind != "fence" or cursor.number > block.spot.line:
            reaches = block.kind == "fence" or not cursor.is_blank
            self._hold(block, min(cursor.place, len(cursor.line)), reaches=reaches)
        ending = HTML_ENDS[block.mark] if block.kind == "html" else None
        if ending is not None and ending.search(cursor.line, cursor.place):
            self._open.close(len(self._open.stack) - 1)

    def _hold(self, block: Block, place: int, *, reaches: bool = True) -> None:
        block.lines.append(Line(self._cursor.line[place:], self._cursor.spot(place)))
        if reaches:
            self._open.reach(self._cursor.number)

    # ---- comments

    def _is_hidden(self) -> bool:
        """Take comments out of the line; tell whether nothing is left of one that a comment began."""
        cursor, kind = self._cursor, self._open.container.kind
        if kind in {"code", "fence"} or (cursor.look() > 3 and self._open.tip.kind != "paragraph"):
            return False
        begins_line = cursor.line.startswith("<!--", cursor.first)
        cursor.line, start = without_comments(cursor.line, cursor.first)
        self._comment = None if start is None else cursor.spot(start)
        if not begins_line:
            return False
        cursor.look()
        cursor.place = min(cursor.first, len(cursor.line))
        if cursor.is_blank and kind != "html":
            self._open.add(self._beginnings.new("nothing"))
        return cursor.is_blank

    def _end_comment(self) -> None:
        """Leave out a line of a comment; what follows the comment belongs to what that stands in."""
        self._open.reach(self._cursor.number)
        end = self._cursor.line.find("-->")
        if end < 0:
            return
        self._comment = None
        self._open.matched, self._cursor.place = len(self._open.stack), end + 3
        if self._cursor.line[self._cursor.place :].strip():
            self._add()
