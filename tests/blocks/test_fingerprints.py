"""Fingerprints of sentences: what they see, and that they go with the sentences that a block is read back as."""

import re

import pytest
from hypothesis import HealthCheck, given, settings

from plugins.blocks.fingerprints import fingerprints
from plugins.blocks.sentences import Sentence, sentences_of
from plugins.core.markup.tree import Element, Tree
from plugins.core.outputs import Rendering
from plugins.core.sentence_changes import FINGERPRINTS, SIGNS
from tests.blocks.fragments import rendered
from tests.blocks.trees import TREES

PIECE = re.compile(r"([#*:.]?)[A-Za-z0-9+/]{4}")


def paragraph(text: str) -> Tree:
    return (Element("p", (), (text,)),)


def texts(html: str) -> list[str]:
    return [one.text for one in sentences_of(html)]


def pieces(sentence: Sentence) -> str:
    return f"{SIGNS[sentence.kind]}|" + ".|" * len(sentence.links)


def told(made: Rendering) -> str:
    """Give the form of what the fingerprints tell of a block."""
    return "".join(f"{sign}|" for sign in PIECE.findall(made.facts["sentences"]))


def read(made: Rendering) -> str:
    """Give the form of the sentences that are read back from its file."""
    assert made.data is not None
    return "".join(map(pieces, sentences_of(made.data.decode())))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES)
def test_fingerprints_go_with_the_sentences_of_the_file(tree: Tree) -> None:
    made = rendered(tree)
    if made.data is None:
        return
    assert re.fullmatch(FINGERPRINTS, made.facts["sentences"])
    assert told(made) == read(made)


def test_fingerprints_stay_as_they_are() -> None:
    """The ledgers of published sites hold them: whoever changes this makes every sentence of every site look new."""
    tree = (
        Element("h2", (), ("Kysely",)),
        Element("p", (), ("Vastaa ", Element("a", (("href", "https://example.org/"),), ("pian",)), ". Kiitos!")),
        Element("ul", (), (Element("li", (), ("Yksi",)),)),
    )
    assert fingerprints(tree) == "#mDI4tYCm.6pfFFDTu*v0g8"
    assert fingerprints(()) == ""


@pytest.mark.parametrize(
    "text", ["pj. Virtanen avasi.", "A. Virtanen avasi.", "\u0301Alku. Loppu.", "Asia. \u00adToinen."]
)
def test_the_beginning_of_a_paragraph_is_like_any_place(text: str) -> None:
    """A mark of the program's own beside a text is not part of its first word."""
    made = rendered(paragraph(text))
    assert told(made) == read(made)


def test_white_space_format_characters_and_markup_are_not_seen() -> None:
    plain = fingerprints(paragraph("Tekoälyosaaminen on tärkeää. Ääni kuuluu."))
    assert fingerprints(paragraph("Teko\u00adäly\u200bosaaminen  on\u00a0tärkeää.\nÄäni kuuluu.")) == plain
    marked = Element("p", (), (Element("strong", (), ("Tekoälyosaaminen",)), " on tärkeää. Ääni kuuluu."))
    assert fingerprints((marked,)) == plain
    assert fingerprints(paragraph("Tekoälyosaaminen on tärkeää. Ääni kuului.")) != plain


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
        assert len(fingerprints(paragraph(text))) == 4
    assert fingerprints(paragraph("\u00ad \u200b")) == ""
