"""Changes between two states of a version: which passages are new, which read otherwise, which are gone."""

from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from plugins.bilingual.passages import State


class ChangeKind(StrEnum):
    """What has happened to a passage."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class PassageChange(NamedTuple):
    """One passage that differs: its key or else its number, and its places in the old state and in the new."""

    kind: ChangeKind
    key: str
    number: int
    """The paragraph's number in the new state; of a removed one, in the old."""
    before: int | None
    after: int | None


def changes(old: State, new: State) -> tuple[PassageChange, ...]:
    """List what differs, front matter first, in reading order."""
    return (*_of_front(old, new), *_of_paragraphs(old, new))


def _of_front(old: State, new: State) -> list[PassageChange]:
    before, after = _keys(old), _keys(new)
    found = []
    for key in dict.fromkeys((*after, *before)):
        if key not in before:
            found.append(PassageChange(ChangeKind.ADDED, key, 0, None, after[key]))
        elif key not in after:
            found.append(PassageChange(ChangeKind.REMOVED, key, 0, before[key], None))
        elif old[before[key]] != new[after[key]]:
            found.append(PassageChange(ChangeKind.CHANGED, key, 0, before[key], after[key]))
    return found


def _keys(state: State) -> dict[str, int]:
    return {mark.partition(":")[0]: place for place, mark in enumerate(state) if ":" in mark}


def _of_paragraphs(old: State, new: State) -> list[PassageChange]:
    first, second = len(_keys(old)), len(_keys(new))
    found = []
    matcher = SequenceMatcher(None, old[first:], new[second:], autojunk=False)
    for operation, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if operation == "equal":
            continue
        for step in range(max(old_to - old_from, new_to - new_from)):
            before = old_from + step if old_from + step < old_to else None
            after = new_from + step if new_from + step < new_to else None
            found.append(_of_paragraph(before, after, first, second))
    return found


def _of_paragraph(before: int | None, after: int | None, first: int, second: int) -> PassageChange:
    old_place = None if before is None else first + before
    new_place = None if after is None else second + after
    if after is None:
        return PassageChange(ChangeKind.REMOVED, "", (before or 0) + 1, old_place, None)
    return PassageChange(
        ChangeKind.ADDED if before is None else ChangeKind.CHANGED, "", after + 1, old_place, new_place
    )
