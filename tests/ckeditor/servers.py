"""A built site and a CMS with the editor, each at an origin of its own, as they are in the world."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

from plugins.cms.simulation import simulated
from plugins.cms.text_format import known_format
from plugins.scanning.findings import Page as CmsPage
from plugins.scanning.findings import findings
from plugins.scanning.known_blocks import known_blocks
from tests.ckeditor.installation import editor

HERE = Path(__file__).parent


class _Files(SimpleHTTPRequestHandler):
    """A folder; and the page with the editor, and the editor."""

    is_open = False
    """Whether pages of other origins may read its blocks."""

    def do_GET(self) -> None:
        if self.path == "/allowed.json":
            allowed = known_format("basic").allowed or {}
            self._send(json.dumps({tag: sorted(names) for tag, names in allowed.items()}), "application/json")
        elif self.path == "/editor.html" or self.path.endswith("/edit"):
            self._send((HERE / "editor.html").read_text(encoding="utf-8"), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        if path.startswith("/ckeditor/"):
            return str(editor() / Path(path).name)
        return super().translate_path(path)

    def end_headers(self) -> None:
        if self.is_open and self.path.endswith(".json"):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def _send(self, text: str, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: Any) -> None:
        pass


class _OpenFiles(_Files):
    is_open = True


@contextmanager
def serving(folder: Path, *, is_open: bool = False) -> Iterator[str]:
    """Serve a folder on this machine; give its origin."""
    handler = partial(_OpenFiles if is_open else _Files, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
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
