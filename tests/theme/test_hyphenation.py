"""Where words of pages break, and what must not."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.core.markup.tree import Element
from plugins.theming.hyphenation import FEWEST, LONG, SOFT_HYPHEN, WORD_JOINER, Hyphenator, hyphenate

FOLDER = Path(__file__).parents[2] / "theme" / "hyphenation"
FINNISH, SWEDISH = Hyphenator(FOLDER, "fi"), Hyphenator(FOLDER, "sv")


def shown(text: str, hyphenator: Hyphenator = FINNISH) -> str:
    return hyphenator.hyphenated(text).replace(SOFT_HYPHEN, "·").replace(WORD_JOINER, "~")


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("Kirjastojärjestelmäarkkitehtuurin", "Kirjasto·järjestelmä·ark·ki·teh·tuu·rin"),
        ("viitearkkitehtuurista", "viite·ark·ki·teh·tuu·rista"),
        ("Tekoälyosaaminen", "Teko·äly·osaaminen"),
        ("Digisanomalehtipilotti", "Digi·sanoma·lehti·pilotti"),
        ("Valtakunnallinen", "Valta·kunnallinen"),
        ("E-kirjasto, AKE-koordinaattorit, digi-ilta", "E-~kirjasto, AKE-~koor·di·naat·to·rit, digi-ilta"),
        ("e-aineisto.fi, a-b@hel.fi, https://e-aineisto.fi/", "e-aineisto.fi, a-b@hel.fi, https://e-aineisto.fi/"),
        ("hyödyntämisessä", "hyö·dyn·tä·mi·sessä"),
        ("Ohjausryhmän kirjastojen", "Ohjaus·ryhmän kirjastojen"),
        ("saavutettavuusvaatimukset-sivusto", "saa·vu·tet·ta·vuus·vaatimukset-sivusto"),
        ("Tekoälyn perusteet -kurssi", "Tekoälyn perusteet -~kurssi"),
        ("klo 9.00–14.30", "klo 9.00–~14.30"),
        ("biblioteket i S:t Michel", "biblioteket i S:t\N{NO-BREAK SPACE}Michel"),
        ("anneli.haapaharjulainen@hel.fi", "anneli.haapaharjulainen@hel.fi"),
        ("https://example.org/kansalliskirjastossa/", "https://example.org/kansalliskirjastossa/"),
        ("digi.kansalliskirjasto.fi", "digi.kansalliskirjasto.fi"),
    ],
)
def test_finnish(text: str, set_: str) -> None:
    assert shown(text) == set_


def test_swedish() -> None:
    assert shown("kartläggningsenkät", SWEDISH) == "kart·lägg·nings·enkät"
    assert shown("tillgänglighetsutlåtande", SWEDISH) == "till·gänglighets·utlåtande"


def test_an_author_knows_better() -> None:
    own = Hyphenator(FOLDER, "fi", ("Suuronnettomuus\N{SOFT HYPHEN}tutkinta",))
    assert shown("Suuronnettomuustutkinta", own) == "Suuronnettomuus·tutkinta"
    assert shown("viitearkkitehtuuri", own) == shown("viitearkkitehtuuri")


@given(st.text(alphabet="aeiouyäöhjklmnprstvd AEÄÖ-0123–.@/", max_size=60))
def test_only_unseen_characters_are_added(text: str) -> None:
    made = FINNISH.hyphenated(text)
    assert made.replace(SOFT_HYPHEN, "").replace(WORD_JOINER, "") == text
    for word in made.split():
        if SOFT_HYPHEN in word:
            parts = word.split(SOFT_HYPHEN)
            assert sum(map(len, parts)) >= LONG
            assert all(len(part) > 1 for part in parts)


@given(st.text(alphabet="aeiouyäöhjklmnprstvd", min_size=LONG, max_size=40))
def test_no_letter_stands_alone(word: str) -> None:
    edges = (0, *FINNISH._breaks(word), len(word))
    assert all(end - start > 1 for start, end in pairwise(edges))
    assert min(edges[1], len(word) - edges[-2]) >= FEWEST or len(edges) == 2


def test_a_body_is_set_in_the_language_of_each_part() -> None:
    word = "utvecklingsuppdraget"
    body = (
        Element("p", (), ("Kirjastojärjestelmä ", Element("em", (("lang", "sv"),), (word,)), " x")),
        Element("pre", (), (Element("code", (), ("kansalliskirjastossa",)),)),
        Element("p", (("lang", "se"),), ("kansalliskirjastossa",)),
    )
    first, code, unknown = hyphenate(body, {"fi": FINNISH, "sv": SWEDISH}, "fi")
    assert isinstance(first, Element)
    assert first.children[0] == FINNISH.hyphenated("Kirjastojärjestelmä ")
    assert first.children[1] == Element("em", (("lang", "sv"),), (SWEDISH.hyphenated(word),))
    assert (code, unknown) == body[1:]
    assert hyphenate(("lyhyt",), {"fi": FINNISH}, "fi") == ("lyhyt",)
