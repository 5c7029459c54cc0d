"""Emphasis, strong words and strikes: runs of `*`, `_` and `~` find their partners (CommonMark 6.2)."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias
from xml.etree.ElementTree import Element

from plugins.authoring.markdown.passage import DEEPEST, MarkedText, TooDeepError, at

RUN = re.compile(r"\*+|_+|~+")
_TAGS = {("*", 1): "em", ("*", 2): "strong", ("_", 1): "em", ("_", 2): "strong", ("~", 2): "del"}


@dataclass(slots=True, eq=False)
class DelimiterRun:
    """A run of signs that may open or close something; `start` is where what is left of it begins in the text."""

    sign: str
    count: int
    start: int
    opens: bool
    closes: bool
    length: int

    @property
    def text(self) -> str:
        """What is left of it."""
        return self.sign * self.count


@dataclass(slots=True, eq=False)
class Attributes:
    """An attribute list after a run, for the element that the run may close."""

    text: str
    values: dict[str, str]
    start: int


Inline: TypeAlias = "str | Element | DelimiterRun | Attributes"
"""A part of a text that is being read: words, something finished, or signs without a partner so far."""


def run_at(text: str, start: int, end: int) -> DelimiterRun:
    """Report a run whether it can open and close, by what stands on its sides."""
    before, after = text[start - 1 : start], text[end : end + 1]
    space_before, space_after = not before or before.isspace(), not after or after.isspace()
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    left = not space_after and (not sign_after or space_before or sign_before)
    right = not space_before and (not sign_before or space_after or sign_after)
    sign, count = text[start], end - start
    if sign == "_":
        return DelimiterRun(
            sign, count, start, left and (not right or sign_before), right and (not left or sign_after), count
        )
    if sign == "~" and count != 2:
        return DelimiterRun(sign, count, start, opens=False, closes=False, length=count)
    return DelimiterRun(sign, count, start, left, right, count)


def _is_sign(character: str) -> bool:
    return bool(character) and not character.isalnum() and unicodedata.category(character)[0] in "PS"


def pair_runs(nodes: list[Inline], consumed: list[tuple[int, int]], passage: MarkedText) -> None:
    """Put elements in the place of what stands between partners; note the signs that were marks.

    Raises TooDeepError.
    """
    if len(nodes) < 2:  # as in most passages, there is nothing between anything
        return
    depths: dict[Element, int] = {}
    bottoms: dict[tuple[str, bool, int], DelimiterRun | None] = {}
    number = 0
    while number < len(nodes):
        closer = nodes[number]
        if not isinstance(closer, DelimiterRun) or not closer.closes or not closer.count:
            number += 1
            continue
        kind = (closer.sign, closer.opens, closer.length % 3)
        opener_number = _opener(nodes, number, closer, bottoms.get(kind))
        if opener_number is None:
            bottoms[kind] = _run_before(nodes, number)
            number += 1
            continue
        opener = nodes[opener_number]
        assert isinstance(opener, DelimiterRun)
        used = 2 if closer.sign == "~" or (opener.count >= 2 and closer.count >= 2) else 1
        opener.count -= used
        consumed.append((opener.start + opener.count, opener.start + opener.count + used))
        consumed.append((closer.start, closer.start + used))
        closer.start, closer.count = closer.start + used, closer.count - used
        spot = passage.spot(opener.start + opener.count)
        element = Element(_TAGS[closer.sign, used], at(spot))
        inner = nodes[opener_number + 1 : number]
        depths[element] = 1 + max((depths.get(node, 0) for node in inner if isinstance(node, Element)), default=0)
        if depths[element] > DEEPEST:
            raise TooDeepError(spot)
        fill(element, inner)
        nodes[opener_number + 1 : number] = [element]
        number = opener_number + 2
        listed = nodes[number + 1] if number + 1 < len(nodes) and not closer.count else ""
        if isinstance(listed, Attributes):
            element.attrib.update(listed.values)
            consumed.append((listed.start, listed.start + len(listed.text)))
            del nodes[number + 1]


def _run_before(nodes: list[Inline], number: int) -> DelimiterRun | None:
    for place in range(number - 1, -1, -1):
        if isinstance(run := nodes[place], DelimiterRun):
            return run
    return None


def _opener(nodes: list[Inline], number: int, closer: DelimiterRun, bottom: DelimiterRun | None) -> int | None:
    """Find the nearest run that the closer may close."""
    for place in range(number - 1, -1, -1):
        run = nodes[place]
        if run is bottom and bottom is not None:
            return None
        if isinstance(run, DelimiterRun) and run.sign == closer.sign and run.opens and run.count:
            odd = (run.closes or closer.opens) and (run.length + closer.length) % 3 == 0
            if not odd or (run.length % 3 == 0 and closer.length % 3 == 0):
                return place
    return None


def fill(element: Element, nodes: Iterable[Inline]) -> None:
    """Make parts of a text the content of an element, after what it holds."""
    words: list[str] = []
    for node in nodes:
        if isinstance(node, Element):
            _add_words(element, words)
            words = []
            element.append(node)
        else:
            words.append(node if isinstance(node, str) else node.text)
    _add_words(element, words)


def _add_words(element: Element, words: list[str]) -> None:
    if not words:
        return
    if len(element):
        element[-1].tail = "".join((element[-1].tail or "", *words))
    else:
        element.text = "".join((element.text or "", *words))
