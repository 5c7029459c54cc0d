"""Reading on a phone, with large text, with space between letters: the text comes soon, and nothing hides beside it."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import FLAGS, executable
from tests.whole.served import Site
from tests.whole.test_in_chromium import OPEN, OVERFLOWING

FIRST_SCREEN = 640
FIRST_SENTENCE = """() => {
    const text = document.querySelector('article .lead, article .text p')
    return text ? Math.round(text.getBoundingClientRect().top + scrollY) : null
}"""
SPACING = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets = [sheet]
}"""
CLIPPED = """() => [...document.querySelectorAll('main *, header *, footer *')]
    .filter(one => one.checkVisibility() && !one.closest('.unseen, .skip-link, svg, textarea'))
    .filter(one => one.childElementCount === 0
        && getComputedStyle(one).overflow === 'hidden' && one.scrollWidth > one.clientWidth + 1)
    .map(one => one.className)"""


def opened(browser: Browser, width: int, height: int = FIRST_SCREEN) -> Page:
    """Open a page as large as the screen of a device."""
    return browser.new_page(viewport={"width": width, "height": height})


def sideways(site: Site, page: Page, paths: list[str], change: str | None = None) -> list[Any]:
    """List pages that scroll sideways or cut text off, each with what is in the way."""
    found: list[tuple[str, Any]] = []
    width = page.evaluate("innerWidth")
    for path in paths:
        page.goto(site.url + path)
        page.evaluate(OPEN)
        if change:
            page.evaluate(change)
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.append((path, [needed, page.evaluate(OVERFLOWING)]))
        if clipped := page.evaluate(CLIPPED):
            found.append((path, clipped))
    return found


def late(site: Site, browser: Browser, paths: list[str]) -> list[tuple[str, int]]:
    """List the pages whose text begins below the first screen of a phone, each with where."""
    page = opened(browser, 320)
    found = []
    for path in paths:
        page.goto(site.url + path)
        top = page.evaluate(FIRST_SENTENCE)
        if top is not None and top > FIRST_SCREEN - 30:
            found.append((path, top))
    page.close()
    return found


def articles(site: Site) -> list[str]:
    """The pages with a text of their own, those with the longest head first: title, facts and topics."""
    heads = {path: site.file(path).read_text("utf-8").partition("<article")[2] for path in site.readable}
    return sorted(filter(heads.get, heads), key=lambda path: heads[path].find('class="text'), reverse=True)


def test_an_article_begins_within_the_first_screen_of_a_phone(site: Site, browser: Browser) -> None:
    """The first sentence stands within 640 px at 320 px, however long the title, the menu and the list of topics."""
    assert late(site, browser, articles(site)[:20]) == []


@pytest.mark.long
def test_every_article_begins_within_the_first_screen_of_a_phone(site: Site, browser: Browser) -> None:
    assert late(site, browser, articles(site)) == []


@pytest.mark.parametrize(
    ("width", "height", "change"),
    [
        pytest.param(320, 256, None, id="zoomed to 400 %"),
        pytest.param(320, 640, SPACING, id="spaced as WCAG 1.4.12 says"),
        pytest.param(1280, 800, SPACING, id="spaced as WCAG 1.4.12 says on a desk"),
    ],
)
def test_nothing_scrolls_sideways(site: Site, browser: Browser, width: int, height: int, change: str | None) -> None:
    page = opened(browser, width, height)
    assert sideways(site, page, site.sample, change) == []
    page.close()


@pytest.mark.parametrize(("width", "height"), [(360, 640), (1280, 800)])
def test_nothing_scrolls_sideways_with_text_at_200_percent(
    site: Site, browser: Browser, width: int, height: int
) -> None:
    """As a reader sets it: the browser's own size, which media queries see too (WCAG 1.4.4)."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=executable(), args=flags)
    page = opened(large, width, height)
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert sideways(site, page, site.sample) == []
    large.close()
