"""The page of the preview that shows the receipt and publishes, to the branch or into the folder of site.yaml."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.engine import command
from plugins.preview.desks import Desks
from tests.publishing.places import NOW, WITHOUT_SEARCH, Desk, files_of, git, news
from tests.sites import options

ROOT = Path(__file__).parents[2]
ADDRESS = "/.kaiku/releases"
INTO_A_FOLDER = WITHOUT_SEARCH + "publish: {folder: ../../www}\n"


class Room:
    """The desk of a site, asked as the preview asks it."""

    def __init__(self, desk: Desk, kind: str) -> None:
        self.desk = desk
        self.kind = kind
        self.name = "origin/gh-pages"
        if kind == "folder":
            desk.write(**{"site.yaml": INTO_A_FOLDER})
            self.name = str(desk.folder / "www")
        given = options(desk.folder, content=desk.content, cache=desk.cache, language="fi")
        assert isinstance(given, command.Options)
        self.desks = Desks(given, threading.Lock())

    def begin(self) -> None:
        """Begin with a first release."""
        site = (self.desk.content / "site.yaml").read_text()
        self.desk.begin(self.kind)
        self.desk.write(**{"site.yaml": site})

    def page(self) -> str:
        page = self.desks.page(ADDRESS)
        assert page is not None
        return page.decode()

    def press(self, button: str) -> str:
        """Send the form of a button, with its fields."""
        form = re.search(rf"<form[^>]*>((?:<input[^>]*>)*)<button[^>]*>{button}</button>", self.page())
        assert form is not None, self.page()
        fields = dict(re.findall(r'name="([^"]*)" value="([^"]*)"', form[1]))
        self.desks.act(ADDRESS, fields)
        return self.page()

    def published(self) -> dict[str, bytes]:
        """Give what stands at the destination; nothing before the first release."""
        if self.name == "origin/gh-pages":
            return self.desk.published() if git(self.desk.remote, "for-each-ref") else {}
        return files_of(Path(self.name))


EVERYWHERE = pytest.mark.parametrize("room", ["folder", "branch"], indirect=True)


@pytest.fixture(params=["folder", pytest.param("branch", marks=pytest.mark.long)])
def room(desk: Desk, request: pytest.FixtureRequest) -> Room:
    return Room(desk, request.param)


@pytest.fixture
def preview(desk: Desk) -> Iterator[str]:
    """Give the address of the desk in a preview that really runs."""
    desk.write(**{"site.yaml": INTO_A_FOLDER})
    places = ["--content", str(desk.content), "--cache", str(desk.cache), "--port", "0"]
    line = [sys.executable, "-u", str(ROOT / "tasks.py"), "serve", *places, "--now", NOW, "--lang", "fi"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        try:
            yield next(found[0] for one in process.stdout if (found := re.search(rf"http\S+{ADDRESS}", one)))
        finally:
            os.killpg(process.pid, signal.SIGINT)


@EVERYWHERE
def test_receipt_first_then_the_button(room: Room) -> None:
    assert "Näytä, mikä muuttuisi" in room.page()
    assert "Julkaise<" not in room.page()
    shown = room.press("Näytä, mikä muuttuisi")
    assert "<li>+ /uutiset/juttu/</li>" in shown
    assert "Syöte /uutiset/feed.rss" in shown
    assert "uusi: Juttu" in shown
    assert f"Julkaistaan kohteeseen {room.name}." in shown
    assert room.published() == {}
    published = room.press("Julkaise")
    assert f"Julkaisu 1 on valmis: {room.name}" in published
    assert "Julkaise<" not in published
    assert b"Vanha teksti." in room.published()["uutiset/juttu/index.html"]
    assert "Ei muutoksia." in room.press("Näytä, mikä muuttuisi")


def test_what_was_not_shown_is_not_published(room: Room) -> None:
    room.press("Näytä, mikä muuttuisi")
    room.desk.write(**{"news/juttu.fi.md": news("Juttu", "Kesken.")})
    shown = room.press("Julkaise")
    assert "Mitään ei julkaistu. Alla on uusi kuitti." in shown
    assert room.published() == {}
    assert "Julkaisu 1 on valmis" in room.press("Julkaise")
    assert b"Kesken." in room.published()["uutiset/juttu/index.html"]


def test_hold_is_lifted_by_a_button_of_its_own(room: Room) -> None:
    room.begin()
    room.desk.write(**{"news/virhe.fi.md": news("Virhe")})
    room.desk.publish()
    assert room.desk.run("rollback", "--yes")[0] == 0
    assert "Julkaiseminen on pidossa" in room.press("Näytä, mikä muuttuisi")
    shown = room.press("Pura pito ja näytä, mikä muuttuisi")
    assert "<li>+ /uutiset/virhe/</li>" in shown or "<li>~ /uutiset/virhe/</li>" in shown
    assert "Julkaisu 4 on valmis" in room.press("Julkaise")


def test_faults_are_no_page_of_receipts(room: Room) -> None:
    room.desk.write(**{"news/juttu.fi.md": news("Juttu", "[linkki](ei-ole.fi.md)")})
    shown = room.press("Näytä, mikä muuttuisi")
    assert "LNK001" in shown
    assert "Julkaise<" not in shown


def test_foreign_forms_do_nothing(room: Room) -> None:
    for form in ({}, {"do": "delete"}, {"do": "publish", "shown": "0" * 16}, {"do": "look", "lang": "../fi"}):
        room.desks.act(ADDRESS, form)
    assert room.published() == {}


@EVERYWHERE
def test_commands_go_to_the_same_place(room: Room) -> None:
    """What the button publishes, the commands list and take back, and the other way about."""
    room.begin()
    room.desk.write(**{"news/juttu.fi.md": news("Juttu", "Uusi teksti.")})
    room.press("Näytä, mikä muuttuisi")
    assert "Julkaisu 2 on valmis" in room.press("Julkaise")
    assert [line[:1] for line in room.desk.apart("releases")[1].splitlines()] == ["2", "1"]
    assert room.desk.run("rollback", "--yes")[0] == 0
    assert b"Vanha teksti." in room.published()["uutiset/juttu/index.html"]


def test_folder_of_somebody_else_is_refused(desk: Desk) -> None:
    room = Room(desk, "folder")
    (desk.folder / "www").mkdir()
    (desk.folder / "www" / "index.html").write_text("Tervetuloa")
    assert "on muuta kuin Kaikun julkaisema sivusto" in room.press("Näytä, mikä muuttuisi")
    assert "Julkaise<" not in room.page()
    assert room.published() == {"index.html": b"Tervetuloa"}


def test_button_in_a_browser(preview: str, desk: Desk, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(preview)
    expect(page.get_by_role("button", name="Julkaise")).to_have_count(0)
    page.get_by_role("button", name="Näytä, mikä muuttuisi").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text(f"Julkaistaan kohteeseen {desk.folder / 'www'}.")
    expect(page.get_by_text("+ /uutiset/juttu/")).to_be_visible()
    page.get_by_role("button", name="Julkaise").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text(f"Julkaisu 1 on valmis: {desk.folder / 'www'}")
    assert b"Vanha teksti." in files_of(desk.folder / "www")["uutiset/juttu/index.html"]
    page.close()


def test_looks(desk: Desk, browser: Browser, tmp_path: Path) -> None:
    room = Room(desk, "folder")
    room.press("Näytä, mikä muuttuisi")
    (tmp_path / "page.html").write_text(room.page(), encoding="utf-8")
    page: Page = browser.new_page()
    for width, scheme in ((320, "light"), (768, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto((tmp_path / "page.html").as_uri())
        expect(page.get_by_role("button", name="Julkaise")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, scheme)
    page.close()
