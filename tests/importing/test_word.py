"""Word files with everything that Word leaves in them, brought in by the command."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.console.menu import main
from tests.importing.word_files import BULLET, LETTER, NUMBER, W, docx, p, run, table
from tests.sites import files_of, plain_site, warm

Bring = Callable[..., tuple[int, str, str]]
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@pytest.fixture
def bring(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Bring:
    """Bring files into the content folder of the test: names with bytes, then options; exit code, output, messages."""
    import tasks

    monkeypatch.delenv("KAIKU_LANG", raising=False)
    plain_site(tmp_path / "content")
    folders = (
        "--content",
        str(tmp_path / "content"),
        "--cache",
        str(warm(tmp_path / "cache")),
        "--now",
        "2031-06-01T12:00",
    )

    def bring(files: dict[str, bytes], *words: str) -> tuple[int, str, str]:
        paths = []
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
            paths.append(str(tmp_path / name))
        language = () if "--lang" in words else ("--lang", "en")
        return main(["import", *paths, *folders, *language, *words], tasks.COMMANDS), *capsys.readouterr()

    def check() -> list[dict[str, object]]:
        main(["check", *folders, "--format", "json"], tasks.COMMANDS)
        found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
        return [one for one in found if one["code"] != "SIT002"]  # what the site has not decided yet

    bring.check = check  # type: ignore[attr-defined]
    return bring


def draft_in(tmp_path: Path, folder: str = "meetings") -> str:
    """Read the only draft of a folder."""
    (file,) = (tmp_path / "content" / folder).iterdir()
    return file.read_text(encoding="utf-8")


MINUTES = (
    p("Esimerkkiryhmän kokous 3/2031", style="Title"),
    p("Pöytäkirja"),
    p("Kokoustiedot", style="Otsikko1"),
    table(
        ("Aika", "keskiviikko 14.5.2031 klo 10.00–12.00"),
        ("Paikka", "Kirjaston kokoushuone ja Teams"),
        ("Puheenjohtaja", "Aino Esimerkki, Esimerkkilän kirjasto"),
        ("Sihteeri:", "Bo Exempel"),
    ),
    p(run("Läsnä, pysyvät edustajat", bold=True)),
    p("Aino Esimerkki (Esimerkkilä), pj."),
    p("Bo Exempel\tExempelby\tsiht., etänä"),
    p(run("Asiantuntijat", bold=True)),
    p("Cia Koe (Koekylä)"),
    p(run("Poissa", bold=True)),
    p("Dan Puuttuva (Puuttola)"),
    p("Kokouksen avaus", style="Otsikko2", listed=NUMBER),
    p("Puheenjohtaja avasi kokouksen klo 10.02."),
    p("Kyselyn tulokset", style="Otsikko2", listed=NUMBER),
    p("Keskusteltiin:"),
    p("yksi", listed=BULLET),
    p("kaksi", listed=BULLET),
    p(run("Päätös", bold=True), run(": Kysely hyväksyttiin.")),
    p("Toimenpide: Lähetetään kysely (vastuu: Bo Exempel, määräaika 31.5.2031)"),
    p("Seuraava kokous", style="Otsikko2", listed=NUMBER),
    p("Seuraava kokous pidetään 10.9.2031 klo 9.00."),
    p("Liitteet", style="Otsikko1"),
    p('<w:hyperlink r:id="l1">' + run("Kyselyn tulokset (PDF)") + "</w:hyperlink>"),
    p("Liite 2: Talousarvio"),
)


def test_minutes_become_a_draft_that_is_read_without_faults(bring: Bring, tmp_path: Path) -> None:
    code, said, wrong = bring({"m.docx": docx(*MINUTES, links={"l1": "https://example.org/tulokset.pdf"})})
    assert (code, wrong) == (0, "")
    assert "2031-05-14-esimerkkiryhman-kokous-3-2031.fi.md" in said
    assert "warning IMP007 [left-in-text]" in said
    assert (
        draft_in(tmp_path)
        == """---
title: Esimerkkiryhmän kokous 3/2031
date: 2031-05-14
status: draft
project: hanke
meeting:
  kind: minutes
  name: Esimerkkiryhmä
  number: "3/2031"
  sessions:
    - {start: 2031-05-14T10:00, end: 2031-05-14T12:00}
  place: Kirjaston kokoushuone ja Teams
  mode: hybrid
  chair: Aino Esimerkki, Esimerkkilän kirjasto
  secretary: Bo Exempel
  present:
    Pysyvät edustajat:
      - Aino Esimerkki (Esimerkkilä), pj.
      - Bo Exempel, Exempelby, siht., etänä
    Asiantuntijat:
      - Cia Koe (Koekylä)
  absent:
    - Dan Puuttuva (Puuttola)
  attachments:
    - {url: "https://example.org/tulokset.pdf", title: Kyselyn tulokset (PDF)}
  next: 2031-09-10T09:00
