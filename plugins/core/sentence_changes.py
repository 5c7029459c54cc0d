"""What has become of a text, told from fingerprints of its sentences before and after: its old words are not needed.

Fingerprints are one string: for each sentence four characters of Base64 (24 bits of a checksum); before them a sign
where it is a heading (`#`), an item of a list (`*`), a term or its value (`:`); after them `.` and four more for each
link in it.

A change is one string too, of the sentences after it in their order: `=12c1-p2=3` says that twelve are the same, that
one stands in the place of others, that two sentences are gone there, and that three are the same.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

_SENTENCE = r"([#*:]?)([A-Za-z0-9+/]{4})((?:\.[A-Za-z0-9+/]{4})*)"
_STEP = r"([=ncma]|-)([hidp]?)([0-9]{1,6})"
FINGERPRINTS = r"^(?:[#*:]?[A-Za-z0-9+/]{4}(?:\.[A-Za-z0-9+/]{4})*)*$"
"""The form of fingerprints, as a pattern for JSON Schema too."""
CHANGE = r"^(?:(?:[=ncma]|-[hidp])[0-9]{1,6})*$"
"""The form of a change."""

SIGNS = {"h": "#", "i": "*", "d": ":", "p": ""}
"""What stands before the fingerprint of a heading, an item, a fact and any other sentence."""
_KINDS = {sign: kind for kind, sign in SIGNS.items()}

MOST_PAIRS = 4_000_000
"""Sentences before times sentences after, beyond which a changed stretch is not looked into."""


class Mark(StrEnum):
    """What a sentence is beside the text before; `GONE` stands between sentences and tells of those that were there."""

    SAME = "="
    NEW = "n"
    CHANGED = "c"
    """Stands in the place of others of its kind."""
    MOVED = "m"
    LINKED = "a"
    """The same words, another link."""
    GONE = "-"


class Step(NamedTuple):
    """So many sentences in a row with one mark; `kind` says what is gone, and is empty of other marks."""

    mark: Mark
    kind: str
    number: int


class _Sentence(NamedTuple):
    kind: str
    text: str
    links: str


def change(before: str, after: str) -> str:
    """Return what makes the sentences of `after` of those of `before`, both as fingerprints."""
    steps = _steps(_sentences(before), _sentences(after))
    runs = groupby(steps, key=lambda step: step[:2])
    return "".join(f"{mark}{kind}{sum(step.number for step in run)}" for (mark, kind), run in runs)


def steps(written: str) -> tuple[Step, ...]:
    """Read a change."""
    return tuple(Step(Mark(mark), kind, int(count)) for mark, kind, count in re.findall(_STEP, written))


def _sentences(written: str) -> list[_Sentence]:
    return [_Sentence(_KINDS[sign], text, links) for sign, text, links in re.findall(_SENTENCE, written)]


def _steps(before: list[_Sentence], after: list[_Sentence]) -> Iterator[Step]:
    stretches = list(_aligned([sentence.text for sentence in before], [sentence.text for sentence in after]))
    gone: Counter[str] = Counter()
    come: Counter[str] = Counter()
    for is_same, old, new in stretches:
        if not is_same:
            gone.update(sentence.text for sentence in before[old])
            come.update(sentence.text for sentence in after[new])
    leaving, arriving = gone & come, gone & come
    for is_same, old, new in stretches:
        if is_same:
            pairs = zip(before[old], after[new], strict=True)
            yield from (
                Step(Mark.SAME if sentence.links == other.links else Mark.LINKED, "", 1) for sentence, other in pairs
            )
        else:
            yield from _replaced(before[old], after[new], leaving, arriving)


def _replaced(
    before: Iterable[_Sentence], after: Iterable[_Sentence], leaving: Counter[str], arriving: Counter[str]
) -> Iterator[Step]:
    """Report a stretch where one text stands for another; what has only moved is counted off."""
    lost = Counter(sentence.kind for sentence in before if not _taken(leaving, sentence.text))
    present = Counter(lost)
    for sentence in after:
        if _taken(arriving, sentence.text):
            yield Step(Mark.MOVED, "", 1)
        else:
            yield Step(Mark.CHANGED if present[sentence.kind] else Mark.NEW, "", 1)
            lost[sentence.kind] -= 1
    yield from (Step(Mark.GONE, kind, count) for kind, count in lost.items() if count > 0)


def _taken(among: Counter[str], text: str) -> bool:
    if not among[text]:
        return False
    among[text] -= 1
    return True


def _aligned(before: list[str], after: list[str]) -> Iterator[tuple[bool, slice, slice]]:
    """Yield the stretches that are the same and those that are not, in order."""
    shorter = min(len(before), len(after))
    head = next((place for place in range(shorter) if before[place] != after[place]), shorter)
    left = shorter - head
    tail = next((place for place in range(left) if before[-1 - place] != after[-1 - place]), left)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    yield True, slice(0, head), slice(0, head)
    if len(old) * len(new) > MOST_PAIRS:
        yield False, slice(head, head + len(old)), slice(head, head + len(new))
    else:
        for operation, *places in SequenceMatcher(None, old, new).get_opcodes():
            old_from, old_to, new_from, new_to = (head + place for place in places)
            yield operation == "equal", slice(old_from, old_to), slice(new_from, new_to)
    yield True, slice(len(before) - tail, len(before)), slice(len(after) - tail, len(after))
