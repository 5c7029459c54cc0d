"""The words of calendars: what is not in the content and stands in the entries of readers' own calendars."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from plugins.calendar.occasions import Kind, Occasion


class Words(Struct, frozen=True):
    """In one language."""

    cancelled: str
    pilot: str
    """The period of a pilot, after its project's name."""
    pilot_begins: str
    pilot_ends: str


WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "fi": Words(
            cancelled="Peruttu",
            pilot="pilottijakso",
            pilot_begins="pilotti alkaa",
            pilot_ends="pilotti päättyy",
        ),
        "sv": Words(
            cancelled="Inställt",
            pilot="pilotperiod",
            pilot_begins="piloten börjar",
            pilot_ends="piloten avslutas",
        ),
        "en": Words(
            cancelled="Cancelled",
            pilot="pilot period",
            pilot_begins="the pilot begins",
            pilot_ends="the pilot ends",
        ),
    }
)


def title_of(one: Occasion) -> str:
    """Give the title of an occasion in its own language: its name; of a pilot also what of it takes place."""
    if one.kind is not Kind.PILOT:
        return one.name
    words = WORDS[one.version.language]
    return f"{one.name}: { {'begins': words.pilot_begins, 'ends': words.pilot_ends}.get(one.edge, words.pilot) }"