---

## 1. Kokouksen avaus

Puheenjohtaja avasi kokouksen klo 10.02.

## 2. Kyselyn tulokset

Keskusteltiin:

- yksi
- kaksi

**Päätös:** Kysely hyväksyttiin.

- [ ] Lähetetään kysely (Bo Exempel, 31.5.2031)

## 3. Seuraava kokous

Seuraava kokous pidetään 10.9.2031 klo 9.00.

### Liitteet

Liite 2: Talousarvio
"""
    )
    assert bring.check() == []  # type: ignore[attr-defined]


def test_debris_of_word_leaves_clean_text(bring: Bring, tmp_path: Path) -> None:
    body = (
        p("Otsikko"),
        p(
            run("Ku"), "<w:r/>", '<w:proofErr w:type="spellStart"/>',
            run("va"), "<w:r><w:softHyphen/></w:r>", run("us "),
            f'<w:smartTag w:uri="x" w:element="place">{run("Helsingissä")}</w:smartTag>',
            f'<w:ins w:id="1" w:author="A">{run(" lisätty")}</w:ins>',
            '<w:del w:id="2" w:author="A"><w:r><w:delText> poistettu</w:delText></w:r></w:del>',
            f'<w:moveFrom w:id="3">{run(" siirretty")}</w:moveFrom>',
            f'<w:moveTo w:id="4">{run(" siirretty")}</w:moveTo>',
            '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>',
        ),
        p("Hinta 5*3 [a] <b> #1 _x_ `k` {lang=sv} ~~y~~ &amp; a|b"),
        p("1. ei luettelo mutta numero"),
        p("24. joulukuuta 2031 juhlitaan"),
        p("ensimmäinen", listed=NUMBER), p("alakohta", listed=LETTER), p("toinen", listed=NUMBER),
        p("Väliteksti."),
        p("kolmas", listed=NUMBER),
        p("•\u00a0käsin tehty"), p("- toinen"),
    )  # fmt: skip
    note = f'<w:footnotes {W}><w:footnote w:id="2">{p("Alaviite.")}</w:footnote></w:footnotes>'
    said = f'<w:comment w:id="0" w:author="Aino E" w:initials="AE">{p("Tarkista -- tämä")}</w:comment>'
    remark = f"<w:comments {W}>{said}</w:comments>"
    parts = {"word/footnotes.xml": note, "word/comments.xml": remark,
             "word/header1.xml": f"<w:hdr {W}>{p('Luonnos 2')}</w:hdr>"}  # fmt: skip
    code, said, _ = bring({"t.docx": docx(*body, parts=parts)}, "--type", "news", "--lang", "fi")
    assert code == 0
    assert "poistettu" in said
    assert (
        draft_in(tmp_path, "news").split("---\n\n", 1)[1]
        == """Kuvaus Helsingissä lisätty siirretty[^1]

Hinta 5\\*3 \\[a\\] \\<b> #1 \\_x\\_ \\`k\\` \\{lang=sv} \\~\\~y\\~\\~ &amp;amp; a\\|b

1. ei luettelo mutta numero

24\\. joulukuuta 2031 juhlitaan

1. ensimmäinen
   - a) alakohta
2. toinen

Väliteksti.

3. kolmas

<!-- -->

- käsin tehty
- toinen

[^1]: Alaviite.

<!-- AE1: Tarkista – tämä -->

