"""Compounds of a language: where the last part of each begins, so that a search for the part finds the whole.

A part is known by the texts themselves, where it stands as a word of its own in whatever form, and by the joints that
the theme lists (`theme/hyphenation/`). Pagefind takes a hyphen for a joint: beside the whole it keeps each part, at the
same place in the text and with less weight.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from plugins.core.markup.tree import Element, Node, Tree

JOINT = "-~"
"""What is written at a joint, and taken out of excerpts again."""
_ALIKE = "-\N{WORD JOINER}~"
"""The same as a text has it itself; what is between is not seen."""

LONGEST_CHANGE = 3
"""Letters at the end of the shorter of two forms in which it may differ: kirjastojen, kirjastossa."""
SHORTEST, SHORTEST_FIRST = 5, 3
"""Letters of a last part, and of what is before it."""

_WORD = re.compile(rf"(?<![\w@/.&#-])[^\W\d_]{{{SHORTEST},}}(?![\w@/-]|\.\w)")
"""A word of letters alone that is no part of an address."""
_FINNISH_END = re.compile(r"[aeiouyäö][aeiouyäölnrst]?$")
"""What a Finnish word ends in: a vowel, or one consonant after it."""


class Compounds:
    """Knows the compounds of one language. `joints` are after how many letters the listed ones have theirs."""

    def __init__(self, language: str, texts: Iterable[str], joints: Mapping[str, tuple[int, ...]]) -> None:
        """Learn the words of texts."""
        self._language, self._listed = language, joints
        self._known: dict[str, set[str]] = {}
        for text in texts:
            for word in _WORD.findall(text):
                self._learn(word.lower())
        self._joined = cache(self._join)

    def marked(self, text: str) -> str:
        """Mark the joints of a text's compounds."""
        return _WORD.sub(lambda found: self._joined(found[0]), text.replace(JOINT, _ALIKE))

    def marked_tree(self, nodes: Tree) -> Tree:
        """Mark the joints in a body."""
        return tuple(self._marked_node(node) for node in nodes)

    def _marked_node(self, node: Node) -> Node:
        if isinstance(node, str):
            return self.marked(node)
        return Element(node.tag, node.attributes, self.marked_tree(node.children))

    def _learn(self, word: str) -> None:
        if len(word) >= SHORTEST:
            self._known.setdefault(word[:SHORTEST], set()).add(word)

    def _join(self, word: str) -> str:
        lower = word.lower()
        if len(lower) != len(word):
            return word  # a letter whose small form is two
        places = range(SHORTEST_FIRST, len(lower) - SHORTEST + 1)
        place = next((place for place in places if self._is_joint(lower, place)), 0) or self._listed_joint(lower)
        return f"{word[:place]}{JOINT}{word[place:]}" if place else word

    def _listed_joint(self, word: str) -> int:
        """Return the last joint of a word that the theme lists; 0 when it lists none."""
        starts = ((word.find(letters), places[-1]) for letters, places in self._listed.items())
        return max((start + place for start, place in starts if start >= 0), default=0)

    def _is_joint(self, word: str, place: int) -> bool:
        if self._language == "fi" and not _FINNISH_END.search(word[:place]):
            return False
        last = word[place:]
        return any(_is_form(last, known) for known in self._known.get(last[:SHORTEST], ()))


def _is_form(word: str, other: str) -> bool:
    """Return whether two words are forms of one: they begin alike, for the most part of both."""
    common = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
    )
    shorter, longer = sorted((len(word), len(other)))
    return common >= max(SHORTEST, shorter - LONGEST_CHANGE) and 2 * common > longer
