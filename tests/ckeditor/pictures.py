"""The pictures of the guide for editors of the CMS, of a made-up site: `python -m tests.ckeditor.pictures`."""

import io
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from PIL import Image
from playwright.sync_api import BrowserContext, ViewportSize, sync_playwright

from plugins.engine import command
from tests.chromium import FLAGS, executable
from tests.ckeditor.servers import opened, serving
from tests.publishing.places import SITE
from tests.sites import news, options, plain_site, write

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WINDOW, EDITOR = ViewportSize(width=1000, height=720), ViewportSize(width=1000, height=520)
COLOURS = 64
TITLES = {
    "fi": (
        "Kysely lähtee kirjastoihin",
        "Kolme kirjastoa pilotissa",
        "Koulutus alkaa syksyllä",
        "Työpaja pidetään Oulussa",
    ),
    "sv": (
        "Enkäten går ut till biblioteken",
        "Tre bibliotek i piloten",
        "Utbildningen börjar i höst",
        "Verkstad i Uleåborg",
    ),
}
TEXTS = {
    "fi": (
        "Kysely on auki 14.–30.6.\n\n## Kuka vastaa\n\n- jokainen kirjasto\n- yhdessä tai erikseen\n",
        "30.6.",
        "15.8.",
    ),
    "sv": (
        "Enkäten är öppen 14–30.6.\n\n## Vem svarar\n\n- varje bibliotek\n- tillsammans eller var för sig\n",
        "30.6.",
        "15.8.",
    ),
}
OWN = {
    "fi": (
        "<h2>Hankkeen uutiset</h2><p>Sivun omaa tekstiä ennen lohkoa.</p>",
        "<p>Sivun omaa tekstiä lohkon jälkeen.</p>",
    ),
    "sv": ("<h2>Nytt om projektet</h2><p>Sidans egen text före blocket.</p>", "<p>Sidans egen text efter blocket.</p>"),
}
SEARCHED = {"fi": "ky", "sv": "en"}
PLACED = "kysely:\n" + "".join(
    f'  - {{url: "https://www.example.org/{language}/hanke", lang: {language}}}\n' for language in TITLES
)


def main() -> None:
    """Build the site twice, with a changed text in between, and keep what an editor sees."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        folder = Path(place)
        _write(folder, changed=False)
        _release(folder, 1)
        before = {
            code: (folder / "release-1/blocks/kysely" / f"{code}.basic.html").read_text("utf-8") for code in TITLES
        }
        _write(folder, changed=True)
        _release(folder, 2)
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        with serving(folder / "release-2", is_open=True) as site, serving(folder / "content") as cms:
            for language in TITLES:
                context = browser.new_context(
                    viewport=WINDOW, locale=language, permissions=["clipboard-read", "clipboard-write"]
                )
                for name, data in _seen(context, site, cms, language, before[language]):
                    small = Image.open(io.BytesIO(data)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
                    small.save(FOLDER / f"{name}-{language}.png", optimize=True)
                context.close()
        browser.close()


def _write(folder: Path, *, changed: bool) -> None:
    content = plain_site(folder / "content")
    items = {}
    for language, titles in TITLES.items():
        text, old, new = TEXTS[language]
        for number, title in enumerate(titles):
            body = (text.replace(old, new) if changed else text) if number == 0 else "Teksti."
            name = "kysely" if number == 0 else f"juttu-{number}"
            items[f"news/{name}.{language}.md"] = news(title, body, date=f"2031-05-{14 - number}")
    lean = "cards: false\nsearch: false\n"
    name = SITE.replace("{fi: Koesivusto, sv: Provplats}", "{fi: Hankkeet, sv: Projekten}")
    write(content, {**items, "site.yaml": f"{name}{lean}", "placements.yaml": PLACED})


def _release(folder: Path, number: int) -> None:
    before = folder / f"release-{number - 1}" / "ledger.json" if number > 1 else None
    place = folder / f"release-{number}"
    if command.release(options(folder, now=f"2031-06-0{number}T12:00"), place, before):
        raise SystemExit(1)


def _seen(context: BrowserContext, site: str, cms: str, language: str, before: str) -> Iterator[tuple[str, bytes]]:
    """Do what the guide tells, and look."""
    front = f"{site}/blocks/" if language == "fi" else f"{site}/{language}/blocks/"
    page = context.new_page()
    page.goto(front)
    page.locator("#_find").scroll_into_view_if_needed()
    page.locator("input[type=search][id=_finder]").press_sequentially(SEARCHED[language])
    page.locator(".finder-results a").first.wait_for()
    yield "blocks-find", page.screenshot()
    page.goto(f"{front}kysely/")
    page.locator("[data-copy=rich]").first.click()
    page.wait_for_function("document.querySelector('.block-body > .block-copy > [role=status]').textContent")
    yield "blocks-copy", page.screenshot()
    bookmark = context.new_page()
    bookmark.goto(front)
    bookmark.wait_for_selector(".update-bookmark[href]")
    script = unquote(bookmark.locator(".update-bookmark").get_attribute("href") or "").removeprefix("javascript:")
    bookmark.close()
    start, end = OWN[language]
    fresh = re.sub(r"\s*\n\s*", "", (page.request.get(f"{site}/blocks/kysely/{language}.basic.html").text()))
    page.close()
    editor = opened(context, f"{cms}/editor.html", start + fresh + end)
    editor.set_viewport_size(EDITOR)
    editor.evaluate("language => { document.documentElement.lang = language; }", language)
    yield "blocks-paste", editor.screenshot()
    editor.evaluate("data => editor.setData(data)", start + before + end)
    editor.evaluate("script => { (0, eval)(script); }", script)
    editor.locator("kaiku-update dialog article summary").first.click()
    yield "blocks-update", editor.screenshot()


if __name__ == "__main__":
    main()
