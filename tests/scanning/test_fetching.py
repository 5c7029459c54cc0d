"""Fetching pages from a server on this machine: politely, and with an answer whatever happens."""

import json
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from plugins.core.site import Localized, Placement, Site
from plugins.scanning.command import ScanOrder, scan
from plugins.scanning.fetching import FetchLimits, fetched
from tests.scanning.cms_pages import block, known, page

NOW = datetime(2031, 6, 1, 9, tzinfo=UTC)
HURRIED = FetchLimits("Kaiku-scan/1 (+https://example.org/)", pause=0.01, backoff=0.01, timeout=0.5, longest=3)
ROOT = Path(__file__).parents[2]


SIMPLE: dict[str, tuple[int, bytes, dict[str, str]]] = {
    "/virhe": (503, b"", {}),
    "/poissa": (404, b"", {}),
    "/silmukka": (302, b"", {"Location": "/silmukka"}),
    "/muualle": (302, b"", {"Location": "file:///etc/passwd"}),
    "/siirtynyt": (301, b"", {"Location": "/hyva"}),
    "/iso": (200, b"<p>" * 2_000_000, {}),
    "/pdf": (200, b"%PDF", {"Content-Type": "application/pdf"}),
    "/latin": (200, page(block(300)).decode().encode("latin-1"), {"Content-Type": "text/html; charset=iso-8859-1"}),
    "/vanha": (200, page(block(200)), {}),
}


