"""What secretaries write in many ways: each kind of fact in other words, another order, other signs and languages."""

from html import escape

import pytest

from tests.importing.acceptance import front_of
from tests.importing.test_pages_and_posts import made

HEAD = "# Esimerkkiryhmän kokous 2/2031\nAika: 14.5.2031 klo 10–12\n"
PEOPLE = "Läsnä: Aino Esimerkki, Bo Exempel, Cecilia Mall\n"
ITEM = "## 1. Asia\n"
_TAGS = {
    "#": ("<h1>", "</h1>"),
    "##": ("<h2>", "</h2>"),
    "**": ("<p><b>", "</b></p>"),
    "-": ("<ul><li>", "</li></ul>"),
    "|": ("<table><tr>", "</tr></table>"),
}


def page(source: str) -> str:
    """Write a page: `#` before headings, `**` bold, `-` before items, `|` between cells; other lines are paragraphs."""
    parts = []
    for line in source.strip("\n").split("\n"):
        sign, _, rest = line.partition(" ")
        said = escape(rest if sign in _TAGS else line).replace("⏎", "<br>").replace("⇥", "&nbsp;&nbsp;&nbsp;")
        before, after = _TAGS.get(sign, ("<p>", "</p>"))
        parts.append(before + (_cells(rest) if sign == "|" else said) + after)
    return "".join(parts).replace("</ul><ul>", "").replace("</table><table>", "")


def _cells(row: str) -> str:
    return "".join(f"<td>{escape(one.strip())}</td>" for one in row.split("|"))


def text(source: str) -> str:
    """Give the draft of a page as text."""
    draft = made(page(source), "a.html")
    assert draft.type == "meetings"
    return draft.files[0].text


def fields(source: str) -> dict[str, object]:
    """Give the fields of the meeting of a page."""
    found: dict[str, object] = front_of(text(source))["meeting"]
    return found


@pytest.mark.parametrize(
    ("line", "task"),
    [
        ("- Kysely kouluille, Aino Esimerkki, 28.5.2031", "Kysely kouluille (Aino Esimerkki, 28.5.2031)"),
        ("- Kysely kouluille; Aino Esimerkki; 28.5.2031", "Kysely kouluille (Aino Esimerkki, 28.5.2031)"),
        ("- Kysely kouluille, 28.5.2031, Aino Esimerkki", "Kysely kouluille (Aino Esimerkki, 28.5.2031)"),
        ("- Kysely kouluille, Aino, 28.5.", "Kysely kouluille (Aino, 28.5.)"),
        ("- Aino Esimerkki, kysely kouluille, 28.5.2031", "kysely kouluille (Aino Esimerkki, 28.5.2031)"),
        ("- Aino Esimerkki: kysely kouluille (28.5.2031)", "kysely kouluille (Aino Esimerkki, 28.5.2031)"),
        ("- Kysely kouluille – Aino ja Bo – 28.5.2031", "Kysely kouluille (Aino ja Bo, 28.5.2031)"),
        ("- Boka lokaler, Bo Exempel, senast den 18 maj", "Boka lokaler (Bo Exempel, den 18 maj)"),
        ("- Boka lokaler, Bo Exempel, till nästa möte", "Boka lokaler, till nästa möte (Bo Exempel)"),
        ("- Kysely, Aino Esimerkki, toukokuun loppuun mennessä", "Kysely, toukokuun loppuun mennessä (Aino Esimerkki)"),
        ("- Kysely kouluille. Vastuuhenkilö: Aino. Määräaika: 28.5.2031.", "Kysely kouluille (Aino, 28.5.2031)"),
        ("- Kysely kouluille, Aino, Bo", "Kysely kouluille (Aino, Bo)"),
        ("- Kysely kouluille, Aino ja Bo, 28.5.2031", "Kysely kouluille (Aino ja Bo, 28.5.2031)"),
        ("- Aino Muukalainen tekee kyselyn 28.5.2031", "Aino Muukalainen tekee kyselyn 28.5.2031"),
        ("- Ota yhteyttä: Aino Esimerkki", "Ota yhteyttä: Aino Esimerkki"),
        ("- Tiimi vastaa kyselyyn 28.5.2031", "Tiimi vastaa kyselyyn 28.5.2031"),
        ("- Kirje, Espoon kaupunki, 28.5.2031", "Kirje, Espoon kaupunki, 28.5.2031"),
        ("Kysely kouluille, Aino Esimerkki, 28.5.2031", "Kysely kouluille (Aino Esimerkki, 28.5.2031)"),
    ],
)
def test_actions_in_their_section(line: str, task: str) -> None:
    assert f"- [ ] {task}\n" in text(f"{HEAD}{PEOPLE}{ITEM}Teksti.\n## 2. Toimenpiteet\n{line}")


