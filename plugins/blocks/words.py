"""The words that blocks themselves say, in each language that comes with the program."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.core.values import value


@value
class BlockWords:
    """What a block says beside its content; labels stand without their colon."""

    source: str
    picture: str
    notes: str
    back: str
    meeting_facts: str
    meeting: str
    time: str
    place: str
    chair: str
    secretary: str
    present: str
    absent: str
    next_meeting: str
    attachments: str
    modes: Mapping[str, str]
    libraries: str
    phase: str
    period: str
    indicators: str
    of: str
    """A figure beside its whole."""
    next_steps: str
    phases: Mapping[str, str]
    quotes: tuple[str, str]


def _by(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FINNISH = BlockWords(
    source="Lähde",
    picture="Kuva",
    notes="Viitteet",
    back="takaisin tekstiin",
    meeting_facts="Kokoustiedot",
    meeting="Kokous",
    time="Aika",
    place="Paikka",
    chair="Puheenjohtaja",
    secretary="Sihteeri",
    present="Läsnä",
    absent="Poissa",
    next_meeting="Seuraava kokous",
    attachments="Liitteet",
    modes=_by(remote="etäkokous", hybrid="hybridikokous"),
    libraries="Kirjastot",
    phase="Vaihe",
    period="Ajankohta",
    indicators="Mittarit",
    of="{value} / {whole}",
    next_steps="Seuraavat askeleet",
    phases=_by(preparation="valmistelu", running="käynnissä", evaluation="arviointi", ended="päättynyt"),
    quotes=("”", "”"),
)

SWEDISH = BlockWords(
    source="Källa",
    picture="Bild",
    notes="Noter",
    back="tillbaka till texten",
    meeting_facts="Mötesuppgifter",
    meeting="Möte",
    time="Tid",
    place="Plats",
    chair="Ordförande",
    secretary="Sekreterare",
    present="Närvarande",
    absent="Frånvarande",
    next_meeting="Nästa möte",
    attachments="Bilagor",
    modes=_by(remote="distansmöte", hybrid="hybridmöte"),
    libraries="Bibliotek",
    phase="Fas",
    period="Tidpunkt",
    indicators="Indikatorer",
    of="{value} av {whole}",
    next_steps="Nästa steg",
    phases=_by(preparation="förberedelse", running="pågår", evaluation="utvärdering", ended="avslutad"),
    quotes=("”", "”"),
)

ENGLISH = BlockWords(
    source="Source",
    picture="Picture",
    notes="Notes",
    back="back to the text",
    meeting_facts="Meeting details",
    meeting="Meeting",
    time="Time",
    place="Place",
    chair="Chair",
    secretary="Secretary",
    present="Present",
    absent="Absent",
    next_meeting="Next meeting",
    attachments="Attachments",
    modes=_by(remote="remote meeting", hybrid="hybrid meeting"),
    libraries="Libraries",
    phase="Phase",
    period="Period",
    indicators="Indicators",
    of="{value} of {whole}",
    next_steps="Next steps",
    phases=_by(preparation="preparation", running="running", evaluation="evaluation", ended="ended"),
    quotes=("“", "”"),
)

BLOCK_WORDS: Mapping[str, BlockWords] = MappingProxyType({"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH})
