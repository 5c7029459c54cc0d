"""What staff do, in Chromium: from an empty form to a page that is published."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessibility import violations
from tests.editor.browsing import Writer, editor, publishable
from tests.systems import signals

OURS = (".kaiku-bar", ".kaiku-text", ".kaiku-tags", ".kaiku-when", "#kaiku-findings")
KEY = "2031-05-14-kysely-lahtee-kirjastoihin"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the content is, and what is published."""
    folder = tmp_path_factory.mktemp("editor")
    publishable(folder)
    return folder


@pytest.fixture(scope="module")
def writer(browser: Browser, folder: Path) -> Iterator[Writer]:
    """Somebody who has the editor open; it loads for seconds."""
    with editor(folder) as address:
        yield Writer(browser, address)


@contextmanager
def opened_by(writer: Writer, link: str) -> Iterator[Page]:
    """Follow a link that opens a tab of its own, and close that."""
    with writer.page.context.expect_page() as tab:
        writer.page.get_by_role("link", name=link, exact=True).click()
    yield tab.value
    tab.value.close()


def write_both_languages(writer: Writer, folder: Path) -> None:
    """Fill in a news item with a picture whose alternative text is forgotten in one language."""
    writer.open("#/collections/news/new")
    writer.field("title").fill("Kysely lähtee kirjastoihin")
    writer.field("date").fill("2031-05-14")
    writer.press("Koehanke")
    writer.choose("status", "Julkaistu")
    body = writer.field("body")
    body.fill("Kysely on auki.")
    writer.page.locator("[data-does=picture]").first.click()
    writer.upload(folder, "pieni.png")
    expect(body).to_have_value("Kysely on auki.\n\n![Mitä kuvassa näkyy](../images/pieni.png)\n\n")
    body.fill("Kysely on auki.\n\n![](../images/pieni.png)\n")
    writer.field("title", 1).fill("Enkäten går ut till biblioteken")
    writer.choose("status", "Julkaistu", 1)
    writer.field("body", 1).fill("Enkäten är öppen.\n\n![Böcker i en hylla](../images/pieni.png)\n")


def mend_what_is_told(writer: Writer) -> None:
    """Save, go to the place that the remark names, and mend it."""
    findings, body = writer.save(), writer.field("body")
    findings.get_by_role("listitem").filter(has_text="IMG002").get_by_role("button").click()
    expect(body).to_be_focused()
    chosen = "area => area.value.slice(area.selectionStart, area.selectionEnd)"
    assert body.evaluate(chosen) == "![](../images/pieni.png)"
    body.fill("Kysely on auki.\n\n![Kirjoja hyllyssä](../images/pieni.png)\n")
    expect(writer.save()).not_to_contain_text("IMG002")


def see_it_before_it_is_saved(writer: Writer) -> None:
    """The preview pane shows our page, and follows what is typed."""
    writer.page.get_by_title("Esikatselu", exact=True).click()
    shown = writer.page.frame_locator("#preview-pane").frame_locator("iframe")
    expect(shown.locator("h1")).to_have_text("Kysely lähtee kirjastoihin", timeout=20_000)
    expect(shown.get_by_role("img", name="Kirjoja hyllyssä")).to_be_visible()
    writer.field("title").fill("Kysely lähtee pian")
    expect(shown.locator("h1")).to_have_text("Kysely lähtee pian", timeout=30_000)  # the picture is made first
    writer.field("title").fill("Kysely lähtee kirjastoihin")


def copy_its_block(writer: Writer) -> None:
    """Find its block on the workbench, and copy that."""
    with opened_by(writer, "Lohkot") as gallery:
        gallery.locator("#_finder").fill("kysely läh")
        gallery.locator(".finder-results a", has_text="Kysely lähtee").click()
        gallery.locator("[data-copy=source]").first.click()
        expect(gallery.get_by_text("Kopioitu.")).to_be_visible()
        assert "Kysely on auki." in gallery.evaluate("navigator.clipboard.readText()")


def confirm(writer: Writer) -> None:
    """Confirm on the board of translations that the versions correspond."""
    with opened_by(writer, "Vahvista, että kieliversiot vastaavat toisiaan") as board:
        row = board.get_by_role("row", name=KEY)
        expect(row).to_contain_text("ei vahvistettu")
        board.locator("form", has=board.locator(f"input[value='{KEY}']")).get_by_role("button").click()
        expect(row).to_contain_text("ajan tasalla")


def publish(writer: Writer, folder: Path) -> None:
    """See what would change, and publish that into the folder."""
    with opened_by(writer, "Julkaise") as release:
        release.get_by_role("button", name="Näytä, mikä muuttuisi").click()
        expect(release.locator("main")).to_contain_text("Kysely lähtee kirjastoihin", timeout=30_000)
        assert not (folder / "www").exists()
        release.get_by_role("button", name="Julkaise", exact=True).click()
        expect(release.get_by_role("status").first).to_contain_text("Valmis", timeout=30_000)


@signals
def test_from_a_form_to_readers(writer: Writer, folder: Path) -> None:
    news = folder / "content" / "news"
    write_both_languages(writer, folder)
    mend_what_is_told(writer)
    see_it_before_it_is_saved(writer)
    copy_its_block(writer)
    for day in ("2031-07-01", "2031-05-14"):  # it is scheduled, and after all not
        writer.field("date").fill(day)
        writer.save()
        for language in ("fi", "sv"):
            assert f"date: {day}" in (news / f"{KEY}.{language}.md").read_text(encoding="utf-8")
    confirm(writer)
    publish(writer, folder)
    page = folder / "www" / "uutiset" / "kysely-lahtee-kirjastoihin" / "index.html"
    assert "Kirjoja hyllyssä" in page.read_text(encoding="utf-8")
    assert not writer.complaints


@signals
def test_our_own_parts_are_for_everybody(writer: Writer) -> None:
    """The bar, our fields and what is said after a save; and nobody elsewhere can save anything."""
    writer.open("#/collections/news/new")
    writer.field("title").fill("Luonnos")
    writer.field("date").fill("2031-05-15")
    writer.save()
    assert violations(writer.page, *OURS) == []
    connection = HTTPConnection(urlsplit(writer.address).netloc)
    connection.request("POST", "/admin/api", '{"action": "getMedia"}', {"Origin": "https://example.org"})
    assert connection.getresponse().status == 403
    connection.close()
