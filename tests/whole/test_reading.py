"""Reading on a phone, with large text, with space between letters: the text comes soon, and nothing hides beside it."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.accessibility import OPEN, OVERFLOWING
from tests.chromium import FLAGS, executable
from tests.whole.served import Site

FIRST_SCREEN = 640
FIRST_SENTENCE = """() => {
    const text = document.querySelector('article .lead, article .text p')
    return text ? Math.round(text.getBoundingClientRect().top + scrollY) : null
}"""
UNCHANGED = "() => {}"
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


def sideways(page: Page, pages: list[tuple[Site, str]], views: tuple[tuple[int, int, str], ...]) -> list[Any]:
    """List pages that scroll sideways or cut text off in a view, each with what is in the way."""
    found: list[tuple[str, int, Any]] = []
    for site, path in pages:
        page.goto(site.served + path)
        page.evaluate(OPEN)
        for width, height, change in views:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate(change)
            if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
                found.append((path, width, [needed, page.evaluate(OVERFLOWING)]))
            if clipped := page.evaluate(CLIPPED):
                found.append((path, width, clipped))
    return found


def late(browser: Browser, pages: list[tuple[Site, str]]) -> list[tuple[str, int]]:
    """List the pages whose text begins below the first screen of a phone, each with where."""
    page = browser.new_page(viewport={"width": 320, "height": FIRST_SCREEN})
    found = []
    for site, path in pages:
        page.goto(site.served + path)
        top = page.evaluate(FIRST_SENTENCE)
        if top is not None and top > FIRST_SCREEN - 30:
            found.append((path, top))
    page.close()
    return found


def articles(sites: list[Site]) -> list[tuple[Site, str]]:
    """The pages with a text of their own, those with the longest head first: title, facts and topics."""
    pages = [(site, path) for site in sites for path in site.readable]
    heads = {(site, path): site.file(path).read_text("utf-8").partition("<article")[2] for site, path in pages}
    return sorted(filter(heads.get, heads), key=lambda page: heads[page].find('class="text'), reverse=True)


def test_an_article_begins_within_the_first_screen_of_a_phone(sites: list[Site], browser: Browser) -> None:
    """The first sentence stands within 640 px at 320 px, however long the title, the menu and the list of topics."""
    assert late(browser, articles(sites)[:20]) == []


@pytest.mark.long
def test_every_article_begins_within_the_first_screen_of_a_phone(sites: list[Site], browser: Browser) -> None:
    assert late(browser, articles(sites)) == []


def test_nothing_scrolls_sideways(pages: list[tuple[Site, str]], browser: Browser) -> None:
    """Zoomed to 400 %, and spaced as WCAG 1.4.12 says on a phone and on a desk."""
    page = browser.new_page()
    assert sideways(page, pages, ((320, 256, UNCHANGED), (320, 640, SPACING), (1280, 800, SPACING))) == []
    page.close()


def test_nothing_scrolls_sideways_with_text_at_200_percent(pages: list[tuple[Site, str]], browser: Browser) -> None:
    """As a reader sets it: the browser's own size, which media queries see too (WCAG 1.4.4)."""
    flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=executable(), args=flags)
    page = large.new_page()
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    assert sideways(page, pages, ((360, 640, UNCHANGED), (1280, 800, UNCHANGED))) == []
    large.close()
