"""The language of a text, told from its commonest words."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

_COMMON: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fi": frozenset(
            "ja on ei että se oli ovat tai kun joka mutta myös sekä kokous kokouksen päätös läsnä aika paikka hanke "
            "kirjasto kirjaston klo asia jos niin tämä hankkeen muistio pöytäkirja mukaan voi siitä poissa".split()
        ),
        "sv": frozenset(
            "och att det som är på för med av till den inte om har ett en från vid möte mötet beslut närvarande tid "
            "plats projekt projektet biblioteket kl så eller men även protokoll ska de frånvarande".split()
        ),
        "en": frozenset(
            "the and of to is was that for with on are be this by at from or it as meeting decision present time "
            "place project library notes minutes not will have has".split()
        ),
    }
)
_WORD = re.compile(r"[^\W\d_]+")


def guessed_language(text: str, languages: Sequence[str], given: str = "") -> str:
    """Return which of the languages a text is in; what its source says of itself, else the first, decides a tie."""
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {code: sum(word in _COMMON.get(code, ()) for word in words) for code in languages}
    most = max(counts.values(), default=0)
    likely = [code for code in languages if counts[code] == most]
    return given if given in likely else likely[0]
