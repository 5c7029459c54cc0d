"""The words of calendars: what is not in the content and stands in the entries of readers' own calendars."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.calendar.occasions import Kind, Occasion
from plugins.core.values import value


@value
class Words:
    """In one language."""

    cancelled: str
    next_meeting: str
    pilot: str
    """The period of a pilot, after its project's name."""
    pilot_begins: str
    pilot_ends: str
    modes: tuple[tuple[str, str], ...]
    """How one takes part, where that is not the place alone."""


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "fi": Words(
            cancelled="Peruttu",
            next_meeting="Seuraava kokous",
            pilot="pilottijakso",
            pilot_begins="pilotti alkaa",
            pilot_ends="pilotti päättyy",
            modes=(("remote", "etäyhteydellä"), ("hybrid", "paikan päällä ja etänä")),
        ),
        "sv": Words(
            cancelled="Inställt",
            next_meeting="Nästa möte",
            pilot="pilotperiod",
            pilot_begins="piloten börjar",
            pilot_ends="piloten avslutas",
            modes=(("remote", "på distans"), ("hybrid", "på plats och på distans")),
        ),
        "en": Words(
            cancelled="Cancelled",
            next_meeting="Next meeting",
            pilot="pilot period",
            pilot_begins="the pilot begins",
            pilot_ends="the pilot ends",
            modes=(("remote", "remote"), ("hybrid", "on site and remote")),
        ),
    }
)


def title_of(one: Occasion) -> str:
    """Give the title of an occasion in its own language: its name; of a pilot also what of it takes place."""
    if one.kind is not Kind.PILOT:
        return one.name
    words = WORDS[one.version.language]
    return f"{one.name}: { {'begins': words.pilot_begins, 'ends': words.pilot_ends}.get(one.edge, words.pilot) }"