<!-- Luonnos 2 -->
""".replace("&amp;amp;", "\\&amp;")
    )
    assert [one["code"] for one in bring.check()] == []  # type: ignore[attr-defined]


_DRAWING = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_VECTOR = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_CHOICE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def box(text: str) -> str:
    """A text box as Word draws it today."""
    shape = 'xmlns:s="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    inner = f"<s:wsp {shape}><s:txbx><w:txbxContent>{p(text)}</w:txbxContent></s:txbx></s:wsp>"
    return f"<w:drawing><wp:anchor {_DRAWING}>{inner}</wp:anchor></w:drawing>"


def older_box(text: str, form: str = "shape") -> str:
    """A text box as Word drew it before."""
    inner = f"<v:textbox><w:txbxContent>{p(text)}</w:txbxContent></v:textbox>"
    return f"<w:pict><v:{form} {_VECTOR}>{inner}</v:{form}></w:pict>"


def number_in_maths(text: str) -> str:
    """A part of a formula."""
    return f"<m:r><m:t>{text}</m:t></m:r>"


def test_no_word_stays_where_nobody_looks_for_it(bring: Bring, tmp_path: Path) -> None:
    newer = f'<mc:Choice Requires="wps">{box("laatikko")}</mc:Choice>'
    older = f"<mc:Fallback>{older_box('laatikko')}</mc:Fallback>"
    half = f"<m:f><m:num>{number_in_maths('1')}</m:num><m:den>{number_in_maths('2')}</m:den></m:f>"
    power = f"<m:sSup><m:e>{number_in_maths('10')}</m:e><m:sup>{number_in_maths('6')}</m:sup></m:sSup>"
    body = (
        p("Uutinen"),
        p(run("Kuva "), f'<w:fldSimple w:instr=" SEQ Kuva ">{run("7")}</w:fldSimple>', run(": Lukusali")),
        p(f'<w:fldSimple w:instr=" HYPERLINK &quot;https://example.org/a&quot; ">{run("kysely")}</w:fldSimple>'),
        p(f'<w:bdo w:val="ltr">{run("suunta")}</w:bdo>', f'<w:dir w:val="ltr">{run(" toinen")}</w:dir>'),
        p("<w:r><w:t>ylhäällä</w:t><w:cr/><w:t>alla</w:t></w:r>"),
        p("<w:r><w:rPr><w:dstrike/></w:rPr><w:t>poistettu</w:t></w:r>"),
        p(run("Osuus "), f"<m:oMath {_MATHS}>{half}</m:oMath>", run(" ja "), f"<m:oMath {_MATHS}>{power}</m:oMath>"),
        p(f"<w:r><mc:AlternateContent {_CHOICE}>{newer}{older}</mc:AlternateContent></w:r>"),
        p(f"<w:r><mc:AlternateContent {_CHOICE}>{newer.replace('laatikko', 'uusi')}</mc:AlternateContent></w:r>"),
        p(f"<w:r>{box('ilman')}{older_box('soikio', 'oval')}</w:r>"),
        p('<w:r><w:footnoteReference w:id="2"/></w:r>'),
    )
    said = p(f'<w:fldSimple w:instr=" DATE ">{run("Lähde")}</w:fldSimple>')
    notes = f'<w:footnotes {W}><w:footnote w:id="2">{said}</w:footnote></w:footnotes>'
    code, _, _ = bring({"t.docx": docx(*body, parts={"word/footnotes.xml": notes})}, "--type", "news")
    assert code == 0
    assert (
        draft_in(tmp_path, "news").split("---\n\n", 1)[1]
        == """Kuva 7: Lukusali

