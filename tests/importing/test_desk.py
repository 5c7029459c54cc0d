"""Bringing in a file in the preview: it is shown first, then saved; only for this machine and its own page."""

import http.client
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from plugins.drafts.importing.desk import ImportDesk
from plugins.engine import command
from tests.importing.test_word import MINUTES
from tests.importing.word_files import docx
from tests.preview.test_server import preview
from tests.sites import SITE, options, write
from tests.systems import signals

__all__ = ["preview"]


@signals
def test_a_file_is_shown_and_saved(preview: tuple[Path, str], browser: Browser, tmp_path: Path) -> None:
    content, address = preview
    file = tmp_path / "muistio ä.docx"
    file.write_bytes(docx(*MINUTES, links={"l1": "https://example.org/tulokset.pdf"}))
    page = browser.new_page()
    page.goto(f"{address}.kaiku/import")
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Show the draft").click()
    expect(page.locator("pre")).to_contain_text("secretary: Bo Exempel")
    expect(page.locator("li")).to_contain_text(["This may be an attachment"])
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert not (content / "meetings").exists(), "nothing is written before it is saved"
    page.get_by_role("button", name="Discard").click()
    _is_as_chosen(page, tmp_path)
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Show the draft").click()
    page.get_by_role("button", name="Save as draft").click()
    expect(page.locator("main")).to_contain_text("The draft has been saved")
    assert len(list((content / "meetings").iterdir())) == 1
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Show the draft").click()
    expect(page.locator("li")).to_contain_text(["is there already"])
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_label("File")).to_be_visible()
    page.close()
    host = address.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(host)
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\nA\r\n--x--\r\n'
    sent = {"Content-Type": "multipart/form-data; boundary=x", "Origin": "https://paha.example"}
    connection.request("POST", "/.kaiku/import", body, sent)
    assert connection.getresponse().status == 403


def test_what_is_asked_for_in_vain_is_told_as_it_is(tmp_path: Path) -> None:
    """A site without projects has none for a draft; the file is not to blame, and waits."""
    write(tmp_path / "content", {"site.yaml": SITE})
    run = command.look(options(tmp_path))
    assert run is not None
    assert run.index is not None
    desk = ImportDesk(run.pipeline)
    desk.take(run.index, "a.md", b"# Otsikko\n\nTeksti.\n", {})
    for _ in range(2):
        assert "Sisällössä ei ole vielä hankkeita." in desk.page(run.index, "/.kaiku/import", "fi").decode()
        desk.act(run.index, {"do": "save"})
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["site.yaml"]


def _is_as_chosen(page: Page, folder: Path) -> None:
    """Choose type and language for a saved page whose pictures stayed behind."""
    saved = folder / "sida.html"
    saved.write_text("<h1>Enkät</h1><p>Svara.</p><img src='sida_files/a.png' alt='Karta'>", encoding="utf-8")
    expect(page.locator("main")).to_contain_text("_files")
    page.get_by_label("File").set_input_files(saved)
    page.get_by_label("Type").select_option("pilots")
    page.get_by_label("Language").select_option("sv")
    page.get_by_role("button", name="Show the draft").click()
    expect(page.locator("h2").nth(1)).to_contain_text("pilots/")
    expect(page.locator("pre")).to_have_attribute("lang", "sv")
    expect(page.locator("main")).to_contain_text("./kaiku import")
    page.get_by_role("button", name="Discard").click()
