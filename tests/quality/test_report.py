"""The report: its first line is a contract, the rest reads well."""

import json
from pathlib import Path

import pytest

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.quality.report import report

SOURCE = "---\ntitel: Kysely\ndate: 2026-02-16\n---\nTeksti\n"
UNKNOWN = diagnostic("FRM009", Place("news/x.fi.md", 2, 1), key="titel", near="title")
LONG = diagnostic("DOC008", Place("news/x.fi.md", 3, 7), length=140)
UNUSED = diagnostic("FIL001", Place("images/x.jpg"), path="images/x.jpg")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "news").mkdir(parents=True)
    (folder / "news" / "x.fi.md").write_text(SOURCE, encoding="utf-8")
    return folder


def written(diagnostics: list[Diagnostic], content: Path, language: str = "fi", form: str = "text") -> str:
    return report(diagnostics, language, form, content, content.parent, False)


def test_text_in_finnish(content: Path) -> None:
    assert written([UNUSED, LONG, UNKNOWN, UNKNOWN], content) == (
        "content/images/x.jpg:1:1: hint FIL001 [unused-file]\n"
        "  Tiedostoa images/x.jpg ei käytetä missään tekstissä.\n"
        "  Käyttämätöntä tiedostoa ei julkaista, mutta se vie tilaa ja voi hämmentää muita.\n"
        "  Poista tiedosto tai linkitä siihen tekstistä. "
        "Jos tarvitset sitä myöhemmin, voit jättää sen paikalleen.\n"
        "\n"
        "content/news/x.fi.md:2:1: error FRM009 [unknown-key]\n"
        "  Kenttää ”titel” ei ole olemassa.\n"
        "  Tuntematonta kenttää ei lueta, joten siihen kirjoitettu tieto jäisi pois sivustolta.\n"
        "  Tarkoititko ”title”? Tarkista kentän nimen kirjoitusasu tai poista kenttä.\n"
        "  2 | titel: Kysely\n"
        "    | ^\n"
        "\n"
        "content/news/x.fi.md:3:7: warning DOC008 [long-title]\n"
        "  Otsikko on pitkä: 140 merkkiä.\n"
        "  Yli 100 merkin otsikko katkeaa hakutuloksissa ja luetteloissa, ja sitä on raskas lukea.\n"
        "  Lyhennä otsikko enintään 100 merkkiin ja siirrä loput tiivistelmään.\n"
        "  3 | date: 2026-02-16\n"
        "    |       ^\n"
        "\n"
        "1 virhe, 1 varoitus, 1 vihje.\n"
    )


def test_text_in_swedish_and_english(content: Path) -> None:
    swedish = written([UNKNOWN], content, "sv").splitlines()
    assert swedish[0] == "content/news/x.fi.md:2:1: error FRM009 [unknown-key]"
    assert swedish[1] == "  Det finns inget fält som heter ”titel”."
    assert swedish[3] == "  Menade du ”title”? Kontrollera hur fältets namn är stavat eller ta bort fältet."
    assert swedish[-1] == "1 fel."
    assert "  There is no field “titel”.\n" in written([UNKNOWN], content, "en")


def test_nothing_found(content: Path) -> None:
    assert written([], content) == "Ei huomautettavaa.\n"
    assert written([], content, form="json") == "[]\n"
    assert written([], content, form="github") == ""


def test_json(content: Path) -> None:
    (one,) = json.loads(written([UNKNOWN], content, "en", "json"))
    assert one == {
        "path": "content/news/x.fi.md",
        "line": 2,
        "column": 1,
        "severity": "error",
        "code": "FRM009",
        "name": "unknown-key",
        "what": "There is no field “titel”.",
        "why": "An unknown field is not read, so what it says would be missing from the site.",
        "mend": "Did you mean “title”? Check the spelling of the field, or remove it.",
        "excerpt": "titel: Kysely",
    }


def test_github_escapes_what_its_commands_would_obey(content: Path) -> None:
    odd = diagnostic("FRM009", Place("news/a,b:100%.md", 2, 3), key="50%", near=None)
    lines = written([odd, LONG, UNUSED], content, form="github").splitlines()
    assert lines[0].startswith("::notice file=content/images/x.jpg,line=1,col=1,title=FIL001 [unused-file]::Tied")
    assert lines[1] == (
        "::error file=content/news/a%2Cb%3A100%25.md,line=2,col=3,title=FRM009 [unknown-key]::"
        "Kenttää ”50%25” ei ole olemassa.%0ATuntematonta kenttää ei lueta, joten siihen kirjoitettu tieto jäisi "
        "pois sivustolta.%0ATarkista kentän nimen kirjoitusasu tai poista kenttä."
    )
    assert lines[2].startswith("::warning file=content/news/x.fi.md,line=3,col=7,")


def test_a_path_outside_the_working_directory_is_written_in_full(content: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    text = report([UNKNOWN], "fi", "text", content, elsewhere, False)
    assert text.startswith(f"{content.as_posix()}/news/x.fi.md:2:1: error FRM009 [unknown-key]\n")


def test_a_relative_content_folder_is_seen_from_the_working_directory(content: Path) -> None:
    text = report([UNKNOWN], "fi", "text", Path("content"), content.parent, False)
    assert text.startswith("content/news/x.fi.md:2:1: ")


def test_colour_only_when_asked_for(content: Path) -> None:
    assert "\x1b" not in written([UNKNOWN], content)
    assert "\x1b[1;31merror\x1b[0m FRM009" in report([UNKNOWN], "fi", "text", content, content.parent, True)


def test_a_value_cannot_speak_to_the_terminal_nor_tell_an_identity_code(content: Path) -> None:
    odd = diagnostic("FRM011", Place("news/x.fi.md", 9), key="a\x1b[2J", found="131052-308T\nja", expected="text")
    text = written([odd], content)
    assert "\x1b" not in text
    assert "308T" not in text
    assert "*********** ja" in text


def test_sizes_are_written_for_people(content: Path) -> None:
    large = diagnostic("FRM003", Place("news/x.fi.md"), size=10_485_760, limit=1000)
    assert "10,5 Mt, kun yläraja on 1 kt." in written([large], content)
    assert "10.5 MB, where the limit is 1 kB." in written([large], content, "en")


def test_a_forgotten_value_leaves_a_gap_and_not_a_crash(content: Path) -> None:
    assert "”…”" in written([Diagnostic("FRM009", Place("news/x.fi.md"))], content)
