"""Fingerprints of sentences: what they see, of blocks as they are written."""

import re
from collections.abc import Iterable

import pytest
from hypothesis import given

from plugins.blocks.sentences import fingerprints, sentences_of
from plugins.core.block_contract import letters
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node, Tree
from plugins.core.sentence_changes import FINGERPRINTS
from tests.blocks.fragments import rendered
from tests.blocks.trees import TREES
from tests.laws import law


def paragraph(text: str) -> Tree:
    return (Element("p", (), (text,)),)


def texts(html: str) -> list[str]:
    return [one.text for one in sentences_of(html)]


def told(nodes: Iterable[Node]) -> str:
    return fingerprints(sentences_of(to_html(nodes)))


@law(300, 5_000)
@given(TREES)
def test_sentences_hold_every_letter_of_the_file(tree: Tree) -> None:
    made = rendered(tree)
    if not made.data:
        return
    sentences = sentences_of(made.data.decode())
    assert letters("".join(one.text for one in sentences)) == letters(made.text)
    assert re.fullmatch(FINGERPRINTS, fingerprints(sentences))


def test_fingerprints_stay_as_they_are() -> None:
    """The ledgers of published sites hold them: whoever changes this makes every sentence of every site look new."""
    tree = (
        Element("h2", (), ("Kysely",)),
        Element("p", (), ("Vastaa ", Element("a", (("href", "https://example.org/"),), ("pian",)), ". Kiitos!")),
        Element("ul", (), (Element("li", (), ("Yksi",)),)),
    )
    assert told(tree) == "#mDI4tYCm.6pfFFDTu*v0g8"
    assert told(()) == ""


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("pj. Virtanen avasi.", ["pj. Virtanen avasi."]),
        ('<a href="https://example.org/">A. Virtanen</a> avasi. Kiitos.', ["A. Virtanen avasi.", "Kiitos."]),
        ("&#769;Alku. Loppu.", ["\u0301Alku.", "Loppu."]),
        ("Asia. \u00adToinen.", ["Asia. \u00adToinen."]),
        ("1.<br>A. Virtanen avasi.", ["1.", "A. Virtanen avasi."]),
    ],
)
def test_marks_of_the_program_are_no_part_of_a_word(html: str, sentences: list[str]) -> None:
    assert texts(f"<p>{html}</p>\n") == sentences


def test_white_space_format_characters_and_markup_are_not_seen() -> None:
    plain = told(paragraph("Tekoälyosaaminen on tärkeää. Ääni kuuluu."))
    assert told(paragraph("Teko\u00adäly\u200bosaaminen  on\u00a0tärkeää.\nÄäni kuuluu.")) == plain
    marked = Element("p", (), (Element("strong", (), ("Tekoälyosaaminen",)), " on tärkeää. Ääni kuuluu."))
    assert told((marked,)) == plain
    assert told(paragraph("Tekoälyosaaminen on tärkeää. Ääni kuului.")) != plain


def test_sentences_end_where_readers_see_them_end() -> None:
    html = (
        "<h3>5. Muut asiat. Kaikki</h3>\n\n<p>Kokous on 14.6. klo 9.00–11. Paikalla A. Virtanen (pj.)! Kiitos. ”Hyvä.” "
        '<a href="https://example.org/#kaiku=x">Lue lisää.</a> Siinä kaikki…</p>\n\n<p>yksi<br>kaksi &amp; kolme</p>\n'
    )
    assert texts(html) == [
        "5. Muut asiat.", "Kaikki", "Kokous on 14.6. klo 9.00–11. Paikalla A. Virtanen (pj.)!", "Kiitos.", "”Hyvä.”",
        "Lue lisää.", "Siinä kaikki…", "yksi", "kaksi & kolme",
    ]  # fmt: skip


def test_sentences_know_what_they_are() -> None:
    html = (
        '<h3 lang="fi">Otsikko</h3>\n\n<ul lang="fi">\n<li>Yksi, <a href="https://example.org/">ohje</a></li>\n'
        '<li lang="sv">Två\n<p>Tre</p>\n</li>\n</ul>\n\n<dl lang="fi">\n<dt>Aika</dt>\n<dd><p>Nyt</p></dd>\n</dl>\n'
    )
    assert [(one.kind, one.language, one.text) for one in sentences_of(html)] == [
        ("h", "fi", "Otsikko"), ("i", "fi", "Yksi, ohje"), ("i", "sv", "Två"), ("i", "sv", "Tre"), ("d", "fi", "Aika"),
        ("d", "fi", "Nyt"),
    ]  # fmt: skip
    assert sentences_of(html)[1].links == (("ohje", "https://example.org/"),)
    assert all(one.begins for one in sentences_of(html))


def test_letters_of_other_scripts_and_pictures_of_letters_have_fingerprints() -> None:
    for text in ("مرحبا بالعالم. أهلا", "👩‍👩‍👧 🙂", "漢字。"):
        assert len(told(paragraph(text))) == 4
    assert told(paragraph("\u00ad \u200b")) == ""
