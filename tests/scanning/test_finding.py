"""Finding the places of blocks by a site's sitemap, from a server on this machine."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from plugins.core.site import Placement
from plugins.scanning import discovery
from plugins.scanning.command import scan
from plugins.scanning.discovery import discovered
from plugins.scanning.sitemaps import read_sitemap
from tests.scanning.cms_pages import block, page
from tests.scanning.test_fetching import HURRIED, order, site

XML = {"Content-Type": "application/xml"}


class Website(ThreadingHTTPServer):
    """A site of files, which notes what it is asked; `{}` in a text is its address."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Files)
        self.files: dict[str, tuple[int, bytes, dict[str, str]]] = {}
        self.asked: list[str] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"

    def put(self, path: str, data: bytes | str, status: int = 200, **headers: str) -> None:
        text = data.replace("{}", self.url("")).encode() if isinstance(data, str) else data
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        self.files[path] = (status, text, {"Content-Type": "text/html; charset=utf-8", **said})

    def sitemap(self, path: str, *pages: str, kind: str = "urlset") -> bytes:
        entry = {"urlset": "url", "sitemapindex": "sitemap"}[kind]
        addresses = (one if "//" in one else self.url(one) for one in pages)
        listed = "".join(f"<{entry}><loc>{one}</loc><lastmod>2031-01-01</lastmod></{entry}>\n" for one in addresses)
        text = f'<?xml version="1.0"?><{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</{kind}>'
        self.files[path] = (200, text.encode(), XML)
        return text.encode()


class Files(BaseHTTPRequestHandler):
    server: Website

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        status, data, headers = self.server.files.get(self.path, (404, b"", {}))
        if self.path == "/hidas.xml":
            time.sleep(1)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(data)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def web() -> Iterator[Website]:
    with Website() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        server.put("/robots.txt", "User-agent: *\nDisallow: /admin/\n", Content_Type="text/plain")
        server.put("/fi/hanke", page(block(300), "<p>Väli</p>", block(200, "sv")))
        server.put("/fi/vanha", page(block(200)))
        server.put("/fi/muu", page("<p>Muuta.</p>"))
        server.put("/fi/linkki", page(f'<p><a href="{block(300).split(chr(34))[-2]}">kysely</a></p>'))
        server.sitemap("/sitemap.xml", "/fi/hanke", "/fi/vanha", "/fi/muu", "/fi/linkki")
        yield server
        server.shutdown()


Capture = pytest.CaptureFixture[str]


def found(web: Website, folder: Path, capsys: Capture, address: str, *said: str, **changed: Any) -> dict[str, Any]:
    scan(order(folder, *said, find=web.url(address), format="json"), changed.pop("site", site()), HURRIED)
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_places_are_proposed_as_placements_has_them(web: Website, tmp_path: Path, capsys: Capture) -> None:
    assert scan(order(tmp_path, find=web.url("/sitemap.xml"), report=tmp_path / "r.html"), site(), HURRIED) == 1
    out, err = capsys.readouterr()
    proposed = yaml.safe_load(out[out.index("placements.yaml:") + len("placements.yaml:") :])
    assert proposed == {
        "kysely": [
            {"url": web.url("/fi/hanke"), "lang": "fi", "profile": "basic"},
            {"url": web.url("/fi/hanke"), "lang": "sv", "profile": "basic"},
            {"url": web.url("/fi/vanha"), "lang": "fi", "profile": "basic"},
        ]
    }
    assert "Tarkistettavia sivuja: 4." in err
    assert web.url("/fi/vanha") in (tmp_path / "r.html").read_text(encoding="utf-8")


def test_what_is_known_is_not_proposed_and_what_is_missing_is_told(
    web: Website, tmp_path: Path, capsys: Capture
) -> None:
    placements = (Placement("kysely", web.url("/fi/hanke/"), "fi"), Placement("kysely", web.url("/fi/muu"), "fi"))
    told = found(web, tmp_path, capsys, "/sitemap.xml", site=site(*placements))
    assert [(one["url"], one["lang"]) for one in told["placements"]] == [
        (web.url("/fi/hanke"), "sv"), (web.url("/fi/vanha"), "fi"),
    ]  # fmt: skip
    assert [one["page"] for one in told["blocks"] if one["state"] == "missing"] == [web.url("/fi/muu")]


def test_a_part_of_an_address_narrows_the_search(web: Website, tmp_path: Path, capsys: Capture) -> None:
    told = found(web, tmp_path, capsys, "/sitemap.xml", "/vanha")
    assert [one["page"] for one in told["blocks"]] == [web.url("/fi/vanha")]
    assert "/fi/hanke" not in web.asked


@pytest.mark.parametrize("named", [True, False])
def test_a_sites_address_is_enough(web: Website, tmp_path: Path, capsys: Capture, named: bool) -> None:
    if named:
        web.put("/robots.txt", "User-agent: *\nDisallow:\nSitemap: {}/kartta.xml\n", Content_Type="text/plain")
        web.sitemap("/kartta.xml", "/fi/vanha")
    told = found(web, tmp_path, capsys, "/")
    assert len(told["placements"]) == (1 if named else 3)


