"""The words that only blocks say, in each language that comes with the program."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class BlockWords(Struct, frozen=True):
    """What a block says beside its content and the words of the domain; labels stand without their colon."""

    source: str
    picture: str
    notes: str
    back: str
    meeting_facts: str
    latest: str
    """The heading of a list of what is new."""
    meetings: str
    empty: Mapping[str, str]
    """By kind, the sentence that stands where there is nothing to list."""
    figures_of: str
    """Before the link to the update that the figures are from."""
    summary: str
    nothing_decided: str
    quotes: tuple[str, str]


def _by(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FINNISH = BlockWords(
    source="Lähde",
    picture="Kuva",
    notes="Viitteet",
    back="takaisin tekstiin",
    meeting_facts="Kokoustiedot",
    latest="Ajankohtaista",
    meetings="Kokoukset",
    empty=_by(latest="Ajankohtaista kerrottavaa ei vielä ole.", contacts="Yhteyshenkilöitä ei ole vielä ilmoitettu.",
              timeline="Aikataulua ei ole vielä julkaistu.", meetings="Kokouksista ei ole vielä kerrottu.",
              figures="Pilotin lukuja ei ole vielä julkaistu.", project="Hankkeesta ei ole vielä kerrottu."),
    figures_of="Luvut:",
    summary="Tiivistelmä",
    nothing_decided="Päätöksiä tai toimenpiteitä ei ole merkitty erikseen.",
    quotes=("”", "”"),
)  # fmt: skip

SWEDISH = BlockWords(
    source="Källa",
    picture="Bild",
    notes="Noter",
    back="tillbaka till texten",
    meeting_facts="Mötesuppgifter",
    latest="Aktuellt",
    meetings="Möten",
    empty=_by(latest="Det finns ingenting aktuellt att berätta ännu.",
              contacts="Inga kontaktpersoner har uppgetts ännu.", timeline="Ingen tidsplan har publicerats ännu.",
              meetings="Det finns inga mötesanteckningar ännu.",
              figures="Inga siffror från piloten har publicerats ännu.",
              project="Det finns ingen text om projektet ännu."),
    figures_of="Siffrorna är från lägesrapporten",
    summary="Sammandrag",
    nothing_decided="Inga beslut eller åtgärder har antecknats särskilt.",
    quotes=("”", "”"),
)  # fmt: skip

ENGLISH = BlockWords(
    source="Source",
    picture="Picture",
    notes="Notes",
    back="back to the text",
    meeting_facts="Meeting details",
    latest="Latest",
    meetings="Meetings",
    empty=_by(latest="There is nothing new to tell yet.", contacts="No contacts have been given yet.",
              timeline="No timeline has been published yet.", meetings="There are no meeting notes yet.",
              figures="No figures of the pilot have been published yet.",
              project="Nothing has been told of the project yet."),
    figures_of="The figures are from",
    summary="Summary",
    nothing_decided="No decisions or actions are marked as such.",
    quotes=("“", "”"),
)  # fmt: skip

BLOCK_WORDS: Mapping[str, BlockWords] = MappingProxyType({"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH})
