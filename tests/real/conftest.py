"""The site of this repository, built once under a sub-path and served as a web server would."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from plugins.engine import command
from tests.chromium import FLAGS, executable

ROOT = Path(__file__).parents[2]
BASE_PATH = "/hankkeet/"
NOW = "2026-02-20T10:00"


@dataclass(frozen=True)
class RealSite:
    """The built tree, the address of its root, and the addresses of its pages."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]:
        """Every page that is a whole document, by its path below the root."""
        files = sorted(self.folder.rglob("*.html"))
        whole = [path for path in files if path.read_bytes().lstrip().lower().startswith(b"<!doctype")]
        return [path.relative_to(self.folder).as_posix().removesuffix("index.html") for path in whole]


class _Handler(SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE_PATH):
            return "/nowhere"
        return super().translate_path("/" + path.removeprefix(BASE_PATH))

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealSite]:
    folder = tmp_path_factory.mktemp("real")
    output = folder / "output"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(output))) as server:
        url = f"http://127.0.0.1:{server.server_port}{BASE_PATH}"
        options = command.Options(ROOT / "content", output, folder / "cache", url, "en", NOW, "text")
        assert command.build(options) == 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield RealSite(output, url)
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        yield browser
        browser.close()