@pytest.mark.parametrize(
    ("lines", "task"),
    [
        ("Toimenpide: Tehdään kysely.⏎Vastuuhenkilö: Aino. Määräaika: 28.5.2031.", "Tehdään kysely (Aino, 28.5.2031)"),
        ("Toimenpide: Tehdään kysely.\nVastuu: Aino\nMääräaika: 28.5.2031", "Tehdään kysely (Aino, 28.5.2031)"),
        ("Åtgärd: Boka lokaler.\nAnsvarig: Bo Exempel, tidsfrist: 28.5.2031", "Boka lokaler (Bo Exempel, 28.5.2031)"),
        ("Åtgärd: Boka lokaler.\nAnsvar: Bo Exempel", "Boka lokaler (Bo Exempel)"),
        ("- Aino: kysely (28.5.)\n- Bo: lista (ennen seuraavaa kokousta)", "lista, ennen seuraavaa kokousta (Bo)"),
    ],
)
def test_actions_anywhere(lines: str, task: str) -> None:
    assert f"- [ ] {task}\n" in text(f"{HEAD}{PEOPLE}{ITEM}{lines}")


@pytest.mark.parametrize(
    "line",
    [
        "- Kesälomat, Aino Esimerkki, 28.5.2031",
        "Aino Esimerkki kertoi kyselystä 28.5.2031.",
        "- Aino: uusi auto\n- Bo: remontti alkaa",
        "- Aino: uusi auto\n- Bo: remontti alkaa 28.5.2031",
        "| Vuosi | Kävijät | Lainat |\n| 2030 | 12 | 30 |",
        "| Mitä | Missä | Milloin |\n| Satutunti | Espoo | 28.5.2031 |",
        "| Vad | När | Status |\n| Kurs | 28.5.2031 | klar |",
        "| Asia | Aikataulu |\n| Remontti | 2031 |",
    ],
)
def test_what_is_no_action(line: str) -> None:
    assert "- [ ]" not in text(f"{HEAD}{PEOPLE}{ITEM}{line}")


@pytest.mark.parametrize(
    "head",
    [
        "| Mitä | Kuka | Milloin |", "| Vad | Vem | När |", "| Asia | Vastuu | Aikataulu |",
        "| Toimenpide | Vastuuhenkilö | Määräaika |", "| Uppgift | Ansvarig | Klart senast |",
    ],
)  # fmt: skip
def test_tables_of_actions(head: str) -> None:
    draft = text(f"{HEAD}{PEOPLE}{ITEM}{head}\n| Kysely | Aino Esimerkki | 28.5.2031 |\n| Lista | Bo Exempel | 30.5. |")
    assert "- [ ] Kysely (Aino Esimerkki, 28.5.2031)\n- [ ] Lista (Bo Exempel, 30.5.)\n" in draft


def test_tables_of_actions_with_numbers_and_states() -> None:
    rows = "| Nro | Mitä | Kuka | Tila\n| 1 | Kysely | Aino | valmis\n| 2 | Lista | Bo | kesken"
    assert "- [x] Kysely (Aino)\n- [ ] Lista, kesken (Bo)\n" in text(f"{HEAD}{PEOPLE}{ITEM}{rows}")


