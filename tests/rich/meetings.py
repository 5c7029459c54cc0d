"""Twelve meetings of one group with long minutes, notes of another, and meetings to come."""

from typing import Any

from tests.rich.sources import LANGUAGES, Sources, days_ago, source

GROUP = ("Henkilöstöosaamisen kehittämishankkeen ohjausryhmä", "Styrgruppen för projektet för personalens kompetens")
NUMBERED = 12

ITEMS = (
    ("Kokouksen avaus ja esityslistan hyväksyminen", "Mötet öppnas och föredragningslistan godkänns"),
    ("Edellisen kokouksen pöytäkirja", "Protokollet från föregående möte"),
    ("Koulutussuunnitelma", "Utbildningsplanen"),
    ("Talousarvio", "Budgeten"),
    ("Verkkokurssin saavutettavuus", "Nätkursens tillgänglighet"),
    ("Viestintäsuunnitelma", "Kommunikationsplanen"),
    (
        "Väliraportin aikataulu ja asiasanastotyöryhmän kuuleminen",
        "Delrapportens tidsplan och hörande av ordlistegruppen",
    ),
    ("Muut asiat", "Övriga ärenden"),
    ("Kokouksen päättäminen", "Mötet avslutas"),
)
DISCUSSION = (
    "Projektipäällikkö esitteli asian. Keskustelussa pidettiin tärkeänä, että koulutusta tarjotaan molemmilla "
    "kotimaisilla kielillä ja että pienet kirjastot voivat osallistua etäyhteydellä.",
    "Projektchefen presenterade ärendet. I diskussionen ansågs det viktigt att utbildning ordnas på båda "
    "nationalspråken och att små bibliotek kan delta på distans.",
)
DECISION = (
    "**Päätös:** Hyväksyttiin esityksen mukaan. Suunnitelmaa täydennetään ruotsinkielisen koulutuksen aikataululla.",
    "**Beslut:** Godkändes enligt förslaget. Planen kompletteras med tidsplanen för utbildningen på svenska.",
)
ACTIONS = (
    """- [ ] Täydennetään koulutussuunnitelmaa ruotsinkielisen koulutuksen aikataululla (Bo Berg, 30.6.2031)
- [ ] Tilataan kirjastoille ohje, jossa kerrotaan, miten verkkokurssi otetaan käyttöön (Kalle Koe, 15.8.2031)
- [x] Lähetetään kutsut (Maija Mallikas, 1.3.2031)
- [ ] Sovitaan lausuntokierroksesta (Esimerkkilän kaupunginkirjaston kehittämispalvelut, 30.9.2031)""",
    """- [ ] Planen kompletteras med tidsplanen för utbildningen på svenska (Bo Berg, 30.6.2031)
- [ ] En anvisning beställs om hur nätkursen tas i bruk (Kalle Koe, 15.8.2031)
- [x] Inbjudningarna skickas (Maija Mallikas, 1.3.2031)
- [ ] Remissrundan avtalas (Exempelby stadsbiblioteks utvecklingsenhet, 30.9.2031)""",
)
BUDGET = (
    """| Menolaji | 2029 | 2030 | 2031 | 2032 |
|---|---:|---:|---:|---:|
| Henkilöstökulut | 12 400 | 86 300 | 91 200 | 40 100 |
| Palvelujen ostot | 3 000 | 21 000 | 14 500 | 6 000 |
| Yhteensä | 15 400 | 107 300 | 105 700 | 46 100 |""",
    """| Utgiftsslag | 2029 | 2030 | 2031 | 2032 |
|---|---:|---:|---:|---:|
| Personalkostnader | 12 400 | 86 300 | 91 200 | 40 100 |
| Köp av tjänster | 3 000 | 21 000 | 14 500 | 6 000 |
| Sammanlagt | 15 400 | 107 300 | 105 700 | 46 100 |""",
)
PRESENT = {
    "Pysyvät edustajat": ["Aino Aalto (Esimerkkilä)", "Bo Berg (Mallila)", "Eeva Eskola-Virtanen (Kokeilukylä)",
                          "Gun Granlund (Provköping)", "Ilkka Immonen (Mallila)"],
    "Asiantuntijat": ["Karin Kull (Kansalliskirjasto)", "Leena Lahti (opetus- ja kulttuuriministeriö)"],
}  # fmt: skip


