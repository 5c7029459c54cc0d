"""Anchors of headings as other places name them, so that links written for those lead somewhere here too."""

import re
from collections import Counter
from collections.abc import Iterable

_NOT_IN_ANCHOR = re.compile(r"[^\w\s-]")
_SPACE = re.compile(r"\s")


def anchors_elsewhere(headings: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map the anchors that GitHub gives to headings to their ids here; a heading is its text and its id.

    GitHub keeps letters as they are and counts headings alike from 1: `#tekoälystä`, `#tulokset-1`.
    """
    anchors: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for text, name in headings:
        anchor = _SPACE.sub("-", _NOT_IN_ANCHOR.sub("", text.strip().casefold()))
        anchors.setdefault(f"{anchor}-{numbers[anchor]}" if numbers[anchor] else anchor, name)
        numbers[anchor] += 1
    return anchors
