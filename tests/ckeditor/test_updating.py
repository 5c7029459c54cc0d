"""Update in place: the bookmark runs in the CMS's editor, tells of the blocks there, and replaces the old ones."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from plugins.engine import command
from tests.accessibility import violations
from tests.ckeditor.installation import editor
from tests.ckeditor.servers import judged, opened, serving
from tests.sites import SITE, news, options, plain_site, write

LEAN = "cards: false\nsearch: false\n"
TEXT = "Johdanto ja [ohje](https://example.org/a?b=1&c=2).\n\n## Osa\n\n- yksi\n- kaksi\n\n1. eka\n2. toka\n"
OURS_NOT = {
    "before": '<h2>Sivun oma otsikko</h2><p>Oma <strong>teksti</strong> &amp; <a href="https://example.com/x">linkki</a>.</p>'
    "<ul><li>oma</li><li>luettelo</li></ul>",
    "between": "<p>Välissä on omaa tekstiä.</p><ol><li>oma numero</li></ol>",
    "after": "<blockquote><p>Lopussa lainaus.</p></blockquote><p>Ja vielä rivi 🙂.</p>",
}


class Places:
    """A site, and what stands in the editor of a page of the CMS."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "output"

    def write(self, **texts: str) -> None:
        items = {f"news/juttu-{name}.fi.md": news(f"Juttu {name}", text) for name, text in texts.items()}
        write(self.folder / "content", items)
        assert command.build(options(self.folder)) == 0

    def fragment(self, name: str, level: int = 2) -> str:
        html = (self.output / f"blocks/juttu-{name}/fi.basic.html").read_text("utf-8")
        return re.sub(r"<(/?)h([2-6])", lambda found: f"<{found[1]}h{int(found[2]) + level - 2}", html)

    def page(self) -> str:
        blocks = (self.fragment("a"), self.fragment("b", level=3), self.fragment("c"))
        return OURS_NOT["before"] + blocks[0] + OURS_NOT["between"] + blocks[1] + blocks[2] + OURS_NOT["after"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site of three blocks, its content and its cache."""
    editor()  # fails here, saying why, when it cannot be had
    folder = tmp_path_factory.mktemp("updating") / "built"
    plain_site(folder / "content")
    write(folder / "content", {"site.yaml": f"{SITE}{LEAN}"})
    Places(folder).write(a=TEXT, b=TEXT, c="Kolmas.")
    return folder


@pytest.fixture(scope="module")
def folder(built: Path) -> Path:
    """Where every test finds the site as it was built, at one address."""
    return Path(shutil.copytree(built, built.with_name("site")))


@pytest.fixture
def places(built: Path, folder: Path) -> Places:
    shutil.rmtree(folder)
    return Places(Path(shutil.copytree(built, folder)))


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with serving(folder / "output", is_open=True) as address:
        yield address


@pytest.fixture(scope="module")
def cms(folder: Path) -> Iterator[str]:
    with serving(folder / "content") as address:
        yield address


@pytest.fixture
def context(browser: Browser, cms: str) -> Iterator[BrowserContext]:
    """A browser that remembers nothing: a file may have changed within the second."""
    made = browser.new_context(base_url=cms, locale="fi-FI", permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def script(browser: Browser, site: str) -> str:
    with browser.new_context() as context:
        return bookmark(context, site)


def bookmark(context: BrowserContext, site: str) -> str:
    """Give the script of the bookmark, as the workbench makes it."""
    page = context.new_page()
    page.goto(f"{site}/blocks/")
    link = page.get_by_role("link", name="Päivitä lohkot")
    expect(link).to_be_visible()
    href = link.get_attribute("href") or ""
    page.close()
    assert href.startswith("javascript:")
    return unquote(href.removeprefix("javascript:"))


def started(page: Page, script: str) -> Locator:
    """Run the bookmark on a page; give its dialog."""
    page.evaluate("script => { (0, eval)(script); }", script)
    dialog = page.locator("kaiku-update dialog")
    expect(dialog).to_be_visible()
    return dialog


def states(dialog: Locator) -> list[tuple[str | None, str | None]]:
    articles = dialog.locator("article").all()
    return [(one.get_attribute("data-block"), one.get_attribute("data-state")) for one in articles]


def data(page: Page) -> str:
    """Give what would be saved, without the random ids that the editor puts on items."""
    saved: str = page.evaluate("editor.getData()")
    return re.sub(r' data-list-item-id="[^"]*"', "", saved)


def parts(saved: str) -> tuple[str, ...]:
    """Give what is not ours, in the order of the page."""
    blocks = re.compile(r'<h[2-6] id="kaiku-juttu-[abc]-fi".*?#kaiku=.*?</a></p>', re.DOTALL)
    return tuple(blocks.split(saved))


def test_one_of_three_blocks_is_old_and_only_that_is_replaced(
    context: BrowserContext, places: Places, script: str
) -> None:
    page = opened(context, data=places.page())
    places.write(b=TEXT.replace("Johdanto", "Uusi johdanto").replace("kaksi", "kolme"))
    before = data(page)
    dialog = started(page, script)
    assert states(dialog) == [("juttu-a/fi", "current"), ("juttu-b/fi", "stale"), ("juttu-c/fi", "current")]
    assert violations(page, "kaiku-update") == []
    changed = dialog.locator("article[data-state=stale]")
    changed.locator("summary").click()
    assert [re.sub(r"\s+", " ", one) for one in changed.locator("ins, del").all_inner_texts()] == [
        "Poistuu: Johdanto ja ohje.", "Uutta: Uusi johdanto ja ohje.", "Poistuu: kaksi", "Uutta: kolme",
    ]  # fmt: skip
    assert data(page) == before
    dialog.get_by_role("button", name="Päivitä valitut").press("Enter")
    expect(dialog.get_by_role("status").first).to_contain_text("Päivitetty: 1.")
    assert states(dialog) == [(f"juttu-{name}/fi", "current") for name in "abc"]
    page.keyboard.press("Escape")
    after = data(page)
    assert "Uusi johdanto" in after
    assert '<h3 id="kaiku-juttu-b-fi"' in after  # at the level where it stood
    assert parts(after) == parts(before)
    assert judged(places.output, after) == ["current"] * 3
    page.evaluate("editor.execute('undo')")
    assert data(page) == before
    page.evaluate("editor.execute('redo')")
    assert data(page) == after


def test_what_was_changed_by_hand_is_shown_and_replaced_only_when_asked(
    context: BrowserContext, places: Places, script: str
) -> None:
    edited = places.page().replace('<p lang="fi">Kolmas.</p>', '<p lang="fi">Kolmas, käsin lisätty.</p>')
    page = opened(context, data=edited)
    places.write(a=TEXT.replace("Johdanto", "Uusi johdanto"), c="Kolmas, uusi.")
    dialog = started(page, script)
    assert states(dialog) == [("juttu-a/fi", "stale"), ("juttu-b/fi", "current"), ("juttu-c/fi", "edited")]
    article = dialog.locator("article[data-state=edited]")
    assert "käsin lisätty" in article.locator("del").first.inner_text()
    assert not article.get_by_role("checkbox").is_checked()
    dialog.get_by_role("button", name="Päivitä valitut").click()
    expect(dialog.get_by_role("status").first).to_contain_text("Päivitetty: 1.")
    assert "käsin lisätty" in data(page)
    article.get_by_label("Korvaa muokattu teksti").check()
    dialog.get_by_role("button", name="Päivitä valitut").click()
    expect(dialog.locator("article[data-state=current]")).to_have_count(3)
    assert "käsin lisätty" not in data(page)
    assert judged(places.output, data(page)) == ["current"] * 3


def test_without_access_to_the_site_a_copied_block_is_pasted(context: BrowserContext, places: Places) -> None:
    with serving(places.output) as closed:  # sends no permission for other origins
        script = bookmark(context, closed)
        page = opened(context, data=places.page())
        places.write(b=TEXT.replace("Johdanto", "Uusi johdanto"))
        before = data(page)
        dialog = started(page, script)
        assert [state for _, state in states(dialog)] == ["unreached"] * 3
        article = dialog.locator("article[data-block='juttu-b/fi']")
        assert article.get_by_role("link").get_attribute("href") == f"{closed}/blocks/?q=juttu-b"
        for name, told in (("a", "ei ole sama lohko"), ("b", "")):
            copy = context.new_page()
            copy.goto(f"{closed}/blocks/juttu-{name}/")
            copy.locator(".copy-form [data-copy=rich]").click()
            expect(copy.locator(".block-body > .block-copy > [role=status]")).to_contain_text("Kopioitu")
            copy.close()
            page.bring_to_front()
            field = article.get_by_label("Liitä kopioitu lohko tähän")
            field.focus()
            page.keyboard.press("ControlOrMeta+v")
            if told:
                expect(article.get_by_role("status")).to_contain_text(told)
        expect(article).to_have_attribute("data-state", "stale")
        dialog.get_by_role("button", name="Päivitä valitut").click()
        expect(dialog.get_by_role("status").first).to_contain_text("Päivitetty: 1.")
        assert parts(data(page)) == parts(before)
        assert judged(places.output, data(page)) == ["current"] * 3


def test_a_block_that_is_gone_or_has_lost_its_heading_is_told_and_left(
    context: BrowserContext, places: Places, script: str
) -> None:
    page = opened(context, data=places.page().replace(' id="kaiku-juttu-a-fi"', ""))
    (places.folder / "content" / "news" / "juttu-c.fi.md").unlink()
    places.write(b=TEXT)
    before = data(page)
    dialog = started(page, script)
    assert [state for _, state in states(dialog)] == ["headless", "current", "unknown"]
    assert dialog.get_by_role("button", name="Päivitä valitut").is_disabled()
    assert data(page) == before


def test_it_tells_where_there_is_nothing_to_do(context: BrowserContext, script: str) -> None:
    page = opened(context, data="<p>Ei lohkoja.</p>")
    dialog = started(page, script)
    expect(dialog.get_by_role("status").first).to_have_text("Editorissa ei ole lohkoja.")
    dialog.get_by_role("button", name="Sulje").click()
    page.get_by_role("button", name="Source").click()
    dialog = started(page, script)
    expect(dialog.get_by_role("status").first).to_contain_text("lähdekoodinäkymä")
    elsewhere = context.new_page()
    elsewhere.goto("/allowed.json")
    expect(started(elsewhere, script).get_by_role("status").first).to_contain_text("ei ole avointa editoria")


def test_as_a_script_of_the_cms_it_offers_a_button(context: BrowserContext, places: Places, site: str) -> None:
    page = opened(context, data=places.page())
    places.write(c="Kolmas, uusi.")
    page.add_script_tag(url=f"{site}/theme/update.js")
    page.get_by_role("button", name="Tarkista lohkot").click()
    dialog = page.locator("kaiku-update dialog")
    expect(dialog.locator("article[data-state=stale]")).to_have_count(1)


def test_versions_are_those_of_the_site(context: BrowserContext, places: Places, script: str) -> None:
    """Whatever the site writes, the bookmark knows it in the editor as what it is."""
    texts = {"x": "S\u200boft­hyphen, 🙂, é ja ", "y": "| a | b |\n|---|---|\n| [c](https://example.org/ä) | `d` |\n"}
    places.write(**texts)
    page = opened(context, data="".join(places.fragment(name) for name in texts))
    assert [state for _, state in states(started(page, script))] == ["current", "current"]


def test_a_followed_source_link_leaves_no_mark_in_the_address_bar(
    context: BrowserContext, places: Places, site: str
) -> None:
    (mark,) = re.findall('#kaiku=[^"]*', places.fragment("a"))
    page = context.new_page()
    page.goto(f"{site}/uutiset/juttu-a/{mark}")
    page.wait_for_url(f"{site}/uutiset/juttu-a/")
    page.goto(f"{site}/uutiset/juttu-a/#osa")
    assert page.url.endswith("#osa")
