"""The summary of a meeting: of its text the decisions and the actions only."""

from collections.abc import Iterator

from plugins.core.markup.minutes import actions, decisions
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.tree import Element, Node, Tree
from plugins.core.vocabulary import VOCABULARY

SUFFIX = "-summary"
"""Ends the id of a summary; the beginning is the meeting's key."""


def summary_tree(tree: Tree, language: str) -> Tree:
    """Return the decisions and actions of minutes as lists under headings; a sentence when there are none of either."""
    words = VOCABULARY[language]
    decided, tasks = list(_decided(tree)), list(actions(tree))
    result: list[Node] = []
    for heading, items in ((words.decisions, decided), (words.actions, tasks)):
        if items:
            result += [Element("h2", (), (heading,)), Element("ul", (), tuple(items))]
    return normal_form(result or [Element("p", (), (VOCABULARY[language].blocks.nothing_decided,))], language)


def _decided(tree: Tree) -> Iterator[Element]:
    for beginning, said in decisions(tree):
        language = beginning.get("lang")
        yield Element("li", (("lang", language),) if language else (), said)
