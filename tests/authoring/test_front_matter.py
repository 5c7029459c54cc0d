"""Front matter: the quick look at plain lines finds what the parser of YAML finds, to the column."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.authoring import yaml_document
from plugins.authoring.plain_yaml import plain_entries
from plugins.authoring.yaml_document import parse_yaml

PLAIN = """title: Kysely tekoälyosaamisesta lähtee kirjastoihin, mutta milloin?
date: 2026-02-16
updated: 2026-02-20T09:00
project:   hanke
tags: [kysely, osaaminen ja oppiminen,käyttö]
summary: Yksi YKN:n lause; toinen (lyhyt) S:t Michel 45 % – ”valmis”. """

ODD = (
    "title: yes", "title: Null", "title: 2026", "title: 1.5", "title: 2026-02", "title: 2026-02-16 09:00", "title:",
    "title: a: b", "title: a #b", "title: a#b", "title: 'a'", "title: a:", "title: [a, b", "title: [a, , b]",
    "title: [a, b,]", "title: [true, b]", "title: [[a]]", "title: {a: b}", "tags: []", "tags: [a b , c]",
    "title: a\ntitle: b", "title: a\n  b", "title: a\n\ndate: 2026-02-16", "title: a\n# b", "title : a", " title: a",
    "title: a\tb", "title: a\xa0b", "title: a\x85b", "title: a\u2028b", "title: a\x07b",
    "title: |\n  a", "title: >\n  a", "title: &a b", "title: *a", "title: - a", "title: ? a", "- a", "a", "", "---",
    "title: a\n---\ntitle: b", "title: a:b", "title: a:b: c", "title: a::b", "title: a:1:", "tags: [a:b, c]",
    "? a\n: b", "y: a", "title: ~", "title: .inf", "title: 0x10",
    "title: e\u0301", "title: \U0001f600", "title: a\ud800",
)  # fmt: skip


def both(text: str) -> tuple[yaml_document.YamlDocument, yaml_document.YamlDocument]:
    """Read a text as the program does, and with the parser alone."""
    with patch.object(yaml_document, "plain_entries", lambda _text: None):
        parsed = parse_yaml("x.md", text, 2)
    return parse_yaml("x.md", text, 2), parsed


def test_plain_lines_are_read_without_the_parser() -> None:
    """The quick look serves what it is for, and finds values, keys and places as the parser does."""
    assert plain_entries(PLAIN) is not None
    quick, parsed = both(PLAIN)
    assert quick == parsed
    assert quick.value["tags"] == ["kysely", "osaaminen ja oppiminen", "käyttö"]


def test_an_anchor_may_be_given_again() -> None:
    """YAML allows it, and the library warns whoever runs the program, who can do nothing about it."""
    document = parse_yaml("x.md", "title: &a Yksi\nsummary: &a Kaksi\nslug: *a", 2)
    assert document.value == {"title": "Yksi", "summary": "Kaksi", "slug": "Kaksi"}
    assert not document.diagnostics


@pytest.mark.parametrize("text", ODD)
def test_what_is_not_plain_is_the_parsers(text: str) -> None:
    """Everything that YAML gives a meaning of its own comes out as the parser reads it."""
    quick, parsed = both(text)
    assert quick == parsed


@settings(max_examples=400, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("title", "date", "tags", "a_b", "on")),
            st.sampled_from((": ", ":", ":  ", " : ", ": [", ": {")),
            st.text(alphabet="aÄö1-.,:#[]{}&*!|>'\"%@` T\t?~=<\\_y\xa0–", max_size=14),
            st.sampled_from(("", "]", "}", " ")),
        ),
        max_size=4,
    )
)
def test_any_lines_mean_the_same_either_way(lines: list[tuple[str, str, str, str]]) -> None:
    """Whatever stands there, with the quick look or without."""
    quick, parsed = both("\n".join(map("".join, lines)))
    assert quick == parsed


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aÄö1-., ()%/;?!+T:", min_size=1, max_size=20), st.booleans())
def test_words_mean_the_same_either_way(words: str, listed: bool) -> None:
    """Values near to plain ones."""
    quick, parsed = both(f"title: [a{words}]" if listed else f"title: a{words}")
    assert quick == parsed
