"""Setting titles: large, in lines of nearly one length, words whole or broken where they break well."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from plugins.cards.title_lines import BROKEN, LEADING, SMALL, WHOLE, set_title

WIDTH, HEIGHT = 770, 330


def measure(text: str) -> float:
    """As if every letter were half as wide as it is high."""
    return len(text) / 2


def whole(word: str) -> tuple[str, ...]:
    return (word,)


def syllables(word: str) -> tuple[str, ...]:
    return tuple(word[place : place + 4] for place in range(0, len(word), 4))


def test_a_short_title_is_as_large_as_can_be() -> None:
    assert set_title("Pilotti alkaa", WIDTH, HEIGHT, measure, whole) == (WHOLE[0], ("Pilotti alkaa",))


def test_lines_are_of_nearly_one_length() -> None:
    title = "Kirjastot saavat uuden viitearkkitehtuurin ensi vuonna"
    size, lines = set_title(title, WIDTH, HEIGHT, measure, whole)
    assert " ".join(lines) == title
    assert lines == ("Kirjastot", "saavat uuden", "viitearkkitehtuurin", "ensi vuonna")
    assert size == 72


def test_no_word_is_left_alone_where_a_smaller_size_is_even() -> None:
    title = "Tekoälyhankkeella on projektipäällikkö"
    assert set_title(title, 660, HEIGHT, measure, whole).lines == ("Tekoälyhankkeella", "on projektipäällikkö")
    assert set_title("a bbbbbbbbbbbbbbbbbbbbbbbbb", WIDTH, HEIGHT, measure, whole).size == 56, "no size is even"


def test_a_long_word_is_broken_only_where_it_may_be_and_only_for_a_large_type() -> None:
    title = "kokonaisarkkitehtuurikeskustelu"
    assert set_title(title, WIDTH, HEIGHT, measure, whole)[0] < BROKEN[-1]
    size, lines = set_title(title, WIDTH, HEIGHT, measure, syllables)
    assert size == BROKEN[0]
    assert "".join(line.rstrip("-") for line in lines) == title
    assert all(line.endswith("-") and (len(line) - 1) % 4 == 0 for line in lines[:-1])
    assert set_title("Sana", WIDTH, HEIGHT, measure, syllables).lines == ("Sana",)


def test_a_hyphen_that_is_there_is_a_place_to_break() -> None:
    _, lines = set_title("AKE-koordinaattoreiden tekoälyosaaminen", 500, HEIGHT, measure, whole)
    assert lines[0] in {"AKE-", "AKE-koordinaattoreiden"}
    assert "--" not in "".join(lines)


def test_a_name_with_a_hyphen_stays_whole_where_the_type_is_large_all_the_same() -> None:
    _, lines = set_title("AI-projektets planer presenteras på AKE-linja den 12 mars", WIDTH, HEIGHT, measure, whole)
    assert not any(line.endswith("-") for line in lines)


def test_what_fits_nowhere_is_cut_with_an_ellipsis() -> None:
    size, lines = set_title("sana " * 200, WIDTH, HEIGHT, measure, whole)
    assert size == SMALL[-1]
    assert lines[-1].endswith("sana…")
    assert len(lines) * size * LEADING <= HEIGHT


def test_a_word_that_breaks_nowhere_is_cut_into_lines() -> None:
    _, lines = set_title("x" * 120, WIDTH, HEIGHT, measure, whole)
    assert "".join(line.rstrip("-") for line in lines) == "x" * 120


@given(st.text(st.sampled_from("abc -–ä"), max_size=300))
def test_every_title_stays_within_its_space(title: str) -> None:
    size, lines = set_title(title, WIDTH, HEIGHT, measure, syllables)
    assert all(measure(line) * size <= WIDTH + size for line in lines)
    assert len(lines) * size * LEADING <= HEIGHT
    assert all(a > b for a, b in pairwise(WHOLE))
