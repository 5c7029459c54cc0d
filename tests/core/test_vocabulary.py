"""One vocabulary: pages, blocks and calendars have the same word for the same thing."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from msgspec import Struct
from msgspec.structs import fields

from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY

OWN = ("blocks.", "calendar.", "workbench.", "digest.")
"""Words that only one outlet says; a button of the interface may be called the same."""
LOCALE = Path(__file__).parents[2] / "theme" / "locale"


def words_of(table: Struct) -> dict[str, str]:
    """Give the words by field, those of mappings and of outlets' own tables too."""
    words: dict[str, str] = {}
    for field in fields(table):
        value = getattr(table, field.name)
        own = {"": value} if isinstance(value, str) else words_of(value) if isinstance(value, Struct) else value
        words |= {f"{field.name}.{key}": word for key, word in own.items()}
    return words


def test_every_language_has_every_word() -> None:
    assert VOCABULARY.keys() == LANGUAGES.keys()
    for one in VOCABULARY.values():
        assert words_of(one).keys() == words_of(VOCABULARY["fi"]).keys()
        assert all(word.strip() for word in words_of(one).values())


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_catalogue_has_no_second_word_for_a_thing(language: str) -> None:
    with (LOCALE / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    texts = {text for message in catalogue if message.id for text in _texts(message.string)}
    assert not texts & {
        word
        for field, word in words_of(VOCABULARY[language]).items()
        if word[:1].isupper() and not field.startswith(OWN)
    }


def _texts(string: object) -> list[str]:
    return [string] if isinstance(string, str) else [str(one) for one in (string or ())]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("place", "mode", "said"),
    [
        ("Sali", "", "Sali"),
        ("Sali", "onsite", "Sali"),
        ("Sali", "hybrid", "Sali, paikan päällä ja etänä"),
        ("", "remote", "Etänä"),
        ("", "onsite", "Paikan päällä"),
        ("", "", ""),
    ],
)
def test_whereabouts(place: str, mode: str, said: str) -> None:
    assert VOCABULARY["fi"].whereabouts(place, mode) == said
