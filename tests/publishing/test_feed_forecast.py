"""`./kaiku feeds forecast`: what subscribers would see of what has been written since."""

import json
from pathlib import Path

import pytest

from tests.publishing.places import Desk, news, run


def forecast(desk: Desk, *words: str) -> tuple[int, str, str]:
    line = ["feeds", *words, "--content", str(desk.content), "--cache", str(desk.cache), "--now", "2031-06-10T12:00"]
    return run(line)


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("released"))
    desk.write(**{"news/vanha.fi.md": news("Vanha", "Teksti."), "news/pois.fi.md": news("Poistuva", "Teksti.")})
    assert desk.publish("--to", str(desk.folder / "web"))[0] == 0
    return desk


@pytest.fixture
def web(desk: Desk, released: Desk) -> Path:
    desk.take(released.folder)
    return desk.folder / "web"


def test_nothing_new_is_said_in_a_sentence(desk: Desk, web: Path) -> None:
    code, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert (code, out) == (0, "Syötteiden ja kalenterien tilaajat eivät näe mitään uutta.\n")


def test_each_feed_tells_what_comes_changes_and_goes(desk: Desk, web: Path) -> None:
    desk.write(
        **{
            "news/uusi.fi.md": news("Uusi", "Teksti.", date="2031-06-02"),
            "news/vanha.fi.md": news("Vanha", "Korjattu teksti."),
            "news/pois.fi.md": news("Poistuva", "Teksti.", status="withdrawn"),
        }
    )
    code, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert code == 0
    assert "Syöte /feed.rss:\n    uusi: Uusi\n    muuttuu: Vanha\n    jää pois: Poistuva\n" in out
    assert "/sv/feed.rss" not in out
    code, out, _ = forecast(desk, "forecast", str(web), "--format", "json")
    (everything,) = [one for one in json.loads(out) if one["address"] == "/feed.rss"]
    assert everything == {
        "address": "/feed.rss", "kind": "feed", "new": ["Uusi"], "changed": ["Vanha"], "gone": ["Poistuva"],
        "again": [], "ends": False,
    }  # fmt: skip


def test_what_would_be_shown_again_is_told(desk: Desk, web: Path) -> None:
    desk.write(**{"news/vanha.fi.md": "", "news/toinen-avain.fi.md": news("Vanha", "Teksti.")})
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert "  ! näkyy tilaajille uudelleen, koska tunnus vaihtuu: Vanha\n" in out
    assert "uusi: Vanha" not in out
    desk.write(**{"news/toinen-avain.fi.md": news("Vanha", "Teksti.", id="vanha")})
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert "uudelleen" not in out


def test_the_ledger_of_the_release_keeps_ids(desk: Desk, web: Path) -> None:
    moved = (desk.content / "site.yaml").read_text().replace("example.org/koe", "hankkeet.example.fi")
    desk.write(**{"site.yaml": moved})
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert "muuttuu: Vanha" in out
    assert "uudelleen" not in out
    (web / "ledger.json").unlink()
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert "näkyy tilaajille uudelleen, koska tunnus vaihtuu: Vanha" in out


def test_a_feed_that_ends_is_told(desk: Desk, web: Path) -> None:
    site = (desk.content / "site.yaml").read_text() + "sections: {fi: {news: ajankohtaista}}\n"
    desk.write(**{"site.yaml": site})
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    ends = "  ! syöte poistuu tästä osoitteesta, eikä sen tilaajille tule enää mitään\n"
    assert f"Syöte /uutiset/feed.rss:\n{ends}" in out


def test_the_feed_of_a_project_that_moves_does_not_end(desk: Desk, web: Path) -> None:
    desk.write(**{"projects/hanke.fi.md": "---\ntitle: Koehanke\nslug: uusi-osoite\n---\n\nHankkeen esittely.\n"})
    _, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert "Syöte /hankkeet/uusi-osoite/feed.rss:\n    uusi: " in out
    assert "syöte poistuu" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Käyttö: ./kaiku feeds forecast"),
        (("ennuste", "kansio"), "Käyttö: ./kaiku feeds forecast"),
        (("forecast", "/ei/ole"), "Kansiota /ei/ole ei ole."),
    ],
)
def test_what_cannot_be_compared_is_said(desk: Desk, words: tuple[str, ...], said: str) -> None:
    code, out, err = forecast(desk, *words, "--lang", "fi")
    assert (code, out) == (2, "")
    assert err.startswith(said)


def test_a_folder_without_feeds_is_told(desk: Desk, tmp_path: Path) -> None:
    code, _, err = forecast(desk, "forecast", str(tmp_path), "--lang", "sv")
    assert code == 2
    assert err.startswith(f"I mappen {tmp_path} finns inga flöden.")


def test_faults_of_the_content_are_told_instead(desk: Desk, web: Path) -> None:
    desk.write(**{"news/vika.fi.md": "---\ntitel: x\n---\n"})
    code, out, _ = forecast(desk, "forecast", str(web), "--lang", "en")
    assert code == 1
    assert "error FRO" in out or "error" in out


def test_feeds_that_cannot_be_read_count_as_empty(desk: Desk, web: Path) -> None:
    (web / "feed.rss").write_bytes(b"\x00<rss")
    code, out, _ = forecast(desk, "forecast", str(web), "--lang", "fi")
    assert code == 0
    assert "uusi: Vanha" in out
