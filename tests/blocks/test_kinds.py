"""The blocks of blocks.yaml and the summaries of meetings: what each says, and what is said of those that cannot be."""

import json
from pathlib import Path

import pytest

from plugins.engine.command import build
from tests.sites import news, options, plain_site, write

PROJECT = """---
title: Tekoälyn hanke
slug: tekoaly
short: Tekoäly
phase: running
period: {start: 2031-02}
operator: VAKE
goals: [Osataan enemmän]
contacts:
  - {name: Nimi Niminen, role: päällikkö, email: nimi@example.org}
  - {name: Toinen}
milestones:
  - {date: 2031-09, text: Raportti, done: false}
  - {date: 2031-02-02, text: Alku, done: true}
---

Esittely. [Kysely](../news/kysely.fi.md)
"""
PILOT = """---
title: Pilotti
date: 2031-03-01
project: tekoaly
pilot:
  libraries: [Kirjasto]
  phase: running
  figures: [{label: Vastauksia, value: 45}]
---

Teksti.
"""
BLOCKS = """blocks:
  uusimmat: {kind: latest, project: tekoaly, limit: 2, heading: {fi: Uutta, sv: Nytt}}
  aihe: {kind: latest, tag: Äly, types: news, profiles: [basic]}
  esittely: {kind: project, project: tekoaly, level: 3}
  yhteys: {kind: contacts, project: tekoaly}
  aika: {kind: timeline, project: tekoaly}
  kokoukset: {kind: meetings}
  luvut: {kind: figures, project: tekoaly}
  tyhja: {kind: figures, project: hanke, heading: {fi: Luvut}}
  ei-aikaa: {kind: timeline, project: hanke}
  ei-ketaan: {kind: contacts, project: hanke}
  ei-uutta: {kind: latest, project: hanke}
defaults: {profiles: [basic, restricted, full]}
"""
MEETING = """---
title: Ohjausryhmä 1/2031
date: 2031-05-15
project: tekoaly
meeting:
  kind: notes
  name: Ohjausryhmä
  sessions: [{start: 2031-05-14T10:00, end: 2031-05-14T12:00}]
  chair: Nimi Niminen
  present: [Salainen Henkilö]
---

## Asia

Keskusteltiin.

**Pa\u0308a\u0308to\u0308s:** hyväksyttiin [kysely](../news/kysely.fi.md):

- yksi
- kaksi

> **Päätös**: toinen *asia*.

**Päätökset** ovat tässä.

- [ ] Lähetetään kysely
- [x] Kirjoitetaan raportti
- Ei tehtävä
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lohkot")
    content = plain_site(folder / "content")
    write(
        content,
        {
            "blocks.yaml": BLOCKS,
            "projects/tekoaly.fi.md": PROJECT,
            "projects/tekoaly.sv.md": "---\ntitle: AI-projektet\nslug: ai\n---\n\nText.\n",
            "news/kysely.fi.md": news("Kysely", "Teksti.", project="tekoaly", tags="[äly]", date="2031-05-13"),
            "news/vanha.fi.md": news("Vanha", "Teksti.", project="tekoaly", date="2031-01-01"),
            "meetings/ohjausryhma.fi.md": MEETING,
            "pilots/pilotti.fi.md": PILOT,
        },
    )
    assert build(options(folder)) == 0
    return folder


def fragment(folder: Path, name: str) -> list[str]:
    text = (folder / "output" / "blocks" / name).read_text(encoding="utf-8")
    return text.rstrip("\n").split("\n\n")


A = "https://example.org/koe"


def test_latest_of_a_project(folder: Path) -> None:
    heading, items, source = fragment(folder, "uusimmat/fi.basic.html")
    assert heading == '<h2 id="kaiku-uusimmat-fi" lang="fi">Uutta</h2>'
    assert items == (
        f'<ul lang="fi">\n<li><a href="{A}/kokoukset/ohjausryhma-1-2031/">Ohjausryhmä 1/2031</a>, '
        "15. toukokuuta 2031</li>\n"
        f'<li><a href="{A}/uutiset/kysely/">Kysely</a>, 13. toukokuuta 2031</li>\n</ul>'
    )
    assert source.startswith(f'<p lang="fi">Lähde: <a hreflang="fi" href="{A}/hankkeet/tekoaly/#kaiku=uusimmat;l=fi;')
    assert source.endswith(">Tekoälyn hanke</a></p>")


def test_latest_in_another_language_says_so(folder: Path) -> None:
    assert fragment(folder, "uusimmat/sv.basic.html")[1].splitlines()[2] == (
        f'<li><a hreflang="fi" href="{A}/uutiset/kysely/"><em lang="fi">Kysely</em> (på finska)</a>, 13 maj 2031</li>'
    )


def test_latest_of_a_tag_and_a_type(folder: Path) -> None:
    heading, items, source = fragment(folder, "aihe/fi.basic.html")
    assert heading.endswith(">Ajankohtaista</h2>")
    assert items.count("<li>") == 1
    assert f'href="{A}/uutiset/#kaiku=aihe;' in source
    assert ">Uutiset: Koesivusto</a>" in source
    assert not (folder / "output/blocks/aihe/fi.full.html").exists()


def test_project(folder: Path) -> None:
    heading, facts, text, goals, goal, _ = fragment(folder, "esittely/fi.basic.html")
    assert heading == '<h3 id="kaiku-esittely-fi" lang="fi">Tekoälyn hanke</h3>'
    assert "<dt><p>Vaihe</p></dt>\n<dd><p>Käynnissä</p></dd>" in facts
    assert f'<a href="{A}/uutiset/kysely/">Kysely</a>' in text
    assert goals == '<h4 id="kaiku-esittely-fi-tavoite" lang="fi">Tavoite</h4>'
    assert "<li>Osataan enemmän</li>" in goal
    assert fragment(folder, "esittely/sv.basic.html")[1:-1] == ['<p lang="sv">Text.</p>']


def test_contacts(folder: Path) -> None:
    heading, people, _ = fragment(folder, "yhteys/fi.basic.html")
    assert heading.endswith(">Yhteyshenkilöt: Tekoäly</h2>")
    mail = '<a href="mailto:nimi@example.org">nimi@example.org</a>'
    assert people == f'<ul lang="fi">\n<li>Nimi Niminen, päällikkö, {mail}</li>\n<li>Toinen</li>\n</ul>'


def test_timeline_is_in_the_order_of_time(folder: Path) -> None:
    assert fragment(folder, "aika/fi.restricted.html")[1] == (
        '<ul lang="fi">\n<li>2. helmikuuta 2031: Alku (tehty)</li>\n<li>Syyskuu 2031: Raportti</li>\n</ul>'
    )


def test_meetings_say_when(folder: Path) -> None:
    heading, items, _ = fragment(folder, "kokoukset/fi.basic.html")
    assert heading.endswith(">Kokoukset</h2>")
    assert items.endswith("Ohjausryhmä 1/2031</a>, 14. toukokuuta 2031 klo\xa010.00–12.00</li>\n</ul>")


def test_figures_name_their_update(folder: Path) -> None:
    assert fragment(folder, "luvut/fi.basic.html")[1:3] == [
        '<dl lang="fi">\n<dt><p>Vastauksia</p></dt>\n<dd><p>45</p></dd>\n</dl>',
        f'<p lang="fi">Luvut: <a href="{A}/pilotit/pilotti/">Pilotti</a> (1. maaliskuuta 2031).</p>',
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("tyhja/fi", "Pilotin lukuja ei ole vielä julkaistu."),
        ("tyhja/sv", "Inga siffror från piloten har publicerats ännu."),
        ("luvut/sv", "Inga siffror från piloten har publicerats ännu."),
        ("ei-aikaa/fi", "Aikataulua ei ole vielä julkaistu."),
        ("ei-ketaan/sv", "Inga kontaktpersoner har uppgetts ännu."),
        ("ei-uutta/fi", "Ajankohtaista kerrottavaa ei vielä ole."),
    ],
)
def test_nothing_to_say_is_a_sentence(folder: Path, name: str, sentence: str) -> None:
    assert fragment(folder, f"{name}.basic.html")[1:-1] == [f'<p lang="{name[-2:]}">{sentence}</p>']


def test_heading_in_another_language_is_not_taken(folder: Path) -> None:
    assert fragment(folder, "tyhja/fi.basic.html")[0].endswith(">Luvut</h2>")
    assert fragment(folder, "tyhja/sv.basic.html")[0].endswith(">I siffror: Provprojekt</h2>")


def test_summary_of_a_meeting(folder: Path) -> None:
    text = "\n\n".join(fragment(folder, "ohjausryhma-summary/fi.basic.html"))
    assert ">Tiivistelmä: Ohjausryhmä 1/2031</h2>" in text
    assert "Nimi Niminen" in text
    assert "Salainen" not in text
    assert "Keskusteltiin" not in text
    assert (
        f'<ul lang="fi">\n<li>hyväksyttiin <a href="{A}/uutiset/kysely/">kysely</a>:\n<ul>\n<li>yksi</li>\n'
        "<li>kaksi</li>\n</ul>\n</li>\n<li>toinen <em>asia</em>.</li>\n</ul>"
    ) in text
    assert '<ul lang="fi">\n<li>☐ Lähetetään kysely</li>\n<li>☑ Kirjoitetaan raportti</li>\n</ul>' in text
    assert f'href="{A}/kokoukset/ohjausryhma-1-2031/#kaiku=ohjausryhma-summary;l=fi;p=basic;' in text


def test_every_block_is_in_the_manifest(folder: Path) -> None:
    read = json.loads((folder / "output/blocks/manifest.json").read_text(encoding="utf-8"))
    kinds = {block["id"]: block["kind"] for block in read["blocks"]}
    assert kinds["uusimmat"] == "latest"
    assert kinds["ohjausryhma-summary"] == "summary"
    latest = next(block for block in read["blocks"] if block["id"] == "uusimmat")["languages"]["fi"]
    assert (latest["published"], latest["changed"]) == ("2031-05-13", "2031-05-15")


FAULTS = {
    "no project": ("yhteys: {kind: contacts}", "BLK006", "blocks.yaml:2:3"),
    "meant project": ("hanke-aika: {kind: timeline}", "“hanke”", "blocks.yaml:2:3"),
    "unknown project": ("a: {kind: latest, project: hanket}", "DOC005", "blocks.yaml:2:3"),
    "unknown tag": ("a: {kind: latest, tag: tekoäl}", "“tekoäly”", "blocks.yaml:2:3"),
    "document": ("a: {kind: document}", "BLK008", "blocks.yaml:2:3"),
    "ineffective": ("a: {kind: contacts, project: hanke, types: [news]}", "BLK009", "blocks.yaml:2:3"),
    "misspelt kind": ("a: {kind: lates}", "latest", "blocks.yaml:2:"),
}


@pytest.mark.parametrize(("line", "said", "place"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_is_told_at_its_line(
    line: str,
    said: str,
    place: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(
        plain_site(tmp_path / "content"),
        {"blocks.yaml": f"blocks:\n  {line}\n", "news/a.fi.md": news("A", "Teksti.", tags="[tekoäly]")},
    )
    monkeypatch.chdir(tmp_path)
    build(options(tmp_path))
    out = capsys.readouterr().out
    assert said in out
    assert f"content/{place}" in out
