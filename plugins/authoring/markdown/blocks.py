"""The blocks that a body is made of, and those of them that are open while its lines are read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from plugins.authoring.markdown.passage import DEEPEST, Line, Spot, TooDeepError

_CONTAINERS = frozenset({"body", "quote", "item", "note", "meaning"})


@dataclass(slots=True, eq=False)
class Block:
    """A block: its kind, where it begins, the last line that it holds, and what it is made of.

    `mark` is of a list its sign, of a fence its signs, of HTML the kind; `number` is of a heading its level, of an item
    its number; `offset` is how far the content of an item, a note or a fence is indented.
    """

    kind: str
    spot: Spot
    end: int
    children: list["Block"] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    mark: str = ""
    number: int = 0
    offset: int = 0

    @property
    def holds_blocks(self) -> bool:
        """Whether any block but an item or a definition may stand in it."""
        return self.kind in _CONTAINERS

    def may_hold(self, kind: str) -> bool:
        """Return whether a block of a kind may stand in it."""
        if self.kind == "list" or kind == "item":
            return (self.kind, kind) == ("list", "item")
        if self.kind == "terms" or kind == "meaning":
            return (self.kind, kind) == ("terms", "meaning")
        return self.holds_blocks


class OpenBlocks:
    """The open blocks, each within the one before; the first `matched` of them are those that a line belongs to.

    `ended` is called with each block that ends.
    """

    def __init__(self, ended: Callable[[Block], None]) -> None:
        self._ended = ended
        self.body = Block("body", Spot(1, 1), 0)
        self.stack = [self.body]
        self.matched = 1

    @property
    def tip(self) -> Block:
        """The innermost."""
        return self.stack[-1]

    @property
    def container(self) -> Block:
        """The innermost that the line belongs to."""
        return self.stack[self.matched - 1]

    @property
    def may_go_on(self) -> bool:
        """Whether the line may go on with a paragraph that it does not belong to."""
        return self.matched < len(self.stack) and self.tip.kind == "paragraph"

    def reach(self, number: int, count: int | None = None) -> None:
        """Let open blocks reach to a line: the outermost of a number, or all."""
        for block in self.stack[:count]:
            block.end = number

    def push(self, block: Block) -> Block:
        """Open a block within the innermost that the line belongs to and that may hold it; raises TooDeepError."""
        self.close(self.matched)
        while not self.tip.may_hold(block.kind):
            self.close(len(self.stack) - 1)
        if len(self.stack) > DEEPEST:
            raise TooDeepError(block.spot)
        self.tip.children.append(block)
        self.stack.append(block)
        self.matched = len(self.stack)
        self.reach(block.end)
        return block

    def add(self, block: Block) -> None:
        """Add a block that nothing follows in."""
        self.push(block)
        self.close(len(self.stack) - 1)

    def close(self, count: int) -> None:
        """Close all but a number of the open blocks."""
        while len(self.stack) > count:
            self._ended(self.stack.pop())
        self.matched = min(self.matched, len(self.stack))
