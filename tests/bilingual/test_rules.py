"""Versions that must be there, and versions that tell different facts."""

from pathlib import Path

from tests.bilingual.sites import Run, edit, pair, run
from tests.sites import SITE, news, plain_site, write

__all__ = ["run"]

REQUIRED = SITE + "untranslated: {news: require}\n"


MISSING: list[tuple[dict[str, str], dict[str, str] | None, str]] = [
    ({}, None, "there is no such version"),
    ({}, {"status": "draft"}, "that version is a draft"),
    ({}, {"status": "withdrawn"}, "that version has been withdrawn"),
    ({}, {"date": "2031-07-01"}, "that version is published only after this one"),
    ({}, {"expires": "2031-05-20"}, "that version has expired or expires before this one"),
    ({}, {"expires": "2031-12-31"}, "that version has expired or expires before this one"),
    ({"expires": "2032-01-31"}, {"expires": "2031-12-31"}, "that version has expired or expires before this one"),
    ({"date": "2031-07-01"}, {"date": "2031-07-02"}, "that version is published only after this one"),
]


def test_required_versions_are_missing(tmp_path: Path, run: Run) -> None:
    content = write(plain_site(tmp_path / "content"), {"site.yaml": REQUIRED})
    for number, (finnish, swedish, _) in enumerate(MISSING):
        write_news(content, f"a{number}", finnish, swedish)
    code, out, _ = run("check")
    assert code == 1
    for number, (_, _, lack) in enumerate(MISSING):
        assert f"content/news/a{number}.fi.md:2:1: error BIL001 [missing-version]" in out
        assert f"Readers of the language “sv” are without the document “a{number}”: {lack}." in out


def write_news(content: Path, key: str, finnish: dict[str, str], swedish: dict[str, str] | None) -> None:
    """Write the versions of a news item by their front matter; None stands for no version."""
    fronts = {language: front for language, front in (("fi", finnish), ("sv", swedish)) if front is not None}
    write(content, {f"news/{key}.{language}.md": news(f"Uutinen {key}", **front) for language, front in fronts.items()})


def write_bodies(content: Path, key: str, finnish: str, swedish: str) -> None:
    """Write a news item by the texts of its two versions."""
    texts = (("fi", "Uutinen", finnish), ("sv", "Nyhet", swedish))
    write(content, {f"news/{key}.{language}.md": news(f"{title} {key}", text) for language, title, text in texts})


THERE: list[tuple[dict[str, str], dict[str, str] | None]] = [
    ({}, {}),
    ({"status": "draft"}, None),
    ({"status": "withdrawn"}, None),
    ({"expires": "2031-05-20"}, None),
    ({"expires": "2031-12-31"}, {"expires": "2031-12-31"}),
    ({"date": "2031-07-01"}, {"date": "2031-07-01"}),
    ({"status": "draft"}, {"status": "draft"}),
]


def test_no_required_version_is_missing(tmp_path: Path, run: Run) -> None:
    content = write(plain_site(tmp_path / "content"), {"site.yaml": REQUIRED})
    for number, (finnish, swedish) in enumerate(THERE):
        write_news(content, f"a{number}", finnish, swedish)
    code, out, _ = run("check")
    assert code == 0
    assert "BIL001" not in out


def test_a_faulty_version_is_not_called_missing(tmp_path: Path, run: Run) -> None:
    content = write(plain_site(tmp_path / "content"), {"site.yaml": REQUIRED, "news/a.fi.md": news("A")})
    write(content, {"news/a.sv.md": "---\ntitle: [\n---\n"})
    out = run("check")[1]
    assert "FRM007" in out
    assert "BIL001" not in out


def test_other_policies_require_nothing(tmp_path: Path, run: Run) -> None:
    content = write(plain_site(tmp_path / "content"), {"news/a.fi.md": news("A")})
    for policy in ("notice", "hide"):
        write(content, {"site.yaml": SITE + f"untranslated: {{news: {policy}}}\n"})
        assert run("check")[0] == 0


AGREEING = [
    ("12.3.2026 klo 9.00–14.30", "den 12 mars 2026 kl. 9–14.30"),
    ("12.3.2026", "2026: den 12 mars"),
    ("Yhdeksän kirjastoa, 45 vastausta", "9 bibliotek, 45 svar"),
    ("1 200 vastausta, 1,5 %", "1.200 svar, 1,50 %"),
    ("Vuonna 2026", "År 2026"),
    ("kolme", "tre"),
    ("Lue [hankkeesta](../projects/hanke.fi.md)", "Läs [om projektet](../projects/hanke.sv.md)"),
    ("[Traficom](https://www.traficom.fi/fi)", "[Traficom](https://www.traficom.fi/sv)"),
    ("## Otsikko\n\nTeksti", "## Rubrik\n\nText"),
]


def test_versions_agree(tmp_path: Path, run: Run) -> None:
    content = plain_site(tmp_path / "content")
    for number, (finnish, swedish) in enumerate(AGREEING):
        write_bodies(content, f"a{number}", finnish, swedish)
    code, out, _ = run("check")
    assert code == 0
    assert "BIL0" not in out