@pytest.mark.parametrize(
    "label",
    [
        "Esteestä ilmoittivat:", "Esteen oli ilmoittanut:", "Poissaolosta ilmoittivat:", "Förhindrade:",
        "Anmält förhinder:", "Hade anmält förhinder:", "Har meddelat frånvaro:", "Frånvarande:", "Ei päässyt:",
    ],
)  # fmt: skip
def test_who_was_away(label: str) -> None:
    found = fields(f"{HEAD}{PEOPLE}{label} Dag Dröm ja Eeva Eräs\n{ITEM}")
    assert found["absent"] == ["Dag Dröm", "Eeva Eräs"]
    assert found["present"] == ["Aino Esimerkki", "Bo Exempel", "Cecilia Mall"]


@pytest.mark.parametrize(
    "lines",
    [
        "Jakelu: Dag Dröm, Eeva Eräs", "Tiedoksi: Dag Dröm", "Pöytäkirjantarkastajat: Dag Dröm ja Eeva Eräs",
        "Protokolljusterare: Dag Dröm", "För kännedom: Dag Dröm", "** Jakelu\nDag Dröm", "Yhteyshenkilö: Dag Dröm",
        "Tieto Helsingin Kaupunginkirjasto", "Helsingin Kaupunginkirjasto",
    ],
)  # fmt: skip
def test_who_was_not_said_to_be_there(lines: str) -> None:
    source = f"{HEAD}Läsnä:\nAino Esimerkki\nBo Exempel\n{lines}\n{ITEM}"
    assert fields(source)["present"] == ["Aino Esimerkki", "Bo Exempel"]
    assert lines.rpartition(" ")[2] in text(source).split("\n---\n", 1)[1]


@pytest.mark.parametrize(
    ("time", "sessions"),
    [
        ("Datum: 11.5.2031\nTid: kl. 9.30–11.00", [("2031-05-11T09:30", "2031-05-11T11:00")]),
        ("Tid: kl. 9.30–11.00\nDatum: 11.5.2031", [("2031-05-11T09:30", "2031-05-11T11:00")]),
        ("Päivä: 11.5.2031\nKello: 9.30–11", [("2031-05-11T09:30", "2031-05-11T11:00")]),
        ("Pvm⇥11.5.2031\nKlo⇥9.30", [("2031-05-11T09:30", "")]),
        ("- Aika: 11.5.2031 klo 9\n- Paikka: Teams", [("2031-05-11T09:00", "")]),
        ("Aika: 11.5.2031 klo 9–16⏎12.5.2031 klo 9–12",
         [("2031-05-11T09:00", "2031-05-11T16:00"), ("2031-05-12T09:00", "2031-05-12T12:00")]),
        ("Tid: 11.5.2031 kl. 9–16\nmåndag 12.5.2031 kl. 9–12",
         [("2031-05-11T09:00", "2031-05-11T16:00"), ("2031-05-12T09:00", "2031-05-12T12:00")]),
        ("1. päivä: 11.5.2031 klo 9–16\n2. päivä: 12.5.2031 klo 9–12",
         [("2031-05-11T09:00", "2031-05-11T16:00"), ("2031-05-12T09:00", "2031-05-12T12:00")]),
        ("Dag 1: 11.5.2031 kl. 9–16\nDag 2: 12.5.2031 kl. 9–12",
         [("2031-05-11T09:00", "2031-05-11T16:00"), ("2031-05-12T09:00", "2031-05-12T12:00")]),
        ("Datum: 11.5.2031 kl. 10\nTid: kl. 9.30", [("2031-05-11T10:00", "")]),
        ("Kello: 9.30–11", [("2031-06-01T09:30", "2031-06-01T11:00")]),
        ("Aika: 11.5.2031 klo 9–16\nPäivätty: 12.5.2031", [("2031-05-11T09:00", "2031-05-11T16:00")]),
        ("Aika: 11.5.2031 klo 9–16\n12.8.2031", [("2031-05-11T09:00", "2031-05-11T16:00")]),
        ("30.5.2031\nAika: 11.5.2031 klo 9–16", [("2031-05-11T09:00", "2031-05-11T16:00")]),
    ],
)  # fmt: skip
def test_when_people_met(time: str, sessions: list[tuple[str, str]]) -> None:
    found: list[dict[str, str]] = fields(f"# Esimerkkiryhmän muistio\n{time}\n{PEOPLE}{ITEM}")["sessions"]  # type: ignore[assignment]
    assert [(one["start"], one.get("end", "")) for one in found] == sessions


