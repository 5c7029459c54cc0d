"""Pages that are open while somebody writes: they follow every save, and keep the reader's place."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.accessibility import View, violations_in
from tests.preview.test_server import command
from tests.sites import news, plain_site, site_with_search, write
from tests.systems import signals

LONG = "\n\n".join(f"Kappale {number} kertoo jotakin." for number in range(60))


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    write(site_with_search(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", f"Alku. {LONG}")})
    with serving(tmp_path, 0) as address:
        yield tmp_path / "content", address


@contextmanager
def serving(folder: Path, port: int) -> Iterator[str]:
    """Run a preview of `folder/content` while the block lasts; it ends at once, whoever listens."""
    line = command(folder, port)
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        try:
            told = (match for one in process.stdout if (match := re.search(r"Preview: (\S+)", one)))
            yield next(told)[1]
        finally:
            os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=10) == 0


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Where tabs are opened; every preview has an address of its own."""
    made = browser.new_context(color_scheme="light")
    yield made
    made.close()


def bar(page: Page) -> Locator:
    return page.locator("kaiku-preview")


@signals
def test_a_page_follows_what_is_written(preview: tuple[Path, str], context: BrowserContext) -> None:
    """Edited, broken, mended, renamed and deleted, while it is open."""
    content, address = preview
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{address}uutiset/juttu/")
    expect(bar(page).get_by_role("link", name="Blocks")).to_be_visible()
    page.evaluate("window.stays = true")
    page.evaluate("scrollTo(0, 900)")

    write(content, {"news/juttu.fi.md": news("Juttu", f"Toinen alku. {LONG}")})
    expect(page.locator("main")).to_contain_text("Toinen alku.")
    assert page.evaluate("[window.stays, scrollY]") == [True, 900]

    write(content, {"news/juttu.fi.md": news("Juttu", f"Kolmas. {LONG}", rivi="x")})
    fault = bar(page).get_by_role("listitem").filter(has_text="news/juttu.fi.md")
    expect(fault).to_contain_text("rivi: x")
    expect(fault).to_contain_text("There is no field")
    expect(bar(page).get_by_role("button", name="1 error")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Toinen alku.")
    assert page.evaluate("window.stays")

    write(content, {"news/juttu.fi.md": news("Juttu", f"Neljäs. {LONG}")})
    expect(page.locator("main")).to_contain_text("Neljäs.")
    expect(fault).to_have_count(0)

    (content / "news/juttu.fi.md").rename(content / "news/uusi.fi.md")
    write(content, {"news/uusi.fi.md": news("Uusi nimi", f"Neljäs. {LONG}")})
    expect(page).to_have_url(f"{address}uutiset/uusi-nimi/")
    expect(bar(page)).to_contain_text("The page has moved to this address.")
    expect(page.get_by_role("heading", name="Uusi nimi")).to_be_visible()

    (content / "news/uusi.fi.md").unlink()
    expect(bar(page)).to_contain_text("This page is no more")
    write(content, {"news/uusi.fi.md": news("Uusi nimi", "Palasi.")})
    expect(page.locator("main")).to_contain_text("Palasi.")
    expect(bar(page)).not_to_contain_text("This page is no more")
    assert [one for one in complaints if "404" not in one] == []
    page.close()


@signals
def test_what_the_reader_has_in_hand_stays(preview: tuple[Path, str], context: BrowserContext) -> None:
    """What is in focus or unfolded; and a form that somebody fills in is left alone."""
    content, address = preview
    write(content, {"news/juttu.fi.md": news("Juttu", "Alku, katso [linkki](../projects/hanke.fi.md).")})
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{address}uutiset/juttu/")
    menu = page.locator("header details").first
    menu.locator("summary").click()
    link = page.locator("main").get_by_role("link", name="linkki")
    link.focus()
    write(content, {"news/juttu.fi.md": news("Juttu", "Uusi alku, katso [linkki](../projects/hanke.fi.md).")})
    expect(page.locator("main")).to_contain_text("Uusi alku")
    assert link.evaluate("one => one === document.activeElement")
    expect(menu).to_have_attribute("open", "")
    search = page.get_by_role("searchbox").first
    search.fill("kysely")
    write(content, {"news/juttu.fi.md": news("Juttu", "Kolmas alku.")})
    expect(bar(page)).to_contain_text("It will be refreshed")
    expect(page.locator("main")).to_contain_text("Uusi alku")
    expect(search).to_have_value("kysely")
    bar(page).get_by_role("button", name="Refresh now").click()
    expect(page.locator("main")).to_contain_text("Kolmas alku.")
    page.close()


@signals
def test_tabs_find_the_preview_again(tmp_path: Path, browser: Browser) -> None:
    """After a restart on the same port, with what was written meanwhile; both tabs, and one of another preview."""
    write(plain_site(tmp_path / "a" / "content"), {"news/juttu.fi.md": news("Juttu", "Alku.")})
    write(plain_site(tmp_path / "b" / "content"), {"news/juttu.fi.md": news("Juttu", "Toinen sivusto.")})
    context = browser.new_context()
    tabs = [context.new_page(), context.new_page()]
    with serving(tmp_path / "a", 0) as address:
        for tab in tabs:
            tab.goto(f"{address}uutiset/juttu/")
            expect(bar(tab)).to_contain_text("5 warnings")
        with serving(tmp_path / "b", 0) as other:
            tabs[1].goto(f"{other}uutiset/juttu/")
            expect(tabs[1].locator("main")).to_contain_text("Toinen sivusto.")
        tabs[1].goto(f"{address}uutiset/juttu/")
    expect(bar(tabs[0])).to_contain_text("cannot be reached")
    write(tmp_path / "a" / "content", {"news/juttu.fi.md": news("Juttu", "Sillä välin.")})
    with serving(tmp_path / "a", int(address.rstrip("/").rpartition(":")[2])):
        for tab in tabs:
            expect(tab.locator("main")).to_contain_text("Sillä välin.", timeout=15_000)
            expect(bar(tab)).not_to_contain_text("cannot be reached")
    context.close()


VIEWS: tuple[View, ...] = ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark"))
HIDE = """hidden => {
  Object.defineProperty(document, "hidden", {value: hidden, configurable: true});
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@signals
def test_a_tab_in_the_background_catches_up(preview: tuple[Path, str], context: BrowserContext) -> None:
    """It keeps no connection, of which a browser has few for a host; seen again, it shows what was saved meanwhile."""
    content, address = preview
    page = context.new_page()
    page.goto(f"{address}uutiset/juttu/")
    expect(bar(page)).to_contain_text("5 warnings")
    page.evaluate(HIDE, True)
    with context.new_page() as other:
        other.goto(f"{address}uutiset/juttu/")
        write(content, {"news/juttu.fi.md": news("Juttu", "Sillä välin.")})
        expect(other.locator("main")).to_contain_text("Sillä välin.")
    expect(page.locator("main")).to_contain_text("Alku.")
    page.evaluate(HIDE, False)
    expect(page.locator("main")).to_contain_text("Sillä välin.")
    page.close()


@signals
def test_a_style_changes_in_place(preview: tuple[Path, str], context: BrowserContext) -> None:
    """The page is not loaded again, and its old style goes when the new one is there."""
    content, address = preview
    write(content, {"news/juttu.fi.md": news("Juttu", "Katso [linkki](../projects/hanke.fi.md).")})
    page = context.new_page()
    page.goto(f"{address}uutiset/juttu/")
    link = page.locator("main").get_by_role("link", name="linkki")
    before = link.evaluate("one => getComputedStyle(one).color")
    page.evaluate("window.stays = true")
    with (content / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write('\ncolours: {light: "#7a1f5c"}\n')
    expect(link).to_have_css("color", "rgb(122, 31, 92)")
    assert before != "rgb(122, 31, 92)"
    (content / "site.yaml").write_text(
        (content / "site.yaml").read_text("utf-8").replace("#7a1f5c", "#1f5c3a"), encoding="utf-8"
    )
    expect(link).to_have_css("color", "rgb(31, 92, 58)")
    expect(page.locator('head link[href*="colours."]')).to_have_count(1)
    assert page.evaluate("window.stays")
    page.close()


@signals
def test_the_search_works_in_the_preview(preview: tuple[Path, str], context: BrowserContext) -> None:
    """Its index is made when the page first asks for it."""
    _, address = preview
    page = context.new_page()
    page.goto(f"{address}haku/?q=kappaletta")
    expect(page.get_by_role("link", name="Juttu", exact=True)).to_be_visible(timeout=15_000)
    page.close()


@signals
def test_drafts_are_a_click_away(preview: tuple[Path, str], context: BrowserContext) -> None:
    content, address = preview
    write(content, {"news/luonnos.fi.md": news("Salainen luonnos", "Kesken.", status="draft")})
    page = context.new_page()
    page.goto(f"{address}uutiset/")
    expect(page.locator("main")).not_to_contain_text("Salainen luonnos")
    bar(page).get_by_role("button", name="Show drafts").click()
    expect(page.locator("main")).to_contain_text("Salainen luonnos")
    bar(page).get_by_role("button", name="Show as to readers").click()
    expect(page.locator("main")).not_to_contain_text("Salainen luonnos")
    bar(page).get_by_role("link", name="Upcoming").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What is to come")
    page.close()


@signals
def test_the_bar_is_for_everybody(preview: tuple[Path, str], context: BrowserContext) -> None:
    """By keyboard, for screen readers, in the dark, on a phone."""
    content, address = preview
    write(content, {"news/juttu.fi.md": news("Juttu", "Alku.", rivi="x")})
    page = context.new_page()
    page.goto(f"{address}uutiset/")
    fault = bar(page).get_by_role("listitem").filter(has_text="rivi: x")
    expect(fault).to_be_visible()
    assert violations_in(page, VIEWS, "kaiku-preview") == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        counts = bar(page).get_by_role("button", name="1 error")
        counts.focus()
        page.keyboard.press("Escape")
        expect(fault).to_have_count(0)
        page.keyboard.press("Enter")
        expect(counts).to_have_attribute("aria-expanded", "true")
    page.close()
