"""Whether a translation is still true: an edit marks it, white space does not, confirming clears it."""

import subprocess
from pathlib import Path

import pytest

from tests.bilingual.sites import Run, edit, pair, rows, run, states
from tests.sites import files_of, news, write

__all__ = ["run"]


def test_from_edit_to_confirmation_and_back(tmp_path: Path, run: Run) -> None:
    finnish = pair(tmp_path) / "news" / "kysely.fi.md"
    assert states(run) == {"fi": "unmarked", "sv": "unmarked"}
    sources = files_of(tmp_path / "content")
    code, out, _ = run("translations confirm --all")
    assert (code, out) == (0, "Pairs confirmed: 2. The records are in content/translations.jsonl.\n")
    assert {path: data for path, data in files_of(tmp_path / "content").items() if path in sources} == sources
    assert states(run) == {"fi": "ok", "sv": "ok"}
    assert run("translations confirm --all")[1].startswith("Nothing to confirm")

    edit(finnish, "Vastaa **pian**", "Vastaa **heti**")
    assert states(run) == {"fi": "ok", "sv": "stale"}
    row = rows(run)["sv", "fi"]
    assert (row["since"], row["against"]) == ("2031-06-01", "fi")
    assert [(one["kind"], one["number"], one["text"]) for one in row["paragraphs"]] == [("changed", 3, "Vastaa heti.")]
    code, out, _ = run("check")
    assert code == 0
    assert "content/news/kysely.sv.md:2:1: warning BIL002 [stale-translation]" in out
    assert "3 ”Vastaa heti.”" in out

    assert run("translations confirm content/news/kysely.sv.md")[0] == 0
    assert states(run) == {"fi": "ok", "sv": "ok"}
    assert "BIL00" not in run("check")[1]
    edit(finnish, "heti", "nyt")
    assert states(run) == {"fi": "ok", "sv": "stale"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kysely alkoi.\n\n", "Kysely   alkoi.\n\n\n\n"),
        ("Vastaa **pian**", "Vastaa\npian"),
        ("tulevat - myöhemmin", "tulevat – myöhemmin"),
        ("Kysely alkoi.", "*Kysely* alkoi."),
        ("title: Kysely", 'title: "Kysely"'),
        ("project: hanke", "project: [hanke]\ntags: [kysely]\nslug: toinen"),
    ],
)
def test_form_is_no_change(tmp_path: Path, run: Run, old: str, new: str) -> None:
    finnish = pair(tmp_path) / "news" / "kysely.fi.md"
    run("translations confirm --all")
    edit(finnish, old, new)
    assert states(run) == {"fi": "ok", "sv": "ok"}


def test_front_matter_is_named_by_its_key(tmp_path: Path, run: Run) -> None:
    finnish = pair(tmp_path) / "news" / "kysely.fi.md"
    run("translations confirm --all")
    edit(finnish, "title: Kysely", "title: Uusi\nsummary: Tiivis.")
    assert [one["key"] for one in rows(run)["sv", "fi"]["paragraphs"]] == ["title", "summary"]


