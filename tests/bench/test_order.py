"""The order of a measurement: small cases first, and what has been measured is kept whatever comes after."""

import sys
from collections.abc import Iterator, Sequence

import pytest

from bench import __main__ as bench
from bench.corpora import Corpus
from bench.results import Case, ExtraCase, Results

Asked = tuple[str, int, int, tuple[str, ...], int]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Let nothing be measured, and note what would have been."""
    noted: list[Asked] = []

    def measure(corpus: Corpus, count: int, length: int, names: Sequence[str], rounds: int) -> Iterator[Case]:
        noted.append((corpus.name, count, length, tuple(names), rounds))
        for done in range(1, rounds + 1):
            yield Case(corpus.name, count, length, {"kaiku": {"cold": [1.0] * done}}, {"read": 1.0})

    def measure_extras(count: int, rounds: int) -> Iterator[tuple[ExtraCase, ...]]:
        noted.append(("extras", count, 1, ("kaiku",), rounds))
        yield (ExtraCase("none", "", count, 0, {"cold": [1.0], "unchanged": [1.0]}),)

    monkeypatch.setattr(bench, "measure", measure)
    monkeypatch.setattr(bench, "measure_extras", measure_extras)
    monkeypatch.setattr(bench, "installed", lambda _: None)
    return noted


def run(monkeypatch: pytest.MonkeyPatch, words: str) -> tuple[int, list[Results]]:
    kept: list[Results] = []
    monkeypatch.setattr(bench, "publish", kept.append)
    monkeypatch.setattr(sys, "argv", ["bench", *words.split()])
    return bench.main(), kept


def test_small_cases_come_first_and_many_posts_meet_hugo_only(
    asked: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, kept = run(monkeypatch, "--n 100,10000 --corpus mixed,hard --against hugo,pelican --rounds 2 --record")
    every, few = ("kaiku", "hugo", "pelican"), ("kaiku", "hugo")
    assert code == 0
    assert asked == [
        *(("hard", 6, length, every, 2) for length in (1, 2, 4)),
        ("mixed", 100, 1, every, 2),
        ("extras", 100, 1, ("kaiku",), 2),
        ("mixed", 10000, 1, few, 1),
    ]
    assert len(kept) == 4, "from the first round of mixed texts on, after each"
    assert [len(results.cases) for results in kept] == [4, 4, 4, 5]
    assert [case.samples["kaiku"]["cold"] for case in kept[-1].cases] == [[1.0, 1.0]] * 4 + [[1.0]]
    assert kept[-1].extras


def test_whoever_interrupts_has_the_rounds_before(
    asked: list[Asked], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: int) -> Iterator[tuple[ExtraCase, ...]]:
        raise KeyboardInterrupt

    monkeypatch.setattr(bench, "measure_extras", interrupted)
    code, kept = run(monkeypatch, "--n 100,1000 --against none --record")
    assert code == 130
    assert [one[1] for one in asked] == [100]
    assert [case.count for case in kept[-1].cases] == [100]
    assert "## mixed, 100 × 2 texts" in capsys.readouterr().out
