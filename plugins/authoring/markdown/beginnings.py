"""How blocks begin: each by the sign that its first line begins with (CommonMark 4 and 5, and GitHub's tables)."""

from collections.abc import Callable, Mapping

from plugins.authoring.markdown.blocks import Block, OpenBlocks
from plugins.authoring.markdown.context import Abbreviation, Context
from plugins.authoring.markdown.cursor import Cursor
from plugins.authoring.markdown.leftovers import begins_date
from plugins.authoring.markdown.passage import Line
from plugins.authoring.markdown.starts import (
    ABBREVIATION,
    FENCE,
    HEADING,
    ITEM,
    MEANING,
    NOTE,
    RULE,
    UNDERLINE,
    html_kind,
)
from plugins.authoring.markdown.tables import cells, is_rule
from plugins.authoring.markdown.targets import ReferenceDefinition, definition


class Beginnings:
    """Begins the blocks of one body where the cursor stands."""

    def __init__(self, cursor: Cursor, context: Context) -> None:
        self.blocks = OpenBlocks(self._ended)
        self._open = self.blocks
        self._cursor = cursor
        self._context = context
        self._by_sign: Mapping[str, tuple[Callable[[str], bool], ...]] = {
            ">": (self._quote,), "#": (self._heading,), "`": (self._fence,), "~": (self._fence,), "<": (self._html,),
            "=": (self._underline,), "-": (self._table, self._underline, self._rule, self._item),
            "*": (self._rule, self._abbreviation, self._item), "_": (self._rule,), "|": (self._table,),
            ":": (self._table, self._meaning), "[": (self._note,),
            **dict.fromkeys("+0123456789", (self._item,)),
        }  # fmt: skip

    def begin(self) -> bool:
        """Begin the block that the line begins, if any; tell whether another may begin in it."""
        indent = self._cursor.look()
        if self._cursor.is_blank:
            return False
        if indent > 3:
            if "paragraph" not in {self._open.container.kind, self._open.tip.kind}:
                self._open.push(self.new("code"))
                self._cursor.place += 4
            return False
        rest = self._cursor.line[self._cursor.first :]
        for begin in self._by_sign.get(rest[0], ()):
            if begin(rest):
                return self._open.tip.holds_blocks
        return False

    def new(self, kind: str, **of_kind: object) -> Block:
        """Make a block that begins here."""
        return Block(kind, self._cursor.spot(self._cursor.first), self._cursor.number, **of_kind)  # type: ignore[arg-type]

    def _leaf(self, block: Block) -> bool:
        """Add a block that is no more than this line."""
        self._open.add(block)
        self._cursor.end()
        return True

    @property
    def _paragraph(self) -> Block | None:
        """The paragraph that the line belongs to, if any."""
        return self._open.container if self._open.container.kind == "paragraph" else None

    def _quote(self, _rest: str) -> bool:
        self._open.push(self.new("quote"))
        self._cursor.place = self._cursor.first + 1 + self._cursor.line.startswith(" ", self._cursor.first + 1)
        return True

    def _heading(self, rest: str) -> bool:
        match = HEADING.match(rest)
        if match is None:
            return False
        text = Line(match[2] or "", self._cursor.spot(self._cursor.first + max(match.start(2), 0)))
        return self._leaf(self.new("heading", number=len(match[1]), lines=[text]))

    def _fence(self, rest: str) -> bool:
        match = FENCE.match(rest)
        if match is None:
            return False
        begins = match.end() - len(match[2].lstrip())
        named = Line(match[2].strip(), self._cursor.spot(self._cursor.first + begins))
        self._open.push(self.new("fence", mark=match[1], offset=self._cursor.indent, lines=[named]))
        self._cursor.end()
        return True

    def _html(self, rest: str) -> bool:
        kind = html_kind(rest, in_paragraph=self._paragraph is not None or self._open.may_go_on)
        if kind:
            self._open.push(self.new("html", mark=kind))
        return bool(kind)

    def _rule(self, rest: str) -> bool:
        if RULE.match(rest) is None:
            return False
        return self._leaf(self.new("rule"))

    def _abbreviation(self, rest: str) -> bool:
        match = ABBREVIATION.fullmatch(rest.rstrip())
        if match is None:
            return False
        spot = self._cursor.spot(self._cursor.first)
        self._context.define_abbreviation(match[1].strip(), Abbreviation(match[2], spot))
        return self._leaf(self.new("nothing"))

    def _note(self, rest: str) -> bool:
        match = NOTE.match(rest)
        if match is None:
            if self._open.may_go_on and self._open.stack[self._open.matched].kind == "note" and definition(rest, 0):
                self._open.close(self._open.matched)  # below a note, a definition is none of its text
            return False
        note = self.new("note", offset=4, mark=match[1])
        self._open.push(note)
        self._context.define_note(match[1], note)
        self._cursor.place = self._cursor.first + match.end()
        return True

    def _underline(self, rest: str) -> bool:
        """Make a heading of the paragraph above a line."""
        paragraph = self._paragraph
        if paragraph is None or UNDERLINE.match(rest) is None:
            return False
        self._define(paragraph)
        if not paragraph.lines:
            return False
        paragraph.kind, paragraph.number = "heading", 1 if rest[0] == "=" else 2
        self._open.reach(self._cursor.number)
        self._open.close(self._open.matched - 1)
        self._cursor.end()
        return True

    def _table(self, rest: str) -> bool:
        """Make a table of a paragraph's last line and the rule below it; the lines before stay a paragraph."""
        paragraph = self._paragraph
        if paragraph is None or not paragraph.lines or not is_rule(rest):
            return False
        head, rule = paragraph.lines[-1], Line(rest, self._cursor.spot(self._cursor.first))
        if "|" not in rest + head.text or len(cells(head)) != len(cells(rule)):
            return False
        paragraph.lines.pop()
        paragraph.end = head.spot.line - 1
        if not paragraph.lines:
            self._open.close(self._open.matched - 1)
            self._open.tip.children.pop()
        self._open.push(Block("table", head.spot, self._cursor.number, lines=[head, rule]))
        self._cursor.end()
        return True

    def _item(self, rest: str) -> bool:
        """Begin an item, and its list when it goes on with none."""
        match = ITEM.match(rest)
        if match is None or not self._is_item(match[1], rest[match.end() :]):
            return False
        mark, content = match[1], rest[match.end() :]
        spaces = len(content) - len(content.lstrip(" "))
        width = len(mark) + (spaces if 0 < spaces < 5 and content.strip() else 1)
        number = int(mark[:-1] or 0)
        indent = self._cursor.indent
        self._open.close(self._open.matched)
        while not self._open.tip.holds_blocks and (self._open.tip.kind, self._open.tip.mark) != ("list", mark[-1]):
            self._open.close(len(self._open.stack) - 1)
        if self._open.tip.kind != "list":
            self._open.push(self.new("list", mark=mark[-1], number=number))
        self._open.push(self.new("item", offset=indent + width, number=number))
        self._cursor.place = min(self._cursor.first + width, len(self._cursor.line))
        return True

    def _is_item(self, mark: str, content: str) -> bool:
        """Return whether a mark begins an item: a date does not, and within a paragraph only a list's first does."""
        is_number = mark[-1] in ".)"
        if mark[-1] == "." and begins_date(mark[:-1], content):
            return False
        paragraph = self._paragraph
        if paragraph is None or not paragraph.lines:
            return True
        if not content.strip() or (is_number and int(mark[:-1]) != 1):
            return False
        # `… klo 12.00` and `- 14.00 …` below it are a range over two lines.
        return not (paragraph.lines[-1].text.rstrip()[-1:].isdigit() and content.lstrip()[:1].isdigit())

    def _meaning(self, rest: str) -> bool:
        """Begin a definition; the lines of the paragraph before it are its terms."""
        match = MEANING.match(rest)
        if match is None or self._open.container.kind == "list":
            return False
        if self._open.container.kind == "terms":
            self._next_term()
        elif self._open.may_go_on:
            return False
        else:
            self._open.close(self._open.matched - (self._paragraph is not None))
            container = self._open.tip
            if not self._gather_terms(container.children):
                return False
            self._open.stack.append(container.children[-1])
            self._open.matched = len(self._open.stack)
        self._open.push(self.new("meaning", offset=self._cursor.indent + match.end()))
        self._cursor.place = self._cursor.first + match.end()
        return True

    def _next_term(self) -> None:
        """Take the line before a definition for its term, when it is no part of the definition above: not indented."""
        if not self._open.may_go_on:
            return
        terms, meaning, above = self._open.container, self._open.stack[self._open.matched], self._open.tip
        if len(above.lines) > 1 and above.lines[-1].spot.column <= meaning.spot.column:
            line = above.lines.pop()
            self._open.close(self._open.matched)
            terms.children.append(Block("term", line.spot, line.spot.line, lines=[line]))

    def _gather_terms(self, blocks: list[Block]) -> bool:
        """Make the paragraph before a definition its terms; tell whether there is one, or other definitions."""
        before = blocks[-1] if blocks else None
        if before is None or before.kind == "terms":
            return before is not None
        if before.kind != "paragraph" or not before.lines or self._cursor.number - before.end > 2:
            return False
        blocks.pop()
        if not blocks or blocks[-1].kind != "terms":
            blocks.append(Block("terms", before.spot, before.end))
        terms = (Block("term", line.spot, line.spot.line, lines=[line]) for line in before.lines)
        blocks[-1].children.extend(terms)
        return True

    def _ended(self, block: Block) -> None:
        """Take the definitions of references from a paragraph that has ended, and blank lines from the end of code."""
        if block.kind == "paragraph":
            self._define(block)
        while block.kind == "code" and block.lines and not block.lines[-1].text.strip():
            block.lines.pop()

    def _define(self, paragraph: Block) -> None:
        """Take the definitions of references from the beginning of a paragraph."""
        if not paragraph.lines or not paragraph.lines[0].text.startswith("["):
            return
        text, number, start = "\n".join(line.text for line in paragraph.lines), 0, 0
        while start < len(text) and (found := definition(text, start)) is not None:
            label, href, title, end = found
            self._context.define_reference(ReferenceDefinition(label, href, title, paragraph.lines[number].spot))
            number += text.count("\n", start, end) + (text[end - 1] != "\n")
            start = end
        del paragraph.lines[:number]