def test_either_version_may_lead_and_both_may_change(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    run("translations confirm --all")
    edit(content / "news" / "kysely.sv.md", "Svara snart", "Svara genast")
    assert states(run) == {"fi": "stale", "sv": "ok"}
    edit(content / "news" / "kysely.fi.md", "Vastaa **pian**", "Vastaa heti")
    assert states(run) == {"fi": "touched", "sv": "touched"}
    code, out, _ = run("check")
    assert code == 0
    assert out.count("hint BIL003") == 2
    run("translations confirm content/news/kysely.fi.md")
    assert states(run) == {"fi": "ok", "sv": "ok"}


def test_three_languages_are_judged_pair_by_pair(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    site = (content / "site.yaml").read_text(encoding="utf-8").replace("[fi, sv]", "[fi, sv, en]")
    write(content, {"site.yaml": site, "news/kysely.en.md": news("Survey", "The survey began.")})
    run("translations confirm --all")
    edit(content / "news" / "kysely.fi.md", "Kysely alkoi", "Kysely päättyi")
    found = {pair: row["state"] for pair, row in rows(run).items()}
    assert found.pop(("sv", "fi")) == found.pop(("en", "fi")) == "stale"
    assert set(found.values()) == {"ok"}
    run("translations confirm news/kysely.sv.md")
    found = {pair: row["state"] for pair, row in rows(run).items()}
    assert found.pop(("en", "fi")) == "stale"
    assert set(found.values()) == {"ok"}
    assert "stale since 1.6.2031 (fi)" in run("translations")[1]


def test_the_board_in_every_language(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    write(content, {"news/vain.fi.md": news("Vain suomeksi")})
    run("translations confirm --all")
    edit(content / "news" / "kysely.fi.md", "Vastaa", "Vastatkaa")
    for language, words in {"fi": ("vanhentunut", "puuttuu"), "sv": ("föråldrad", "saknas"), "en": ("stale",)}.items():
        code, out, _ = run(f"translations --lang {language}")
        assert code == 0
        assert all(word in out for word in words)
        assert "Vastatkaa" in out
    assert states(run, "vain") == {"sv": "missing"}


def test_misuse(tmp_path: Path, run: Run) -> None:
    pair(tmp_path)
    for line in ("translations vahvista", "translations confirm", "translations --all", "translations confirm x --all"):
        code, out, err = run(line)
        assert (code, out) == (2, "")
        assert err.startswith("Write ./kaiku translations")
    code, out, err = run("translations confirm news/kyssely.sv.md")
    assert (code, out) == (2, "")
    assert err == "There is no file news/kyssely.sv.md in the content. Did you mean news/kysely.sv.md?\n"
    assert not (tmp_path / "content" / "translations.jsonl").exists()


def test_faulty_content_is_not_confirmed(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    edit(content / "news" / "kysely.fi.md", "title: Kysely", "otsikko: Kysely")
    code, out, _ = run("translations confirm --all")
    assert code == 1
    assert "FRM010" in out
    assert not (content / "translations.jsonl").exists()


def test_unpublished_versions_are_on_the_board_only(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    run("translations confirm --all")
    edit(content / "news" / "kysely.fi.md", "title: Kysely", "title: Toinen\nstatus: draft")
    assert states(run) == {"fi": "ok", "sv": "stale"}
    assert "BIL002" not in run("check")[1]


def test_history_gives_the_old_text_and_the_date(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    run("translations confirm --all")

    def commit(date: str) -> None:
        environment = {
            "GIT_COMMITTER_DATE": date,
            "GIT_AUTHOR_DATE": date,
            "HOME": str(tmp_path),
            "PATH": "/usr/bin:/bin",
        }
        git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org"]
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", date]):
            subprocess.run([*git, *words], cwd=content, env=environment, check=True)

    commit("2031-06-02T12:00:00")
    edit(content / "news" / "kysely.fi.md", "Vastaa **pian**", "Vastaa **heti**")
    commit("2031-06-05T12:00:00")
    edit(content / "news" / "kysely.fi.md", "Kysely alkoi", "Kysely on alkanut")
    commit("2031-06-09T12:00:00")
    row = rows(run)["sv", "fi"]
    assert row["since"] == "2031-06-05"
    assert [(one["was"], one["text"]) for one in row["paragraphs"]] == [
        ("Kysely alkoi.", "Kysely on alkanut."),
        ("Vastaa pian.", "Vastaa heti."),
    ]
    out = run("translations")[1]
    assert "stale since 5.6.2031" in out
    assert "Vastaa [-pian.-] {+heti.+}" in out


def test_damaged_records_are_a_warning(tmp_path: Path, run: Run) -> None:
    content = pair(tmp_path)
    run("translations confirm --all")
    records = content / "translations.jsonl"
    lines = records.read_text(encoding="utf-8").splitlines()
    records.write_text("\n".join([lines[0], "<<<<<<<", *lines[1:]]) + "\n", encoding="utf-8")
    code, out, _ = run("check")
    assert code == 0
    assert "content/translations.jsonl:2:1: warning BIL004 [damaged-record]" in out
    assert states(run) == {"fi": "ok", "sv": "ok"}


def test_records_are_never_published(tmp_path: Path, run: Run) -> None:
    pair(tmp_path)
    run("translations confirm --all")
    assert run("build", "--output", "output")[0] == 0
    made = files_of(tmp_path / "output")
    assert "uutiset/kysely/index.html" in made
    assert not [path for path in made if "translations" in path or path.startswith(".")]
