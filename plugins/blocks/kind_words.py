"""The words that blocks of lists, facts and summaries say, in each language that comes with the program."""

from collections.abc import Mapping
from types import MappingProxyType

from plugins.core.values import value


@value
class KindWords:
    """What the kinds of blocks.yaml and summaries of meetings say; labels stand without their colon."""

    headings: Mapping[str, str]
    """The heading of each kind that has none of its own: "Aikataulu", before the project's name."""
    empty: Mapping[str, str]
    """The sentence that stands where there is nothing to list."""
    phases: Mapping[str, str]
    """Of projects."""
    phase: str
    as_of: str
    """A phase, and the day that it is said of."""
    period: str
    operator: str
    funder: str
    partners: str
    goals: str
    done: str
    figures_of: str
    """Before the link to the update that the figures are from."""
    summary: str
    decisions: str
    actions: str
    nothing_decided: str


def _by(**words: str) -> Mapping[str, str]:
    return MappingProxyType(words)


FINNISH = KindWords(
    headings=_by(latest="Ajankohtaista", contacts="Yhteyshenkilöt", timeline="Aikataulu", meetings="Kokoukset",
                 figures="Mittarit"),
    empty=_by(latest="Ajankohtaista kerrottavaa ei vielä ole.", contacts="Yhteyshenkilöitä ei ole vielä nimetty.",
              timeline="Aikataulua ei ole vielä julkaistu.", meetings="Kokouksista ei ole vielä kerrottu.",
              figures="Pilotin lukuja ei ole vielä julkaistu.", project="Hankkeesta ei ole vielä kerrottu."),
    phases=_by(planned="suunnitteilla", running="käynnissä", ended="päättynyt"),
    phase="Vaihe",
    as_of="{phase} (tilanne {date})",
    period="Ajankohta",
    operator="Toteuttaja",
    funder="Rahoittaja",
    partners="Kumppanit",
    goals="Tavoitteet",
    done="tehty",
    figures_of="Luvut ovat jutusta",
    summary="Tiivistelmä",
    decisions="Päätökset",
    actions="Toimenpiteet",
    nothing_decided="Päätöksiä tai toimenpiteitä ei ole merkitty erikseen.",
)  # fmt: skip

SWEDISH = KindWords(
    headings=_by(latest="Aktuellt", contacts="Kontaktpersoner", timeline="Tidtabell", meetings="Möten",
                 figures="Indikatorer"),
    empty=_by(latest="Det finns ingenting aktuellt att berätta ännu.",
              contacts="Inga kontaktpersoner har utsetts ännu.", timeline="Ingen tidtabell har publicerats ännu.",
              meetings="Det finns inga mötesanteckningar ännu.",
              figures="Inga siffror från piloten har publicerats ännu.",
              project="Det finns ingen text om projektet ännu."),
    phases=_by(planned="planeras", running="pågår", ended="avslutat"),
    phase="Fas",
    as_of="{phase} (läget {date})",
    period="Tidpunkt",
    operator="Genomförs av",
    funder="Finansiär",
    partners="Partner",
    goals="Mål",
    done="klart",
    figures_of="Siffrorna är från inlägget",
    summary="Sammandrag",
    decisions="Beslut",
    actions="Åtgärder",
    nothing_decided="Inga beslut eller åtgärder har antecknats särskilt.",
)  # fmt: skip

ENGLISH = KindWords(
    headings=_by(latest="Latest", contacts="Contacts", timeline="Timeline", meetings="Meetings",
                 figures="Indicators"),
    empty=_by(latest="There is nothing new to tell yet.", contacts="No contacts have been named yet.",
              timeline="No timeline has been published yet.", meetings="There are no meeting notes yet.",
              figures="No figures of the pilot have been published yet.",
              project="Nothing has been told of the project yet."),
    phases=_by(planned="planned", running="under way", ended="ended"),
    phase="Phase",
    as_of="{phase} (on {date})",
    period="Period",
    operator="Carried out by",
    funder="Funder",
    partners="Partners",
    goals="Goals",
    done="done",
    figures_of="The figures are from",
    summary="Summary",
    decisions="Decisions",
    actions="Actions",
    nothing_decided="No decisions or actions are marked as such.",
)  # fmt: skip

KIND_WORDS: Mapping[str, KindWords] = MappingProxyType({"fi": FINNISH, "sv": SWEDISH, "en": ENGLISH})
