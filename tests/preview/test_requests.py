"""What takes long is made in the preview when somebody asks for it, and in every other build at once."""

import threading
from pathlib import Path

import pytest

from plugins.engine import command
from plugins.preview.requests import Requests
from tests.images import originals
from tests.sites import files_of, news, options, plain_site, write

ENTRY = "haku/pagefind/pagefind-entry.json"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Ensimmäinen teksti.")})
    return tmp_path


def made_on_request(folder: Path) -> set[str]:
    """Name the files of indexes and cards that are there."""
    return {path for path in files_of(folder / "output") if path.startswith(("haku/pagefind/", "sv/sok/", "cards/"))
            and not path.endswith(".html")}  # fmt: skip


def test_nothing_of_it_is_there_before_it_is_asked_for(site: Path) -> None:
    requests = Requests(threading.Lock())
    assert not requests.fulfil(ENTRY), "before the first build nothing waits"
    assert requests.renew(command.preview(options(site)))
    assert made_on_request(site) == set()
    assert not requests.fulfil("uutiset/olematon/index.html")
    assert requests.fulfil("haku/pagefind/pagefind.js"), "any file of the folder will do"
    assert ENTRY in made_on_request(site)
    assert not any(path.startswith("sv/") for path in made_on_request(site)), "the other index still waits"
    assert not requests.fulfil("haku/pagefind/unknown"), "it has been made, and this is not among its files"


def test_what_was_made_stays_until_it_changes(site: Path) -> None:
    requests = Requests(threading.Lock())
    requests.renew(command.preview(options(site)))
    requests.fulfil(ENTRY)
    before = made_on_request(site)
    requests.renew(command.preview(options(site)))
    assert made_on_request(site) == before
    write(site / "content", {"news/juttu.fi.md": news("Juttu", "Toinen teksti.")})
    requests.renew(command.preview(options(site)))
    assert made_on_request(site) == set(), "an index of the text as it was would find what is not there"
    assert requests.fulfil(ENTRY)


def test_a_build_that_fails_leaves_the_last_requests_open(site: Path) -> None:
    requests = Requests(threading.Lock())
    requests.renew(command.preview(options(site)))
    write(site / "content", {"news/juttu.fi.md": "rikki"})
    assert not requests.renew(command.preview(options(site)))
    assert requests.fulfil(ENTRY)


def test_other_builds_wait_for_nobody_and_make_nothing_twice(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    requests = Requests(threading.Lock())
    requests.renew(command.preview(options(site)))
    requests.fulfil(ENTRY)
    assert command.build(options(site)) == 0
    complete = files_of(site / "output")
    assert {ENTRY, "sv/sok/pagefind/pagefind-entry.json"} <= complete.keys()
    capsys.readouterr()
    assert command.build(options(site)) == 0
    assert "Files written 0, removed 0" in capsys.readouterr().out
    assert command.build(options(site, output=site / "clean", cache=site / "other")) == 0
    assert files_of(site / "clean") == complete


def test_what_gathers_something_that_waits_waits_with_it(site: Path) -> None:
    """A feed tells the size of the picture that comes with an item: it is made when the picture is."""
    originals.put(site / "content", "images/talo.jpg", originals.photograph(900, 600))
    image = "{file: images/talo.jpg, alt: Talo}"
    write(site / "content", {"news/kuva.fi.md": news("Kuva", image=image), "news/muu.sv.md": news("Annat")})
    requests = Requests(threading.Lock())
    assert requests.renew(command.preview(options(site)))
    there = files_of(site / "output")
    assert not [path for path in there if path.startswith("images/")]
    assert {"feed.rss", "sv/feed.rss"} & there.keys() == {"sv/feed.rss"}
    assert requests.fulfil("feed.atom")
    there = files_of(site / "output")
    (picture,) = [path for path in there if path.endswith("-736.webp")]
    assert f'length="{len(there[picture])}"' in there["feed.rss"].decode()
    assert not requests.fulfil(picture), "it was made for the feed"
    assert requests.fulfil("uutiset/feed.json")
    assert requests.renew(command.preview(options(site)))
    assert files_of(site / "output").keys() >= {"feed.rss", "feed.atom", "uutiset/feed.rss", picture}
    assert command.build(options(site)) == 0
    assert command.build(options(site, output=site / "clean", cache=site / "other")) == 0
    feeds = {path: data for path, data in files_of(site / "clean").items() if "/pagefind/" not in path}
    assert feeds == {path: data for path, data in files_of(site / "output").items() if "/pagefind/" not in path}
