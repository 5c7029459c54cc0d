"""Where the last part of a compound begins, as the texts and the theme's lists tell."""

from pathlib import Path

import pytest

from plugins.search.compounds import JOINT, Compounds
from plugins.theming.hyphenation import joints

FOLDER = Path(__file__).parents[2] / "theme" / "hyphenation"
TEXTS = {
    "fi": ("Kirjasto on auki, ja istuminen sallittu. Osaamista karttuu.", "hankkeen palveluja on monta"),
    "sv": ("Biblioteken har öppet.", "En enkät om tjänster och utveckling"),
}


def shown(language: str, text: str) -> str:
    made = Compounds(language, TEXTS[language], joints(FOLDER / f"{language}.txt")).marked(text)
    assert made.replace(JOINT, "") == text
    return made.replace(JOINT, "|")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("fi", "Yhteis|kirjasto maakunta|kirjastossa kansallis|kirjastoja KAUPUNGIN|KIRJASTO"),
        ("fi", "tekoäly|osaamisen haku|palvelu"),
        ("fi", "digisanoma|lehdessä"),
        ("fi", "osallistuminen kirjastossa kirjastonhoitaja"),
        ("fi", "E-kirjasto verkkokirjasto.fi info@omakirjasto.fi alku-kirjasto kirjasto"),
        ("sv", "folk|biblioteket stads|bibliotek kartläggnings|enkäten"),
        ("sv", "folkhögskola bibliotekarie"),
    ],
)
def test_last_parts_that_stand_alone_elsewhere_are_known(language: str, marked: str) -> None:
    assert shown(language, marked.replace("|", "")) == marked


def test_any_form_of_the_part_makes_it_known() -> None:
    compounds = Compounds("fi", ("kirjastojen",), {})
    assert compounds.marked("maakuntakirjastossa") == f"maakunta{JOINT}kirjastossa"
    assert compounds.marked("maakuntakirjain") == "maakuntakirjain"
    assert Compounds("fi", ("koulutus",), {}).marked("henkilöstökoulutuksissa") == f"henkilöstö{JOINT}koulutuksissa"
    assert Compounds("fi", ("lista",), {}).marked("osallistaminen") == "osallistaminen"
