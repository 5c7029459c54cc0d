"""The real site in a real browser: every page, narrow and wide, light and dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.real.conftest import RealSite

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_accessible_and_quiet(real_site: RealSite, chromium: Browser, width: int, scheme: Any) -> None:
    """Neither axe nor the console finds anything, nothing is asked of other hosts, no cookie is set."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    complaints: list[str] = []
    requests: set[str] = set()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.add(request.url))
    page.on("response", lambda answer: complaints.extend([answer.url] * (answer.status >= 400)))
    axe = Axe()
    faults = []
    for path in real_site.pages:
        page.goto(real_site.url + path)
        found = axe.run(page, options=RULES)
        if found.violations_count:
            faults.append(f"{path}: {found.generate_report()}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults.append(f"{path}: wider than the screen")
    assert faults == []
    assert complaints == []
    assert {url for url in requests if not url.startswith(real_site.url)} == set()
    assert context.cookies() == []
    context.close()


def test_switcher_leads_there_and_back(real_site: RealSite, chromium: Browser) -> None:
    """A reader changes the language of a page and comes back to the same page, by keyboard alone."""
    page = chromium.new_page()
    page.goto(real_site.url + "hankkeet/tekoalyosaaminen/")
    page.locator("a[hreflang=sv]:visible").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/projekt/**")
    assert page.locator("html").get_attribute("lang") == "sv"
    page.locator("a[hreflang=fi]:visible").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/hankkeet/hankkeet/tekoalyosaaminen/")
    page.close()


def test_without_scripts_everything_reads(real_site: RealSite, chromium: Browser) -> None:
    """Pages work with scripts turned off."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(real_site.url)
    page.get_by_role("link", name="Kirjastojen tekoälyhanke on alkanut").first.click()
    assert page.locator("h1").inner_text() == "Kirjastojen tekoälyhanke on alkanut"
    context.close()


@pytest.mark.parametrize(("path", "word"), [("tilaa/", "Kopioi osoite"), ("sv/prenumerera/", "Kopiera adressen")])
def test_addresses_of_feeds_are_copied(real_site: RealSite, chromium: Browser, path: str, word: str) -> None:
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(real_site.url + path)
    buttons = page.get_by_role("button", name=word)
    addresses = page.locator(".feed-address").all_inner_texts()
    assert buttons.count() == len(addresses) == 7
    for place, address in enumerate(addresses):
        buttons.nth(place).click()
        page.locator(".feed-status:not(:empty)").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == address
        assert page.request.get(address).ok
    assert page.locator(".feed-status:not(:empty)").count() == 1
    context.close()


def test_an_address_can_be_selected_where_nothing_copies_it(real_site: RealSite, chromium: Browser) -> None:
    for scripts in (True, False):
        context = chromium.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{real_site.url}tilaa/")
        if scripts:  # a page that may not use the clipboard
            page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
            page.get_by_role("button", name="Kopioi osoite: Uutiset").click()
            page.get_by_text("Osoite on valittu").wait_for()
            assert page.evaluate("String(getSelection())") == f"{real_site.url}uutiset/feed.rss"
        else:
            assert page.get_by_role("button", name="Kopioi osoite").count() == 0
            assert page.get_by_text(f"{real_site.url}uutiset/feed.rss").is_visible()
        context.close()
