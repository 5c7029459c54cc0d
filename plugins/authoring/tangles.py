"""Texts that Markdown would take far too long to read: signs that are never closed, or closed far away.

For each opening sign Python-Markdown looks on for the closing one, so its time grows with the sum of the distances.
"""

import re

MOST_STEPS = 3_000_000
"""Some seconds; the longest minutes come to a thousandth of it."""

_TAG_SIGN = re.compile(r"<(?=[a-zA-Z/!?])|>")
_SIGN = re.compile(r"\]\(|[\[\])]")


def is_tangled(body: str) -> bool:
    """Tell whether looking for closing brackets would take more steps than are worth it."""
    if body.count("[") < 200 and body.count("<") < 200:
        return False
    steps = _steps_to_tag_ends(body)
    start = 0
    for end in [*(gap.start() for gap in re.finditer(r"\n[ \t]*\n", body)), len(body)]:
        if body.count("[", start, end) > 20:
            steps += _steps(body, start, end)
        start = end
    return steps > MOST_STEPS


def _steps(body: str, start: int, end: int) -> int:
    """Add up how far the closing sign of every opening one is, within one block; to its end where there is none."""
    texts: list[int] = []
    targets: list[int] = []
    steps = 0
    for sign in _SIGN.finditer(body, start, end):
        if sign[0] == "[":
            texts.append(sign.start())
            continue
        if sign[0] == ")":
            steps += sign.start() - targets.pop() if targets else 0
            continue
        steps += sign.start() - texts.pop() if texts else 0
        if sign[0] == "](":
            targets.append(sign.start())
    return steps + sum(end - place for place in (*texts, *targets))


def _steps_to_tag_ends(body: str) -> int:
    """Add up how far the end of every tag is; to the end of the text where there is none."""
    steps, end = 0, len(body)
    for sign in reversed(list(_TAG_SIGN.finditer(body))):
        if sign[0] == ">":
            end = sign.start()
        else:
            steps += end - sign.start()
    return steps
