"""The page of the preview that shows the receipt and publishes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.engine import command
from plugins.preview.desks import Desks
from tests.publishing.places import Desk, git, news
from tests.sites import options

ADDRESS = "/.kaiku/releases"


class Room:
    """The desk of a site, asked as the preview asks it."""

    def __init__(self, desk: Desk) -> None:
        import threading

        self.desk = desk
        given = options(desk.folder, content=desk.content, cache=desk.cache, language="fi")
        assert isinstance(given, command.Options)
        self.desks = Desks(given, threading.Lock())

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


@pytest.fixture
def room(desk: Desk) -> Room:
    return Room(desk)


def test_receipt_first_then_the_button(room: Room) -> None:
    assert "Näytä, mikä muuttuisi" in room.page()
    assert "Julkaise<" not in room.page()
    shown = room.press("Näytä, mikä muuttuisi")
    assert "<li>+ /uutiset/juttu/</li>" in shown
    assert "Syöte /uutiset/feed.rss" in shown
    assert "uusi: Juttu" in shown
    assert git(room.desk.remote, "for-each-ref") == ""
    published = room.press("Julkaise")
    assert "Julkaisu 1 on valmis: origin/gh-pages" in published
    assert "Julkaise<" not in published
    assert b"Vanha teksti." in room.desk.published()["uutiset/juttu/index.html"]
    assert "Ei muutoksia." in room.press("Näytä, mikä muuttuisi")


def test_what_was_not_shown_is_not_published(room: Room) -> None:
    room.press("Näytä, mikä muuttuisi")
    room.desk.write(**{"news/juttu.fi.md": news("Juttu", "Kesken.")})
    shown = room.press("Julkaise")
    assert "Mitään ei julkaistu. Alla on uusi kuitti." in shown
    assert git(room.desk.remote, "for-each-ref") == ""
    assert "Julkaisu 1 on valmis" in room.press("Julkaise")
    assert b"Kesken." in room.desk.published()["uutiset/juttu/index.html"]


def test_hold_is_lifted_by_a_button_of_its_own(room: Room) -> None:
    room.desk.publish()
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
    assert git(room.desk.remote, "for-each-ref") == ""


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (768, "dark"), (1280, "light")])
def test_looks(room: Room, browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    room.press("Näytä, mikä muuttuisi")
    (tmp_path / "page.html").write_text(room.page(), encoding="utf-8")
    page: Page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((tmp_path / "page.html").as_uri())
    expect(page.get_by_role("button", name="Julkaise")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