def meetings() -> Sources:
    """Write the meetings: minutes of a series, notes, and what is to come."""
    files: Sources = {}
    for place, code in enumerate(LANGUAGES):
        for number in range(1, NUMBERED + 1):
            day = days_ago(30 + (NUMBERED - number) * 60)
            files[f"meetings/{day}-ohjausryhma-{number:02}.{code}.md"] = _minutes(number, day, place)
        files[f"meetings/2031-05-06-keskustelu.{code}.md"] = _notes(place)
        for number, days in enumerate((-8, -40, -110), start=NUMBERED + 1):
            path = f"meetings/{days_ago(days)}-ohjausryhma-{number:02}.{code}.md"
            files[path] = _announced(number, days_ago(days), place)
    return files


def _minutes(number: int, day: str, place: int) -> str:
    fi = place == 0
    meeting: dict[str, Any] = {
        "kind": "minutes",
        "name": GROUP[place],
        "number": f"{number}/{day[:4]}",
        "sessions": [{"start": f"{day}T09:00", "end": f"{day}T14:30"}],
        "place": "Esimerkkilän pääkirjasto, kokoushuone Agricola, 3. kerros" if fi
        else "Exempelby huvudbibliotek, mötesrummet Agricola, våning 3",
        "mode": ("onsite", "remote", "hybrid")[number % 3],
        "chair": "Maija Mallikas, Esimerkkilän kaupunginkirjasto",
        "secretary": "Kalle Koe, Esimerkkilän kaupunginkirjasto",
        "present": PRESENT,
        "absent": ["Outi Oja (Porvoo)"],
        "attachments": [
            {"file": "files/esitys.pdf", "title": "Liite 1. Koulutussuunnitelma" if fi else "Bilaga 1. Utbildningsplan"},
            {"file": "files/talousarvio.csv", "title": "Liite 2. Talousarvio" if fi else "Bilaga 2. Budget"},
            {"url": "https://www.example.org/ohje.pdf", "title": "Ohje kirjastoille" if fi else "Anvisning"},
        ],
        "next": "2031-06-09T09:00",
    }  # fmt: skip
    if number == NUMBERED:
        meeting["sessions"].append({"start": "2031-05-03T09:00", "end": "2031-05-03T12:00"})
    front = {
        "title": f"Ohjausryhmän kokous {number}/{day[:4]}" if fi else f"Styrgruppens möte {number}/{day[:4]}",
        "date": day,
        "project": "osaaminen",
        "summary": f"Kokous {number}: ohjausryhmä hyväksyi koulutussuunnitelman ja talousarvion sekä päätti väliraportin aikataulusta."
        if fi else f"Möte {number}: styrgruppen godkände utbildningsplanen och budgeten och beslutade om delrapportens tidsplan.",
        "tags": ["osaaminen"] if fi else ["kompetens"],
        "meeting": meeting,
    }  # fmt: skip
    return source(front, _items(number, place))


def _items(number: int, place: int) -> str:
    parts = []
    for step, item in enumerate(ITEMS, start=1):
        parts += [f"## {step}. {item[place]}", DISCUSSION[place]]
        if step in {3, 4, 7}:
            parts += [BUDGET[place]] if step == 4 else []
            parts += [DECISION[place]]
        if step == 3 or (step == 7 and number == NUMBERED):
            parts.append(ACTIONS[place])
        if step == 5 and number == NUMBERED:
            parts += [f"{DISCUSSION[place]}\n\n" * 6]
    return "\n\n".join(parts)


def _notes(place: int) -> str:
    fi = place == 0
    front = {
        "title": "Muistio keskustelusta" if fi else "Anteckningar från en diskussion",
        "date": "2031-05-06",
        "project": ["arkkitehtuuri", "osaaminen"],
        "meeting": {"kind": "notes", "name": "Keskustelu" if fi else "Diskussion",
                    "sessions": [{"start": "2031-05-05"}]},
    }  # fmt: skip
    return source(front, DISCUSSION[place])


def _announced(number: int, day: str, place: int) -> str:
    fi = place == 0
    front = {
        "title": f"Ohjausryhmän kokous {number}/2031" if fi else f"Styrgruppens möte {number}/2031",
        "date": "2031-05-20",
        "project": "osaaminen",
        "meeting": {
            "kind": "notes",
            "name": GROUP[place],
            "number": f"{number}/2031",
            "sessions": [{"start": f"{day}T09:00", "end": f"{day}T12:00"}],
            "place": "Verkossa" if fi else "På nätet",
            "mode": "remote",
        },
    }
    return source(front, ("Esityslista tulee tälle sivulle viikkoa ennen.", "Listan kommer en vecka före.")[place])
