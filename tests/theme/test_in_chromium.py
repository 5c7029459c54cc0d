"""Every example page in a real browser: accessible in both schemes, whole on a phone, usable by keyboard, quiet."""

import io
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from plugins.theming.assets import assets
from tests.accessibility import OPEN, View, violations_in
from tests.theme.examples import pages
from tests.theme.site import NAMES, THEME, rendered

TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
PICTURE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path d="M0 0h16v9H0z"/></svg>'
VIEWS: tuple[View, ...] = ((320, "light"), (1280, "dark"), (1280, "light"), (320, "dark"))
"""Two pairs, of both widths and both schemes each."""
FRAGMENT = b"<h2>Lohko</h2>\n\n<p>Teksti.</p>\n"
"""What a block is copied from."""
SMALL_TARGETS = """() => [...document.querySelectorAll('a, summary')]
    .filter(one => one.checkVisibility() && !one.closest('p, li:not([role] > li), dd, .skip-link, .text'))
    .map(one => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text)"""


def address(language: str, name: str) -> str:
    """Give where an example stands: as deep as its view says that it is."""
    root: str = pages(language)[name].shell.root
    return "/" + "deep/" * root.count("../") + f"{language}-{name}.html"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    given = {"example.svg": PICTURE, "fragment.html": FRAGMENT}
    files = {f"/{asset.path}": asset.data for asset in assets(THEME)}
    files |= {address(language, name): rendered(language, name).encode() for language, name in NAMES}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = given.get(self.path.rpartition("/")[2]) or files.get(self.path)
            self.send_response(200 if data is not None else 404)
            suffix = "." + self.path.rpartition(".")[2]
            self.send_header("Content-Type", TYPES.get(suffix, "text/html; charset=utf-8"))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    yield made
    made.close()


def opened(context: BrowserContext, url: str, width: int = 1280) -> tuple[Page, list[str]]:
    """Open a page and collect everything that it complains of."""
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("response", lambda answer: complaints.extend([answer.url] * (answer.status >= 400)))
    page.goto(url)
    return page, complaints


@pytest.fixture(scope="module")
def window(server: str, context: BrowserContext) -> tuple[Page, list[str]]:
    """A page that goes from one example to the next, and what they complain of."""
    return opened(context, server + address("fi", "home"))


def hold_over(page: Page, complaints: list[str], url: str, views: tuple[View, ...]) -> None:
    """Look at an example in views."""
    page.goto("about:blank")  # what the example before still asked for is no fault of this one
    complaints.clear()
    page.goto(url)
    page.evaluate(OPEN)
    for view in views:
        assert violations_in(page, [view]) == []
        assert page.evaluate(SMALL_TARGETS) == []
    assert complaints == []


