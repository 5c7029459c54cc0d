"""The pictures of the guide to the editor, made of the real thing: `python -m bench.editor_pictures`."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from bench.pictures import keep
from plugins.console.arguments import ROOT
from tests.chromium import FLAGS, executable
from tests.editor.browsing import Writer, editor

PLACE = "#/collections/news/entries/2026-02-16-kopiosto"
SAVED = {"fi": "Tallenna", "sv": "Spara"}
SHOWN = {"fi": "Esikatselu", "sv": "Förhandsvisning"}


def main() -> None:
    """Run the editor on a copy of the content, in each language, and keep what was seen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for language in ("fi", "sv"):
            with tempfile.TemporaryDirectory() as place:
                shutil.copytree(ROOT / "content", Path(place) / "content")
                with editor(Path(place), language, "2026-02-20") as address:
                    look(browser, address, language)


def look(browser: Browser, address: str, language: str) -> None:
    """Take the pictures of one language."""
    writer = Writer(browser, address)
    page = writer.page
    writer.open(PLACE)
    page.wait_for_timeout(500)
    keep(f"editor-form-{language}", page.screenshot())
    page.get_by_title(SHOWN[language], exact=True).click()
    shown = page.frame_locator("#preview-pane").frame_locator("iframe")
    expect(shown.locator("h1")).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)
    keep(f"editor-preview-{language}", page.screenshot())
    writer.field("body").fill("Lehdet valittiin.\n\n![](../images/lehdet.jpg)\n")
    page.get_by_role("button", name=SAVED[language], exact=True).click()
    page.get_by_role("menuitem", name=SAVED[language], exact=True).click()
    expect(page.locator("#kaiku-findings li").first).to_be_visible(timeout=30_000)
    page.locator("#kaiku-findings li").first.get_by_role("button").click()
    page.wait_for_timeout(800)
    keep(f"editor-remark-{language}", page.screenshot())


if __name__ == "__main__":
    main()
