"""What minutes say in set forms: their decisions and actions, as facts and as a text of their own."""

from collections.abc import Iterator

from plugins.core.documents import Action
from plugins.core.markup.minutes import TASKS, actions, decisions, line_and_rest, owner_and_deadline
from plugins.core.markup.normal_form import normal_form
from plugins.core.markup.text import plain_text, without_notes
from plugins.core.markup.tree import Element, Node, Tree
from plugins.core.vocabulary import VOCABULARY


def decisions_read(tree: Tree) -> tuple[str, ...]:
    """Return what was decided, each decision on a line."""
    return tuple(" ".join(plain_text(text).split()) for _, text in decisions(tree))


def actions_read(tree: Tree) -> Iterator[Action]:
    """Yield what is to be done, by whom and when."""
    for item in actions(tree):
        yield _action(item)
        yield from actions_read(item.children)


def _action(item: Element) -> Action:
    line, below = (" ".join(plain_text(part).split()) for part in line_and_rest(item))
    sign, line = line[0], line[1:].strip()
    owner, deadline, end = owner_and_deadline(line) or ("", "", len(line))
    return Action(f"{line[:end].strip()} {below}".strip(), owner, deadline, sign == TASKS[1])


def resolutions(tree: Tree, language: str) -> Tree:
    """Return the decisions and actions as lists under headings, in normal form; a sentence when there are none."""
    words = VOCABULARY[language]
    decided, tasks = list(_decided(tree)), list(actions(tree))
    result: list[Node] = []
    for heading, items in ((words.decisions, decided), (words.actions, tasks)):
        if items:
            result += [Element("h2", (), (heading,)), Element("ul", (), tuple(items))]
    return normal_form(without_notes(result) or [Element("p", (), (words.blocks.nothing_decided,))], language)


def _decided(tree: Tree) -> Iterator[Element]:
    for beginning, text in decisions(tree):
        language = beginning.get("lang")
        yield Element("li", (("lang", language),) if language else (), text)
