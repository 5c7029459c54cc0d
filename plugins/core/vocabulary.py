"""The words of the domain, which pages, blocks and calendars share: one for each thing in each language.

They are written as they stand within a sentence where they may stand there (`onsite`, `done`), else with a capital.
"""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct


class Vocabulary(Struct, frozen=True):
    """The words of a language. Labels stand without their colon."""

    meeting: str
    time: str
    place: str
    chair: str
    secretary: str
    present: str
    absent: str
    next_meeting: str
    previous_meeting: str
    coming_meetings: str
    attachments: str
    modes: Mapping[str, str]
    """How one takes part: `onsite`, `remote`, `hybrid`."""
    library: str
    libraries: str
    phase: str
    project_phases: Mapping[str, str]
    """`planned`, `running`, `ended`."""
    as_of: str
    """A phase, and the day that it was said of."""
    pilot_phases: Mapping[str, str]
    """`preparation`, `running`, `evaluation`, `ended`."""
    period: str
    operator: str
    funder: str
    partners: str
    goal: str
    goals: str
    contact: str
    contacts: str
    timeline: str
    figures: str
    whole: str
    """A figure, `{value}`, beside the whole that it is part of, `{whole}`."""
    next_steps: str
    milestone: str
    event: str
    """A milestone that people come to."""
    pilot: str
    states: Mapping[str, str]
    """Of milestones: `done`, `planned` (its date has passed, and nobody has said what came of it), `now`, `coming`."""
    decision: str
    decisions: str
    action: str
    actions: str
    owner: str
    deadline: str
    state: str
    open: str
    """Of an action that is not done."""
    table: str

    def whereabouts(self, place: str, mode: str) -> str:
        """Tell where one meets and how one takes part; that one comes to a place goes without saying."""
        if place and mode in {"", "onsite"}:
            return place
        way = self.modes.get(mode, "")
        return f"{place}, {way}" if place else capital(way)


def _by(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FINNISH = Vocabulary(
    meeting="Kokous",
    time="Aika",
    place="Paikka",
    chair="Puheenjohtaja",
    secretary="Sihteeri",
    present="Läsnä",
    absent="Poissa",
    next_meeting="Seuraava kokous",
    previous_meeting="Edellinen kokous",
    coming_meetings="Tulevat kokoukset",
    attachments="Liitteet",
    modes=_by(onsite="paikan päällä", remote="etänä", hybrid="paikan päällä ja etänä"),
    library="Pilottikirjasto",
    libraries="Pilottikirjastot",
    phase="Vaihe",
    project_phases=_by(planned="Suunnitteilla", running="Käynnissä", ended="Päättynyt"),
    as_of="{phase} (tilanne {date})",
    pilot_phases=_by(preparation="Valmistelussa", running="Käynnissä", evaluation="Arvioitavana", ended="Päättynyt"),
    period="Toteutusaika",
    operator="Toteuttaja",
    funder="Rahoittaja",
    partners="Kumppanit",
    goal="Tavoite",
    goals="Tavoitteet",
    contact="Yhteyshenkilö",
    contacts="Yhteyshenkilöt",
    timeline="Aikataulu",
    figures="Lukuina",
    whole="{value} / {whole}",
    next_steps="Seuraavat askeleet",
    milestone="Välitavoite",
    event="Tapahtuma",
    pilot="Pilotti",
    states=_by(done="tehty", planned="suunniteltu ajankohta", now="suunniteltu ajankohta on nyt", coming="tulossa"),
    decision="Päätös",
    decisions="Päätökset",
    action="Toimenpide",
    actions="Toimenpiteet",
    owner="Vastuuhenkilö",
    deadline="Määräaika",
    state="Tila",
    open="avoinna",
    table="Taulukko",
)

SWEDISH = Vocabulary(
    meeting="Möte",
    time="Tid",
    place="Plats",
    chair="Ordförande",
    secretary="Sekreterare",
    present="Närvarande",
    absent="Frånvarande",
    next_meeting="Nästa möte",
    previous_meeting="Föregående möte",
    coming_meetings="Kommande möten",
    attachments="Bilagor",
    modes=_by(onsite="på plats", remote="på distans", hybrid="på plats och på distans"),
    library="Pilotbibliotek",
    libraries="Pilotbibliotek",
    phase="Fas",
    project_phases=_by(planned="Planeras", running="Pågår", ended="Avslutat"),
    as_of="{phase} (läget {date})",
    pilot_phases=_by(preparation="Förbereds", running="Pågår", evaluation="Utvärderas", ended="Avslutad"),
    period="Projekttid",
    operator="Genomförs av",
    funder="Finansieras av",
    partners="Partner",
    goal="Mål",
    goals="Mål",
    contact="Kontaktperson",
    contacts="Kontaktpersoner",
    timeline="Tidsplan",
    figures="I siffror",
    whole="{value} av {whole}",
    next_steps="Nästa steg",
    milestone="Milstolpe",
    event="Evenemang",
    pilot="Pilot",
    states=_by(done="klart", planned="planerad tidpunkt", now="planerad tidpunkt är nu", coming="kommande"),
    decision="Beslut",
    decisions="Beslut",
    action="Åtgärd",
    actions="Åtgärder",
    owner="Ansvarig",
    deadline="Tidsfrist",
    state="Läge",
    open="öppen",
    table="Tabell",
)

ENGLISH = Vocabulary(
    meeting="Meeting",
    time="Time",
    place="Place",
    chair="Chair",
    secretary="Secretary",
    present="Present",
    absent="Absent",
    next_meeting="Next meeting",
    previous_meeting="Previous meeting",
    coming_meetings="Coming meetings",
    attachments="Attachments",
    modes=_by(onsite="on site", remote="remotely", hybrid="on site and remotely"),
    library="Pilot library",
    libraries="Pilot libraries",
    phase="Phase",
    project_phases=_by(planned="Planned", running="Under way", ended="Ended"),
    as_of="{phase} (on {date})",
    pilot_phases=_by(preparation="In preparation", running="Under way", evaluation="Evaluation", ended="Ended"),
    period="Project period",
    operator="Carried out by",
    funder="Funded by",
    partners="Partners",
    goal="Goal",
    goals="Goals",
    contact="Contact",
    contacts="Contacts",
    timeline="Timeline",
    figures="In figures",
    whole="{value} of {whole}",
    next_steps="Next steps",
    milestone="Milestone",
    event="Event",
    pilot="Pilot",
    states=_by(done="done", planned="planned date", now="planned for now", coming="coming"),
    decision="Decision",
    decisions="Decisions",
    action="Action",
    actions="Actions",
    owner="Owner",
    deadline="Deadline",
    state="State",
    open="open",
    table="Table",
)

VOCABULARY: Mapping[str, Vocabulary] = MappingProxyType({"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH})


def capital(text: str) -> str:
    """Begin a text with a capital letter, as a label or a sentence does."""
    return text[:1].upper() + text[1:]
