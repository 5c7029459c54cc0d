"""Seven projects: one with everything, one with hardly anything, planned, running and ended ones."""

from typing import Any

from tests.rich.sources import Sources, source

NAMES = {
    "osaaminen": ("Osaaminen", "Kompetens"),
    "arkkitehtuuri": ("Kirjastojärjestelmäarkkitehtuuri", "Bibliotekssystemarkitektur"),
    "lainat": ("Lainausautomaatit", "Utlåningsautomater"),
    "lukeminen": ("Lukeminen", "Läsning"),
    "kuvailu": ("Kuvailu", "Katalogisering"),
    "tilat": ("Tilat", "Lokaler"),
    "arkisto": ("Arkisto", "Arkiv"),
}
"""Short names by key, Finnish and Swedish. There is one more than there are colours."""

MILESTONES = (
    ("2029-01", "Hankehakemus jätetään", "Projektansökan lämnas in", True),
    ("2029-09-15", "Koulutuskokonaisuuden suunnitelma opetus- ja kulttuuriministeriölle",
     "Planen för utbildningshelheten till undervisnings- och kulturministeriet", True),
    ("2030-02", "Alkukartoituskysely", "Inledande kartläggningsenkät", True),
    ("2030-11-20", "Ensimmäinen koulutuspäivä Esimerkkilässä", "Första utbildningsdagen i Exempelby", True),
    ("2031-05", "Verkkokurssi avautuu", "Nätkursen öppnar", False),
    ("2031-06-12", "Alueelliset työpajat alkavat", "De regionala verkstäderna börjar", False),
    ("2031-09", "Väliraportti lausunnoille", "Delrapporten på remiss", False),
    ("2031-12-31", "Hankkeen ensimmäinen vaihe päättyy", "Projektets första fas avslutas", False),
    ("2032-06", "Loppuseminaari", "Slutseminarium", False),
)  # fmt: skip

BODY = (
    """## Mistä on kyse

Hanke kehittää kirjastojen henkilöstön osaamista. Kaikki tällä sivulla on keksittyä, mutta se on yhtä pitkää kuin
oikeakin. Työtä tehdään yhdessä, ja tulokset jäävät kaikkien käyttöön.

## Kenelle

Hanke on tarkoitettu **yleisille kirjastoille**. Mukana on kirjastoja koko maasta:

- pieniä kirjastoja, joissa työskentelee yksi ihminen
- suuria kirjastoja, joissa on erikseen kehittämispalvelut
- alueellista kehittämistehtävää hoitavia kirjastoja

### Miten mukaan pääsee

Ilmoittautuminen on auki koko ajan. Kirjasto ilmoittaa yhteyshenkilön, ja hanke ottaa yhteyttä viikon kuluessa.

## Missä mennään nyt

Verkkokurssia viimeistellään, ja alueelliset työpajat alkavat kesäkuussa. Työpajoja on yhdeksän.

## Mitä hankkeesta jää

Koulutusaineisto julkaistaan avoimella lisenssillä, ja kurssi jää käyttöön hankkeen jälkeen.
""",
    """## Om projektet

Projektet utvecklar bibliotekspersonalens kompetens. Allt på den här sidan är påhittat, men lika långt som det riktiga.
Arbetet görs tillsammans, och resultaten blir kvar för alla.

## För vem

Projektet är till för **de allmänna biblioteken**. Det deltar bibliotek från hela landet:

- små bibliotek där en enda person arbetar
- stora bibliotek som har en egen utvecklingsavdelning
- bibliotek som sköter ett regionalt utvecklingsuppdrag

### Hur man kommer med

Anmälan är öppen hela tiden. Biblioteket anmäler en kontaktperson, och projektet hör av sig inom en vecka.

## Läget nu

Nätkursen finslipas, och de regionala verkstäderna börjar i juni. Det blir nio verkstäder.

## Vad som blir kvar

Utbildningsmaterialet publiceras med en öppen licens, och kursen finns kvar efter projektet.
""",
)


def projects() -> Sources:
    """Write every project in both languages."""
    files = {f"projects/osaaminen.{code}.md": source(_full(place), BODY[place]) for place, code in _LANGUAGES}
    for key in ("arkkitehtuuri", "lainat", "lukeminen", "kuvailu", "tilat", "arkisto"):
        files |= {f"projects/{key}.{code}.md": source(_plain(key, place), _TEXT[place]) for place, code in _LANGUAGES}
    return files


