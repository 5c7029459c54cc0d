"""Pages on paper: every sheet says what it is of and where that is, none is empty, no address of a file is printed."""

import io
import re

from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.whole.served import Site


def sheets(site: Site, browser: Browser, path: str) -> tuple[str, str, list[tuple[str, int]]]:
    """Print a page: its title, its address, and of each sheet the text and the number of pictures."""
    page = browser.new_page()
    page.goto(site.url + path)
    title, address = page.title(), page.locator("link[rel=canonical]").get_attribute("href")
    printed = PdfReader(io.BytesIO(page.pdf())).pages
    found = [(" ".join(one.extract_text().split()), len(one.images)) for one in printed]
    page.close()
    assert address
    return title, address, found


def squeezed(text: str) -> str:
    """Leave out what depends on where lines break, and write the ligatures of a font as their letters."""
    return re.sub(r"[\s\-\u00ad\u2011]", "", text.replace("\ufb01", "fi").replace("\ufb02", "fl"))


def test_every_sheet_says_what_it_is_of(site: Site, browser: Browser) -> None:
    for path in [one for one in site.sample if re.match(r"(sv/)?(kokoukset|moten|uutiset|pilotit)/\w", one)]:
        title, address, found = sheets(site, browser, path)
        for number, (text, pictures) in enumerate(found, start=1):
            said = squeezed(text)
            assert squeezed(title) in said, (path, number)
            assert squeezed(address) in said, (path, number)
            assert f"{number}/{len(found)}" in said, (path, number)
            rest = len(said) - len(squeezed(title + address))
            assert rest > 60 or pictures, f"{path}: sheet {number} of {len(found)} is empty"


def test_addresses_of_files_stay_off_the_paper(site: Site, browser: Browser) -> None:
    for path in site.sample:
        if ".pdf" in site.file(path).read_text("utf-8") and "blocks/" not in path:
            assert ".pdf" not in "".join(text for text, _ in sheets(site, browser, path)[2]), path
