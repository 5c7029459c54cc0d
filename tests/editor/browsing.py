"""A writer in a browser: the editor as `./kaiku edit` starts it, and what one does there."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.publishing.places import SITE
from tests.rich.originals import picture
from tests.sites import plain_site, warm, write

ROOT = Path(__file__).parents[2]
NOW = "2031-06-01"


def publishable(folder: Path) -> Path:
    """Write a site that publishes to the folder `www` beside its content; give the content folder."""
    return write(plain_site(folder / "content"), {"site.yaml": SITE + "publish: {folder: ../www}\n"})


@contextmanager
def editor(folder: Path, language: str = "fi", now: str = NOW) -> Iterator[str]:
    """Run `./kaiku edit` on `folder/content`; give the address of the editor."""
    places = ["--content", str(folder / "content"), "--cache", str(warm(folder / "cache")), "--port", "0"]
    line = [sys.executable, "-u", str(ROOT / "tasks.py"), "edit", *places, "--now", now, "--lang", language]
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        try:
            yield next(found[0] for one in process.stdout if (found := re.search(r"http\S+/admin/", one)))
        finally:
            os.killpg(process.pid, signal.SIGINT)


class Writer:
    """Somebody who writes: a page, and what it complained of."""

    def __init__(self, browser: Browser, address: str, width: int = 1280) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900}, locale="fi-FI")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.address = address
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        # The CMS asks whether a new text is there already, and the browser complains that it is not.
        self.page.on(
            "console",
            lambda one: self.complaints.append(one.text) if one.type == "error" and " 404 " not in one.text else None,
        )
        self.page.on("dialog", lambda dialog: dialog.accept())

    def open(self, place: str = "") -> None:
        """Open the editor, or one of its places."""
        self.page.goto(f"{self.address}{place}")
        there = self.page.locator("#nc-root header, #nc-root [id*=-field-]")
        expect(there.first).to_be_visible(timeout=30_000)

    def field(self, name: str, language: int = 0) -> Locator:
        """Return a field of the form in the first language or another."""
        return self.page.locator(f"[id^={name}-field-]").nth(language)

    def choose(self, name: str, option: str, language: int = 0) -> None:
        """Choose from a list."""
        self.field(name, language).click()
        self.page.get_by_role("option", name=option).first.click()

    def press(self, name: str, language: int = 0) -> None:
        """Press a button of a form in the first language or another."""
        self.page.get_by_role("button", name=name, exact=True).nth(language).click()

    def save(self) -> Locator:
        """Save, and return what is said of it when it has been judged."""
        findings = self.page.locator("#kaiku-findings")
        # What was said of an earlier save is not taken for what is said of this one.
        self.page.evaluate("document.getElementById('kaiku-findings')?.replaceChildren()")
        self.page.get_by_role("button", name="Tallenna", exact=True).click()
        self.page.get_by_role("menuitem", name="Tallenna", exact=True).click()
        expect(findings.get_by_role("status")).to_contain_text("Tallennettu", timeout=30_000)
        return findings

    def upload(self, folder: Path, name: str) -> None:
        """Put a picture into the list of pictures that is open, and choose it."""
        file = folder / name
        file.write_bytes(picture(name))
        self.page.locator("input[type=file]").last.set_input_files(file)
        self.page.get_by_role("button", name="Käytä valittua").click(timeout=15_000)