_LANGUAGES = ((0, "fi"), (1, "sv"))
_TEXT = ("Hankkeesta kerrotaan täällä lisää, kun se etenee.", "Mer om projektet berättas här när det framskrider.")
_PHASES = {"lukeminen": "planned", "arkisto": "ended", "tilat": "ended"}


def _full(place: int) -> dict[str, Any]:
    fi = place == 0
    return {
        "title": "Yleisten kirjastojen valtakunnallinen henkilöstöosaamisen kehittämishanke 2029–2032" if fi
        else "De allmänna bibliotekens riksomfattande utvecklingsprojekt för personalens kompetens 2029–2032",
        "slug": NAMES["osaaminen"][place].lower(),
        "date": "2029-01-10",
        "updated": "2031-05-20",
        "summary": "Hanke kehittää yleisten kirjastojen henkilöstön osaamista ja tekee siitä verkkokurssin, joka jää "
        "käyttöön." if fi else "Projektet utvecklar bibliotekspersonalens kompetens och gör en nätkurs som blir kvar.",
        "tags": ["osaaminen", "koulutus"] if fi else ["kompetens", "utbildning"],
        "image": {"file": "images/panoraama.jpg", "alt": "Pitkä kirjahylly" if fi else "En lång bokhylla",
                  "caption": "Hylly on piirretty." if fi else "Hyllan är ritad.", "credit": "Kalle Koe"},
        "short": NAMES["osaaminen"][place],
        "phase": "running",
        "period": {"start": "2029-01", "end": "2032-06"},
        "operator": "Esimerkkilän kaupunginkirjasto" if fi else "Exempelby stadsbibliotek",
        "funder": "Opetus- ja kulttuuriministeriö" if fi else "Undervisnings- och kulturministeriet",
        "partners": ["Mallilan kirjasto", "Kokeilukylän seutukirjasto"] if fi else ["Mallby bibliotek", "Provköping"],
        "goals": ["Henkilöstö osaa arvioida uusia työvälineitä.", "Kirjastoilla on yhteinen verkkokurssi.",
                  "Tulokset jäävät käyttöön."] if fi
        else ["Personalen kan bedöma nya verktyg.", "Biblioteken har en gemensam nätkurs.", "Resultaten blir kvar."],
        "contacts": [
            {"name": "Maija Mallikas", "role": "projektipäällikkö" if fi else "projektchef",
             "email": "maija.mallikas@example.org"},
            {"name": "Bo Berg", "role": "koulutussuunnittelija" if fi else "utbildningsplanerare",
             "email": "bo.berg.som-har-en-valdigt-lang-adress@esimerkkikirjasto.example.org"},
            {"role": "yhteinen postilaatikko" if fi else "gemensam brevlåda", "email": "osaaminen@example.org"},
        ],
        "milestones": [{"date": date, "text": finnish if fi else swedish, "done": done, "kind": _kind(finnish)}
                       for date, finnish, swedish, done in MILESTONES],
        "links": [{"title": "Verkkokurssin esittely" if fi else "Presentation av nätkursen",
                   "url": "https://www.example.org/kurssi/"},
                  {"title": "Rahoituspäätös" if fi else "Finansieringsbeslut", "url": "https://www.example.org/p.pdf"}],
    }  # fmt: skip


def _kind(name: str) -> str:
    return "event" if name.endswith(("seminaari", "Esimerkkilässä", "työpajat alkavat")) else "milestone"


def _plain(key: str, place: int) -> dict[str, Any]:
    name = NAMES[key][place]
    front: dict[str, Any] = {"title": name, "phase": _PHASES.get(key, "running")}
    if key == "kuvailu":
        return {"title": name}
    front["summary"] = (f"{name}: keksitty hanke.", f"{name}: ett påhittat projekt.")[place]
    if key == "arkkitehtuuri":
        front["summary"] = (
            "Kirjastojärjestelmäarkkitehtuurin kehittämistyöryhmä kuvaa, mistä osista kirjastojen järjestelmät koostuvat.",
            "En arbetsgrupp beskriver vilka delar bibliotekens system består av.",
        )[place]
        front["milestones"] = [
            {"date": "2031-02", "text": ("Työryhmä aloittaa", "Gruppen börjar")[place], "done": True},
            {"date": "2031-10-01", "text": ("Luonnos valmis", "Utkastet klart")[place]},
        ]
    return front
