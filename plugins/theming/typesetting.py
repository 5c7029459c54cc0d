"""A body as a page shows it: what an author writes plainly gets the form that print would give it.

Tables scroll by themselves and can be reached with the keyboard; decisions stand apart; a list of actions, each with
its owner and deadline, becomes a table. Blocks and feeds go out as they were written: this is the page's own.
"""

import re

from plugins.core.markup.text import plain_text, raw_text
from plugins.core.markup.tree import Element, Node, Tree, heading_level, mapped
from plugins.core.vocabulary import Vocabulary

_CONTAINERS = frozenset({"blockquote", "details", "dd", "div", "dl", "figure", "li", "ol", "section", "ul"})
_DECISION = re.compile(r"\s*(Päätös|Beslut|Decision)\s*:?\s*", re.IGNORECASE)
_MARKS = ("☐ ", "☑ ")
_OWNER_AND_DEADLINE = re.compile(r"\s*\((?P<owner>[^()]+),\s*(?P<deadline>[^(),]*\d[^(),]*)\)\.?\s*$")


def typeset(tree: Tree, words: Vocabulary) -> Tree:
    """Give the tree in the form that a page shows."""
    return _Typesetter(words).all(tree)


class _Typesetter:
    """Walks in document order and remembers the heading that it is under; what it does not change it does not copy."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words
        self.heading: Element | None = None

    def all(self, nodes: Tree) -> Tree:
        if len(nodes) == 1 and isinstance(nodes[0], str):  # as in most items of lists
            return nodes
        result = tuple([node if isinstance(node, str) else self.one(node) for node in nodes])
        return nodes if result == nodes else result

    def one(self, element: Element) -> Element:
        tag = element.tag
        if tag == "p":
            return element.having(**{"class": "decision"}) if _is_decision(element) else element
        if tag == "table":
            return self.scrolling(_with_scopes(element), _caption(element) or self.section())
        if tag == "ul" and _is_task_list(element):
            rows = [_action(item) for item in _items(element)]
            if all(row is not None for row in rows):
                return self.scrolling(self.actions([row for row in rows if row is not None]), self.words.actions)
            return element.holding(_as_task(node) for node in self.all(element.children))
        if tag in _CONTAINERS:
            children = self.all(element.children)
            return element if children is element.children else element.holding(children)
        if heading_level(element):
            self.heading = element
        return element

    def section(self) -> str:
        return plain_text((self.heading,)) if self.heading else ""

    def scrolling(self, table: Element, about: str) -> Element:
        name = f"{self.words.table}: {about}" if about else self.words.table
        attributes = (("class", "table-scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name))
        return Element("div", attributes, (table,))

    def actions(self, rows: list[tuple[Tree, str, str]]) -> Element:
        titles = (self.words.action, self.words.owner, self.words.deadline)
        head = Element("tr", (), tuple(Element("th", (("scope", "col"),), (title,)) for title in titles))
        body = (
            Element("tr", (), (Element("td", (), what), Element("td", (), (owner,)), Element("td", (), (deadline,))))
            for what, owner, deadline in rows
        )
        parts = (Element("thead", (), (head,)), Element("tbody", (), tuple(body)))
        return Element("table", (("class", "actions"),), parts)


def _is_decision(paragraph: Element) -> bool:
    first = paragraph.children[0] if paragraph.children else ""
    return isinstance(first, Element) and first.tag == "strong" and bool(_DECISION.match(raw_text(first.children)))


def _items(element: Element) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)]


def _is_task_list(element: Element) -> bool:
    items = _items(element)
    return bool(items) and all(map(_is_marked, items))


def _is_marked(item: Element) -> bool:
    # Nearly no list is one of tasks, and its first letter says so.
    return raw_text(item.children).lstrip().startswith(("☐", "☑")) and plain_text((item,)).startswith(_MARKS)


def _as_task(node: Node) -> Node:
    return node.having(**{"class": "task"}) if isinstance(node, Element) else node


def _action(item: Element) -> tuple[Tree, str, str] | None:
    """Split an item into what is to be done, by whom and by when; None when it does not say all three."""
    children = [child for child in item.children if not isinstance(child, str) or child.strip()]
    if len(children) == 1 and isinstance(children[0], Element) and children[0].tag == "p":
        children = list(children[0].children)
    last = children[-1] if children else ""
    if not isinstance(last, str):
        return None
    match = _OWNER_AND_DEADLINE.search(last)
    if match is None:
        return None
    what = (*children[:-1], last[: match.start()])
    return tuple(part for part in what if part != ""), match["owner"].strip(), match["deadline"].strip()


def _caption(table: Element) -> str:
    return next((plain_text((child,)) for child in _items(table) if child.tag == "caption"), "")


def _with_scopes(table: Element) -> Element:
    """Say of the header cells above the columns that they head columns."""
    return table.holding(
        mapped((child,), _scoped)[0] if isinstance(child, Element) and child.tag == "thead" else child
        for child in table.children
    )


def _scoped(element: Element) -> Element:
    return element.having(scope="col") if element.tag == "th" and not element.get("scope") else element
