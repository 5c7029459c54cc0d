"""`./kaiku init`: a site of one's own that builds at once, told in three languages when it cannot be begun."""

import json
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
import yaml

import tasks as menu
from plugins.console.menu import main
from plugins.console.texts import messages
from plugins.core.colours import LEAST_CONTRAST, least_contrast, parsed
from plugins.drafts.new_files import NewFile
from plugins.drafts.new_files import write as write_new
from plugins.engine import command
from plugins.founding.folder import SKELETONS
from plugins.theming.palette import grounds
from tests.sites import files_of, options, write

ROOM = SKELETONS.parent
THEME = Path(__file__).parents[2] / "theme"
NOW = "--now=2031-05-14"
EVERYTHING = (
    "--name-fi=Rannikon kirjastojen hankkeet: uutta",
    "--name-sv=Kustbibliotekens projekt",
    "--languages=sv,fi",
    "--colour=#7a1f5c",
    "--base-url=https://example.org/kusten/",
    "--project=lukupiirit",
    "--title-fi=Lukupiirit verkossa",
    "--title-sv=Läsecirklar på nätet",
    "--operator=Esimerkkilän kirjasto",
    "--email=hankkeet@example.org",
    "--workflows",
)


def init(*words: str) -> int:
    return main(["init", *words, NOW], menu.COMMANDS)


