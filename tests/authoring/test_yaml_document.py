"""The one YAML: the core schema of YAML 1.2, every place, and bounds that no text exceeds."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.yaml_document import MAX_DEPTH, MAX_NODES, YamlDocument, parse_yaml
from tests.laws import law


def read(text: str) -> YamlDocument:
    return parse_yaml("x.md", text, 2)


def found(text: str) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.line, one.place.column) for one in read(text).diagnostics]


SCALARS: dict[str, Any] = {
    "yes": "yes", "no": "no", "on": "on", "true": True, "False": False, "~": None, "null": None, "Null": None,
    "12": 12, "-5": -5, "+5": 5, "012": 12, "0o17": 15, "0x1F": 31, "1_000": "1_000", "0b11": "0b11",
    "1.10": Decimal("1.10"), "1e3": Decimal("1e3"), ".5": Decimal("0.5"), "3.": Decimal(3), "1.2.3": "1.2.3",
    ".inf": Decimal("Infinity"), "-.INF": Decimal("-Infinity"), "1e99999999999999999999": Decimal("Infinity"),
    "12:30": "12:30", "2031-05-14": "2031-05-14", "2031": 2031, "-": "-", "+": "+", ".": ".", "0x": "0x",
    "9" * 400: "9" * 400, "'12'": "12", '"true"': "true", "!!str 12": "12", "!!int '12'": 12, "!!int x": "x",
    "!own 12": "12", "<<": "<<", "=": "=",
}  # fmt: skip


@pytest.mark.parametrize("written", SCALARS)
def test_scalars_are_those_of_the_core_schema(written: str) -> None:
    expected = SCALARS[written]
    value = read(f"a: {written}").value["a"] if written != "-" else read("a: '-'").value["a"]
    assert value == expected
    assert isinstance(value, type(expected))


def test_a_number_keeps_the_letters_in_which_it_was_written() -> None:
    document = read("a: 012\nb: 1.10\nc: +3\nd: 0x1F\ne: 12")
    assert [str(value) for value in document.value.values()] == ["012", "1.10", "+3", "0x1F", "12"]


def test_not_a_number_is_one() -> None:
    assert read("a: .nan").value["a"].is_nan()


@pytest.mark.parametrize("sign", ["\u0085", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_signs_that_separate_are_spaces_and_end_no_line(sign: str) -> None:
    document = read(f"title: a{sign}b\nsummary: |\n  c{sign}d\ndate: e")
    assert document.value == {"title": "a b", "summary": "c d\n", "date": "e"}
    assert document.keys[("date",)] == (5, 1)


@pytest.mark.parametrize("text", ["a: |\n  x\n\t\n  y", "a: |\n  x\n \t \n  y", "a: |\n  x\n\t\t\n  y"])
def test_a_line_of_tabs_alone_is_blank(text: str) -> None:
    assert read(text).value == {"a": "x\n\ny"}


def test_an_anchor_may_be_given_again() -> None:
    assert read("title: &a Yksi\nsummary: &a Kaksi\nslug: *a").value["slug"] == "Kaksi"


SURROGATES = {
    r'"\uD83C\uDF1E"': "🌞",
    r'"kesä \ud83c\udf1e ja \uD83D\uDE00."': "kesä 🌞 ja 😀.",
    r"'\uD83C\uDF1E'": r"\uD83C\uDF1E",
    r"kesä\uD83C\uDF1E": r"kesä\uD83C\uDF1E",
    r'"\\uD83C\uD83C\uDF1E"': r"\uD83C🌞",
    r'"\U0001F31E"': "🌞",
}


@pytest.mark.parametrize("written", SURROGATES)
def test_two_escapes_may_be_one_letter(written: str) -> None:
    """As in JSON, and in double quotation marks alone; what follows on the line keeps its column."""
    document = read(f"{{a: {written}, b: c}}")
    assert document.value == {"a": SURROGATES[written], "b": "c"}
    assert document.keys[("b",)] == (2, 7 + len(written))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (r'a: "\uD83C"', 2, 5),
        (r'a: "kesä \uDF1E"', 2, 10),
        (r'a: "\uD83C\uDF1E \uD83C"', 2, 18),
        ('a: "x\n  \\uD83C y"', 3, 3),
        ('b: c\na: "\\uDF1E\\uD83C"', 3, 5),
    ],
)
def test_half_a_pair_is_a_fault_where_it_stands(text: str, line: int, column: int) -> None:
    assert found(text) == [("FRM007", line, column)]


@pytest.mark.parametrize(
    ("text", "line", "column"), [('b: \ue900\na: "\\uD83C\\uDF1E"', 3, 7), ('a: "\\uE83C \\uD83C"', 2, 14)]
)
def test_pairs_beside_letters_of_private_use_are_refused_at_the_escape(text: str, line: int, column: int) -> None:
    """Such letters stand in for halves of pairs; without pairs they are letters like others."""
    assert found(text) == [("FRM007", line, column)]
    assert read("b: \ue900").value == {"b": "\ue900"}


SLIPS = {
    "title:Otsikko\ndate:2031-05-14": [("FRM007", 2, 7), ("FRM007", 3, 6)],
    "title: a\ndate:2031-05-14\nproject: b": [("FRM007", 3, 6)],
    "tags:\n-a\n-b": [("FRM007", 3, 2), ("FRM007", 4, 2)],
    "tags:\n- a\n-b\nx: y": [("FRM007", 4, 2)],
    "title: a\n\tdate: b": [("FRM007", 3, 1)],
    "image:\n  file: a\n\talt: b": [("FRM007", 4, 1)],
    'title: "a\ndate: b': [("FRM007", 2, 8)],
    "date: b\ntitle: 'a\n": [("FRM007", 3, 8)],
    "title = a\ndate: b": [("FRM007", 2, 7)],
    "title：a\ndate: b": [("FRM016", 2, 6)],
    "title: ”a: b”": [("FRM016", 2, 8)],
    "tags: [a, b\ndate: c": [("FRM007", 2, 7)],
    "image: {file: a\ndate: c": [("FRM007", 2, 8)],
    "title: a: b": [("FRM007", 2, 9)],
    "title: @a": [("FRM007", 2, 8)],
    "title: *a": [("FRM007", 2, 8)],
    "title: a\x07": [("FRM007", 2, 9)],
    "- a\n- b": [("FRM007", 2, 1)],
    "pelkkää tekstiä": [("FRM007", 2, 1)],
    "a: b\n---\nc: d": [("FRM007", 3, 1)],
    "title: a\n[b]: c": [("FRM007", 3, 1)],
    "a: b\na: c": [("FRM008", 3, 1)],
    "{a: b, c: [d], a: e}": [("FRM008", 2, 16)],
    "title: Kysely #1 lähtee\nsummary: Aiheena #kirjastot": [("FRM015", 2, 15), ("FRM015", 3, 18)],
    "title: #1": [("FRM015", 2, 8)],
    "title: Iso kysely # ja muuta": [("FRM015", 2, 19)],
    "tags: [a, b #c\n]": [("FRM015", 2, 13)],
}


@pytest.mark.parametrize("text", SLIPS)
def test_slips_are_told_where_they_are(text: str) -> None:
    assert found(text) == SLIPS[text]


@pytest.mark.parametrize(
    "text", ["status: draft # later", "date: 2031-05-14     # of publication", "# a\ntitle: 'a #b'"]
)
def test_comments_that_nobody_takes_for_text_are_no_slips(text: str) -> None:
    assert not found(text)


def test_what_stands_before_a_fault_is_kept() -> None:
    assert read("title: a\nimage: {alt: b, file: c\ndate: d").value == {
        "title": "a",
        "image": {"alt": "b", "file": "c date"},
    }


def test_nothing_stands_at_its_key() -> None:
    document = read("title:\n\n# a\ndate: b\nimage: {alt: , file: c}")
    assert document.values[("title",)] == (2, 1)
    assert document.values[("image", "alt")] == (6, 9)


def test_depth_is_bounded_where_it_is_exceeded() -> None:
    assert found("a: " + "[" * 100) == [("FRM013", 2, 4 + MAX_DEPTH)]
    assert found("a: b\nc: " + "{d: " * 30_000) == [("FRM013", 3, 4 + 4 * MAX_DEPTH)]
    assert found("a: " + "[" * 30_000) == [("FRM013", 2, 4)], "libyaml's own bound"
    assert found("a:\n" + "".join(f"{' ' * n}b:\n" for n in range(1, 300))) == [
        ("FRM013", 3 + MAX_DEPTH, 2 + MAX_DEPTH)
    ]
    assert not found("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)


def test_size_is_bounded_at_the_alias_that_exceeds_it() -> None:
    first = "a: &a [" + "x, " * (MAX_NODES // 4) + "]\n"
    assert found(first + "b: [*a, *a]\nc: *a\nd: *a") == [("FRM013", 4, 4)]
    doubling = "".join(f"l{n}: &l{n} [{f'*l{n - 1}, *l{n - 1}' if n else 'x'}]\n" for n in range(40))
    assert [code for code, _, _ in found(doubling)] == ["FRM013"]
    assert found("a: &a [*a]") == [("FRM007", 2, 8)], "what holds itself is not there yet"


@law(250, 10_000)
@given(st.text(alphabet="aÄ1-.,:#[]{}&*!|>'\"%@` \t\n?~=<\\u_\xa0–\u2028\ufeffdD8cC", max_size=60))
def test_any_text_is_read_or_refused_at_a_place_of_its_own(text: str) -> None:
    """Never an exception; every place lies in the text."""
    document = read(text)
    lines = text.split("\n")
    places = [(one.place.line, one.place.column) for one in document.diagnostics]
    for line, column in (*places, *document.keys.values(), *document.values.values()):
        assert 2 <= line <= len(lines) + 2
        assert column >= 1
        if line < len(lines) + 2:
            assert column <= len(lines[line - 2]) + 2
    assert document.value is None or isinstance(document.value, dict)


@law(250, 10_000)
@given(
    st.dictionaries(
        st.text(min_size=1, max_size=5),
        st.text(max_size=20) | st.integers(-999, 999) | st.booleans() | st.none() | st.lists(st.text(max_size=5)),
        max_size=4,
    )
)
def test_json_is_read_as_json(value: dict[str, Any]) -> None:
    """YAML 1.2 holds JSON, emoji as two escapes among it; signs that separate are spaces."""
    import json
    import re

    text = json.dumps(value)
    written = read(text)
    if re.search(r"\\u(e[89a-f]|d[89a-f])", text):
        return  # letters of private use and lone surrogates: refused, or told apart
    assert written.value == (value or {})
    assert not written.diagnostics
