"""Where lines of a page may break: soft hyphens in long words, because most browsers do not know Finnish ones.

A compound breaks at its joints first, which the theme lists (`theme/hyphenation/`); inside a long part, and in words
that no list knows, patterns say where syllables end. A part of three letters at most ("AI-kompetens") does not stay
behind at the end of a line. A hyphen that begins a word ("Tekoälyn perusteet -kurssi") stays with it, and so does the
dash of a range. Documents' titles, feeds, blocks, ids and addresses have none.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.core.markup.tree import Element, Node, Tree

if TYPE_CHECKING:
    from pyphen import Pyphen

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
LONG = 12
"""Letters from which on a word, or a part of a compound, may break; a shorter one fits
into the narrowest column, in a title with text of twice the size too."""
FEWEST = 3
"""Letters that stay on either side of a break at a syllable."""

_PLACES = re.compile(
    r"(?P<short>(?<![\w@/.&#-])[^\W\d_]{1,3}-(?=[^\W\d_]+(?![\w@/]|\.\w)))"  # E-kirjasto
    rf"|(?P<word>(?<![\w@/.&#])[^\W\d_]{{{LONG},}}(?![\w@/]|\.\w))"  # long, and no part of an address
    r"|(?P<hyphen>(?<![^\s(])-(?=[^\W\d_]))"  # at the beginning of a word
    r"|(?P<dash>(?<=\d)–(?=\d))"  # between numbers
)
"""Within what stands between two spaces."""
_SAINT = re.compile(r"\bS:t (?=[^\W\d_])")
REMEMBERED_WORDS = 1 << 16
"""Words of a site that are remembered as they are set: a text says most of its words again, and so do others."""
WORD_JOINER = "\N{WORD JOINER}"
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_LITERAL = frozenset({"code", "pre", "kbd", "samp", "var"})


class Hyphenator:
    """Knows where the words of one language may break. `own` are an author's words with their soft hyphens."""

    def __init__(self, folder: Path, language: str, own: Iterable[str] = ()) -> None:
        """Read the joints of the language; its patterns are read when the first word asks for them."""
        self._folder, self.language = folder, language
        self._own = {word.replace(SOFT_HYPHEN, ""): word for word in own}
        self._joints = joints(folder / f"{language}.txt")
        self._set_word = lru_cache(maxsize=REMEMBERED_WORDS)(partial(_PLACES.sub, self._set))

    def hyphenated(self, text: str) -> str:
        """Set the places where a text may break, and bind what belongs together."""
        result = " ".join(map(self._set_word, text.split(" ")))
        if "S:t " in result:
            result = _SAINT.sub(f"S:t{NO_BREAK_SPACE}", result)
        for plain, word in self._own.items():
            result = result.replace(plain, word)
        return result

    def _set(self, found: re.Match[str]) -> str:
        if found.lastgroup == "word":
            return found[0] if found[0] in self._own else self._break(found[0])
        return found[0] + WORD_JOINER

    def _break(self, word: str) -> str:
        breaks = self._breaks(word.lower()) if len(word.lower()) == len(word) else ()
        return SOFT_HYPHEN.join(word[start:end] for start, end in pairwise((0, *breaks, len(word))))

    def _breaks(self, word: str) -> tuple[int, ...]:
        """List the places where a word may break, in order."""
        at_joints: set[int] = set()
        for letters, places in self._joints.items():
            start = word.find(letters)
            if start >= 0:
                at_joints |= {start + place for place in places} | ({start} if start >= FEWEST else set())
        edges = (0, *sorted(at_joints), len(word))
        result = set(at_joints)
        for start, end in pairwise(edges):
            if end - start >= LONG:
                result |= {start + place for place in self._syllables(word[start:end])}
        return tuple(sorted(result))

    def _syllables(self, part: str) -> Iterable[int]:
        """List where the patterns break a part: never so that a single letter is left between two breaks."""
        pattern = patterns(self._folder, self.language)
        last = 0
        for place in pattern.positions(part) if pattern else ():
            if place >= FEWEST and len(part) - place >= FEWEST and (place - last > 1 or not last):
                yield place
            last = place


@cache
def joints(path: Path) -> Mapping[str, tuple[int, ...]]:
    """Read a list of compounds: the letters of each, and after how many of them its joints are."""
    if not path.is_file():
        return {}
    found = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.strip().split("|")
        if len(parts) > 1 and not line.startswith("#"):
            lengths = [len(part) for part in parts[:-1]]
            found["".join(parts)] = tuple(sum(lengths[: count + 1]) for count in range(len(lengths)))
    return found


@cache
def patterns(folder: Path, language: str) -> "Pyphen | None":
    """Return the patterns of a language: the theme's own, else pyphen's; None where there are neither."""
    import pyphen

    own = folder / f"{language}.dic"
    if own.is_file():
        return pyphen.Pyphen(filename=own, left=2, right=2)
    name = pyphen.language_fallback({"en": "en_GB"}.get(language, language))
    return pyphen.Pyphen(lang=name, left=2, right=2) if name else None


def hyphenate(nodes: Tree, by: Mapping[str, Hyphenator], language: str) -> Tree:
    """Put soft hyphens into a body; what is written literally and addresses stay as they are."""
    hyphenator = by.get(language)
    result: list[Node] = []
    changed = False
    for node in nodes:
        new_node: Node = node
        if isinstance(node, str):
            new_node = hyphenator.hyphenated(node) if hyphenator else node
        elif node.tag not in _LITERAL and node.children:
            inner = (node.get("lang") or language).split("-")[0] if node.attributes else language
            children = hyphenate(node.children, by, inner)
            new_node = node if children is node.children else Element(node.tag, node.attributes, children)
        changed = changed or new_node != node
        result.append(new_node)
    return tuple(result) if changed else nodes