DISAGREEING = [
    ("12.3.2026", "den 13 mars 2026", "news/KEY.fi.md:2:1: warning BIL005 [differing-numbers]"),
    ("12.3.2026", "den 12 mars 2025", "dates, times or numbers: 12.3.2025. They are not in news/KEY.fi.md"),
    ("klo 9–14", "kl. 9–15", "numbers: 14.00."),
    ("8 kirjastoa", "9 bibliotek", "numbers: 9."),
    ("45 vastausta", "Svar", "numbers: 45."),
    ("Lue [hankkeesta](../projects/hanke.fi.md)", "Läs", "news/KEY.fi.md:7:18: warning BIL006 [differing-links]"),
    ("[Traficom](https://www.traficom.fi/)", "Traficom", "attachment: https://www.traficom.fi/."),
    ("## Otsikko\n\n## Toinen", "## Rubrik", "news/KEY.sv.md:2:1: warning BIL008 [differing-headings]"),
]


def about(out: str, path: str) -> str:
    """Give the messages that name a file."""
    return "\n\n".join(told for told in out.split("\n\n") if path in told)


def test_versions_disagree(tmp_path: Path, run: Run) -> None:
    content = plain_site(tmp_path / "content")
    for number, (finnish, swedish, _) in enumerate(DISAGREEING):
        write_bodies(content, f"a{number}", finnish, swedish)
    code, out, _ = run("check")
    assert code == 0
    for number, (*_, said) in enumerate(DISAGREEING):
        assert said.replace("KEY", f"a{number}") in about(out, f"news/a{number}.")
        edit(content / "news" / f"a{number}.sv.md", "title:", "differs: Berättar bara om det svenska.\ntitle:")
    assert "BIL0" not in run("check")[1]


MEETING = """---
title: Kokous
date: 2031-05-14
project: hanke
meeting:
  kind: notes
  name: Ryhmä
  number: 3/2031
  sessions:
    - {start: 2031-05-14T10:00, end: 2031-05-14T12:00}
  place: Kirjasto
  present: [Nimi Yksi, Nimi Kaksi]
  next: 2031-09-10T09:00
---

Kokous pidettiin.
"""


CHANGES = [
    ("start: 2031-05-14T10:00", "start: 2031-05-14T10:30", "meeting.sessions", 9),
    ("  place: Bibliotek\n", "", "meeting.place", 5),
    (", Nimi Kaksi", "", "meeting.present", 12),
    ("2031-09-10T09:00", "2031-09-11T09:00", "meeting.next", 13),
    ("kind: notes", "kind: minutes", "meeting.kind", 6),
    ("3/2031", "4/2031", "meeting.number", 8),
]


def test_meetings_disagree(tmp_path: Path, run: Run) -> None:
    content = plain_site(tmp_path / "content")
    for number in range(len(CHANGES)):
        finnish = MEETING.replace("title: Kokous", f"title: Kokous {number}")
        swedish = finnish.replace("Kirjasto", "Bibliotek").replace("Ryhmä", "Grupp")
        write(content, {f"meetings/k{number}.fi.md": finnish, f"meetings/k{number}.sv.md": swedish})
    assert run("check")[0] == 0
    for number, (old, new, _, _) in enumerate(CHANGES):
        edit(content / "meetings" / f"k{number}.sv.md", old, new)
    code, out, _ = run("check")
    assert code == 1
    for number, (_, _, field, line) in enumerate(CHANGES):
        said = about(out, f"content/meetings/k{number}.sv.md:{line}:")
        assert "error BIL009 [differing-meeting]" in said
        assert f"the field {field} is" in said
        edit(content / "meetings" / f"k{number}.sv.md", "title:", "differs: Olika möten.\ntitle:")
    assert run("check")[0] == 0


def test_pilots_and_projects_disagree(tmp_path: Path, run: Run) -> None:
    content = plain_site(tmp_path / "content")
    front = "---\ntitle: P\ndate: 2031-05-14\nproject: hanke\npilot: {figures: [{label: A, value: 45}]}\n---\n"
    write(content, {"pilots/p.fi.md": front, "pilots/p.sv.md": front.replace("45", "46")})
    edit(content / "projects" / "hanke.fi.md", "title:", "phase: ended\ntitle:")
    code, out, _ = run("check")
    assert code == 0
    assert out.count("warning BIL010 [differing-facts]") == 2
    assert "the field pilot.figures is 46 here, 45 in pilots/p.fi.md" in out


def test_pictures_differ(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    image = 'image: {file: images/x.png, alt: "A"}'
    edit(content / "news" / "kysely.fi.md", "title: Kysely", f"title: Kysely\n{image}")
    assert "content/news/kysely.sv.md:2:1: warning BIL007" in run("check")[1]


def test_the_real_content_has_no_false_alarm(run: Run) -> None:
    real = Path(__file__).parents[2] / "content"
    out = run("check", "--content", str(real), "--lang", "en")[1]
    assert "BIL" not in out