@pytest.mark.parametrize(
    "line",
    [
        "Julkaistu 30.5.2031", "Publicerad 30.5.2031", "Lähetetty 30.5.2031 klo 9.14", "Senast uppdaterad 30.5.2031",
        "Muistio laadittu 30.5.2031", "Edellinen kokous 30.5.2031", "Hanke päättyy 30.5.2031.",
    ],
)  # fmt: skip
def test_days_that_are_not_the_meetings(line: str) -> None:
    draft = made(page(f"# Esimerkkiryhmän muistio\n{line}\n{PEOPLE}{ITEM}Teksti."), "a.html")
    assert "30.5.2031" in draft.files[0].text.split("\n---\n", 1)[1]
    assert "start: 2031-05-30" not in draft.files[0].text
    assert "IMP008" in [one.code for one in draft.findings], "the day has to be asked for"


@pytest.mark.parametrize(
    ("lines", "place", "mode"),
    [
        ("Paikka: Kirjasto⏎ja etänä", "Kirjasto ja etänä", "hybrid"),
        ("Plats: Biblioteket\noch på distans", "Biblioteket och på distans", "hybrid"),
        ("Paikka: Kokoushuone\nsekä Teams", "Kokoushuone sekä Teams", "hybrid"),
        ("Plats: Huvudbiblioteket (på plats)", "Huvudbiblioteket (på plats)", "onsite"),
        ("Kokous pidettiin etänä.", None, "remote"),
        ("Mötet hölls på distans via Teams.", None, "remote"),
        ("Mötet ordnades på plats i biblioteket och på distans.", None, "hybrid"),
        ("Kokoukseen voi osallistua myös etänä seuraavalla kerralla.", None, None),
        ("Seuraava kokous pidetään etänä.", None, None),
        ("Kokous pidettiin kirjastossa, etäyhteys ei toiminut.", None, None),
        ("Paikka: Kokoushuone\nTeams-linkki", "Kokoushuone", None),
    ],
)
def test_where_and_how_people_met(lines: str, place: str | None, mode: str | None) -> None:
    found = fields(f"{HEAD}{lines}\n{PEOPLE}{ITEM}")
    assert (found.get("place"), found.get("mode")) == (place, mode)


@pytest.mark.parametrize("sentence", ["Kokous pidettiin etänä.", "Mötet hölls på distans."])
def test_how_people_met_as_the_first_item_says(sentence: str) -> None:
    source = f"{HEAD}{PEOPLE}{ITEM}Avattiin klo 10. {sentence}\n## 2. Muuta\nTeksti."
    assert fields(source)["mode"] == "remote"
    assert "mode" not in fields(f"{HEAD}{PEOPLE}{ITEM}Avattiin.\n## 2. Muuta\n{sentence}")


