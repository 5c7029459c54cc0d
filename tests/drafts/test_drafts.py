"""Beginning a document: what is written, what is asked, what is refused."""

import io
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authoring.yaml_document import parse_yaml
from plugins.console.menu import main
from plugins.core.documents import DocumentType
from plugins.drafts import command
from plugins.drafts.answers import Judge, MisfitError
from plugins.drafts.draft import SKELETONS, Draft, proposed_key, sources, yaml_text
from plugins.drafts.interview import Interview, Wanted
from plugins.drafts.new_files import NewFile, write
from tests.listings.builders import index, news, project, site, when
from tests.sites import files_of, plain_site, warm
from tests.sites import news as news_source
from tests.sites import write as write_files
from tests.systems import links

TEXTS = Path(command.__file__).parent / "texts"
SITE = """name: Koesivusto
base_url: https://example.org/koe/
languages: [fi, sv, en]
operator: Kirjasto
contact: {email: koe@example.org}
accessibility: {feedback_email: koe@example.org}
privacy: {controller: Kirjasto, email: koe@example.org}
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run a task on the content folder of the test; give exit code, output and messages."""
    import tasks

    monkeypatch.delenv("KAIKU_LANG", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO())

    def run(task: str, *words: str) -> tuple[int, str, str]:
        where = ["--content", str(tmp_path / "content"), "--cache", str(warm(tmp_path / "cache")), "--lang", "en"]
        try:
            code = main([task, *where, "--now", "2031-06-01T12:00", *words], tasks.COMMANDS)
        except SystemExit as leaving:
            code = int(str(leaving.code))
        return code, *capsys.readouterr()

    return run


def test_drafts_of_every_type_in_every_language_have_no_faults(run: Run, tmp_path: Path) -> None:
    content = write_files(plain_site(tmp_path / "content"), {"site.yaml": SITE})
    write_files(content, {"projects/hanke.en.md": "---\ntitle: Project\n---\n\nThe project in short.\n"})
    for kind in DocumentType:
        titles = [f"--title-{code}={kind} {code}: “uusi”" for code in ("fi", "sv", "en")]
        code, said, wrong = run("new", f"--type={kind}", "--project=hanke", *titles)
        assert (code, wrong) == (0, ""), kind
        assert said.startswith("The drafts are ready:\n")
    assert len(list(content.rglob("*.md"))) == 3 + 5 * 3
    assert json.loads(run("check", "--format", "json")[1]) == []
    for path in content.rglob("*.md"):
        if "uusi" in path.name:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    assert json.loads(run("check", "--format", "json")[1]) == [], "nor do they have any when they are published"


def test_every_skeleton_is_there_in_every_language_of_the_program() -> None:
    assert {one.name for one in SKELETONS.iterdir()} == {
        f"{kind}.{code}.md" for kind in DocumentType for code in ("fi", "sv", "en")
    }
    draft = Draft(DocumentType.PAGES, "x", (("nb", "Tittel"),))
    assert "# the place in the menu" in next(sources(draft)).text, "English serves a language without skeletons"


def test_files_are_named_by_date_and_title_and_say_what_was_given(run: Run, tmp_path: Path) -> None:
    content = plain_site(tmp_path / "content")
    given = ("--project", "hanke", "--title-fi", "Kysely lähtee: ”nyt”", "--title-sv", "Enkäten", "--date", "14.5.2031")
    code, said, _ = run("new", "--type", "meetings", *given, "--format", "json")
    assert code == 0
    assert json.loads(said)["key"] == "2031-05-14-kysely-lahtee-nyt"
    text = (content / "meetings/2031-05-14-kysely-lahtee-nyt.sv.md").read_text(encoding="utf-8")
    assert "title: Enkäten\ndate: 2031-05-14 " in text
    assert "project: hanke\n" in text
    assert "    - {start: 2031-05-14}" in text
    assert "**Beslut:**" in text
    finnish = (content / "meetings/2031-05-14-kysely-lahtee-nyt.fi.md").read_text(encoding="utf-8")
    assert 'title: "Kysely lähtee: ”nyt”"\n' in finnish


@links
def test_nothing_is_ever_overwritten(run: Run, tmp_path: Path) -> None:
    content = write_files(plain_site(tmp_path / "content"), {"news/2031-06-01-a.fi.md": news_source("A", "Teksti.")})
    before = files_of(content)
    given = ("--type", "news", "--project", "hanke", "--title-fi", "A", "--title-sv", "B")
    code, said, wrong = run("new", *given)
    assert (code, said) == (2, "")
    assert wrong.startswith("The KEY 2031-06-01-a is in use.")
    assert files_of(content) == before
    (content / "news/2031-06-01-c.sv.md").symlink_to(tmp_path / "nowhere")
    (content / "news/2031-06-01-c.sv.MD").touch()
    with pytest.raises(FileExistsError):
        write(content, [NewFile("news/2031-06-01-c.fi.md", b"c"), NewFile("news/2031-06-01-c.sv.md", b"c")])
    assert not (content / "news/2031-06-01-c.fi.md").exists(), "all files or none"


