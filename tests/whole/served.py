"""Whole sites, built under a sub-path and served as a web host does: compressed where that helps, 404 page too.

Two sites: `real` is this repository's content, `rich` the made-up one of tests/rich with everything in use.
"""

import gzip
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any

import lxml.html

from plugins.engine import command
from tests.rich.content import write_content
from tests.rich.sources import NOW as RICH_NOW

ROOT = Path(__file__).parents[2]
BASE_PATH = "/hankkeet/"
URL = f"https://whole.example{BASE_PATH}"
"""The address that the sites say is theirs, wherever they are served."""
REAL_NOW = "2026-02-20T10:00"
COMPRESSED = ("text/", "image/svg+xml", "application/json", "text/javascript")


@dataclass(frozen=True)
class Site:
    """The built tree, the address where it is served, and the addresses of its pages."""

    folder: Path
    served: str
    url: str = URL

    @cached_property
    def pages(self) -> list[str]:
        """Every page that is a whole document, by its path below the root."""
        files = sorted(self.folder.rglob("*.html"))
        whole = [path for path in files if path.read_bytes()[:200].lstrip().lower().startswith(b"<!doctype")]
        return [path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in whole]

    @cached_property
    def readable(self) -> list[str]:
        """The pages at which a reader stays: all but redirects."""
        return [page for page in self.pages if b'http-equiv="refresh"' not in self.file(page).read_bytes()]

    def file(self, page: str) -> Path:
        """Give the file of a page."""
        return self.folder / (page + "index.html" if page.endswith("/") or not page else page)


def sample(sites: Sequence[Site]) -> list[tuple[Site, str]]:
    """Choose the fewest pages that together show every element, class and attribute, in whichever site and language.

    Found greedily: always the page that shows most of what is missing. Long runs go through every page.
    """
    shown = {(site, page): _features(page, site.file(page)) for site in sites for page in site.readable}
    missing: set[tuple[str, ...]] = set().union(*shown.values())
    chosen: list[tuple[Site, str]] = []
    while missing:
        best = max(shown, key=lambda one: len(shown[one] & missing))
        chosen.append(best)
        missing -= shown[best]
    return chosen


def _features(page: str, path: Path) -> set[tuple[str, ...]]:
    """List what a page is made of: elements, classes, names of attributes, and its depth."""
    root = lxml.html.fromstring(path.read_bytes())
    found: set[tuple[str, ...]] = {("depth", str(page.count("/")))}
    for element in root.iter(lxml.etree.Element):
        found.add((str(element.tag),))
        found.update(("class", name) for name in element.get("class", "").split())
        found.update(("attribute", str(name)) for name in element.attrib)
    return found


class _Handler(BaseHTTPRequestHandler):
    folder: Path

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].partition("#")[0]
        file = self.folder / path.removeprefix(BASE_PATH)
        file = file / "index.html" if path.endswith("/") else file
        is_there = path.startswith(BASE_PATH) and file.is_file()
        file = file if is_there else self.folder / "404.html"
        kind = guess_type(file.name)[0] or "application/octet-stream"
        data = file.read_bytes()
        self.send_response(200 if is_there else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(COMPRESSED):
            data = gzip.compress(data, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with suppress(ConnectionError):  # the browser has gone on to another page
            self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        pass


def build(name: str, folder: Path) -> None:
    """Build a site into a folder."""
    content = ROOT / "content" if name == "real" else write_content(folder / "content")
    now = REAL_NOW if name == "real" else RICH_NOW
    assert command.build(command.Options(content, folder / "output", folder / "cache", URL, "en", now, "text")) == 0


@contextmanager
def serving(folder: Path) -> Iterator[Site]:
    """Serve what was built into a folder."""
    output = folder / "output"
    handler = type("Handler", (_Handler,), {"folder": output})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield Site(output, f"http://127.0.0.1:{server.server_port}{BASE_PATH}")
        server.shutdown()
