"""Setting a title: the largest size in which it fits, in lines of nearly one length.

A size is tried with words whole before any is broken, and a long word is broken where it breaks well: at a hyphen that
it has, at a joint or between syllables, never elsewhere unless it could not stand at all.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

WHOLE = (96, 88, 80, 72, 64)
"""Sizes in pixels, largest first, in which words are left whole."""
BROKEN = (80, 72, 64, 56)
"""Sizes in which words are broken for the sake of a large type."""
SMALL = (56, 48, 42)
LEADING = 1.1
STUMP = 0.4
"""The part of the longest line's length below which a line looks forgotten: then a smaller size may do better."""
ELLIPSIS = "…"

Measure = Callable[[str], float]
"""Returns the width of a text as a multiple of the size in which it stands."""
Break = Callable[[str], Sequence[str]]
"""Returns the parts of a word between which it may be broken with a hyphen."""


class Setting(NamedTuple):
    """A title that has been set: its size in pixels, and its lines."""

    size: int
    lines: tuple[str, ...]


class _Piece(NamedTuple):
    """What cannot be broken, with the widths that it takes within a line and at a line's end."""

    text: str
    joint: str
    """Between it and the next on one line."""
    end: str
    """After it at a line's end."""
    within: float
    at_end: float


def set_title(title: str, width: float, height: float, measure: Measure, parts: Break) -> Setting:
    """Set a title within a width and height in pixels; one that no size can hold is cut at a word."""
    whole = tuple(_pieces(title, measure, None))
    broken = tuple(_pieces(title, measure, parts))
    tries = [(size, whole) for size in WHOLE] + [(size, broken) for size in BROKEN]
    tries += [(size, pieces) for size in SMALL for pieces in (whole, broken)]
    fitting: list[Setting] = []
    for size, pieces in tries:
        count = _count(pieces, width / size)
        if count is not None and count * size * LEADING <= height:
            fitting.append(Setting(size, _balanced(pieces, count, width / size)))
            if _is_even(fitting[-1].lines, measure):
                return fitting[-1]
    return fitting[0] if fitting else _cut(title, width, height, measure)


def _is_even(lines: Sequence[str], measure: Measure) -> bool:
    """Return whether no line is a mere stump beside the others."""
    lengths = [measure(line) for line in lines]
    return min(lengths, default=0) >= STUMP * max(lengths, default=0)


def _cut(title: str, width: float, height: float, measure: Measure) -> Setting:
    size = SMALL[-1]
    pieces = tuple(_pieces(title, measure, lambda word: _slices(word, width / size, measure)))
    lines = _lines(pieces, [place for place, _ in _filled(pieces, width / size)])
    most = max(1, int(height // (size * LEADING)))
    if len(lines) > most:
        last = lines[most - 1].rpartition(" ")[0] or lines[most - 1]
        lines = (*lines[: most - 1], last.rstrip(" ,;:.–-") + ELLIPSIS)
    return Setting(size, lines)


def _pieces(title: str, measure: Measure, parts: Break | None) -> Iterator[_Piece]:
    """Part a title into what cannot be broken; without `parts` that is its words, with the hyphens that they have."""
    space, hyphen = measure(" "), measure("-")
    for word in filter(None, title.split(" ")):
        for chunk, ends_word in _at_hyphens(word) if parts else ((word, True),):
            *inner, last = (parts(chunk) if parts else ()) or (chunk,)
            for part in inner:
                yield _Piece(part, "", "-", measure(part), measure(part) + hyphen)
            alone = measure(last)
            yield _Piece(last, " " if ends_word else "", "", alone + (space if ends_word else 0), alone)


def _at_hyphens(word: str) -> Iterator[tuple[str, bool]]:
    """Part a word after the hyphens that it has, where two letters stand on either side; say which part ends it."""
    start = 0
    for place, letter in enumerate(word):
        if letter in "-–/" and place - start >= 2 and len(word) - place > 2:
            yield word[start : place + 1], False
            start = place + 1
    yield word[start:], True


def _filled(pieces: Sequence[_Piece], width: float) -> Iterator[tuple[int, float]]:
    """Fill lines one after another: give where each begins, and how wide it is."""
    start, taken, length = 0, 0.0, 0.0
    for place, piece in enumerate(pieces):
        if place > start and taken + piece.at_end > width:
            yield start, length
            start, taken = place, 0.0
        length = taken + piece.at_end
        taken += piece.within
    if pieces:
        yield start, length


def _count(pieces: Sequence[_Piece], width: float) -> int | None:
    """Count the lines that are needed; None when a piece is wider than a line."""
    lengths = [length for _, length in _filled(pieces, width)]
    return len(lengths) if all(length <= width for length in lengths) else None


def _balanced(pieces: Sequence[_Piece], count: int, width: float) -> tuple[str, ...]:
    """Part pieces into so many lines that the squares of what is left free in each add up to the least."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(count):
        ends: dict[int, tuple[float, int]] = {}
        for start, (cost, _) in best[-1].items():
            taken = 0.0
            for place in range(start, len(pieces)):
                free = width - taken - pieces[place].at_end
                if free < 0 and place > start:
                    break
                total = cost + free * free
                if place + 1 not in ends or total < ends[place + 1][0]:
                    ends[place + 1] = total, start
                taken += pieces[place].within
        best.append(ends)
    starts, end = [], len(pieces)
    for ends in reversed(best[1:]):
        end = ends[end][1]
        starts.append(end)
    return _lines(pieces, starts[::-1])


def _lines(pieces: Sequence[_Piece], starts: Sequence[int]) -> tuple[str, ...]:
    lines = []
    for start, end in pairwise([*starts, len(pieces)]):
        *inner, last = pieces[start:end]
        lines.append("".join(piece.text + piece.joint for piece in inner) + last.text + last.end)
    return tuple(lines)


def _slices(word: str, width: float, measure: Measure) -> list[str]:
    """Cut a word that breaks nowhere into what fits."""
    slices, start = [], 0
    for place in range(1, len(word) + 1):
        if measure(word[start:place] + "-") > width and place - 1 > start:
            slices.append(word[start : place - 1])
            start = place - 1
    return [*slices, word[start:]]
