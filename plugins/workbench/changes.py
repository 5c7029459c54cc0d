"""What has changed in a block since the version before, as lines to be read.

The old words are not known, on purpose: the ledger holds fingerprints of sentences. What is new, changed or moved is
shown with its neighbours and the heading above it; the rest is folded, and of what is gone it is said how much it was.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from plugins.blocks.sentences import Sentence, fingerprints, sentences_of
from plugins.core.sentence_changes import Mark, Step, change, steps
from plugins.listings.views import Anchor
from plugins.workbench.change_views import BlockChange, ChangedLine, ChangedPiece, Gone, Totals
from plugins.workbench.views import Exhibit

SHORTEST_FOLD = 3
"""Sentences in a row that are rather folded than shown."""

_LINES = {"h": "heading", "i": "item", "d": "fact", "p": "paragraph"}
_GONE = {"h": "heading", "i": "item", "d": "fact", "p": "sentence"}
_MARKS = {
    Mark.SAME: "same",
    Mark.NEW: "new",
    Mark.CHANGED: "changed",
    Mark.MOVED: "moved",
    Mark.LINKED: "linked",
}


class _Place(NamedTuple):
    """A sentence with its mark, or what is gone between two sentences."""

    mark: Mark
    sentence: Sentence | None = None
    gone: tuple[Gone, ...] = ()


def block_change(exhibit: Exhibit, language: str, v: str, html: str) -> BlockChange:
    """Return what has changed in a block of a language whose version is `v` and which is written as `html`."""
    history = exhibit.history
    is_published = bool(history) and history[-1].v == v
    if not history or (is_published and len(history) == 1):
        return BlockChange("first")
    sentences = sentences_of(html)
    if is_published:
        sentence_change = exhibit.change
    else:
        sentence_change = change(exhibit.sentences, fingerprints(sentences)) if exhibit.sentences else ""
    found = steps(sentence_change)
    places = _places(found, sentences)
    if places is None or all(place.mark is Mark.SAME for place in places):
        return BlockChange("untold")
    return BlockChange("told", tuple(_lines(places, language)), _totals(found))


def _totals(found: Iterable[Step]) -> Totals:
    counts = dict.fromkeys(Mark, 0)
    for step in found:
        counts[step.mark] += step.number
    marks = (Mark.NEW, Mark.CHANGED, Mark.MOVED, Mark.GONE, Mark.LINKED)
    return Totals(*(counts[mark] for mark in marks))


def _places(found: Sequence[Step], sentences: Sequence[Sentence]) -> list[_Place] | None:
    """Return every sentence its mark; None when the change tells of another number of sentences than there are."""
    if sum(step.number for step in found if step.mark is not Mark.GONE) != len(sentences):
        return None
    places: list[_Place] = []
    left = iter(sentences)
    for is_gone, run in groupby(found, key=lambda step: step.mark is Mark.GONE):
        if is_gone:
            places.append(_Place(Mark.GONE, gone=tuple(Gone(_GONE[step.kind], step.number) for step in run)))
        else:
            places += [_Place(step.mark, next(left)) for step in run for _ in range(step.number)]
    return places


def _lines(places: Sequence[_Place], language: str) -> Iterator[ChangedLine]:
    shown = _shown(places)
    for is_shown, run in groupby(zip(places, shown, strict=True), key=lambda pair: pair[1]):
        some = [place for place, _ in run]
        if is_shown:
            yield from _passages(some, language)
        else:
            yield ChangedLine("fold", folded=len(some))


def _shown(places: Sequence[_Place]) -> list[bool]:
    """Return which sentences are shown: those with a mark, their neighbours, and the headings that they stand under."""
    shown = [False] * len(places)
    heading = None
    for number, place in enumerate(places):
        if place.sentence is not None and place.sentence.kind == "h":
            heading = number
        if place.mark is not Mark.SAME:
            for near in (number - 1, number, number + 1, heading):
                if near is not None and 0 <= near < len(places):
                    shown[near] = True
    start = 0
    for is_shown, run in groupby(list(shown)):
        count = len(list(run))
        if not is_shown and count < SHORTEST_FOLD:
            shown[start : start + count] = [True] * count
        start += count
    return shown


def _passages(places: Iterable[_Place], language: str) -> Iterator[ChangedLine]:
    """Put sentences together that stand in one paragraph or the like."""
    line: list[_Place] = []
    for place in places:
        if line and (place.sentence is None or place.sentence.begins or line[-1].sentence is None):
            yield _line(line, language)
            line = []
        line.append(place)
    if line:
        yield _line(line, language)


def _line(places: Sequence[_Place], language: str) -> ChangedLine:
    first = places[0].sentence
    if first is None:
        return ChangedLine("gone", gone=places[0].gone)
    runs = (list(run) for _, run in groupby(places, key=lambda place: place.mark))
    other = first.language if first.language != language else ""
    return ChangedLine(_LINES[first.kind], other, tuple(_piece(run) for run in runs))


def _piece(places: Sequence[_Place]) -> ChangedPiece:
    sentences = [place.sentence for place in places if place.sentence is not None]
    mark = places[0].mark
    links = tuple(Anchor(*link) for sentence in sentences for link in sentence.links) if mark is Mark.LINKED else ()
    return ChangedPiece(_MARKS[mark], " ".join(sentence.text for sentence in sentences), links)
