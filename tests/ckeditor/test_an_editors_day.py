"""What an editor does with blocks, from the first letter of a search to a page that is up to date again."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.engine import command
from plugins.scanning.command import ScanOrder, scan
from plugins.scanning.fetching import FetchLimits
from tests.ckeditor.installation import editor
from tests.ckeditor.servers import opened, serving, shown
from tests.publishing.places import SITE
from tests.sites import news, options, plain_site, write

THEME = Path(__file__).parents[2] / "theme"
SOUGHT = news(
    "Zürichin kirjasto kertoo piloteista",
    "Piloteissa on mukana kolme kirjastoa.\n\n## Seuraavaksi\n\n- kokous\n- kysely",
)
WORDS = "Kirjasto avaa lehdet asiakkaille ja kertoo syksyn koulutuksista henkilöstölle sekä kumppaneille".split()
OWN = "<h2>Hankkeet</h2><p>Sivun omaa tekstiä.</p><h2>Uutta</h2><p>Uutisia:</p><p>Loppu.</p>"


class Desk:
    """The site with its releases, and one page of the CMS."""

    def __init__(self, folder: Path, blocks: int) -> None:
        editor()  # fails here, saying why, when it cannot be had
        self.folder, self.content, self.cms = folder, plain_site(folder / "content"), folder / "cms"
        self.releases = 0
        self.cms.mkdir()
        texts = {
            f"news/juttu-{number:03}.fi.md": news(
                f"{WORDS[number % 11]} {WORDS[number * 5 % 11]} {number}", f"Teksti {number}."
            )
            for number in range(blocks - 1)
        }
        lean = {"site.yaml": f"{SITE}cards: false\nsearch: false\n", "blocks.yaml": "blocks: {}\n"}
        write(self.content, {**texts, **lean, "news/sveitsi.fi.md": SOUGHT})

    @property
    def site(self) -> Path:
        """What readers see: the newest release."""
        return self.folder / "site"

    def publish(self) -> None:
        """Release the site of a new day, and let the host send it."""
        self.releases += 1
        before = self.folder / f"release-{self.releases - 1}" / "ledger.json" if self.releases > 1 else None
        place = self.folder / f"release-{self.releases}"
        assert command.release(options(self.folder, now=f"2031-06-0{self.releases}T12:00"), place, before) == 0
        self.site.unlink(missing_ok=True)
        self.site.symlink_to(place, target_is_directory=True)

    def save(self, page: Page) -> None:
        """Save what is in the editor: the CMS filters it, and shows it on its page."""
        view = shown(page.evaluate("editor.getData()")).replace("<body>", '<body class="page-node-7 path-node">')
        head = '<head><link rel="shortlink" href="/node/7"><meta charset="utf-8"></head>'
        (self.cms / "hankkeet.html").write_text(view.replace("<html>", f"<html>{head}"), encoding="utf-8")

    def scan(self) -> list[str]:
        """Scan the page, and keep the report for the workbench; give the states."""
        run = command.look(options(self.folder))
        assert run is not None
        assert run.index is not None
        report, manifest = self.content / "scan.json", self.site / "blocks" / "manifest.json"
        order = ScanOrder(manifest, report, self.folder / "cache", THEME, "fi", "text", run.index.now)
        with ThreadPoolExecutor(1) as elsewhere:  # this thread has a loop of the browser's already
            elsewhere.submit(scan, order, run.index.site, FetchLimits("Kaiku-test", pause=0)).result()
        return [one["state"] for one in json.loads(report.read_bytes())["blocks"]]


@pytest.fixture(params=[60, pytest.param(300, marks=pytest.mark.long)])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    return Desk(tmp_path, request.param)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(locale="fi-FI", permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


def test_found_among_others_pasted_grown_old_and_mended(context: BrowserContext, desk: Desk) -> None:
    desk.publish()
    with serving(desk.site, is_open=True) as site, serving(desk.cms) as cms:
        workbench = context.new_page()
        workbench.goto(f"{site}/blocks/")
        workbench.get_by_label("Kirjoita kirjaimia").press_sequentially("zü")
        expect(workbench.locator(".finder-status")).to_have_text("1 lohko")
        workbench.keyboard.press("Enter")
        workbench.keyboard.press("Enter")
        workbench.get_by_label("Otsikon taso").select_option("3")
        workbench.get_by_role("button", name="Kopioi muotoiltuna").press("Enter")
        expect(workbench.locator(".block-status").first).to_contain_text("Kopioitu")

        page = opened(context, f"{cms}/node/7/edit", OWN)
        page.get_by_text("Uutisia:").click()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        page.keyboard.press("ControlOrMeta+v")
        desk.save(page)
        assert '<h3 id="kaiku-sveitsi-fi"' in page.evaluate("editor.getData()")
        placed = f'sveitsi: [{{url: "{cms}/hankkeet.html", lang: fi}}]\n'
        write(desk.content, {"placements.yaml": placed})
        assert desk.scan() == ["current"]

        write(desk.content, {"news/sveitsi.fi.md": SOUGHT.replace("kolme kirjastoa", "neljä kirjastoa")})
        desk.publish()
        workbench.goto(f"{site}/blocks/")
        place = workbench.locator(".place-page")
        expect(place).to_have_count(1)
        expect(place).to_contain_text("Vanhentunut.")
        edit = place.get_by_role("link", name="Muokkaa sivua").get_attribute("href")
        assert edit == f"{cms}/node/7/edit"
        bookmark = unquote(workbench.get_by_role("link", name="Päivitä lohkot").get_attribute("href") or "")

        page = opened(context, edit, page.evaluate("editor.getData()"))
        page.evaluate("script => { (0, eval)(script); }", bookmark.removeprefix("javascript:"))
        dialog = page.locator("kaiku-update dialog")
        expect(dialog.locator("article[data-state=stale]")).to_have_count(1)
        dialog.get_by_role("button", name="Päivitä valitut").press("Enter")
        expect(dialog.get_by_role("status").first).to_contain_text("Päivitetty: 1.")
        dialog.get_by_role("button", name="Sulje").press("Enter")
        saved = page.evaluate("editor.getData()")
        assert re.search('<h3 id="kaiku-sveitsi-fi".*neljä kirjastoa', saved, re.DOTALL)
        desk.save(page)
        assert desk.scan() == ["current"]

        desk.publish()
        workbench.goto(f"{site}/blocks/")
        expect(workbench.locator(".place-page")).to_have_count(0)
        assert workbench.get_by_text("Kaikki kunnossa").is_visible()
