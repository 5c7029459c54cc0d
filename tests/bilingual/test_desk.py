"""The board in the preview: shown, and confirmed from there only by its own page."""

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html as lxml_html

from plugins.preview.answers import Answers
from plugins.preview.desks import Desks
from plugins.preview.events import Events
from plugins.preview.live_site import LiveSite
from plugins.preview.server import PreviewHandler
from tests.bilingual.sites import edit, pair
from tests.sites import options

DESK = "/.kaiku/translations"
FORM = {"key": "kysely", "lang": "sv", "against": "fi"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    pair(tmp_path)
    desks, answers = Desks(options(tmp_path), threading.Lock()), Answers(LiveSite(options(tmp_path)))
    handler = partial(PreviewHandler, answers=answers, events=Events(), desks=desks, language="en")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.02,))
        thread.start()
        yield httpd
        httpd.shutdown()
        thread.join()


def ask(
    server: ThreadingHTTPServer, method: str, address: str, form: dict[str, str] | None = None, **head: str
) -> tuple[int, bytes]:
    """Ask the server; give status and body."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    body = urlencode(form) if form else None
    connection.request(method, address, body, {name.capitalize(): value for name, value in head.items()})
    answer = connection.getresponse()
    read = answer.status, answer.read()
    connection.close()
    return read


def origin(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def test_the_board_confirms(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    status, page = ask(server, "GET", DESK)
    assert status == 200
    root: Any = lxml_html.document_fromstring(page)
    assert root.get("lang") == "en"
    forms = root.xpath("//form[@method='post']")
    assert len(forms) == 2  # one for each document in two languages
    for form in forms:
        fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
        assert ask(server, "POST", DESK, fields, origin=origin(server))[0] == 303
    assert b"All versions are up to date." in ask(server, "GET", DESK)[1]
    edit(tmp_path / "content" / "news" / "kysely.fi.md", "Vastaa **pian**", "Vastaa <b>heti</b>")
    page = ask(server, "GET", DESK)[1]
    assert b'<dd lang="fi">Vastaa heti. </dd>' in page
    assert ask(server, "POST", DESK, FORM, origin=origin(server))[0] == 303
    assert b"All versions are up to date." in ask(server, "GET", DESK)[1]


def test_others_see_and_confirm_nothing(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    for other in ("http://example.org", "null"):
        assert ask(server, "POST", DESK, FORM, origin=other)[0] == 403
    assert ask(server, "POST", DESK, FORM)[0] == 403
    assert ask(server, "POST", DESK, FORM, host="example.org", origin="http://example.org")[0] == 403
    assert not (tmp_path / "content" / "translations.jsonl").exists()
    assert ask(server, "GET", DESK, host="example.org")[0] == 403


def test_forms_that_name_nothing_change_nothing(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    for form in ({"key": "x"}, {"key": "kysely", "lang": "sv"}, {"key": "kysely", "lang": "sv", "against": "sv"}):
        assert ask(server, "POST", DESK, form, origin=origin(server))[0] == 303
        assert not (tmp_path / "content" / "translations.jsonl").exists()


def test_unknown_desks_and_faulty_content(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    assert ask(server, "GET", "/.kaiku/other")[0] == 404
    assert ask(server, "POST", "/.kaiku/other", FORM, origin=origin(server))[0] == 404
    assert ask(server, "POST", DESK, {"key": "x" * 20_000}, origin=origin(server))[0] == 403
    edit(tmp_path / "content" / "news" / "kysely.fi.md", "title:", "otsikko:")
    assert ask(server, "GET", DESK)[0] == 404
