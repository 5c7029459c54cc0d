"""What is calculated of measurements, and what is shown of them."""

import math
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from bench.chart import apart, chart, described
from bench.measuring import stages_of
from bench.publication import BEGINNING, END, PICTURE, README, RESULTS, speed, with_speed
from bench.results import Case, ExtraCase, Results, doubling_exponent, exponent, newest, read_results, write_results
from bench.runs import Took
from bench.scale import Scale, scale_for
from bench.tables import comparison, document, extras, growth_by_count, growth_by_length, markdown, stages

SMALL = Case(
    "mixed",
    100,
    1,
    {
        "kaiku": {"cold": [4.0, 2.0, 3.0], "memory": [100.0], "visible": [0.1, 0.2]},
        "hugo": {"cold": [1.5], "memory": [200.0], "visible": [0.3]},
    },
    {"start": 0.5, "read": 1.5, "exit": 1.0},
)
LARGE = Case("mixed", 1000, 1, {"kaiku": {"cold": [30.0]}, "hugo": {"cold": [3.0]}}, {"read": 30.0})
RESULTS_OF_TESTS = Results("2031-05-14", {"cores": "2", "processor": "X"}, {"kaiku": "abc", "hugo": "1.2"},
                           {"pelican": "no network"}, (LARGE, SMALL))  # fmt: skip
EXTRAS = (
    ExtraCase("none", "", 100, 0, {"cold": [3.0, 5.0, 4.0], "unchanged": [1.0]}),
    ExtraCase("cards", "none", 100, 200, {"cold": [10.0], "unchanged": [1.25]}),
)


def test_ratio_is_that_of_medians() -> None:
    assert SMALL.median("kaiku", "cold") == 3.0
    assert SMALL.ratio("hugo", "cold") == 2.0
    assert SMALL.ratio("hugo", "memory") == 0.5
    assert SMALL.ratio("hugo", "edit") is None
    assert SMALL.ratio("pelican", "cold") is None


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_exponents_are_found(power: float) -> None:
    assert exponent((100, 100**power), (1000, 1000**power)) == pytest.approx(power)
    times = [7 + 3 * size**power for size in (1, 2, 4)]
    assert doubling_exponent(times) == pytest.approx(power)


def test_noise_has_no_exponent() -> None:
    assert doubling_exponent([1.0, 0.9, 2.0]) is None
    assert doubling_exponent([1.0, 2.0, 2.0]) is None


def test_results_are_read_as_they_were_written(tmp_path: Path) -> None:
    results = replace(RESULTS_OF_TESTS, extras=EXTRAS)
    write_results(results, tmp_path / "2031-05-14.json")
    (tmp_path / "2030-01-01.json").write_text("{}", encoding="utf-8")
    assert newest(tmp_path) == tmp_path / "2031-05-14.json"
    assert read_results(newest(tmp_path)) == results
    with pytest.raises(LookupError):
        newest(tmp_path / "nowhere")


def test_stages_add_up_to_the_build_of_median_length() -> None:
    told = '{"stages": [{"stage": "start", "seconds": 0.5, "processor": 1}, {"stage": "read", "seconds": 1.25}]}'
    builds = [Took(9.0, 0, ""), Took(2.0, 0, f"noise\n{told}\n"), Took(1.0, 0, "")]
    found = stages_of(builds)
    assert found == {"start": 0.5, "read": 1.25, "exit": 0.25}
    assert sum(found.values()) == 2.0


def test_tables_show_medians_ratios_and_growth() -> None:
    rows = comparison(SMALL, ("kaiku", "hugo", "pelican"))
    assert rows[0] == ("", "Kaiku", "Hugo", "÷ Hugo")
    assert rows[4][1:] == ("3.00", "1.50", "2.00")
    assert rows[2][1:] == ("–", "–", "–")
    assert stages(SMALL)[-1] == ("sum", "3.00", "100%")
    growth = {row[1]: row[2:] for row in growth_by_count(RESULTS_OF_TESTS)}
    assert growth["first build"] == ("1.00", f"{math.log10(2):.2f}")
    assert growth["one edit"] == ("–", "–")
    whole = document(RESULTS_OF_TESTS)
    assert "Pelican could not be measured: no network." in whole
    assert "## mixed, 1000 × 2 texts" in whole


