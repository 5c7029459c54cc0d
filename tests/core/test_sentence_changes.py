"""What the fingerprints of two texts tell of the change between them."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.sentence_changes import CHANGE, FINGERPRINTS, SIGNS, Mark, change, steps

SENTENCES = st.lists(st.tuples(st.sampled_from("hidp"), st.sampled_from("abcdefg"), st.sampled_from(["", "x", "xy"])))


def written(*sentences: str) -> str:
    """Write fingerprints of words such as `pa`, a letter of kind and one for the text, and links after a dot."""
    return "".join(
        SIGNS[one[0]] + one[1] * 4 + "".join(f".{link * 4}" for link in one.partition(".")[2]) for one in sentences
    )


def between(before: str, after: str) -> str:
    return change(written(*before.split()), written(*after.split()))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("ha pb pc", "ha pb pc", "=3"),
        ("ha pb pc", "hx pb pc", "c1=2"),
        ("ha pb pc", "ha pb px pc", "=2n1=1"),
        ("ha pb pc pd", "ha pd", "=1-p2=1"),
        ("ha pb pc", "ha px", "=1c1-p1"),
        ("ha pb", "ha px py pz", "=1c3"),
        ("ha ib ic id", "ha id ib ic", "=1m1=2"),
        ("ha ib ic", "ha ib ic id", "=3n1"),
        ("ha ib ic", "ha ic", "=1-i1=1"),
        ("ha pb.x", "ha pb.y", "=1a1"),
        ("ha pb.x", "ha pb", "=1a1"),
        ("ha hb pc pd", "ha pd", "=1-h1-p1=1"),
        ("ha pb ic pd", "ha pd", "=1-p1-i1=1"),
        ("pa", "ix", "n1-p1"),
        ("pa ib", "ia pb", "=2"),
        ("pa pa pa", "pa pa", "=2-p1"),
        ("pa", "", "-p1"),
        ("", "pa", "n1"),
        ("", "", ""),
    ],
)
def test_a_change_is_told(before: str, after: str, told: str) -> None:
    assert between(before, after) == told


@given(SENTENCES, SENTENCES)
def test_a_change_tells_of_every_sentence_once(
    before: list[tuple[str, str, str]], after: list[tuple[str, str, str]]
) -> None:
    old, new = (written(*(f"{kind}{text}.{links}" for kind, text, links in side)) for side in (before, after))
    assert re.fullmatch(FINGERPRINTS, old)
    told = change(old, new)
    assert re.fullmatch(CHANGE, told)
    counts = {mark: sum(one.number for one in steps(told) if one.mark is mark) for mark in Mark}
    assert sum(counts.values()) - counts[Mark.GONE] == len(after)
    come_and_gone = counts[Mark.NEW] + counts[Mark.CHANGED] - counts[Mark.GONE]
    assert come_and_gone >= len(after) - len(before)
    assert (set(told) <= set("=0123456789")) == (
        [(text, links) for _, text, links in before] == [(text, links) for _, text, links in after]
    )


@pytest.mark.parametrize("words", ["pa pb", "pa", "pa pb pc pd pe pf pg ph pi pj pk"])
def test_long_texts_that_repeat_themselves_are_compared_soon(words: str) -> None:
    """The largest block has a hundred thousand bytes: some ten thousand items of one letter."""
    old = written(*words.split() * 9_000)
    new = written("px", *words.split()[::-1] * 8_000, "py")
    begun = time.process_time()
    assert steps(change(old, new))
    assert time.process_time() - begun < 3