def test_sitemaps_of_sitemaps_are_read_once_each(web: Website, tmp_path: Path, capsys: Capture) -> None:
    web.sitemap(
        "/index.xml", "/index.xml", "/a.xml", "/b.xml.gz", "/c.txt", "/poissa.xml", "/hidas.xml", kind="sitemapindex"
    )
    web.sitemap("/a.xml", "/index.xml", "/d.xml", kind="sitemapindex")
    web.sitemap("/d.xml", "/fi/hanke", "/fi/hanke")
    web.put("/b.xml.gz", gzip.compress(web.sitemap("/b.xml", "/fi/vanha")), Content_Type="application/x-gzip")
    web.put("/c.txt", "{}/fi/muu\n{}/fi/linkki\n", Content_Type="text/plain")
    scan(order(tmp_path, find=web.url("/index.xml"), format="json"), site(), replace(HURRIED, tries=1))
    out, err = capsys.readouterr()
    assert len(json.loads(out)["placements"]) == 3
    assert [web.asked.count(one) for one in ("/index.xml", "/a.xml", "/d.xml", "/b.xml.gz", "/fi/hanke")] == [1] * 5
    assert "Sivukartta jäi lukematta" in err
    assert "404" in err
    assert "ei vastannut ajoissa" in err


def test_robots_txt_is_obeyed(web: Website, tmp_path: Path, capsys: Capture) -> None:
    web.put(
        "/robots.txt", "User-agent: *\nDisallow: /fi/v*a$\n\nUser-agent: muu\nDisallow: /\n", Content_Type="text/plain"
    )
    told = found(web, tmp_path, capsys, "/sitemap.xml")
    assert {one["page"] for one in told["blocks"]} == {web.url("/fi/hanke")}
    assert "/fi/vanha" not in web.asked
    web.put("/robots.txt", "User-agent: Kaiku-scan\nDisallow: /\n", Content_Type="text/plain")
    assert scan(order(tmp_path, find=web.url("/sitemap.xml")), site(), HURRIED) == 2
    assert "robots.txt" in capsys.readouterr().err


def test_a_delay_that_robots_txt_asks_for_is_kept(
    web: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discovery, "LONGEST_PAUSE", 0.2)
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.1\n", Content_Type="text/plain")
    assert discovered(web.url("/"), (), tmp_path, HURRIED).limits.pause == 0.1
    web.put("/robots.txt", "User-agent: *\nCrawl-delay: 9999\n", Content_Type="text/plain")
    assert discovered(web.url("/"), (), tmp_path, HURRIED).limits.pause == 0.2


@pytest.mark.parametrize(("status", "code"), [(404, 0), (403, 0), (503, 2)])
def test_robots_txt_that_is_not_there_forbids_nothing(web: Website, tmp_path: Path, status: int, code: int) -> None:
    web.put("/robots.txt", "", status)
    web.sitemap("/sitemap.xml", "/fi/muu")
    assert scan(order(tmp_path, find=web.url("/sitemap.xml")), site(), HURRIED) == code


@pytest.mark.parametrize("name", ["/fi/muu", "/poissa.xml", "/feed.xml", "/rikki.gz"])
def test_what_is_no_sitemap_is_refused(web: Website, tmp_path: Path, capsys: Capture, name: str) -> None:
    web.put("/feed.xml", "<rss><channel/></rss>", Content_Type="text/xml")
    web.put("/rikki.gz", b"\x1f\x8b" + b"x" * 50, Content_Type="application/gzip")
    assert scan(order(tmp_path, find=web.url(name)), site(), HURRIED) == 2
    assert "Osoitteesta ei löytynyt sivukarttaa" in capsys.readouterr().err


def test_other_sites_are_left_alone(web: Website, tmp_path: Path, capsys: Capture) -> None:
    web.sitemap("/sitemap.xml", "/fi/vanha", "https://muu.example/", "file:///etc/passwd", "http://[", "javascript:x")
    scan(order(tmp_path, find=web.url("/sitemap.xml")), site(), HURRIED)
    assert "ohitettiin 4" in capsys.readouterr().err
    assert web.asked == ["/robots.txt", "/sitemap.xml", "/fi/vanha"]


def test_there_is_an_end(web: Website, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(discovery, "MOST_PAGES", 2)
    search = discovered(web.url("/sitemap.xml"), (), tmp_path, HURRIED)
    assert search.pages == (web.url("/fi/hanke"), web.url("/fi/vanha"))
    assert [one.key for one in search.notices] == ["find-limited"]
    monkeypatch.setattr(discovery, "MOST_SITEMAPS", 2)
    web.sitemap("/loputon.xml", *(f"/kartta-{number}.xml" for number in range(9)), kind="sitemapindex")
    assert "find-sitemaps" in [one.key for one in discovered(web.url("/loputon.xml"), (), tmp_path, HURRIED).notices]


def test_a_hostile_sitemap_is_answered() -> None:
    bomb = gzip.compress(b"0" * 60_000_000, 1)
    assert read_sitemap(bomb).problem == "sitemap-too-large"
    laughs = '<!DOCTYPE u [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    ) + "]><urlset><url><loc>&j;</loc></url></urlset>"  # fmt: skip
    assert read_sitemap(laughs.encode()).pages == ()
    outside = '<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert read_sitemap(outside.encode()).pages == ()
    half = b"<urlset><url><loc>https://a.example/</loc></url><url><loc>https://b.exam"
    assert read_sitemap(half).pages[0] == "https://a.example/"
    assert read_sitemap(gzip.compress(half * 1000)[:-20]).pages[0] == "https://a.example/"
