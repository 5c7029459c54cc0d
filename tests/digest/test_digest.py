"""The digest for a newsletter: what it tells, how it is written, and what is said when it cannot be made."""

import json
from datetime import date
from pathlib import Path

import html5lib
import pytest

import tasks
from plugins.console.menu import main
from plugins.digest.command import MISUSED
from plugins.digest.selection import Digest, digest
from plugins.digest.writing import WIDTH, as_html, as_text
from tests.listings.builders import index, meeting, news, page, pilot, project, site
from tests.sites import news as source
from tests.sites import plain_site, write

SINCE = date(2031, 5, 14)
"""The index's moment is 1.6.2031 at 12.00."""


def told(made: Digest) -> dict[str, list[str]]:
    return {group.name: [one.title for one in group.items] for group in made.groups}


def test_what_was_published_since_a_day_by_project() -> None:
    of = index(
        project("tekoaly", short="Tekoäly"),
        project("digilehdet"),
        news("vanha", date="2031-05-13"),
        news("sama-paiva", date="2031-05-14"),
        news("uusin", date="2031-05-30"),
        news("tuleva", date="2031-06-02"),
        news("luonnos", date="2031-05-20", status="draft"),
        meeting("kokous", date="2031-05-20", projects=("digilehdet", "tekoaly")),
        pilot("kuulumiset", date="2031-05-21", projects=("digilehdet",)),
        news("orpo", date="2031-05-22", projects=("poissa",)),
        page("sivu", date="2031-05-22"),
        of=site("fi"),
    )
    assert told(digest(of, SINCE, "fi")) == {
        "digilehdet fi": ["kuulumiset fi", "kokous fi"],
        "Tekoäly": ["uusin fi", "sama-paiva fi"],
        "": ["orpo fi"],
    }


def test_what_was_brought_up_to_date_is_told_with_a_word() -> None:
    of = index(
        project("tekoaly"),
        news("a", date="2031-01-01", updated="2031-05-20", changes="Määräaika korjattu"),
        news("b", date="2031-01-01", updated="2031-05-20"),
        news("c", date="2031-01-01", updated="2031-06-20", changes="Tulossa"),
    )
    (group,) = digest(of, SINCE, "fi").groups
    assert [(one.title, one.date, one.note) for one in group.items] == [("a fi", "20.5.2031", "Määräaika korjattu")]


def test_what_is_in_another_language_says_so() -> None:
    of = index(project("tekoaly", "sv"), news("n", "fi", date="2031-05-20"), news("m", "sv", date="2031-05-21"))
    (group,) = digest(of, SINCE, "sv").groups
    assert [(one.title, one.note, one.language) for one in group.items] == [
        ("m sv", "", "sv"),
        ("n fi", "(på finska)", "fi"),
    ]
    assert 'lang="fi" hreflang="fi">n fi</a>' in as_html(digest(of, SINCE, "sv"))


NASTY = 'Emoji 🎉 <b>&amp; ]]> "x" https://example.org/' + "pitkä" * 30


def test_any_text_is_written_as_it_is() -> None:
    of = index(project("tekoaly", title=NASTY), news("n", title=NASTY, summary=NASTY, date="2031-05-20"))
    made = digest(of, SINCE, "fi")
    parsed = html5lib.HTMLParser(strict=True).parse(as_html(made))
    text = "".join(parsed.itertext())
    assert text.count(NASTY) == 3
    assert NASTY.replace(" ", "") in as_text(made).replace("\n", "").replace(" ", "")


def test_plain_text_fits_into_e_mail() -> None:
    of = index(project("tekoaly"), *(news(f"n{one}", summary="sana " * 50, date="2031-05-20") for one in range(200)))
    lines = as_text(digest(of, SINCE, "fi")).splitlines()
    assert all(len(line) <= WIDTH or line.startswith("https://") for line in lines)
    assert sum(line.startswith("https://example.org/uutiset/n") for line in lines) == 200


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Mitään uutta ei ole julkaistu."), ("sv", "Inget nytt har publicerats.")]
)
def test_nothing_new(language: str, words: str) -> None:
    made = digest(index(news("n", date="2030-01-01")), SINCE, language)
    assert words in as_text(made)
    assert words in as_html(made)


def run(folder: Path, *more: str) -> int:
    line = [
        "digest",
        "--content",
        str(folder / "content"),
        "--cache",
        str(folder / "cache"),
        "--now",
        "2031-06-01",
        *more,
    ]
    try:
        return main(line, tasks.COMMANDS)
    except SystemExit as leaving:
        return int(str(leaving.code))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": source("Juttu", "Teksti.")})
    return tmp_path


def test_the_command_prints_text_or_writes_both(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--since", "2031-05-01", "--lang", "fi") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Koesivusto: uutta 1. toukokuuta 2031 – 1. kesäkuuta 2031\n===")
    assert "\nhttps://example.org/koe/uutiset/juttu/\n" in printed
    place = folder / "uusi" / "kansio"
    assert run(folder, "--since", "2031-05-01", "--lang", "sv", str(place)) == 0
    assert {one.name for one in place.iterdir()} == {"digest-2031-05-01.sv.txt", "digest-2031-05-01.sv.html"}
    assert str(place / "digest-2031-05-01.sv.html") in capsys.readouterr().out
    assert run(folder, "--since", "2031-05-01", "--format", "json") == 0
    (group,) = json.loads(capsys.readouterr().out)
    assert (group["name"], group["items"][0]["title"]) == ("Koehanke", "Juttu")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--since"),
        (("--since", "eilen"), "eilen"),
        (("--since", "2031-02-30"), "2031-02-30"),
        (("--since", "2031-05-01", "a", "b"), "kansio"),
    ],
)
def test_misuse_is_told(folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str) -> None:
    assert run(folder, "--lang", "fi", *words) == MISUSED
    assert said in capsys.readouterr().err


def test_a_language_or_a_place_that_cannot_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--since", "2031-05-01", "--lang", "en") == MISUSED
    assert "fi, sv" in capsys.readouterr().err
    assert run(folder, "--since", "2031-05-01", "--lang", "sv", str(folder / "content" / "site.yaml")) == MISUSED
    assert "site.yaml" in capsys.readouterr().err