@pytest.mark.parametrize(
    ("lines", "chair", "secretary"),
    [
        ("Puheenjohtaja: Aino Esimerkki\nSihteeri: Bo Exempel", "Aino Esimerkki", "Bo Exempel"),
        ("Ordförande: Aino Esimerkki⏎Sekreterare: Bo Exempel", "Aino Esimerkki", "Bo Exempel"),
        ("Pj.⇥Aino Esimerkki\nMuistion kirjasi: Bo Exempel", "Aino Esimerkki", "Bo Exempel"),
        ("Protokollet fördes av: Bo Exempel", None, "Bo Exempel"),
        ("Puheenjohtajat: Aino Esimerkki (kohdat 1–3), Bo Exempel (kohdat 4–5)", None, None),
    ],
)
def test_chair_and_secretary_after_attendance(lines: str, chair: str | None, secretary: str | None) -> None:
    found = fields(f"{HEAD}{PEOPLE}{lines}\n{ITEM}")
    assert (found.get("chair"), found.get("secretary")) == (chair, secretary)
    assert "Bo Exempel" in str(found["present"])


@pytest.mark.parametrize(
    ("person", "chair"),
    [
        ("Aino Esimerkki (pj)", "Aino Esimerkki"),
        ("Aino Esimerkki (pj., Espoo)", "Aino Esimerkki (Espoo)"),
        ("Aino Esimerkki, ordförande (Esbo)", "Aino Esimerkki (Esbo)"),
        ("Aino Esimerkki (Espoo), puheenjohtaja", "Aino Esimerkki (Espoo)"),
        ("Aino Esimerkki, varapuheenjohtaja", None),
        ("Aino Esimerkki, vice ordförande", None),
    ],
)
def test_the_mark_of_the_chair(person: str, chair: str | None) -> None:
    assert fields(f"{HEAD}Läsnä:\n{person}\nBo Exempel\n{ITEM}").get("chair") == chair


@pytest.mark.parametrize("form", ["§ {} ", "{} § ", "{}. ", "{}) ", "Asia {}. ", "Ärende {}: ", "{} ", "§{} "])
def test_numbers_of_items_typed_by_hand(form: str) -> None:
    lines = "\n".join(f"** {form.format(one)}Otsikko {one}a\nTeksti." for one in range(1, 4))
    found = [line for line in text(f"{HEAD}{PEOPLE}{lines}").split("\n") if line.startswith("## ")]
    assert [line.rpartition(" Otsikko ")[2] for line in found] == ["1a", "2a", "3a"]
    assert all(str(number) in line for number, line in enumerate(found, 1))


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Lähettäjä: Bo <bo@example.org>⏎Lähetetty: 26.5.2031 9.14⏎Vastaanottaja: ryhmä⏎Aihe: Muistio", "Muistio"),
        ("Från: Bo\nSkickat: 26.5.2031\nTill: gruppen\nÄmne: Sv: Möte 3", "Möte 3"),
        ("From: Bo\nDate: 26.5.2031 9:14\nTo: group\nSubject: Fwd: Re: Notes", "Notes"),
        ("Lähettäjä: Bo⏎Pvm: 26.5.2031⏎Kopio: Aino Esimerkki⏎Otsikko: Muistio", "Muistio"),
    ],
)
def test_minutes_in_a_mail(header: str, title: str) -> None:
    source = f"{header}\nHei kaikille,\nAika: 14.5.2031 klo 10–12\n{PEOPLE}{ITEM}Teksti."
    front = front_of(text(source))
    assert front["title"] == title
    assert [one["start"] for one in front["meeting"]["sessions"]] == ["2031-05-14T10:00"]
    assert "26.5.2031" in text(source)


@pytest.mark.parametrize(
    ("lines", "following"),
    [
        ("Seuraava kokous on 9.6.2031 klo 10.", "2031-06-09T10:00"),
        ("Tavataan seuraavan kerran 9.6.2031.", "2031-06-09"),
        ("Gruppen sammanträder nästa gång den 9 juni 2031.", "2031-06-09"),
        ("Nästa möte: 9.6.2031", "2031-06-09"),
        ("Kysely tehdään seuraavan kerran 9.6.2031.", None),
        ("Seuraava kokous sovitaan 9.6.2031 mennessä.", None),
        ("Seuraavan kokouksen aineisto lähetetään 9.6.2031.", None),
        ("Nästa möte bestäms senast 9.6.2031.", None),
        ("## 3. Seuraava kokous\nEsityslista lähetetään 2.6.2031.", None),
        ("## 3. Seuraava kokous\nIlmoittautuminen 2.6.2031 mennessä. Kokous on 9.6.2031.", "2031-06-09"),
        ("Seuraavassa kokouksessa esitellään 9.6.2031 alkava hanke.", None),
        ("Vid nästa möte behandlas enkäten som öppnas 9.6.2031.", None),
        ("Kysely lähetetään ennen seuraavaa kokousta 9.6.2031.", None),
    ],
)
def test_the_next_meeting(lines: str, following: str | None) -> None:
    assert fields(f"{HEAD}{PEOPLE}{ITEM}{lines}\n## 2. Muuta\nTeksti.").get("next") == following


