"""A built site and a CMS with the editor, each at an origin of its own, as they are in the world."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from plugins.scanning.findings import Page as CmsPage
from plugins.scanning.findings import findings
from plugins.scanning.known_blocks import known_blocks
from tests.ckeditor.serving import EditorFiles


class _Files(EditorFiles):
    """A folder beside the page with the editor, which is also the form of every page."""

    is_open = False
    """Whether pages of other origins may read its blocks."""

    def parse_request(self) -> bool:
        is_sound = super().parse_request()
        if is_sound and self.path.endswith("/edit"):
            self.path = "/editor.html"
        return is_sound

    def translate_path(self, path: str) -> str:
        if path.startswith("/ckeditor/"):
            return super().translate_path(path)
        return SimpleHTTPRequestHandler.translate_path(self, path)

    def end_headers(self) -> None:
        if self.is_open and self.path.endswith(".json"):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


class _OpenFiles(_Files):
    is_open = True


@contextmanager
def serving(folder: Path, *, is_open: bool = False) -> Iterator[str]:
    """Serve a folder on this machine; give its origin."""
    handler = partial(_OpenFiles if is_open else _Files, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def opened(context: BrowserContext, address: str = "/editor.html", data: str = "") -> Page:
    """Open the editor, with a page's text in it."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    if data:
        page.evaluate("data => editor.setData(data)", data)
    return page


def judged(site: Path, *saved: str) -> list[str]:
    """Filter what was saved as the format does, show it on a page of the CMS, and scan that."""
    page = shown(*saved)
    known = known_blocks(site / "blocks" / "manifest.json")
    return [str(one.state) for one in findings(CmsPage("cms", page.encode()), known)]


def shown(*saved: str) -> str:
    """Write the page of the CMS that shows what was saved."""
    text = "".join(simulated(one, known_format("basic")) for one in saved)
    return f"<!DOCTYPE html><html><body><main>{text}</main></body></html>"
