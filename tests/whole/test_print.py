"""Pages on paper: every sheet says what it is of and where that is, none is empty, no address of a file is printed."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.whole.served import Site


class Printed(NamedTuple):
    """A page on paper: its title, its address, and of each sheet the text and the number of pictures."""

    path: str
    title: str
    address: str
    sheets: list[tuple[str, int]]


@pytest.fixture(scope="module")
def printed(pages: list[tuple[Site, str]], browser: Browser) -> Iterator[list[Printed]]:
    """Every article of the sample, and every page of it that leads to a file."""
    page = browser.new_page()
    yield [_printed(page, site, path) for site, path in pages if is_article(path) or leads_to_a_file(site, path)]
    page.close()


def is_article(path: str) -> bool:
    return re.match(r"(sv/)?(kokoukset|moten|uutiset|pilotit)/\w", path) is not None


def leads_to_a_file(site: Site, path: str) -> bool:
    return "blocks/" not in path and ".pdf" in site.file(path).read_text("utf-8")


def _printed(page: Page, site: Site, path: str) -> Printed:
    page.goto(site.served + path)
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert address
    sheets = PdfReader(io.BytesIO(page.pdf())).pages
    texts = [(" ".join(one.extract_text().split()), len(one.images)) for one in sheets]
    return Printed(path, page.title(), address, texts)


def squeezed(text: str) -> str:
    """Leave out what depends on where lines break, and write the ligatures of a font as their letters."""
    return re.sub(r"[\s\-\u00ad\u2011]", "", text.replace("\ufb01", "fi").replace("\ufb02", "fl"))


def test_every_sheet_says_what_it_is_of(printed: list[Printed]) -> None:
    articles = [one for one in printed if is_article(one.path)]
    assert len(articles) > 3
    for path, title, address, sheets in articles:
        for number, (text, pictures) in enumerate(sheets, start=1):
            said = squeezed(text)
            assert squeezed(title) in said, (path, number)
            assert squeezed(address) in said, (path, number)
            assert f"{number}/{len(sheets)}" in said, (path, number)
            rest = len(said) - len(squeezed(title + address))
            assert rest > 60 or pictures, f"{path}: sheet {number} of {len(sheets)} is empty"


def test_addresses_of_files_stay_off_the_paper(printed: list[Printed]) -> None:
    assert printed
    for path, _, _, sheets in printed:
        assert ".pdf" not in "".join(text for text, _ in sheets), path
