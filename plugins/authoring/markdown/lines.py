"""The lines of a body, with plain spaces where a mark or an end of line is meant."""

import re

_SEPARATORS = dict.fromkeys(map(ord, "\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " ")
"""Signs that part lines or words elsewhere; Markdown knows none of them, and a browser shows none."""
_SEPARATOR = re.compile("[\v\f\x1c-\x1f\x85\u2028\u2029]")

_UNSEEN = "\u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_MARKS = re.compile(
    rf"(?:[ {_UNSEEN}]*(?:>|(?:[-*+•]|[0-9]{{1,9}}[.)])(?=[ {_UNSEEN}])|#{{1,6}}(?=[ {_UNSEEN}])|"
    rf"\[[ xX{_UNSEEN}]\](?=[ {_UNSEEN}])|(?=[`~|:])|(?=\[\^)))*[ {_UNSEEN}]*"
)
"""How a line begins: marks of blocks, and spaces and unseen signs around them."""
_RULE = re.compile(rf"[ |:{_UNSEEN}-]*")
"""A line of nothing but the signs of a table's rule."""


def clean_lines(text: str) -> list[str]:
    """Take a body apart into lines; tabs reach to every fourth column, as CommonMark counts them.

    Every character keeps its column but those after a tab.
    """
    if _SEPARATOR.search(text):
        text = text.translate(_SEPARATORS)
    lines = text.split("\n")
    if _UNSEEN_SIGN.search(text):
        lines = [_with_plain_beginning(line) if _UNSEEN_SIGN.search(line) else line for line in lines]
    return [line.expandtabs(4) for line in lines] if "\t" in text else lines


def _with_plain_beginning(line: str) -> str:
    """Write a space for each unseen sign among the marks at a line's beginning; a word's own signs stay."""
    beginning = _RULE.fullmatch(line) or _MARKS.match(line)
    if beginning is None or not beginning[0]:
        return line
    return _UNSEEN_SIGN.sub(" ", beginning[0]) + line[beginning.end() :]
