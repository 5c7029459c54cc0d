"""From the workbench by the clipboard into CKEditor, saved, filtered, and found current by the scan."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.engine import command
from tests.ckeditor.installation import editor
from tests.ckeditor.servers import judged, opened, serving
from tests.sites import news, options, plain_site, write

BODY = """Johdanto, jossa on *korostus*, **lihavointi** ja `koodi`.

## Luettelot

- ensimmäinen
- toinen, jossa on [kirjastojen ohje](https://example.org/a?b=1&c=2)
    - alakohta

1. yksi
2. kaksi

* * *

- toinen luettelo

3. kolmas
4. neljäs

Termi
:   Selitys, jossa on pehmeä\u00adtavuviiva ja 🙂.

| Kirjasto | Lehti |
|---|---|
| Alavus | Esimerkki |

> Lainaus.

Ruotsiksi <span lang="sv">utvecklingsprojekt</span> ja viite[^1].

[^1]: Viitteen teksti.
"""


COPIED = re.compile("Kopioitu|kopioitu|Kopierat")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    editor()  # fails here, saying why, when it cannot be had
    folder = tmp_path_factory.mktemp("copying")
    content = plain_site(folder / "content")
    write(
        content,
        {
            "news/juttu.fi.md": news("Juttu & muuta", BODY),
            "news/juttu.sv.md": news("Nyhet", "Text på svenska.\n\n- en\n- två"),
        },
    )
    write(content, {"blocks.yaml": "blocks:\n  esittely: {kind: project, project: hanke}\n"})
    assert command.build(options(folder)) == 0
    return folder / "output"


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture(scope="module")
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=server, permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def workbench(context: BrowserContext) -> Page:
    """A window at the pages of blocks."""
    return context.new_page()


@pytest.fixture(scope="module")
def open_editor(context: BrowserContext) -> Page:
    return opened(context)


@pytest.fixture
def page(open_editor: Page) -> Page:
    """The editor, with nothing in it."""
    open_editor.evaluate("editor.setData('')")
    return open_editor


def copied(workbench: Page, form: str, block: str, address: str = "/blocks/", level: str = "2") -> None:
    """Copy a block by a button of its page, with the keyboard."""
    workbench.bring_to_front()
    workbench.goto(f"{address}{block}/")
    workbench.locator("select[name=level]").select_option(level)
    workbench.locator(f".copy-form [data-copy={form}]").focus()
    workbench.keyboard.press("Enter")
    expect(workbench.locator(".block-body > .block-copy > [role=status]")).to_contain_text(COPIED)


def pasted(page: Page, place: str = ".ck-editor__editable") -> None:
    page.bring_to_front()
    page.locator(place).click()
    page.keyboard.press("ControlOrMeta+v")


@pytest.mark.parametrize(
    ("block", "address"), [("juttu", "/blocks/"), ("juttu", "/sv/blocks/"), ("esittely", "/blocks/")]
)
def test_rich_text_pasted_into_the_editor_is_current(
    workbench: Page, page: Page, site: Path, block: str, address: str
) -> None:
    copied(workbench, "rich", block, address)
    pasted(page)
    saved = page.evaluate("editor.getData()")
    assert f'id="kaiku-{block}-' in saved
    assert judged(site, saved) == ["current"]
    page.evaluate("editor.setData(editor.getData())")  # opened for editing once more, and saved again
    assert judged(site, page.evaluate("editor.getData()")) == ["current"]


def test_the_source_pasted_into_the_source_view_is_current(workbench: Page, page: Page, site: Path) -> None:
    copied(workbench, "source", "juttu")
    page.bring_to_front()
    page.get_by_role("button", name="Source").click()
    pasted(page, ".ck-source-editing-area textarea")
    page.get_by_role("button", name="Source").click()
    assert judged(site, page.evaluate("editor.getData()")) == ["current"]


def test_the_source_pasted_where_rich_text_belongs_is_found_damaged(workbench: Page, page: Page, site: Path) -> None:
    copied(workbench, "source", "juttu")
    pasted(page)
    assert judged(site, page.evaluate("editor.getData()")) == ["damaged"]


def test_a_change_in_the_editor_is_found_edited(workbench: Page, page: Page, site: Path) -> None:
    copied(workbench, "rich", "juttu")
    pasted(page)
    page.get_by_text("Johdanto").click()
    page.keyboard.press("End")
    page.keyboard.type(" Lisäys.")
    assert judged(site, page.evaluate("editor.getData()")) == ["edited"]


def test_both_languages_and_a_block_pasted_twice_stand_side_by_side(workbench: Page, page: Page, site: Path) -> None:
    for address in ("/blocks/", "/sv/blocks/", "/blocks/"):
        copied(workbench, "rich", "juttu", address)
        page.bring_to_front()
        page.locator(".ck-editor__editable").focus()
        page.keyboard.press("ControlOrMeta+End")
        page.keyboard.press("Enter")
        page.keyboard.press("ControlOrMeta+v")
    assert judged(site, page.evaluate("editor.getData()")) == ["current"] * 3


def test_the_clipboard_holds_plain_text_too(workbench: Page, page: Page) -> None:
    copied(workbench, "rich", "juttu")
    page.bring_to_front()
    read = """async () => { const [one] = await navigator.clipboard.read();
        return Promise.all(["text/html", "text/plain"].map(async (type) => (await one.getType(type)).text())); }"""
    html, plain = page.evaluate(read)
    assert "<h2" in html
    assert plain.startswith("Juttu & muuta\n\n")
    assert "<" not in plain


def test_a_level_is_chosen_and_shown(workbench: Page, page: Page, site: Path) -> None:
    workbench.goto("/blocks/juttu/")
    assert workbench.locator(".block-preview h2").count() == 1
    workbench.get_by_label("Otsikon taso").select_option("3")
    expect(workbench.locator(".block-preview h3").first).to_have_text("Juttu & muuta")
    assert workbench.locator(".block-preview h2").count() == 0
    copied(workbench, "rich", "juttu", level="3")
    pasted(page)
    saved = page.evaluate("editor.getData()")
    assert '<h3 id="kaiku-juttu-fi"' in saved
    assert "<h2" not in saved
    assert judged(site, saved) == ["current"]


def test_without_a_script_the_file_can_be_fetched(browser: Browser, server: str, site: Path) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/blocks/juttu/")
    assert not page.locator("[data-copy]").first.is_visible()
    assert page.get_by_text("Kopioimiseen tarvitaan JavaScript").is_visible()
    assert page.locator(".block-preview h2").is_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tekstimuoto basic").click()
    assert download.value.path().read_bytes() == (site / "blocks" / "juttu" / "fi.basic.html").read_bytes()
    context.close()


def test_where_the_clipboard_is_closed_the_source_is_selected(browser: Browser, server: str, site: Path) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.add_init_script("navigator.clipboard.write = () => Promise.reject(new DOMException('closed'))")
    page.goto("/blocks/juttu/")
    page.locator("[data-copy=rich]").click()
    expect(page.locator(".block-status")).to_contain_text("ei onnistunut")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert page.evaluate("getSelection().toString()") == (site / "blocks/juttu/fi.basic.html").read_text("utf-8")
    context.close()


def test_where_the_block_cannot_be_fetched_that_is_said(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/fi.basic.html", lambda route: route.abort())
    page.goto("/blocks/juttu/")
    expect(page.locator(".block-status")).to_contain_text("hakeminen ei onnistunut")
    page.unroute("**/fi.basic.html")
    page.locator("[data-copy=source]").click()
    expect(page.locator(".block-status")).not_to_contain_text("hakeminen")
    context.close()