def test_faults_elsewhere_do_not_stop_a_beginning(run: Run, tmp_path: Path) -> None:
    content = write_files(plain_site(tmp_path / "content"), {"projects/rikki.fi.md": "ei mitään"})
    given = ("--type", "news", "--project", "rikki", "--title-fi", "A", "--title-sv", "-")
    assert run("new", *given)[0] == 0
    assert [one.name for one in (content / "news").iterdir()] == ["2031-06-01-a.fi.md"]
    (content / "site.yaml").unlink()
    assert run("new", *given)[0] == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("", "Missing: --type, --project, --title-fi, --title-sv."),
        ("--type pages --title-fi A", "Missing: --title-sv."),
        ("--type pages --title-fi - --title-sv -", "A title is needed in one language at least."),
        ("--type pilot --project hanke --title-fi A --title-sv B", "There is no type pilot. The types are news,"),
        ("--type news --project hankke --title-fi A --title-sv B", "There is no project hankke."),
        ("--type news --project hanke --title-fi A --title-sv B --date 30.2.2031", "30.2.2031 is not a date."),
        ("--type news --project hanke --title-fi A --title-sv B --key Ä", "Ä cannot be a KEY"),
        ("--type news --project hanke --title-fi A --title-sv B --key nul", "nul cannot be a KEY: Windows keeps it"),
        ("--type news --project hanke --title-fi A --title-sv B --key hanke", "The KEY hanke is in use."),
    ],
)
def test_what_does_not_do_is_misuse(run: Run, tmp_path: Path, words: str, message: str) -> None:
    content = plain_site(tmp_path / "content")
    before = files_of(content)
    code, said, wrong = run("new", *words.split())
    assert (code, said) == (2, "")
    assert wrong.startswith(message)
    assert wrong.endswith("\nHelp: ./kaiku new --help\n")
    assert files_of(content) == before


def test_near_misses_are_asked_about() -> None:
    judge = Judge(index(project("tekoaly"), project("digilehdet")))
    with pytest.raises(MisfitError) as type_misfit:
        judge.type("meeting")
    assert type_misfit.value.values["near"] == "meetings"
    with pytest.raises(MisfitError) as project_misfit:
        judge.project("tekoaly, digilehti")
    assert project_misfit.value.values["near"] == "digilehdet"
    assert judge.project("tekoaly, digilehdet") == ("tekoaly", "digilehdet")


def test_a_terminal_is_asked_until_the_answer_does() -> None:
    answers = iter(["uutinen", "news", "tekoali", "", "Kysely", "-", "huomenna", "", "Kysely!", ""])
    asked: list[str] = []
    said: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    of = index(project("tekoaly"), of=site("fi", "sv"))
    draft = Interview(Judge(of), "fi", ask, said.append).draft(Wanted())
    assert draft == Draft(DocumentType.NEWS, "2031-06-01-kysely", (("fi", "Kysely"),), ("tekoaly",), when("2031-06-01"))
    assert asked[0] == "Tyyppi (news, meetings, pilots, projects, pages): "
    assert asked[2] == "Hanke (tekoaly; useampi pilkulla erotettuna) [tekoaly]: "
    assert said[1] == "Hanketta tekoali ei ole. Hankkeet: tekoaly. Tarkoititko: tekoaly?"
    assert said[2].startswith("huomenna ei ole päivä.")
    assert len(said) == 4
    assert list(answers) == []


def test_what_the_command_line_says_is_not_asked() -> None:
    def ask(question: str) -> str:
        raise AssertionError(question)

    of = index(project("tekoaly"))
    wanted = Wanted("news", "tekoaly", {"fi": "A", "sv": "B"}, "2031-05-14T09:00", "avain")
    draft = Interview(Judge(of), "sv", ask).draft(wanted)
    assert (draft.key, draft.date) == ("avain", when("2031-05-14T09:00"))


def test_a_key_of_the_past_is_taken_too() -> None:
    judge = Judge(index(news("vanha")))
    for key in ("vanha", "vanha-summary"):
        with pytest.raises(MisfitError):
            judge.key(key, DocumentType.NEWS, ["fi"])
    assert judge.key("vanha-uusi", DocumentType.NEWS, ["fi"]) == "vanha-uusi"


def test_a_missing_version_is_begun_beside_the_one_that_is_there(run: Run, tmp_path: Path) -> None:
    content = write_files(plain_site(tmp_path / "content"), {"news/a.fi.md": news_source("A", "Teksti.")})
    given = ("--project", "hanke", "--title-fi", "-", "--title-sv", "B", "--key", "a")
    assert run("new", "--type", "pilots", *given)[0] == 2, "another type"
    assert run("new", "--type", "news", *given)[0] == 0
    assert sorted(one.name for one in (content / "news").iterdir()) == ["a.fi.md", "a.sv.md"]
    assert run("new", "--type", "news", *given)[0] == 2, "it is there now"


def test_long_titles_make_short_keys() -> None:
    long = (("fi", "Kysely tekoälyosaamisesta lähtee kaikkiin yleisiin kirjastoihin"),)
    assert proposed_key(long, when("2031-05-14T09:00")) == "2031-05-14-kysely-tekoalyosaamisesta-lahtee"
    assert proposed_key((("fi", "кириллица"), ("sv", "Enkät")), None) == "enkat"
    assert proposed_key((("fi", "a" * 60),), None) == "a" * 40


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))))
def test_a_title_is_read_as_it_was_given(title: str) -> None:
    document = parse_yaml("x", f"title: {yaml_text(title)}\nstatus: draft  # x\n", 1)
    assert not document.diagnostics
    assert document.value == {"title": title, "status": "draft"}


def test_words_are_whole_in_every_language() -> None:
    tables = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in TEXTS.glob("*.toml")}
    assert set(tables) == {"fi", "sv", "en"}
    for table in tables.values():
        assert table.keys() == tables["fi"].keys()