[kysely](https://example.org/a)

suunta toinen

ylhäällä\\
alla

~~poistettu~~

Osuus 1/2 ja 10<sup>6</sup>

laatikko

uusi

ilman

soikio

[^1]

[^1]: Lähde
"""
    )


def test_merged_cells_leave_the_others_in_their_columns(bring: Bring, tmp_path: Path) -> None:
    def cell(text: str, said: str = "") -> str:
        return f"<w:tc><w:tcPr>{said}</w:tcPr>{p(text)}</w:tc>"

    def rows(*made: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{one}</w:tr>' for one in made)}</w:tbl>"

    wide, first, below = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = (
        p("Esimerkkiryhmän kokous 3/2031", style="Title"),
        rows(
            cell("Kokoustiedot", wide),
            cell("Aika") + cell("14.5.2031 klo 10–12"),
            cell("Läsnä", first) + cell("Aino Esimerkki (Esimerkkilä), pj."),
            cell("", below) + cell("Bo Exempel (Exempelby), siht."),
            cell("Poissa") + cell("Dan Puuttuva (Puuttola)"),
        ),
        p("1. Talousarvio", style="Otsikko2"),
        rows(
            cell("Kohde") + cell("Ennen") + cell("Nyt"),
            cell("Palkat", first) + cell("1 000 €") + cell("1 200 €"),
            cell("", below) + cell("50 €") + cell("60 €"),
            cell("Yhteensä", wide) + cell("1 260 €"),
        ),
    )
    assert bring({"t.docx": docx(*body)}, "--type", "meetings")[0] == 0
    draft = draft_in(tmp_path)
    assert "    - {start: 2031-05-14T10:00, end: 2031-05-14T12:00}\n" in draft
    assert "  absent:\n    - Dan Puuttuva (Puuttola)\n" in draft
    assert draft.endswith("""---

## 1. Talousarvio

| Kohde | Ennen | Nyt |
| --- | --- | --- |
| Palkat | 1 000 € | 1 200 € |
|  | 50 € | 60 € |
| Yhteensä |  | 1 260 € |
""")


def test_pictures_come_along_and_ask_for_words(bring: Bring, tmp_path: Path) -> None:
    drawing = (
        '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="Kuva 1"{alt}/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip r:embed="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
    body = (p("Uutinen"), p("Teksti."), p(drawing.format(alt="", name="one")),
            p(drawing.format(alt=' descr="Lukusali"', name="two")))  # fmt: skip
    parts = {"word/media/one.png": PICTURE, "word/media/two.png": PICTURE}
    code, said, _ = bring({"t.docx": docx(*body, parts=parts)}, "--type", "news")
    assert code == 0
    assert said.count("IMP011") == 1
    key = "2031-06-01-uutinen"
    assert f"![{key}-1.png](../images/{key}-1.png)" in draft_in(tmp_path, "news")
    assert f"![Lukusali](../images/{key}-2.png)" in draft_in(tmp_path, "news")
    assert {one.name for one in (tmp_path / "content/images").iterdir()} == {f"{key}-1.png", f"{key}-2.png"}
    assert [one["code"] for one in bring.check()] == ["IMG007"], "a check asks too, and stops nobody"  # type: ignore[attr-defined]


def test_nothing_is_overwritten_and_one_bad_file_stops_no_other(bring: Bring, tmp_path: Path) -> None:
    good = docx(*MINUTES, links={"l1": "https://example.org/tulokset.pdf"})
    assert bring({"m.docx": good})[0] == 0
    before = files_of(tmp_path / "content")
    code, said, _ = bring({"m.docx": good})
    assert code == 1
    assert "IMP006 [taken-key]" in said
    assert files_of(tmp_path / "content") == before
    code, said, _ = bring(
        {"rikki.docx": good[:900], "uusi.docx": docx(p("Toinen juttu"), p("Teksti."))}, "--format", "json"
    )
    assert code == 1
    told = json.loads(said)
    assert [one["code"] for one in told["diagnostics"] if one["code"] < "IMP007"] == ["IMP002"]
    assert [one["key"] for one in told["drafts"]] == ["2031-06-01-toinen-juttu"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("vanha.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "IMP001"),
        ("lukittu.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "IMP003"),
        ("teksti.rtf", b"{\\rtf1 teksti}", "IMP001"),
        ("tyhja.docx", b"", "IMP004"),
        ("tyhja-sivu.docx", docx(p("")), "IMP004"),
        ("on-teksti.docx", b"Tavallista tekstia", "IMP002"),
        ("on-teksti.pdf", b"Tavallista tekstia", "IMP002"),
        ("kuva.png", PICTURE, "IMP001"),
        ("katkennut.pdf", b"%PDF-1.4\n1 0 obj", "IMP002"),
        ("dtd.docx", docx(parts={"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "b">]><w:document {W}/>'}), "IMP002"),
        ("pommi.docx", docx(p("a"), parts={"word/x.xml": b"0" * 41_000_000}), "IMP005"),
    ],
)
def test_what_cannot_be_read_is_told(name: str, data: bytes, code: str, bring: Bring, tmp_path: Path) -> None:
    exit_code, said, wrong = bring({name: data}, "--format", "json")
    assert (exit_code, wrong) == (1, "")
    assert [one["code"] for one in json.loads(said)["diagnostics"]] == [code]
    assert not (tmp_path / "content/news").exists()


def test_what_was_asked_wrongly_is_told(bring: Bring, tmp_path: Path) -> None:
    assert bring({}) == (2, "", "Name at least one file: ./kaiku import minutes.docx\nHelp: ./kaiku import --help\n")
    assert "There is no project muu" in bring({"a.docx": docx(p("A"))}, "--project", "muu")[2]
    assert "The site has no language en" in bring({"a.docx": docx(p("A"))}, "--language", "en")[2]
    assert "There is no type pages" in bring({"a.docx": docx(p("A"))}, "--type", "pages")[2]
    assert bring({"a.docx": docx(p("A"))}, "--key", "Ö")[0] == 2
    code, said, _ = bring({}, str(tmp_path / "puuttuu.docx"), "--format", "json")
    assert (code, json.loads(said)["diagnostics"][0]["code"]) == (1, "IMP002")