def test_extras_cost_what_their_site_takes_longer() -> None:
    results = replace(RESULTS_OF_TESTS, extras=EXTRAS)
    _, none, cards = extras(results)
    assert none[1:] == ("–", "4.00", "–", "–", "1.00", "–")
    assert cards[1:] == ("200", "10.00", "6.00", "30", "1.25", "0.25")
    for text in (document(results), speed(results)):
        assert "mixed, 100 × 2 texts" in text
        assert "… with cards" in text
    assert "cards" not in document(RESULTS_OF_TESTS) + speed(RESULTS_OF_TESTS)


def test_growth_with_the_length_of_texts() -> None:
    cases = tuple(Case("hard", 12, length, {"kaiku": {"cold": [1.0 + length**2]}}, {}) for length in (4, 1, 2))
    results = Results("2031-05-14", {}, {"kaiku": "abc"}, {}, cases)
    assert ("hard, texts ×1 ×2 ×4", "first build", "2.00") in list(growth_by_length(results))


def test_markdown_is_a_table_with_numbers_to_the_right() -> None:
    assert markdown([("", "a"), ("row", "10.0")]) == "|     |    a |\n|-----|-----:|\n| row | 10.0 |"


def test_scale_is_logarithmic_with_round_ticks() -> None:
    scale = Scale(0.1, 10, 100, 300)
    assert [scale.place(value) for value in (0.1, 1, 10)] == [100, 200, 300]
    assert scale.ticks() == (0.1, 0.2, 0.5, 1, 2, 5, 10)
    assert Scale(1, 1000, 0, 1).ticks() == (1, 10, 100, 1000)
    wide = scale_for([2, 8], 300, 0)
    assert 0 < wide.place(8) < wide.place(2) < 300


def test_names_at_the_ends_of_lines_do_not_meet() -> None:
    assert apart({"a": 10.0, "b": 12.0, "c": 50.0}, 17) == {"a": 10.0, "b": 27.0, "c": 50.0}


def test_picture_describes_itself_and_has_both_colour_schemes() -> None:
    text = chart(RESULTS_OF_TESTS, "mixed")
    svg = ET.fromstring(text)  # noqa: S314 - our own
    space = "{http://www.w3.org/2000/svg}"
    assert svg.attrib["aria-labelledby"] == "title desc"
    assert "Kaiku" in str(svg.findtext(f"{space}title"))
    assert svg.findtext(f"{space}desc") == described(LARGE, ["hugo"])
    assert "prefers-color-scheme: dark" in text
    assert "first build: 10.00 of Hugo's." in described(LARGE, ["hugo"])
    width = float(svg.attrib["viewBox"].split()[2])
    for mark in svg.iter(f"{space}circle"):
        assert 0 < float(mark.attrib["cx"]) < width
    with pytest.raises(LookupError):
        chart(RESULTS_OF_TESTS, "real")


def test_figures_of_a_busy_machine_are_called_rough() -> None:
    busy = replace(RESULTS_OF_TESTS, machine={**RESULTS_OF_TESTS.machine, "load before": "3.1"})
    assert "Rough" in speed(busy)
    assert "Rough" in document(busy)
    assert "Rough" not in speed(RESULTS_OF_TESTS) + document(RESULTS_OF_TESTS)


def test_readme_gets_its_words_between_the_marks() -> None:
    readme = f"# A\n{BEGINNING}old\n{END}\nend\n"
    assert with_speed(readme, RESULTS_OF_TESTS) == f"# A\n{BEGINNING}{speed(RESULTS_OF_TESTS)}{END}\nend\n"
    with pytest.raises(LookupError):
        with_speed("# A\n", RESULTS_OF_TESTS)


def test_readme_and_picture_show_the_newest_results() -> None:
    results = read_results(newest(RESULTS))
    readme = README.read_text(encoding="utf-8")
    assert with_speed(readme, results) == readme
    assert chart(results, "mixed") == PICTURE.read_text(encoding="utf-8")
    assert document(results) == (RESULTS / f"{results.date}.md").read_text(encoding="utf-8")


def test_readme_shows_a_larger_size_beside_the_one_with_most_programs() -> None:
    case = replace(LARGE, samples={"kaiku": {"cold": [30.0]}})
    text = speed(replace(RESULTS_OF_TESTS, cases=(case, SMALL)))
    assert "medians with 100 `mixed` texts" in text
    assert "With 1000, in one run:" in text
