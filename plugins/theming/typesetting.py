"""A body as a page shows it: what an author writes plainly gets the form that print would give it.

Tables scroll by themselves and can be reached with the keyboard; decisions stand apart; a list of actions, each with
its owner and deadline, becomes a table that says in words which are done; notes lead back to the text. Blocks and feeds
go out as they were written: this is the page's own.
"""

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from plugins.core.markup.minutes import TASKS, decision_at, owner_and_deadline
from plugins.core.markup.text import plain_text, raw_text
from plugins.core.markup.tree import Element, Node, Tree, heading_level, mapped
from plugins.core.vocabulary import Vocabulary, capital
from plugins.theming.notes import with_ways_back

_CONTAINERS = frozenset({"blockquote", "details", "dd", "div", "dl", "figure", "li", "ol", "section", "ul"})
_MARKS = ("☐ ", "☑ ")


class ActionItem(Struct, frozen=True):
    """What is to be done, by whom and by when, and whether it has been done."""

    what: Tree
    owner: str
    deadline: str
    is_done: bool


def typeset(tree: Tree, words: Vocabulary) -> Tree:
    """Return the tree in the form that a page shows."""
    return with_ways_back(_Typesetter(words).all(tree), words.back_to_text)


class _Typesetter:
    """Walks in document order and remembers the heading that it is under; what it does not change it does not copy."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.heading: Element | None = None
        self.names: Counter[str] = Counter()

    def all(self, nodes: Tree) -> Tree:
        if len(nodes) == 1 and isinstance(nodes[0], str):  # as in most items of lists
            return nodes
        result: list[Node] = []
        place = 0
        while place < len(nodes):
            node, length = nodes[place], 1
            if isinstance(node, Element):
                decision = decision_at(nodes, place)
                length = decision.length if decision else 1
                node = self.decided(nodes[place : place + length]) if decision else self.one(node)
            result.append(node)
            place += length
        return nodes if tuple(result) == nodes else tuple(result)

    def decided(self, nodes: Tree) -> Element:
        """Set a decision apart: a paragraph, an item or a cell by itself, what goes on below it with that."""
        if len(nodes) == 1 and isinstance(nodes[0], Element):
            element = nodes[0]
            children = element.children if element.tag == "p" else self.all(element.children)
            return element.holding(children).having(**{"class": "decision"})
        first, *below = nodes
        return Element("div", (("class", "decision"),), (first, *self.all(tuple(below))))

    def one(self, element: Element) -> Element:
        tag = element.tag
        if tag == "table":
            marked = element.holding(mapped(element.children, _decided_cell))
            return self.scrolling(_with_scopes(marked), self.words.table, _caption(element) or self.section())
        if tag == "ul" and _is_task_list(element):
            rows = [_action(item) for item in _items(element)]
            if all(row is not None for row in rows):
                table = self.actions([row for row in rows if row is not None])
                return self.scrolling(table, self.words.actions, self.section())
            return element.holding(self.task(node) for node in self.all(element.children))
        if tag in _CONTAINERS:
            children = self.all(element.children)
            return element if children is element.children else element.holding(children)
        if heading_level(element):
            self.heading = element
        return element

    def section(self) -> str:
        return plain_text((self.heading,)) if self.heading else ""

    def scrolling(self, table: Element, kind: str, about: str) -> Element:
        """Let a table scroll in a region, whose name no other table of the text has."""
        self.names[kind + about] += 1
        count = self.names[kind + about]
        name = f"{kind} {count}" if count > 1 else kind
        label = f"{name}: {about}" if about else name
        attributes = (("class", "table-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", label))
        return Element("div", attributes, (table,))

    def actions(self, rows: list[ActionItem]) -> Element:
        titles = (self.words.action, self.words.owner, self.words.deadline, self.words.state)
        head = Element("tr", (), tuple(Element("th", (("scope", "col"),), (title,)) for title in titles))
        parts = (Element("thead", (), (head,)), Element("tbody", (), tuple(map(self.row, rows))))
        return Element("table", (("class", "actions"),), parts)

    def row(self, action: ActionItem) -> Element:
        state = capital(self.words.states["done"] if action.is_done else self.words.open)
        cells = tuple(Element("td", (), cell) for cell in (action.what, (action.owner,), (action.deadline,), (state,)))
        return Element("tr", (("class", "done"),) if action.is_done else (), cells)

    def task(self, node: Node) -> Node:
        """Write the state of a task as a word too: what a mark is called differs from one screen reader to another."""
        if not isinstance(node, Element):
            return node
        return node.holding(_marked(node.children, self.mark)).having(**{"class": "task"})

    def mark(self, sign: str) -> Tree:
        word = capital(self.words.states["done"] if sign == "☑" else self.words.open)
        spoken_word = Element("span", (("class", "unseen"),), (f"{word}: ",))
        return (Element("span", (("aria-hidden", "true"),), (f"{sign} ",)), spoken_word)


def _items(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _is_task_list(element: Element) -> bool:
    items = _items(element)
    return bool(items) and all(map(_is_marked, items))


def _is_marked(item: Element) -> bool:
    # Nearly no list is one of tasks, and its first letter says so.
    return raw_text(item.children).lstrip().startswith(TASKS) and plain_text((item,)).startswith(_MARKS)


def _marked(nodes: Tree, mark: Callable[[str], Tree]) -> Tree:
    """Put what `mark` makes of a task's sign in the place of the sign, however deep in the first element it is."""
    for place, node in enumerate(nodes):
        if isinstance(node, Element):
            return (*nodes[:place], node.holding(_marked(node.children, mark)), *nodes[place + 1 :])
        if bare := node.lstrip():
            rest = bare[1:].lstrip()
            return (*nodes[:place], *mark(bare[0]), *((rest,) if rest else ()), *nodes[place + 1 :])
    return nodes


def _action(item: Element) -> ActionItem | None:
    """Split an item into what is to be done, by whom and by when; None when it does not say all three."""
    children = [child for child in item.children if not isinstance(child, str) or child.strip()]
    if len(children) == 1 and isinstance(children[0], Element) and children[0].tag == "p":
        children = list(children[0].children)
    last = children[-1] if children else ""
    if not isinstance(last, str):
        return None
    found = owner_and_deadline(last)
    if found is None:
        return None
    owner, deadline, start = found
    what = _marked((*children[:-1], last[:start]), lambda _: ())
    is_done = plain_text((item,)).startswith("☑")
    return ActionItem(tuple(part for part in what if part != ""), owner, deadline, is_done)


def _caption(table: Element) -> str:
    return next((plain_text((child,)) for child in _items(table) if child.tag == "caption"), "")


def _decided_cell(element: Element) -> Element:
    """Mark a cell that holds a decision."""
    is_decided = element.tag in {"td", "th"} and decision_at((element,), 0) is not None
    return element.having(**{"class": "decision"}) if is_decided else element


def _with_scopes(table: Element) -> Element:
    """Report the header cells above the columns that they head columns."""
    return table.holding(
        mapped((child,), _scoped)[0] if isinstance(child, Element) and child.tag == "thead" else child
        for child in table.children
    )


def _scoped(element: Element) -> Element:
    return element.having(scope="col") if element.tag == "th" and not element.get("scope") else element