def diagnostics(folder: Path, content: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """Build a site; give the codes of everything that is said of it."""
    capsys.readouterr()
    assert command.build(options(folder, content=content, format="json", now="2031-05-14")) == 0
    said: Sequence[dict[str, str]] = json.loads(capsys.readouterr().out)
    return {one["code"] for one in said}


@pytest.mark.parametrize("project", ["2026", "null", "1e3", "0x1", "a-", "-"])
def test_any_key_is_a_project(project: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also one that YAML would take for a number or for nothing."""
    assert init(str(tmp_path / "oma"), f"--project={project}", "--languages=fi") == 0
    assert diagnostics(tmp_path, tmp_path / "oma", capsys) <= {"SIT002"}


def test_it_builds_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a single word about it; what the law wants and nobody has decided is all that is warned of."""
    content = tmp_path / "oma"
    assert init(str(content)) == 0
    assert diagnostics(tmp_path, content, capsys) <= {"SIT002"}
    made = files_of(tmp_path / "output")
    for page in ("index.html", "sv/index.html", "hankkeet/hankkeemme/index.html", "kokoukset/aloituskokous/index.html"):
        assert page in made
    assert b"colours." not in made["index.html"]
    for block in ("hanke-uutiset", "hanke-esittely", "hanke-aikataulu", "hanke-kokoukset"):
        assert f"blocks/{block}/fi.basic.html" in made


def test_everything_that_is_said_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = tmp_path / "oma"
    assert init(str(content), *EVERYTHING) == 0
    settings = yaml.safe_load((content / "site.yaml").read_text(encoding="utf-8"))
    assert settings["languages"] == ["sv", "fi"]
    assert settings["name"]["fi"] == "Rannikon kirjastojen hankkeet: uutta"
    assert settings["colours"]["light"] == "#7a1f5c"
    assert (content / ".github/workflows/publish.yml").is_file()
    assert diagnostics(tmp_path, content, capsys) <= {"SIT002"}
    made = files_of(tmp_path / "output")
    page = made["fi/index.html"].decode()
    assert "Rannikon kirjastojen hankkeet: uutta" in page
    sheet = re.search(r'href="[./]*(theme/colours\.\w+\.css)"', page)
    assert sheet is not None
    assert b"--link:#7a1f5c" in made[sheet[1]]
    assert b"prefers-color-scheme:dark" in made[sheet[1]]
    assert "fi/hankkeet/lukupiirit-verkossa/index.html" in made


@pytest.mark.parametrize("languages", ["fi", "sv", "en", "en,fi", "sv,en,fi"])
def test_every_choice_of_languages_is_a_site(
    languages: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "oma"
    assert init(str(content), f"--languages={languages}") == 0
    assert command.check(options(tmp_path, content=content, format="json", now="2031-05-14")) == 0
    said = capsys.readouterr().out
    assert {one["code"] for one in json.loads(said[said.index("[\n") :])} <= {"SIT002"}
    first, *others = languages.split(",")
    guide = (content / "README.md").read_text(encoding="utf-8")
    assert guide.split("# ")[1].startswith(messages(ROOM, first)["name"])
    assert {path.name for path in content.glob("README.*.md")} == {f"README.{code}.md" for code in others}


@pytest.mark.parametrize("colour", ["#7a1f5c", "#000000", "#0f0", "1d4e89"])
def test_the_dark_colour_follows_from_the_light_one(colour: str, tmp_path: Path) -> None:
    if colour == "#0f0":
        assert init(str(tmp_path / "oma"), f"--colour={colour}") == 2
        return
    assert init(str(tmp_path / "oma"), f"--colour={colour}") == 0
    settings = yaml.safe_load((tmp_path / "oma" / "site.yaml").read_text(encoding="utf-8"))
    for scheme in ("light", "dark"):
        chosen = parsed(settings["colours"][scheme])
        assert chosen is not None
        assert least_contrast(chosen, grounds(THEME, scheme)) >= LEAST_CONTRAST


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("option", ["--colour=#8fd18f", "--colour-dark=#1d4e89"])
def test_a_faint_colour_is_told_with_the_nearest_that_passes(
    language: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    light = () if option.startswith("--colour=") else ("--colour=#1d4e89",)
    folder = str(tmp_path / "oma")
    assert init(folder, *light, option, f"--lang={language}") == 2
    near = re.findall(r"#[0-9a-f]{6}", capsys.readouterr().err)[-1]
    assert not (tmp_path / "oma").exists()
    assert init(folder, *light, f"{option.partition('=')[0]}={near}") == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("a", "b"),
        ("a", "--languages=fi,fr"),
        ("a", "--languages="),
        ("a", "--languages=,"),
        ("a", "--colour=sininen"),
        ("a", "--colour-dark=#ffffff"),
        ("a", "--project=Oma Hanke"),
        ("a", "--project=con"),
        ("a", "--project=tietosuojaseloste"),
        ("a", "--email=ei osoite"),
        ("a", "--name-en=Projects"),
        ("a", "--name-fi= "),
        ("a", "--base-url=example.org"),
    ],
)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_does_not_do_is_told_and_nothing_written(
    words: tuple[str, ...],
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert init(*words, f"--lang={language}") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Internal error" not in said.err
    assert said.err.strip()
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_folder_that_is_not_empty_stays_as_it_is(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, {"oma/muistiinpano.txt": "Tärkeä."})
    assert init(str(tmp_path / "oma"), f"--lang={language}") == 1
    assert str(tmp_path / "oma") in capsys.readouterr().err
    assert files_of(tmp_path / "oma") == {"muistiinpano.txt": "Tärkeä.".encode()}
    assert init(str(tmp_path / "oma" / "muistiinpano.txt"), f"--lang={language}") == 1


def test_a_fresh_repository_is_an_empty_folder(tmp_path: Path) -> None:
    write(tmp_path, {"oma/.git/HEAD": "ref: refs/heads/main\n"})
    assert init(str(tmp_path / "oma")) == 0
    assert (tmp_path / "oma" / "site.yaml").is_file()


def test_nothing_is_left_of_a_site_that_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "oma").mkdir()
    with pytest.raises(OSError, match=r"site\.yaml"):
        write_new(tmp_path / "oma", [NewFile.of(path, "a") for path in ("a/b.md", "site.yaml", "site.yaml/c")])
    assert os.listdir(tmp_path / "oma") == []


def test_programs_read_what_was_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(str(tmp_path / "oma"), "--format=json") == 0
    data = json.loads(capsys.readouterr().out)
    assert set(data["files"]) == set(files_of(tmp_path / "oma"))


def test_languages_say_the_same() -> None:
    keys = messages(ROOM, "fi").keys()
    assert messages(ROOM, "sv").keys() == messages(ROOM, "en").keys() == keys
    kinds = {file.name.split(".")[0] for file in SKELETONS.glob("*.fi.*")}
    for code in ("sv", "en"):
        assert {file.name.split(".")[0] for file in SKELETONS.glob(f"*.{code}.*")} == kinds


@pytest.mark.parametrize(("today", "day"), [("2031-05-14", "2031-05-21"), ("2031-05-17", "2031-05-26")])
def test_the_first_meeting_is_on_a_day_of_work(today: str, day: str, tmp_path: Path) -> None:
    assert main(["init", str(tmp_path / "oma"), f"--now={today}"], menu.COMMANDS) == 0
    (item,) = (tmp_path / "oma" / "meetings").glob("*.fi.md")
    assert f"start: {day}T10:00" in item.read_text(encoding="utf-8")


def test_the_day_is_that_of_the_moment(tmp_path: Path) -> None:
    assert init(str(tmp_path / "oma")) == 0
    (item,) = (tmp_path / "oma" / "news").glob("*.fi.md")
    assert item.name.startswith(date(2031, 5, 14).isoformat())
