"""One vocabulary: pages, blocks and calendars have the same word for the same thing."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from msgspec.structs import fields

from plugins.core.languages import LANGUAGES
from plugins.core.vocabulary import VOCABULARY, Vocabulary

LOCALE = Path(__file__).parents[2] / "theme" / "locale"


def words_of(vocabulary: Vocabulary) -> list[str]:
    """List the words, those of mappings too."""
    words: list[str] = []
    for field in fields(vocabulary):
        value = getattr(vocabulary, field.name)
        words += [value] if isinstance(value, str) else value.values()
    return words


def test_every_language_has_every_word() -> None:
    assert VOCABULARY.keys() == LANGUAGES.keys()
    for field in fields(Vocabulary):
        values = [getattr(one, field.name) for one in VOCABULARY.values()]
        keys = {frozenset(value) if not isinstance(value, str) else "" for value in values}
        assert len(keys) == 1, field.name
    assert all(word.strip() for one in VOCABULARY.values() for word in words_of(one))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_catalogue_has_no_second_word_for_a_thing(language: str) -> None:
    with (LOCALE / f"{language}.po").open("rb") as file:
        catalogue = read_po(file)
    texts = {text for message in catalogue if message.id for text in _texts(message.string)}
    assert not texts & {word for word in words_of(VOCABULARY[language]) if word[:1].isupper()}


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
