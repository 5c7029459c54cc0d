"""A readable difference of two texts, word by word."""

from difflib import SequenceMatcher
from enum import StrEnum

CONTEXT = 6
"""Words that are kept on each side of a difference."""


class RunKind(StrEnum):
    """What a run of words is."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


def word_diff(old: str, new: str) -> tuple[tuple[RunKind, str], ...]:
    """Return runs of words in reading order; long runs that are the same are cut in the middle with an ellipsis."""
    before, after = old.split(), new.split()
    runs: list[tuple[RunKind, str]] = []
    operations = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for number, (operation, old_from, old_to, new_from, new_to) in enumerate(operations):
        if operation == "equal":
            words = before[old_from:old_to]
            runs.append((RunKind.SAME, _cut(words, starts=number == 0, ends=number == len(operations) - 1)))
            continue
        if old_to > old_from:
            runs.append((RunKind.GONE, " ".join(before[old_from:old_to])))
        if new_to > new_from:
            runs.append((RunKind.NEW, " ".join(after[new_from:new_to])))
    return tuple(runs)


def _cut(words: list[str], *, starts: bool, ends: bool) -> str:
    """Shorten a run; before the first difference its end is kept, after the last one its beginning."""
    head = 0 if starts else CONTEXT
    tail = 0 if ends else CONTEXT
    if len(words) <= head + tail + 1:
        return " ".join(words)
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])
