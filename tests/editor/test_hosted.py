"""The editor in a published site: there when site.yaml asks for it, without a secret, and nowhere else."""

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from plugins.editor.page import bundle
from plugins.engine import command
from tests.sites import SITE, files_of, options, plain_site, write

HOSTS = {
    "github": "editor: {repository: example/site, login: https://login.example.org}\n",
    "gitlab": "editor: {host: gitlab, repository: example/site, app_id: abc123}\n",
}


def built(folder: Path, settings: str = "") -> dict[str, bytes]:
    write(plain_site(folder / "content"), {"site.yaml": SITE + settings})
    assert command.build(options(folder)) == 0
    return files_of(folder / "output")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served(tmp_path: Path) -> Iterator[str]:
    built(tmp_path, HOSTS["gitlab"])
    handler = partial(Quiet, directory=str(tmp_path / "output"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,)).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_nobody_gets_it_who_has_not_asked(tmp_path: Path) -> None:
    files = built(tmp_path)
    assert not [path for path in files if path.startswith("admin/")]
    assert not [path for path, data in files.items() if b"unsafe-eval" in data.replace(b"'wasm-unsafe-eval'", b"")]


@pytest.mark.parametrize("host", HOSTS)
def test_it_is_the_same_editor_against_the_host(tmp_path: Path, host: str) -> None:
    files = built(tmp_path, HOSTS[host])
    settings = json.loads(files["admin/settings.json"])
    backend = settings["config"]["backend"]
    assert (backend["name"], backend["repo"], backend["branch"]) == (host, "example/site", "main")
    assert not {"secret", "token", "password"} & set(json.dumps(backend).lower().split('"'))
    collections = settings["config"]["collections"]
    assert [one["folder"] for one in collections] == [f"content/{one['name']}" for one in collections]
    assert {one["format"] for one in collections} == {"yaml-frontmatter"}
    assert files["admin/decap-cms.js"] == bundle()
    assert b"frame-ancestors" not in files["admin/index.html"]
    assert not [path for path in files if b"admin/" in files[path] and path.endswith(("sitemap.xml", "/index.html"))]


def test_it_starts_in_a_browser(browser: Browser, served: str) -> None:
    """As far as signing in: a host cannot be tried here."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{served}admin/")
    expect(page.get_by_role("button", name="Kirjaudu GitLab-tunnuksella")).to_be_visible(timeout=30_000)
    assert not complaints
