"""The summary of a meeting: of its text the decisions and the actions only."""

import re
from collections.abc import Iterator, Sequence

from plugins.blocks.words import BLOCK_WORDS
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree
from plugins.core.vocabulary import VOCABULARY

SUFFIX = "-summary"
"""Ends the id of a summary; the beginning is the meeting's key."""

_DECISION = re.compile(r"\s*(?:Päätös|Beslut|Decision)\b\s*:?\s*", re.IGNORECASE)
_TASKS = ("☐", "☑")


def summary_tree(tree: Tree, language: str) -> Tree:
    """Give the decisions and actions of minutes as lists under headings; a sentence when there are none of either.

    A decision is a paragraph that begins with "**Päätös:**", "**Beslut:**" or "**Decision:**", and the list that
    follows when it ends in a colon. An action is an item of a task list.
    """
    words = VOCABULARY[language]
    decisions, actions = list(_decisions(tree)), list(_actions(tree))
    result: list[Node] = []
    for heading, items in ((words.decisions, decisions), (words.actions, actions)):
        if items:
            result += [Element("h2", (), (heading,)), Element("ul", (), tuple(items))]
    return normal_form(result or [Element("p", (), (BLOCK_WORDS[language].nothing_decided,))], language)


def _decisions(nodes: Sequence[Node]) -> Iterator[Element]:
    solid = [node for node in nodes if not isinstance(node, str)]
    for place, element in enumerate(solid):
        if not _is_decision(element):
            yield from _decisions(element.children)
            continue
        said = Element("p", (), _without_label(element))
        following = solid[place + 1 : place + 2] if raw_text(element.children).rstrip().endswith(":") else []
        lists = [one for one in following if one.tag in ("ul", "ol")]
        language = element.get("lang")
        attributes = (("lang", language),) if language else ()
        yield Element("li", attributes, (said, *lists) if lists else said.children)


def _is_decision(element: Element) -> bool:
    if element.tag != "p" or not element.children:
        return False
    first = element.children[0]
    is_marked = not isinstance(first, str) and first.tag in ("strong", "b")
    return is_marked and _DECISION.match(raw_text(element.children)) is not None


def _without_label(element: Element) -> Tree:
    """Give a decision without the word that the heading says: in its mark, and perhaps the colon after it."""
    label = _DECISION.match(raw_text(element.children))
    left = label.end() if label else 0
    rest: list[Node] = []
    for node in element.children:
        text = node if isinstance(node, str) else raw_text(node.children)
        if left >= len(text):
            left -= len(text)
        elif left and isinstance(node, str):
            rest.append(node[left:])
            left = 0
        elif left and not isinstance(node, str):
            rest.append(node.holding((text[left:],)))
            left = 0
        else:
            rest.append(node)
    return tuple(rest) or element.children


def _actions(nodes: Sequence[Node]) -> Iterator[Element]:
    for node in nodes:
        if isinstance(node, str):
            continue
        if node.tag == "li" and raw_text(node.children).lstrip().startswith(_TASKS):
            yield node
        else:
            yield from _actions(node.children)
