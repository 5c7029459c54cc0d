"""The words of the board are the same set in every language, and dates and differences read well."""

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.bilingual.passages import opening
from plugins.bilingual.standings import TranslationStatus
from plugins.bilingual.words import words
from plugins.core.dates import date_in_words
from plugins.core.languages import LANGUAGES
from plugins.core.word_diff import RunKind, word_diff


def test_every_language_has_the_same_words() -> None:
    finnish = words("fi")
    assert set(TranslationStatus) <= finnish.keys()
    for language in LANGUAGES:
        table = words(language)
        assert table.keys() == finnish.keys()
        for key, text in table.items():
            assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", finnish[key])), key


def test_dates() -> None:
    assert date_in_words("2026-02-06") == "6.2.2026"


texts = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=30).map(" ".join)


@given(texts, texts)
def test_a_difference_tells_every_word_that_differs(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert (old == new) == all(run is RunKind.SAME for run, _ in runs)
    for run, side in ((RunKind.GONE, old), (RunKind.NEW, new)):
        told = " ".join(text for kind, text in runs if kind in {RunKind.SAME, run}).split()
        assert "…" in told or told == side.split()


def test_long_runs_are_cut() -> None:
    many = " ".join(str(number) for number in range(40))
    assert word_diff(f"{many} x {many}", f"{many} y {many}") == (
        (RunKind.SAME, "… 34 35 36 37 38 39"),
        (RunKind.GONE, "x"),
        (RunKind.NEW, "y"),
        (RunKind.SAME, "0 1 2 3 4 5 …"),
    )


def test_openings() -> None:
    assert opening("Lyhyt teksti.", 20) == "Lyhyt teksti."
    assert opening("Vähän pidempi teksti, jota ei näytetä", 22) == "Vähän pidempi teksti…"