def test_an_attachment_keeps_what_stands_after_a_comma() -> None:
    source = page(f"{HEAD}{PEOPLE}{ITEM}Teksti.\n## Liitteet")
    link = '<p><a href="https://example.org/a.pdf">Tilastot, kevät 2031 (pdf, 310 kt)</a></p>'
    found = front_of(made(source + link, "a.html").files[0].text)["meeting"]["attachments"]
    assert found == [{"url": "https://example.org/a.pdf", "title": "Tilastot, kevät 2031 (pdf, 310 kt)"}]


def test_headings_beside_their_text_end_what_stood_before() -> None:
    draft = text(f"{HEAD}{PEOPLE}{ITEM}## 2. Toimenpiteet\n- Kysely (Aino, 28.5.2031)\nLiitteet⇥Taulukko\n- Kartta")
    assert "- [ ] Kysely (Aino, 28.5.2031)\n" in draft
    assert draft.count("- [ ]") == 1


@pytest.mark.parametrize(
    ("head", "kind", "rest"),
    [
        ("# PÖYTÄKIRJA\nEsimerkkiryhmän kokous 2/2031", "minutes", ""),
        ("# Pöytäkirja, luonnos\nEsimerkkiryhmän kokous 2/2031", "minutes", "Pöytäkirja, luonnos"),
        ("# Muistio\nEsimerkkiryhmän kokous 2/2031", "notes", ""),
    ],
)
def test_what_a_text_is_above_whose_it_is(head: str, kind: str, rest: str) -> None:
    source = f"{head}\nAika: 14.5.2031 klo 10–12\n{PEOPLE}{ITEM}Teksti."
    assert front_of(text(source))["title"] == "Esimerkkiryhmän kokous 2/2031"
    assert fields(source)["kind"] == kind
    assert text(source).partition("---\n\n")[2].partition("## 1.")[0].strip() == rest


@pytest.mark.parametrize("label", ["Antecknat av", "Muistion kirjaaja", "Kahvit keitti"])
def test_whoever_did_something_was_not_away(label: str) -> None:
    source = f"{HEAD}{PEOPLE}Poissa: Dan Puuttuva\n{label}: Bo Exempel\n{ITEM}Teksti."
    assert fields(source)["absent"] == ["Dan Puuttuva"]
    assert "Bo Exempel" in str(fields(source).get("secretary")) or f"{label}: Bo Exempel" in text(source)


def test_labels_above_their_values_are_understood_whole() -> None:
    source = (
        "# Esimerkkiryhmän kokous 2/2031\n** AIKA\n14.5.2031 klo 10–12\n** PAIKKA\nKirjaston sali\n"
        f"** SAAPUVILLA OLLEET\nAino Esimerkki\n{ITEM}Teksti."
    )
    assert (fields(source)["place"], fields(source)["present"]) == ("Kirjaston sali", ["Aino Esimerkki"])
    assert text(source).endswith("---\n\n## 1. Asia\n\nTeksti.\n")


