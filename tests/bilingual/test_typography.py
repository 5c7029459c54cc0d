"""Numbers are set as each language sets them, and what is no range or amount is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.typography import typeset, typeset_tree
from plugins.core.languages import LANGUAGES
from plugins.core.markup.paragraphs import normalised
from plugins.core.markup.tree import Element


@pytest.mark.parametrize(
    ("language", "written", "shown"),
    [
        ("fi", "10-12 henkeä vuosina 2024-2026", "10–12 henkeä vuosina 2024–2026"),
        ("fi", "klo 9.00-14.30", "klo_9.00–14.30"),
        ("fi", "14.-15.5.2031, 2.2.-3.3.2026, 14.-15. toukokuuta", "14.–15.5.2031, 2.2.–3.3.2026, 14.–15._toukokuuta"),
        ("fi", "helmi-maaliskuussa 2026", "helmi–maaliskuussa 2026"),
        ("fi", "10-12-vuotiaat", "10–12-vuotiaat"),
        ("fi", "1 200 kpl, 45 %, 3 Mt, 12. maaliskuuta", "1_200_kpl, 45_%, 3_Mt, 12._maaliskuuta"),
        ("fi", "1.1.2031-31.12.2032, 1.6.-31.8.2031", "1.1.2031–31.12.2032, 1.6.–31.8.2031"),
        ("fi", "ma-pe klo 9-15 ja la klo 10 - 14", "ma–pe klo_9–15 ja la klo_10–14"),
        ("fi", "maanantai-perjantai, la-su", "maanantai–perjantai, la–su"),
        ("fi", "1 000-2 000, 500-1 000, 45 000 €", "1_000–2_000, 500–1_000, 45_000_€"),
        ("fi", "1980-1990-luvuilla, 5.-6.-luokkalaiset, 1-2/2031", "1980–1990-luvuilla, 5.–6.-luokkalaiset, 1–2/2031"),
        (
            "fi",
            "Kirjasto - kaikille avoin, sana- ja perusteet -kurssi",
            "Kirjasto – kaikille avoin, sana- ja perusteet -kurssi",
        ),
        (
            "sv",
            "14-15.5.2031, 1.6-31.8.2031, mån-fre kl. 9.00-14.30",
            "14–15.5.2031, 1.6–31.8.2031, mån–fre kl._9.00–14.30",
        ),
        ("sv", "den 12 mars 2026 kl. 9-11, 5 st.", "den 12_mars_2026 kl._9–11, 5_st."),
        ("sv", "januari-mars, 3 km", "januari–mars, 3_km"),
        ("en", "12 March, 9:00-10:30, 5 %", "12_March, 9:00–10:30, 5_%"),
    ],
)
def test_set(language: str, written: str, shown: str) -> None:
    assert typeset(written, language).replace("\N{NO-BREAK SPACE}", "_") == shown


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-16",
        "2026-12",
        "3-4-5",
        "040-1234567",
        "puh. 310-1234",
        "+358-40-123",
        "EN 301-549",
        "1234567-8",
        "131052-308T",
        "a-10-12",
        "12-10",
        "https://example.org/10-12?x=1-2",
        "2026-02-16-kysely",
        "tekoäly-kysely",
        "ISBN 978-951-0-12345-6",
        "ma-kirjain",
        "sana- ja perusteet -kurssi",
        "2031-05-14 tai 2031-5-14",
        "E-kirjasto",
    ],
)
def test_left_alone(written: str) -> None:
    for language in LANGUAGES:
        assert typeset(written, language) == written


texts = st.text(alphabet=st.sampled_from("0123456789.,:-–— %€()/\"'klostpumarEN@é")) | st.text()


@given(texts, st.sampled_from(sorted(LANGUAGES)))
def test_setting_twice_is_setting_once(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(texts, st.sampled_from(sorted(LANGUAGES)))
def test_only_typography_changes(text: str, language: str) -> None:
    shown = typeset(text, language)
    assert re.findall(r"\w", shown) == re.findall(r"\w", text)
    assert normalised(shown) == normalised(text)


def test_code_and_addresses_are_left_alone() -> None:
    tree = (
        Element("a", (("href", "https://example.org/10-12 45 %"),), ("sivut 10-12",)),
        Element("code", (), ("10-12 45 %",)),
        Element("span", (("lang", "sv"),), ("kl. 9",)),
    )
    link, code, swedish = typeset_tree(tree, "fi")
    assert link == Element("a", (("href", "https://example.org/10-12 45 %"),), ("sivut 10–12",))
    assert code == tree[1]
    assert swedish == Element("span", (("lang", "sv"),), ("kl.\N{NO-BREAK SPACE}9",))
