"""What minutes say in set forms: decisions, and actions with their owners and deadlines.

A decision begins with **Päätös:**, **Beslut:** or **Decision:**, and with no word that only begins so. Its text is what
follows in the paragraph, the item or the cell; where the word stands alone, the list or the paragraphs below it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeGuard

from msgspec import Struct

from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree, parted

_WORDS = frozenset({"päätös", "beslut", "decision"})
_LISTS = frozenset({"ul", "ol"})
_HOLDING_A_LINE = frozenset({"p", "li", "td", "th", "dd"})
_STRONG = frozenset({"strong", "b"})
_LABEL = re.compile(r"[^:.!?]{1,40}:\s*")
"""How another point begins that has a word of its own: **Päätösehdotus:**."""
_OWNER_AND_DEADLINE = re.compile(r"\s*\((?P<owner>(?:[^()]|\([^()]*\))+),\s*(?P<deadline>[^(),\d]*\d[^(),]*)\)\.?\s*$")
"""An owner may say in parentheses where they are from, as those present do."""
_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?![\d])|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
TASKS = ("☐", "☑")


class Decision(Struct, frozen=True):
    """A decision: how many of the nodes where it begins it takes, and what it says without its word."""

    length: int
    said: Tree


def decision_at(nodes: Sequence[Node], place: int) -> Decision | None:
    """Read the decision that begins at a node: a paragraph, an item or a cell."""
    element = nodes[place]
    if isinstance(element, str) or element.tag not in _HOLDING_A_LINE:
        return None
    line = _after_word(element.children)
    if line is None:
        return None
    if element.tag != "p":
        return Decision(1, line)
    text = raw_text(line).strip()
    end = place + 1
    if not text or text.endswith(":"):
        end = _end_of_list(nodes, end)
    if not text and end == place + 1:
        end = _end_of_paragraphs(nodes, end)
    below = tuple(node for node in nodes[place + 1 : end] if not isinstance(node, str))
    own = (Element("p", (), line),) if text and below else line if text else ()
    return Decision(end - place, (*own, *below)) if text or below else None


def decisions(nodes: Sequence[Node]) -> Iterator[tuple[Element, Tree]]:
    """List the decisions of a text: where each begins, and what it says."""
    place = 0
    while place < len(nodes):
        node = nodes[place]
        found = decision_at(nodes, place)
        if found is not None and isinstance(node, Element):
            yield node, found.said
        elif isinstance(node, Element):
            yield from decisions(node.children)
        place += found.length if found else 1


def actions(nodes: Sequence[Node]) -> Iterator[Element]:
    """List the items of task lists; what stands below one, further actions too, is in its item."""
    for node in nodes:
        if _is_action(node):
            yield node
        elif isinstance(node, Element):
            yield from actions(node.children)


def line_and_rest(action: Element) -> tuple[Tree, Tree]:
    """Part the line of an action from what stands below it, without the actions there, which say who and when too."""
    line, below = _line_and_below(action)
    return line, _without_actions(below)


def owner_and_deadline(text: str) -> tuple[str, str, int] | None:
    """Read whose an action is and by when, from the end of its text; give also where that begins."""
    match = _OWNER_AND_DEADLINE.search(text)
    return None if match is None else (match["owner"].strip(), match["deadline"].strip(), match.start())


def is_possible(deadline: str) -> bool:
    """Return whether the days that a deadline names are in the calendar: the 31st of June is not."""
    for match in _DAY.finditer(deadline):
        day, month, year, other_year, other_month, other_day = match.groups()
        try:
            date(int(year or other_year or 2000), int(month or other_month), int(day or other_day))
        except ValueError:
            return False
    return True


def _line_and_below(item: Element) -> tuple[Tree, Tree]:
    line, below = parted(item.children)
    first = below[0] if below else ""
    if isinstance(first, Element) and first.tag == "p" and not raw_text(line).strip():
        line, below = first.children, below[1:]
    return line, below


def _is_action(node: Node) -> TypeGuard[Element]:
    if isinstance(node, str) or node.tag != "li":
        return False
    return raw_text(_line_and_below(node)[0]).lstrip().startswith(TASKS)


def _without_actions(nodes: Tree) -> Tree:
    return tuple(
        node.holding(_without_actions(node.children)) if isinstance(node, Element) else node
        for node in nodes
        if not _is_action(node)
    )


def _after_word(children: Tree) -> Tree | None:
    """Return what follows the word of a decision; None when a line does not begin with one."""
    place = next((number for number, node in enumerate(children) if not isinstance(node, str) or node.strip()), 0)
    first = children[place] if place < len(children) else ""
    if isinstance(first, str):
        return None
    if first.tag == "p":
        inner = _after_word(first.children)
        return None if inner is None else (*children[:place], first.holding(inner), *children[place + 1 :])
    word = raw_text(first.children).strip()
    if first.tag not in _STRONG or word.rstrip(": ").casefold() not in _WORDS:
        return None
    rest = children[place + 1 :]
    following = rest[0].lstrip() if rest and isinstance(rest[0], str) else ""
    if not word.endswith(":"):
        if not following.startswith(":") and not _is_alone(rest):
            return None  # "**Päätös** tehdään syksyllä." is a sentence
        following = following.removeprefix(":").lstrip()
    if rest and isinstance(rest[0], str):
        rest = (following, *rest[1:]) if following else rest[1:]
    while rest and isinstance(rest[0], Element) and rest[0].tag == "br":
        rest = rest[1:]
    return rest


def _is_alone(rest: Tree) -> bool:
    """Return whether nothing follows a word on its line."""
    end = next(
        (number for number, node in enumerate(rest) if isinstance(node, Element) and node.tag == "br"), len(rest)
    )
    return not raw_text(parted(rest[:end])[0]).strip()


def _end_of_list(nodes: Sequence[Node], start: int) -> int:
    """Find the end of a list that follows directly; the place itself when none does."""
    for place in range(start, len(nodes)):
        node = nodes[place]
        if not isinstance(node, str):
            return place + 1 if node.tag in _LISTS else start
    return start


def _end_of_paragraphs(nodes: Sequence[Node], start: int) -> int:
    """Find the end of the paragraphs that follow, up to one that begins with a word of its own."""
    end = start
    for place in range(start, len(nodes)):
        node = nodes[place]
        if isinstance(node, str):
            continue
        if node.tag != "p" or _has_label(node):
            break
        end = place + 1
    return end


def _has_label(paragraph: Element) -> bool:
    first = next((node for node in paragraph.children if not isinstance(node, str) or node.strip()), "")
    if isinstance(first, str) or first.tag not in _STRONG:
        return False
    return _LABEL.match(raw_text(paragraph.children)) is not None
