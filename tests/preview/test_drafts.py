"""The preview for writers: everything is there, each page says what readers do not see, and none of it gets out."""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from plugins.core.index import opened
from plugins.engine import command
from plugins.engine.run import Run
from tests.listings.builders import index, news, view
from tests.publishing.places import SITE, Desk, files_of
from tests.sites import news as source
from tests.sites import options, plain_site, warm, write
from tests.systems import signals

ROOT = Path(__file__).parents[2]

UNSEEN = {
    "news/a.fi.md": source(
        "Salainen luonnos", "Merkkijono alfa, katso [hanketta](../projects/hanke.fi.md).", status="draft"
    ),
    "news/b.fi.md": source("Salainen tuleva", "Merkkijono beeta.", date="2031-07-01T09:00"),
    "news/c.fi.md": source("Salainen vanhentunut", "Merkkijono gamma.", expires="2031-05-31"),
    "news/d.fi.md": source("Salainen poistettu", "Merkkijono delta.", status="withdrawn"),
    "news/e.fi.md": source("Julkinen", "Kaikille."),
    "pages/f.fi.md": "---\ntitle: Kesken\nstatus: draft\n---\n\nMerkkijono epsilon.\n",
}
BANNERS = {
    "uutiset/salainen-luonnos": "Luonnos. Lukijat eivät näe tätä sivua.",
    "uutiset/salainen-tuleva": "Julkaistaan 1. heinäkuuta 2031 klo 9.00. Lukijat eivät vielä näe tätä sivua.",
    "uutiset/salainen-vanhentunut": "Vanhentunut: 31. toukokuuta 2031. Lukijat eivät enää näe tätä sivua.",
    "uutiset/salainen-poistettu": "Poistettu. Lukijat eivät enää näe tätä sivua.",
    "kesken": "Luonnos. Lukijat eivät näe tätä sivua.",
}


def page(folder: Path, address: str) -> str:
    return (folder / address / "index.html").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")


def test_everything_is_shown_and_says_what_it_is(tmp_path: Path) -> None:
    site = SITE + "untranslated: {pages: require}\n"
    write(plain_site(tmp_path / "content"), {"site.yaml": site, **UNSEEN})
    drafts = tmp_path / "cache" / "drafts"
    assert command.build(options(tmp_path, output=drafts, drafts=True)) == 0
    for address, banner in BANNERS.items():
        text = page(drafts, address)
        assert f"<p>{banner}</p>" in text
        assert '<meta name="robots" content="noindex">' in text
    for address in ("uutiset/julkinen", "hankkeet/koehanke", ""):
        assert "withheld-banner" not in page(drafts, address)
    assert "Salainen tuleva" in page(drafts, "uutiset")
    made = files_of(drafts)
    assert not made.keys() & {"ledger.json", "sitemap.xml", "robots.txt"}, "it is no release, and for nobody to find"

    assert command.build(options(tmp_path)) == 0
    ordinary = files_of(tmp_path / "output")
    for name, data in ordinary.items():
        assert b"alainen" not in data, name
        assert b"Merkkijono" not in data, name
    assert ordinary["uutiset/julkinen/index.html"].replace(b"\n", b"").count(b"withheld") == 0
    assert command.build(options(tmp_path, output=drafts, drafts=True)) == 0
    assert files_of(drafts) == made, "neither leaves anything in the other's folder"


def test_publishing_refuses_it(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.write(**UNSEEN)
    drafts = desk.cache / "drafts"
    writers = options(tmp_path, content=desk.content, cache=desk.cache, output=drafts, drafts=True)
    assert command.build(writers) == 0
    before = files_of(drafts)
    code, said = desk.publish("--to", str(drafts))
    assert code == 2
    assert str(drafts) in said
    elsewhere = tmp_path / "www"
    shutil.copytree(drafts, elsewhere)
    assert desk.publish("--to", str(elsewhere))[0] == 2
    assert files_of(elsewhere) == files_of(drafts) == before
    assert desk.publish()[0] == 0
    assert not [name for name, data in desk.published().items() if b"alainen" in data or b"Merkkijono" in data]


def test_a_release_shows_no_drafts(tmp_path: Path) -> None:
    write(plain_site(tmp_path / "content"), {"site.yaml": SITE, **UNSEEN})
    folder = tmp_path / "release"
    assert command.release(options(tmp_path, drafts=True), folder, None) == 0
    assert not any(b"alainen" in data for data in files_of(folder).values())
    settings = command.settings_for(options(tmp_path, drafts=True), folder, "commit", "publishconf.py")
    with pytest.raises(RuntimeError, match="no drafts"):
        Run.opened(settings)


def test_readers_index_stays_what_it_is() -> None:
    readers = index(news("a"), news("b", status="draft"), news("c", date="2040-01-01"))
    writers = opened(readers)
    assert readers.withheld is None
    assert dict(writers.withheld or {}) == {"news/b.fi.md": "draft", "news/c.fi.md": "scheduled"}
    assert [one.key for one in readers.published("fi", "news")] == ["a"]
    assert [one.key for one in writers.published("fi", "news")] == ["c", "b", "a"]
    assert view(writers, "uutiset/b-fi/").shell.withheld.state == "draft"
    assert view(writers, "uutiset/a-fi/").shell.withheld is None
    assert view(opened(index(news("a"))), "uutiset/a-fi/") == view(index(news("a")), "uutiset/a-fi/")


def test_what_is_gone_gives_way_to_what_has_its_address() -> None:
    writers = opened(
        index(
            news("a", slug="x", status="withdrawn"),
            news("b", slug="x"),
            news("c", slug="y", expires="2031-05-01"),
            news("d", slug="y", status="draft"),
            news("e", slug="z", status="withdrawn"),
        )
    )
    assert sorted(one.key for one in writers.published("fi", "news")) == ["b", "d", "e"]


@signals
def test_the_server_writes_it_nowhere(tmp_path: Path) -> None:
    write(plain_site(tmp_path / "content"), UNSEEN)
    places = ["--content", str(tmp_path / "content"), "--cache", str(warm(tmp_path / "cache")), "--port", "0"]
    line = [sys.executable, "-u", str(ROOT / "tasks.py"), "serve", "--drafts", *places, "--now", "2031-06-01"]
    with subprocess.Popen(
        [*line, "--lang", "en"], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        said = next((one for one in process.stdout if re.search("they are marked", one)), "")
        address = said.removeprefix("Preview: ").partition(" ")[0]
        with urllib.request.urlopen(f"{address}uutiset/salainen-luonnos/") as answer:  # noqa: S310 - our own address
            shown = answer.read().decode()
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert said.startswith("Preview: http://127.0.0.1:")
    assert "Luonnos." in shown
    assert not [path for path in tmp_path.rglob("*.html") if path.is_file()]
