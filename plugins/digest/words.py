"""The words of digests and of the command that makes them."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class Words(Struct, frozen=True):
    """In one language."""

    title: str
    other: str
    """Over what belongs to no project."""
    nothing: str
    written: str
    not_of_site: str
    no_since: str
    one_folder: str
    not_a_folder: str
    undecided: str


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "fi": Words(
            title="{site}: uutta {period}",
            other="Muuta",
            nothing="Mitään uutta ei ole julkaistu.",
            written="Kooste: {text}\n        {html}",
            not_of_site="Sivustolla ei ole kieltä {language}. Sen kielet: {languages}.",
            no_since="Kerro, mistä päivästä alkaen: --since 2031-05-14",
            one_folder="Anna enintään yksi kansio.",
            not_a_folder="{folder} ei ole kansio, johon voi kirjoittaa.",
            undecided="Huomaa: sivuston osoite (base_url) on vielä auki, joten linkit eivät johda minnekään.",
        ),
        "sv": Words(
            title="{site}: nytt {period}",
            other="Övrigt",
            nothing="Inget nytt har publicerats.",
            written="Sammandrag: {text}\n            {html}",
            not_of_site="Webbplatsen har inte språket {language}. Dess språk: {languages}.",
            no_since="Ange från vilken dag: --since 2031-05-14",
            one_folder="Ange högst en mapp.",
            not_a_folder="{folder} är ingen mapp som det går att skriva i.",
            undecided="Obs! Webbplatsens adress (base_url) är inte bestämd ännu, så länkarna leder ingenstans.",
        ),
        "en": Words(
            title="{site}: new {period}",
            other="Other",
            nothing="Nothing new has been published.",
            written="Digest: {text}\n        {html}",
            not_of_site="The site has no language {language}. Its languages: {languages}.",
            no_since="Say from which day on: --since 2031-05-14",
            one_folder="Name one folder at most.",
            not_a_folder="{folder} is not a folder that can be written in.",
            undecided="Note: the address of the site (base_url) has not been decided, so the links lead nowhere.",
        ),
    }
)
