"""The search page in a real browser, below a sub-path: inflected words, filters, keyboard, announcements, quiet."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.engine import command
from tests.accessibility import violations_in
from tests.search.search_sites import content, served
from tests.sites import options

PAGES = {"fi": "haku/", "sv": "sv/sok/"}
FOUND = {
    "fi": {
        "Juttu 0": ("kirjastossa", "kirjastoista", "kirjastojen", "kirjastoon", "KIRJASTOLLE"),
        "Juttu 1": ("kyselyyn", "kyselystä", "kyselyn", "kyselyjä", "kysely"),
        "Juttu 2": ("koulutuksessa", "koulutuksen", "koulutuksiin", "koulutusta", "koulutuksista"),
        "Juttu 3": ("tekoälyn", "tekoälyä", "tekoälystä", "tekoälyllä", "tekoälyyn"),
        "Juttu 4": ("asiakkaita", "asiakkaalle", "asiakas", "asiakkaan", "asiakkaiden"),
        "Juttu 5": ("paikallislehti", "paikallislehtiä", "paikallislehdet", "paikallislehdessä", "paikallislehtien"),
        "Juttu 6": ("osaamisen", "osaamista", "osaamiseen", "osaaminen", "osaamisessa"),
        "Juttu 7": ("kaupungin", "kaupungissa", "kaupunkia", "kaupungille", "kaupunki"),
        "Juttu 8": ("mahdollisuus", "mahdollisuuden", "mahdollisuutta", "mahdollisuuksien", "mahdollisuudet"),
        "Juttu 9": ("koulutus", "lehti", "koulutukseen", "sanomalehden", "henkilöstökoulutus"),
    },
    "sv": {
        "Nyhet 0": ("biblioteken", "biblioteket", "bibliotekets", "bibliotekens", "Bibliotek"),
        "Nyhet 1": ("enkäten", "enkäter", "enkäterna", "enkätens", "enkät"),
        "Nyhet 2": ("utbildningen", "utbildningar", "utbildningarna", "utbildningens", "utbildningarnas"),
        "Nyhet 3": ("tidningen", "tidningar", "tidningarna", "tidningarnas", "tidningens"),
        "Nyhet 4": ("kunden", "kunder", "kunderna", "kundernas", "kund"),
        "Nyhet 5": ("bibliotek", "biblioteket", "folkbibliotek", "biblioteken", "bibliotekens"),
    },
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("search")
    content(folder / "content")
    assert command.build(options(folder)) == 0
    with served(folder / "output") as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """Open a page that may complain of nothing and ask nobody else."""
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: complaints.extend([answer.url] * (answer.status >= 400)))
    page.on("request", lambda asked: complaints.extend([asked.url] * (not asked.url.startswith(address))))
    yield page
    page.close()
    assert complaints == []


def titles(page: Page) -> list[str]:
    return [one.inner_text() for one in page.locator(".search-title").all()]


def status(page: Page) -> str:
    page.locator(".search-status:not(:empty)").wait_for()
    return page.locator(".search-status").inner_text()


@pytest.mark.parametrize("language", PAGES)
def test_inflected_words_find(page: Page, address: str, language: str) -> None:
    page.goto(address + PAGES[language])
    field = page.get_by_role("searchbox")
    missed = []
    # One form of each word after another: a document is never among the results of the question before.
    for forms in zip(*FOUND[language].values(), strict=True):
        for title, form in zip(FOUND[language], forms, strict=True):
            field.fill(form)
            field.press("Enter")
            try:
                expect(page.get_by_role("link", name=title, exact=True)).to_be_visible(timeout=3000)
            except AssertionError:
                missed.append((form, titles(page)))
    assert missed == []


def test_a_letter_with_dots_is_a_letter_of_its_own(page: Page, address: str) -> None:
    """A meeting (möte) comes before what leads towards (mot) something; asked for without dots, both are found."""
    page.goto(f"{address}{PAGES['sv']}?q={quote('möte')}")
    page.get_by_role("link", name="Träffen", exact=True).wait_for()
    assert titles(page)[0] == "Träffen"
    page.goto(f"{address}{PAGES['sv']}?q=mote")
    page.get_by_role("link", name="Träffen", exact=True).wait_for()
    assert titles(page)[0] == "Vägen mot målet"


def test_typing_finds_and_announces(page: Page, address: str) -> None:
    page.goto(address + "haku/")
    expect(page.get_by_role("status")).to_have_text("")
    page.get_by_role("searchbox").press_sequentially("kirjastossa")
    expect(page.get_by_role("status")).to_have_text("2 osumaa")
    assert page.url.endswith("haku/?q=kirjastossa")
    result = page.locator(".search-result").filter(has=page.get_by_role("link", name="Juttu 0"))
    expect(result.locator("mark")).to_have_text("Kirjasto")
    expect(result.locator(".search-marks")).to_have_text("Uutinen · Koe · 14.5.2031")
    page.get_by_role("searchbox").fill("xyzzy")
    expect(page.get_by_role("status")).to_have_text("Osumia ei löytynyt. Kokeile toista sanaa tai vähennä rajauksia.")
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_have_text("")
    assert titles(page) == []
    assert page.url.endswith("haku/")


def test_filters_narrow_and_stay_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "haku/?q=kirjasto")
    assert status(page) == "2 osumaa"
    page.get_by_label("Vuosi", exact=True).select_option("2029")
    expect(page.locator(".search-title")).to_have_text(["Vanha juttu"])
    page.reload()
    assert status(page) == "1 osuma"
    assert page.get_by_label("Vuosi", exact=True).input_value() == "2029"
    page.get_by_label("Vuosi", exact=True).select_option("")
    page.get_by_label("Hanke", exact=True).select_option(label="Koe")
    expect(page.get_by_role("status")).to_have_text("1 osuma")
    expect(page.locator(".search-title")).to_have_text(["Juttu 0"])
    page.get_by_role("searchbox").fill("")
    page.get_by_label("Hanke", exact=True).select_option(label="Toinen")
    page.get_by_label("Sisältötyyppi").select_option(label="Kokoukset")
    expect(page.get_by_role("status")).to_have_text("1 osuma")
    assert titles(page) == ["Kokouksen muistio"]
    # The day of the meeting; whether these are notes or minutes its page says.
    expect(page.locator(".search-marks")).to_have_text("Kokous · Toinen · 14.5.2031")


def test_everything_works_by_keyboard(page: Page, address: str) -> None:
    """From any page: the field in the masthead leads to the results, and those to the document."""
    page.goto(address + "uutiset/juttu-0/")
    page.get_by_role("searchbox", name="Hae sivustolta").focus()
    page.keyboard.type("merkillinen tekoälystä")
    page.keyboard.press("Enter")
    page.wait_for_url("**/koe/haku/?q=*")
    page.get_by_role("searchbox").fill("tekoälystä")
    page.keyboard.press("Enter")
    expect(page.locator(".search-title")).to_have_count(1)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.closest('.search-title') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/koe/uutiset/juttu-3/")


def test_more_results_come_where_the_reader_is(page: Page, address: str) -> None:
    page.goto(address + "haku/?type=news")
    assert status(page) == "12 osumaa"
    assert len(titles(page)) == 10
    page.get_by_role("button", name="Näytä lisää osumia").press("Enter")
    expect(page.locator(".search-title")).to_have_count(12)
    assert page.evaluate("() => document.activeElement.textContent") == titles(page)[10]
    expect(page.get_by_role("button", name="Näytä lisää osumia")).to_be_hidden()


def test_marks_of_html_are_text(page: Page, address: str) -> None:
    page.goto(address + "haku/?q=erikoislaatuista")
    assert status(page) == "1 osuma"
    assert titles(page) == ["Merkkejä <b> & muita"]
    assert "<script>alert(1)</script> ja R&D & muuta" in page.locator(".search-excerpt").inner_text()
    place = page.locator(".search-places a")
    assert place.inner_text() == "Toinen osio"
    place.click()
    page.wait_for_url("**/koe/uutiset/merkkeja-b-muita/#toinen-osio")


def test_people_of_a_meeting_are_found(page: Page, address: str) -> None:
    page.goto(address + "haku/?q=mallikas")
    assert status(page) == "1 osuma"
    assert titles(page) == ["Kokouksen muistio"]


def test_drafts_and_what_surrounds_pages_are_not_found(page: Page, address: str) -> None:
    for words in ("Salamyhkäinen", "etusivu", "hyppää", "suomenkieliset"):
        page.goto(f"{address}haku/?q={quote(words)}")
        assert status(page).startswith("Osumia ei löytynyt"), words


def test_any_question_is_answered(page: Page, address: str) -> None:
    for words in ("%", "a" * 5000, "\u0000", "<script>", "]]>", "'\"", "🎉", "kirjasto " * 40):
        page.goto(f"{address}haku/?q={quote(words)}&type=unknown&project=%00")
        assert status(page).startswith("2 " if "kirjasto" in words else "Osumia ei löytynyt"), words
        assert page.get_by_label("Sisältötyyppi").input_value() == ""


def test_the_index_that_cannot_be_loaded_is_told(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.route("**/pagefind.js", lambda route: route.abort())
    page.goto(address + "sv/sok/?q=bibliotek")
    assert status(page).startswith("Sökningen fungerar inte just nu")
    page.close()


def test_without_scripts_the_page_leads_to_everything(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "haku/?q=kirjasto")
    expect(page.get_by_text("Haku tarvitsee JavaScriptin")).to_be_visible()
    expect(page.locator(".search-filters")).to_be_hidden()
    page.get_by_role("navigation", name="Vuosittain").get_by_role("link", name="2029").click()
    expect(page.locator("main")).to_contain_text("Vanha juttu")
    context.close()


def test_results_are_accessible(page: Page, address: str) -> None:
    page.goto(address + "haku/?q=kirjastossa")
    status(page)
    assert violations_in(page, ((320, "light"), (320, "dark"))) == []


def test_the_language_of_the_other_search_is_named_in_itself(page: Page, address: str) -> None:
    page.goto(address + "haku/")
    page.get_by_role("link", name="Sök på svenska").click()
    page.wait_for_url("**/koe/sv/sok/")
    expect(page.locator("main")).to_contain_text("Sökningen hittar texter på svenska.")
