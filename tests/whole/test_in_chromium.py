"""Whole sites in a real browser: accessible in every width and scheme, quiet, light, and the same without scripts."""

from collections.abc import Iterable
from functools import partial

import pytest
from playwright.sync_api import Browser, Response, expect

from plugins.core.markup.pictures import COLUMN, SIZES
from tests.accessibility import OPEN, View, violations_in
from tests.whole.served import Site

WIDTHS = (320, 768, 1280)
TURNS: tuple[tuple[View, View], ...] = (
    ((320, "light"), (768, "dark")),
    ((1280, "light"), (320, "dark")),
    ((768, "light"), (1280, "dark")),
)
"""The six views, in pairs of two widths and both schemes."""
WEIGHT = 60 * 1024
REQUESTS = 8


def faults(browser: Browser, visits: Iterable[tuple[Site, str, Iterable[View]]]) -> list[str]:
    """Let axe read pages in views; list what it, the console and the network complain of."""
    context = browser.new_context()
    page = context.new_page()
    found: list[str] = []
    sent: list[str] = []
    page.on("console", lambda message: found.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    page.on("response", lambda answer: found.extend([answer.url] * (answer.status >= 400)))
    page.on("request", lambda request: sent.append(request.url))
    for site, path, views in visits:
        sent.clear()
        page.goto(site.served + path)
        page.evaluate(OPEN)
        found += violations_in(page, views)
        found += [url for url in sent if not url.startswith(site.served)]
    found += [f"cookie: {cookie}" for cookie in context.cookies()]
    context.close()
    return found


def test_the_sample_is_accessible_and_quiet(pages: list[tuple[Site, str]], browser: Browser) -> None:
    """Neither axe nor the console finds anything, nothing is asked of other hosts, no cookie is set.

    Every page is read in two widths and both schemes, the pages together in all six views.
    """
    visits = [(site, path, TURNS[place % len(TURNS)]) for place, (site, path) in enumerate(pages)]
    assert faults(browser, visits) == []


@pytest.mark.long
@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_and_quiet(site: Site, browser: Browser, width: int) -> None:
    assert faults(browser, [(site, path, ((width, "light"), (width, "dark"))) for path in site.readable]) == []


def _noted(answers: dict[str, Response], answer: Response) -> None:
    answers[answer.url] = answer


def test_a_page_is_light(pages: list[tuple[Site, str]], sites: list[Site], browser: Browser) -> None:
    """At most 60 kB and 8 requests, pictures aside, at the first visit; the gallery of blocks is a tool of staff."""
    heaviest = [(site, max(_of_readers(site), key=lambda path: site.file(path).stat().st_size)) for site in sites]
    context = browser.new_context(viewport={"width": 360, "height": 640})
    page = context.new_page()
    forgetful = context.new_cdp_session(page)
    answers: dict[str, Response] = {}
    page.on("response", partial(_noted, answers))
    heavy = []
    for site, path in [*(one for one in pages if one[1] in _of_readers(one[0])), *heaviest]:
        page.goto("about:blank")
        forgetful.send("Network.clearBrowserCache")
        answers.clear()
        page.goto(site.served + path)
        page.evaluate("document.fonts.ready.then(() => 0)")
        counted = [one for one in answers.values() if not one.headers["content-type"].startswith("image/")]
        weight = sum(int(one.headers.get("content-length", 0)) for one in counted)
        assert weight > 30 * 1024, "nothing is left from the visit before"
        if weight > WEIGHT or len(counted) > REQUESTS:
            heavy.append((path, weight, [one.url.rpartition("/")[2] for one in counted]))
    context.close()
    assert heavy == []


def _of_readers(site: Site) -> list[str]:
    return [path for path in site.readable if "blocks/" not in path]


def test_switcher_leads_there_and_back(real_site: Site, browser: Browser) -> None:
    """A reader changes the language of a page and comes back to the same page, by keyboard alone."""
    page = browser.new_page()
    page.goto(real_site.served + "hankkeet/tekoalyosaaminen/")
    page.locator("a[hreflang=sv]:visible").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sv/projekt/**")
    assert page.locator("html").get_attribute("lang") == "sv"
    page.locator("a[hreflang=fi]:visible").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/hankkeet/hankkeet/tekoalyosaaminen/")
    page.close()


def test_without_scripts_everything_reads(sites: list[Site], browser: Browser) -> None:
    """Pages work with scripts turned off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for site in sites:
        page.goto(site.served)
        link = page.locator("main a[href*='uutiset/']").first
        title = link.inner_text()
        link.click()
        assert page.locator("h1").inner_text() == title
    context.close()


@pytest.mark.parametrize(("path", "word"), [("tilaa/", "Kopioi osoite"), ("sv/prenumerera/", "Kopiera adressen")])
def test_addresses_of_feeds_are_copied(real_site: Site, browser: Browser, path: str, word: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(real_site.served + path)
    buttons = page.get_by_role("button", name=word)
    addresses = page.locator(".feed-address").all_inner_texts()
    assert buttons.count() == len(addresses) == 7
    for place, address in enumerate(addresses):
        buttons.nth(place).click()
        page.locator(".feed-status:not(:empty)").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == address
        assert page.request.get(address.replace(real_site.url, real_site.served)).ok
    assert page.locator(".feed-status:not(:empty)").count() == 1
    context.close()


def test_an_address_can_be_selected_where_nothing_copies_it(real_site: Site, browser: Browser) -> None:
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(f"{real_site.served}tilaa/")
        if scripts:  # a page that may not use the clipboard
            page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
            page.get_by_role("button", name="Kopioi osoite: Uutiset").click()
            page.get_by_text("Osoite on valittu").wait_for()
            assert page.evaluate("String(getSelection())") == f"{real_site.url}uutiset/feed.rss"
        else:
            assert page.get_by_role("button", name="Kopioi osoite").count() == 0
            assert page.get_by_text(f"{real_site.url}uutiset/feed.rss").is_visible()
        context.close()


SHOWN = """sizes => {
    const figure = document.createElement("figure");
    figure.className = "picture";
    document.querySelector(".text").append(figure);
    const [rule] = sizes.split(",").map(one => one.trim())
        .filter(one => !one.startsWith("(") || matchMedia(one.replace(/ [^ ]+$/, "")).matches);
    const probe = document.createElement("div");
    probe.style.width = rule.replace(/^.*\\) /, "");
    document.body.append(probe);
    return [figure, probe].map(one => one.getBoundingClientRect().width);
}"""


def test_sizes_of_pictures_are_those_of_the_layout(real_site: Site, browser: Browser) -> None:
    """A browser chooses a picture's file by what `sizes` says, before it knows the layout."""
    page = browser.new_page()
    path = next(one for one in real_site.readable if one.startswith("uutiset/") and one.count("/") == 2)
    for width in (320, 412, 600, 768, 830, 960, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(real_site.served + path)
        shown, said = page.evaluate(SHOWN, SIZES)
        assert said == pytest.approx(shown, rel=0.07), width
        assert shown <= COLUMN
    page.close()


def test_the_finder_of_blocks(real_site: Site, browser: Browser) -> None:
    """By keyboard, as one writes; Enter leads to the first find. Without scripts there is the list alone."""
    page = browser.new_page()
    page.goto(f"{real_site.served}blocks/")
    everything = page.locator(".block-line:visible").count()
    field = page.get_by_role("search").get_by_label("Kirjoita kirjaimia")
    field.press_sequentially("DI")
    expect(page.locator(".finder-status")).to_contain_text("lohkoa")
    left = page.locator(".block-line:visible")
    assert 0 < left.count() < everything
    assert left.first.locator("a").first.inner_text().startswith("Digi")
    field.fill("digi xyz")
    expect(page.locator(".finder-status")).to_contain_text("ei löytynyt")
    assert page.locator(".block-line:visible").count() == 0
    field.fill("")
    expect(page.locator(".block-line:visible")).to_have_count(everything)
    field.fill("tidningar")  # a word of the Swedish title
    expect(page.locator(".finder-results a").first).to_be_visible()
    field.press("Enter")
    assert page.evaluate("document.activeElement.closest('.finder-results') !== null")
    page.keyboard.press("Enter")
    expect(page.locator(".block-preview")).to_be_visible()
    page.go_back()
    expect(page.locator(".finder-results a").first).to_be_visible()
    page.close()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{real_site.served}blocks/")
    assert page.locator(".finder-form:visible").count() == 0
    assert page.locator(".block-line:visible").count() == everything
    context.close()