@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_page_is_accessible_whole_and_quiet(
    server: str, window: tuple[Page, list[str]], language: str, name: str
) -> None:
    """An example is seen in both widths and both schemes, in one language so and in the other so."""
    place = NAMES.index(("fi", name))
    pair = VIEWS[:2] if place % 2 else VIEWS[2:]
    view = pair[(place // 2 + (language == "sv")) % 2]
    hold_over(*window, server + address(language, name), (view,))


@pytest.mark.long
@pytest.mark.parametrize(("language", "name"), NAMES)
def test_a_page_is_accessible_in_every_view(
    server: str, window: tuple[Page, list[str]], language: str, name: str
) -> None:
    hold_over(*window, server + address(language, name), VIEWS)


def test_the_policy_stops_what_is_inline_and_lets_data_be(server: str, context: BrowserContext) -> None:
    page, complaints = opened(context, server + address("fi", "news"))
    assert page.locator("script[type='application/ld+json']").count() == 1
    assert complaints == []
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
    )
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert page.evaluate("window.ran") is None
    assert any("Content Security Policy" in complaint for complaint in complaints)
    page.close()


def test_the_keyboard_meets_the_skip_link_first_and_always_sees_where_it_is(
    server: str, context: BrowserContext
) -> None:
    page, _ = opened(context, server + address("fi", "news"), 320)
    page.keyboard.press("Tab")
    first = page.locator(".skip-link")
    assert first.evaluate("one => one === document.activeElement && one.getBoundingClientRect().width > 100")
    count = page.locator("a[href]:visible, summary:visible, [tabindex='0']:visible").count()
    for _ in range(count - 1):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "solid 3px" in outline
    first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_content"
    page.close()


def test_a_long_name_on_the_way_stays_beside_its_stroke(server: str, context: BrowserContext) -> None:
    page, _ = opened(context, server + address("fi", "news"), 320)
    step = page.locator(".breadcrumb-trail li").nth(1)
    step.locator("a").evaluate("one => { one.textContent = 'järjestelmäkokonaisuuksien yhteistyö '.repeat(3) }")
    inside = step.evaluate(
        "one => one.querySelector('a').getBoundingClientRect().top - one.getBoundingClientRect().top"
    )
    assert inside < 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_a_wide_table_is_whole_on_paper(server: str, context: BrowserContext) -> None:
    """Paper does not scroll: fourteen columns of figures stand beside one another on it."""
    page, _ = opened(context, server + address("fi", "news"))
    page.evaluate("""() => { for (const row of document.querySelectorAll('.table-scroll table tr')) {
        while (row.cells.length > 1) row.lastElementChild.remove();
        for (let year = 2031; year < 2044; year++) {
            const cell = row.appendChild(document.createElement(row.closest('thead') ? 'th' : 'td'));
            cell.textContent = row.closest('thead') ? `Vuosi ${year}` : '12 345';
        } } }""")
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf())).pages)
    assert [year for year in range(2031, 2044) if f"{year}" not in printed] == []
    page.close()


def test_a_wide_table_scrolls_by_itself_with_the_keyboard(server: str, context: BrowserContext) -> None:
    page, _ = opened(context, server + address("fi", "news"), 320)
    region = page.locator(".table-scroll")
    region.focus()
    page.keyboard.press("ArrowRight")
    # Playwright's own waiting evaluates strings inside the page, which its policy forbids.
    for _ in range(100):
        if region.evaluate("one => one.scrollLeft") > 0:
            break
        page.wait_for_timeout(50)
    assert region.evaluate("one => one.scrollLeft") > 0
    page.close()


def test_shapes_are_still_told_apart_in_forced_colours(server: str, context: BrowserContext) -> None:
    page, _ = opened(context, server + address("fi", "project"))
    page.emulate_media(forced_colors="active")
    widths = page.eval_on_selector_all(
        ".milestone", "all => all.map(one => getComputedStyle(one, '::before').borderTopWidth)"
    )
    assert len(set(widths)) == 3
    page.close()


def test_what_is_filled_is_filled_in_forced_colours(server: str, context: BrowserContext) -> None:
    """What is done is a dot there and what is coming a ring; a bar of nothing is empty."""
    page, _ = opened(context, server + address("fi", "project"))
    page.emulate_media(forced_colors="active")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    for state, is_filled in (("done", True), ("coming", False)):
        with Image.open(io.BytesIO(page.locator(f".milestone-{state}").first.screenshot())) as drawn:
            centre = drawn.convert("RGB").getpixel((7, 9))
        assert (f"rgb{centre}" != paper) == is_filled, state
    bar = page.locator(".figure-bar").first
    share = bar.screenshot()
    page.eval_on_selector(".figure-share", "one => one.setAttribute('width', '0')")
    assert bar.screenshot() != share
    page.close()


def test_print_leaves_out_what_paper_cannot_use(server: str, context: BrowserContext) -> None:
    page, _ = opened(context, server + address("fi", "minutes"))
    page.emulate_media(media="print")
    for part in (".menu", ".language-switcher", ".breadcrumb-trail", ".contents-list", ".site-footer"):
        assert not page.locator(part).first.is_visible(), part
    assert page.locator("h1").is_visible()
    page.close()