def test_words_of_municipal_minutes() -> None:
    source = (
        "# Protokoll 3/2031\nSammanträdestid: Onsdag 14.5.2031 kl. 13.00 – 15.00\nSammanträdesplats: Mallby bibliotek\n"
        f"Beslutande: Anna Exempel, ordförande; Bo Exempel\nÖvriga närvarande: Cecilia Mall\n{ITEM}Text."
    )
    found = fields(source)
    assert found["sessions"] == [{"start": "2031-05-14T13:00", "end": "2031-05-14T15:00"}]
    assert (found["place"], found["chair"]) == ("Mallby bibliotek", "Anna Exempel")
    assert found["present"] == {"": ["Anna Exempel, ordförande", "Bo Exempel"], "Övriga närvarande": ["Cecilia Mall"]}


def test_given_names_alone_are_people() -> None:
    source = (
        f"# Muistio: esimerkkitiimin palaveri\n14.5.2031 klo 9–10\nPaikalla: Aino, Bo (klo 10 asti), Cia\n{ITEM}Teksti."
    )
    assert fields(source)["present"] == ["Aino", "Bo (klo 10 asti)", "Cia"]


@pytest.mark.parametrize(
    ("above", "head", "rows", "present", "absent"),
    [
        ("", "| Nimi | Kunta | Läsnä | Poissa", ("x |", "| x"), ["Aino Esimerkki (Mallila)"], ["Bo Exempel (Koekylä)"]),
        ("", "| Nimi | Kunta | Läsnä", ("x", ""), ["Aino Esimerkki (Mallila)"], ["Bo Exempel (Koekylä)"]),
        ("Läsnä", "| Nimi | Kunta | Poissa", ("", "x"), ["Aino Esimerkki (Mallila)"], ["Bo Exempel (Koekylä)"]),
        (
            "Läsnä, asiantuntijat",
            "| Nimi | Kunta | Läsnä",
            ("klo 11 asti", "-"),
            {"Asiantuntijat": ["Aino Esimerkki (Mallila), klo 11 asti"]},
            ["Bo Exempel (Koekylä)"],
        ),
    ],
)
def test_tables_of_who_was_there(
    above: str, head: str, rows: tuple[str, str], present: object, absent: list[str]
) -> None:
    people = f"| Aino Esimerkki | Mallila | {rows[0]}\n| Bo Exempel | Koekylä | {rows[1]}"
    found = fields(f"{HEAD}{f'** {above}' if above else 'Paikka: Mallila'}\n{head}\n{people}\n{ITEM}Teksti.")
    assert (found["present"], found["absent"]) == (present, absent)


@pytest.mark.parametrize(
    ("lines", "present", "absent", "kept"),
    [
        ("Poissa: Dan Puuttuva\nVieraat: Aino Esimerkki", {"Vieraat": ["Aino Esimerkki"]}, ["Dan Puuttuva"], ""),
        ("** Poissa\nVieraat: Aino Esimerkki", None, {"Vieraat": ["Aino Esimerkki"]}, ""),
        ("Poissa: kaksi jäsentä\nVieraat: Aino Koe", {"Vieraat": ["Aino Koe"]}, None, "Poissa: kaksi jäsentä"),
        ("** Läsnä\nJäsenet:\nVieraat: Aino Koe", {"Vieraat": ["Aino Koe"]}, None, "Jäsenet"),
    ],
)
def test_groups_after_others(lines: str, present: object, absent: object, kept: str) -> None:
    """A group below those who were away is one of them only where their label has named nobody itself."""
    source = f"{HEAD}{lines}\n{ITEM}Teksti."
    assert (fields(source).get("present"), fields(source).get("absent")) == (present, absent)
    assert text(source).partition("---\n\n")[2].partition("## 1.")[0].strip() == kept


@pytest.mark.parametrize("form", ["Hybridi, sali 3", "Teams"])
def test_how_people_met_keeps_where(form: str) -> None:
    source = f"{HEAD}{PEOPLE}Kokousmuoto: {form}\n{ITEM}Teksti."
    assert fields(source)["mode"] in {"hybrid", "remote"}
    assert f"Kokousmuoto: {form}\n" in text(source)
