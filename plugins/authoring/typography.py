"""Typography: straight quotation marks, dots, hyphens and the spaces at numbers as each language prints them.

Works on strings in reading order, with the character before in mind, so that a quotation that spans emphasis opens and
closes rightly. Code is never touched.
"""

import re
from operator import is_

from plugins.authoring.number_typography import set_numbers
from plugins.core.languages import LANGUAGES, Language
from plugins.core.markup.tree import Node, Tree

_LITERAL = frozenset({"code", "pre", "kbd", "samp", "var"})
_SETTABLE = re.compile(r"[\"'0-9-]")
"""Without any of these, and without three dots, a text is set as it stands."""
_OPENS_AFTER = frozenset(" \t\n\N{NO-BREAK SPACE}([{<-–—/“‘«>=") | {""}


def typeset(text: str, language: str) -> str:
    """Set a single line of text: titles, summaries, captions."""
    return _set(text, LANGUAGES[language], "")[0]


def typeset_tree(nodes: Tree, language: str) -> Tree:
    """Set all text of a tree; an element with `lang` is set in its own language where the program knows it."""
    return _walk(nodes, LANGUAGES[language], "")[0]


def _walk(nodes: Tree, language: Language, before: str) -> tuple[Tree, str]:
    """Set nodes after a character; what needs no change is given as it is, since most of a text does not."""
    result: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            text, before = _set(node, language, before)
            result.append(text)
            continue
        done = children = node.children
        if node.tag in _LITERAL:
            before = "x"
        elif children:
            own = LANGUAGES.get((node.get("lang") or "").split("-")[0], language) if node.attributes else language
            done, before = _walk(children, own, before)
        result.append(node if done is children else node.holding(done))
    unchanged = all(map(is_, result, nodes))
    return nodes if unchanged else tuple(result), before


def _set(text: str, language: Language, before: str) -> tuple[str, str]:
    if not text:
        return text, before
    if not _SETTABLE.search(text) and "..." not in text:
        return text, text[-1]
    if '"' in text or "'" in text or "--" in text or "..." in text:
        text = text.replace("...", "…").replace("---", "—").replace(" -- ", " – ").replace("--", "–")
        characters = []
        previous = before
        for character in text:
            quotes = {'"': language.quotes, "'": language.inner_quotes}.get(character)
            previous = quotes[previous not in _OPENS_AFTER] if quotes else character
            characters.append(previous)
        text = "".join(characters)
    text = set_numbers(text, language)
    return text, text[-1]