class Cms(ThreadingHTTPServer):
    """A CMS that notes what it is asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.asked: list[tuple[str, dict[str, str], float]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def times(self, path: str) -> int:
        return sum(one == path for one, _, _ in self.asked)


class Answers(BaseHTTPRequestHandler):
    server: Cms

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked.append((self.path, dict(self.headers), time.monotonic()))
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
        try:
            self.answer()
        finally:
            with self.server.lock:
                self.server.at_once -= 1

    def answer(self) -> None:
        special = getattr(self, f"answer_{self.path[1:]}", None)
        if special:
            special()
        elif self.path in SIMPLE:
            status, data, headers = SIMPLE[self.path]
            self.send(status, data, **headers)
        else:
            time.sleep(0.05)
            self.send(200, page(block(300)))

    def answer_hidas(self) -> None:
        time.sleep(1.5)
        self.send(200, page(block(300)))

    def answer_toipuva(self) -> None:
        self.send(200 if self.server.times("/toipuva") == 3 else 503, page(block(300)))

    def answer_etag(self) -> None:
        same = self.headers["If-None-Match"] == '"1"'
        self.send(304 if same else 200, b"" if same else page(block(300)), ETag='"1"')

    def answer_katkeaa(self) -> None:
        self.send(200, b"<p>", **{"Content-Length": "1000"})

    def send(self, status: int, data: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True  # whoever asked has heard enough

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def cms() -> Iterator[Cms]:
    with Cms() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "problem", "times"),
    [
        ("/hyva", "", 1),
        ("/siirtynyt", "", 1),
        ("/toipuva", "", 3),
        ("/latin", "", 1),
        ("/virhe", "503", 3),
        ("/poissa", "404", 1),
        ("/hidas", "slow", 3),
        ("/silmukka", "redirects", 6),
        ("/muualle", "not-web", 1),
        ("/iso", "too-large", 1),
        ("/pdf", "not-html", 1),
        ("/katkeaa", "unreachable", 3),
    ],
)
def test_a_page_is_an_answer(cms: Cms, tmp_path: Path, path: str, problem: str, times: int) -> None:
    (one,) = fetched([cms.url(path)], tmp_path, HURRIED)
    assert (one.problem, cms.times(path)) == (problem, times)
    assert bool(one.data) is not bool(problem)


@pytest.mark.parametrize(
    "address", ["ftp://127.0.0.1/x", "file:///etc/passwd", "http://", "http://[", "javascript://x"]
)
def test_only_the_web_is_asked(tmp_path: Path, address: str) -> None:
    (one,) = fetched([address], tmp_path, HURRIED)
    assert one.problem in {"not-web", "unreachable"}


def test_a_host_that_nobody_answers_at(tmp_path: Path) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as free:
        port = free.server_port
    (one,) = fetched([f"http://127.0.0.1:{port}/"], tmp_path, HURRIED)
    assert one.problem == "unreachable"


def test_a_host_is_not_pressed(cms: Cms, tmp_path: Path) -> None:
    addresses = [cms.url(f"/{number}") for number in range(8)]
    pages = fetched(addresses, tmp_path, FetchLimits("Kaiku", pause=0.05))
    assert [one.name for one in pages] == addresses
    assert cms.most_at_once <= 2
    begun = sorted(at for _, _, at in cms.asked)
    assert begun[-1] - begun[0] >= 0.3
    assert {headers["User-Agent"] for _, headers, _ in cms.asked} == {"Kaiku"}


def test_what_is_unchanged_is_not_sent_again(cms: Cms, tmp_path: Path) -> None:
    first, second = (fetched([cms.url("/etag")], tmp_path, HURRIED)[0] for _ in range(2))
    assert first == second
    assert [headers.get("If-None-Match") for _, headers, _ in cms.asked] == [None, '"1"']
    for file in (tmp_path / "scan").iterdir():
        file.write_bytes(b"x")
    assert fetched([cms.url("/etag")], tmp_path, HURRIED)[0] == first
    assert cms.asked[-1][1].get("If-None-Match") is None


def order(folder: Path, *said: str, **changed: Any) -> ScanOrder:
    known(folder)
    given = {"manifest": folder / "blocks" / "manifest.json", "report": None, "cache": folder / "cache",
             "theme": ROOT / "theme", "language": "fi", "format": "text", "moment": NOW, "said": said}  # fmt: skip
    return ScanOrder(**{**given, **changed})


def site(*placements: Placement) -> Site:
    return Site(Localized(), ("fi", "sv"), base_url="https://example.org/", placements=placements)


Capture = pytest.CaptureFixture[str]


def test_placements_are_scanned_by_themselves(cms: Cms, tmp_path: Path, capsys: Capture) -> None:
    placed = [Placement("kysely", cms.url("/hyva"), "fi"), Placement("kysely", cms.url("/hyva"), "sv")]
    assert scan(order(tmp_path), site(placed[0]), HURRIED) == 0
    assert cms.asked[0][1]["User-Agent"] == "Kaiku-scan/1 (+https://example.org/)"
    assert "ajan tasalla" in capsys.readouterr().out
    assert scan(order(tmp_path, format="json"), site(*placed), HURRIED) == 1
    assert [one["state"] for one in json.loads(capsys.readouterr().out)["blocks"]] == ["current", "missing"]
    assert cms.times("/hyva") == 2


def test_files_folders_and_addresses_are_scanned_together(cms: Cms, tmp_path: Path, capsys: Capture) -> None:
    saved = tmp_path / "saved" / "alla"
    saved.mkdir(parents=True)
    (saved / "a.html").write_bytes(page(block(300)))
    (saved / "b.HTM").write_bytes(page(block(100)))
    (saved / "c.txt").write_bytes(page(block(100)))
    report = tmp_path / "report.html"
    said = (str(tmp_path / "saved"), str(saved / "a.html"), cms.url("/vanha"), cms.url("/poissa"))
    assert scan(order(tmp_path, *said, report=report, format="json"), site(), HURRIED) == 1
    out = json.loads(capsys.readouterr().out)["blocks"]
    assert [one["state"] for one in out] == ["current", "stale", "stale", "unreadable"]
    assert [one["behind"] for one in out] == [0, 2, 1, 0]
    assert report.read_text(encoding="utf-8").count("<textarea") == 2


def test_what_cannot_be_scanned_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert scan(order(tmp_path, "ei-ole.html"), site()) == 2
    assert scan(order(tmp_path, manifest=tmp_path / "none.json"), site()) == 2
    assert scan(order(tmp_path, report=tmp_path / "no" / "where.html"), site()) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert scan(order(tmp_path), site()) == 0
    assert "placements.yaml" in capsys.readouterr().err
