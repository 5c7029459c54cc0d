"""Excerpts show the right place of any line."""

import unicodedata
from pathlib import Path

import pytest

from plugins.core.diagnostics import Place
from plugins.quality.excerpts import WIDEST, SourceLines, excerpt, width
from plugins.quality.masking import masked, printable


def under_caret(line: str, column: int) -> str:
    """Give the character above the caret."""
    shown = excerpt(line, column)
    columns = 0
    for character in shown.text:
        if columns >= shown.indent and width(character):
            return character
        columns += width(character)
    return ""


@pytest.mark.parametrize(
    ("line", "column", "character"),
    [
        ("title: Kysely", 1, "t"),
        ("title: Kysely", 8, "K"),
        ("\t\ttitle: Kysely", 3, "t"),
        ("日本 title", 4, "t"),
        ("📚📚 x", 4, "x"),
        ("a\u0308iti x", 7, "x"),
        ("x" * 500 + "K" + "y" * 500, 501, "K"),
        ("日" * 500 + "K" + "y" * 500, 501, "K"),
        ("x" * 500 + "K", 501, "K"),
    ],
)
def test_the_caret_stands_under_the_place(line: str, column: int, character: str) -> None:
    assert under_caret(line, column) == character
    assert width(excerpt(line, column).text) <= WIDEST


BIDIRECTIONAL = frozenset({"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"})
"""Marks that turn the order of a line."""


def test_a_place_after_the_end_is_the_end() -> None:
    assert excerpt("title:", 40).indent == len("title:")
    assert excerpt("title:", 0).indent == 0


def test_a_long_line_is_cut_on_both_sides() -> None:
    shown = excerpt("a" * 300, 150).text
    assert shown.startswith("…")
    assert shown.endswith("…")


@pytest.mark.parametrize(
    "data",
    [
        "title: Äiti\nx: ö\n".encode(),
        "title: Äiti\r\nx: ö\r\n".encode("utf-8-sig"),
        "title: Äiti\nx: ö\n".encode("utf-16"),
        "title: Äiti\nx: ö\n".encode("latin-1"),
        b"title\rx: \xc3\xb6\r",
    ],
)
def test_any_encoding_and_line_ending(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.md").write_bytes(data)
    shown = SourceLines(tmp_path).excerpt(Place("x.md", 2, 4))
    assert shown is not None
    assert shown == ("x: ö", 3)


def test_no_excerpt_where_there_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes(b"a\0b\n")
    (tmp_path / "y.md").write_bytes(b"one\n\n")
    lines = SourceLines(tmp_path)
    assert lines.excerpt(Place("x.md")) is None
    assert lines.excerpt(Place("missing.md")) is None
    assert lines.excerpt(Place("y.md", 2)) is None
    assert lines.excerpt(Place("y.md", 9)) is None


@pytest.mark.parametrize("code", ["131052-308T", "131052A308T", "131052–308T", "010100Y123b", "311299+9999"])
def test_an_identity_code_is_masked(code: str) -> None:
    assert masked(f"Soita: {code}.") == f"Soita: {'*' * len(code)}."
    assert code not in excerpt("x" * 300 + f" {code} " + "y" * 300, 305).text


@pytest.mark.parametrize(
    "text",
    ["16.2.2026", "2026-02-16", "978-951-0-12345-6", "ISSN 0355-1234", "1234567-8", "040-1234567", "a131052-308Tb"],
)
def test_what_is_no_identity_code_stays(text: str) -> None:
    assert masked(text) == text


def test_what_a_terminal_would_obey_is_shown_as_a_sign() -> None:
    obeyed = {one for one in map(chr, range(0x110000)) if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}}
    obeyed |= {one for one in map(chr, range(0x2000, 0x2100)) if unicodedata.bidirectional(one) in BIDIRECTIONAL}
    assert {one for one in map(chr, range(0x110000)) if printable(f"a{one}b") != f"a{one}b"} == obeyed
