"""Links to other sites, tried against a server on this machine."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from plugins.engine import command
from plugins.quality.external.outcomes import Outcomes
from plugins.quality.external.outside_links import places
from plugins.quality.external.tries import LinkCheckLimits, tried
from tests.sites import news, options, plain_site, write

QUICK = LinkCheckLimits(pause=0.01, timeout=1.0, longest=20.0)
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


class Other(BaseHTTPRequestHandler):
    """Another site: some of its pages are gone, some do not like to be asked."""

    asked: ClassVar[list[tuple[str, str]]] = []
    agents: ClassVar[set[str]] = set()

    def answer(self) -> None:
        self.asked.append((self.command, self.path))
        self.agents.add(self.headers["User-Agent"])
        code = {"/gone": 404, "/shy": 403, "/broken": 500}.get(self.path, 200)
        if self.path == "/no-head" and self.command == "HEAD":
            code = 405
        if self.path == "/round":
            code = 302
        self.send_response(code)
        if code == 302:
            self.send_header("Location", "/round")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer  # noqa: N815 - the names that the library calls

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def other() -> Iterator[str]:
    Other.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Other)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_each_answer_has_its_outcome(other: str) -> None:
    wanted = {
        "/fine": "ok",
        "/no-head": "ok",
        "/shy": "ok",
        "/gone": "status:404",
        "/broken": "status:500",
        "/round": "redirects",
    }
    found = tried([other + path for path in wanted], QUICK)
    assert found == {other + path: outcome for path, outcome in wanted.items()}
    assert ("GET", "/fine") not in Other.asked
    assert ("GET", "/no-head") in Other.asked
    assert all("Kaiku" in agent for agent in Other.agents)


def test_a_host_that_is_not_there_is_no_fault_of_the_program() -> None:
    assert tried(["http://127.0.0.1:9/"], QUICK) == {"http://127.0.0.1:9/": "refused"}
    assert tried(["http://[::bad/"], QUICK)["http://[::bad/"] in {"refused", "unknown-host"}


def test_outcomes_last_a_week_and_failures_an_hour(tmp_path: Path) -> None:
    file = tmp_path / "cache/outside-links.json"
    Outcomes(file, NOW).keep({"https://a.example/": "ok", "https://b.example/": "status:404"})
    assert Outcomes(file, NOW + timedelta(minutes=30)).known().keys() == {"https://a.example/", "https://b.example/"}
    assert Outcomes(file, NOW + timedelta(days=6)).known() == {"https://a.example/": "ok"}
    assert Outcomes(file, NOW + timedelta(days=8)).known() == {}
    assert Outcomes(file, NOW - timedelta(days=1)).known() == {}
    file.write_text("{", encoding="utf-8")
    assert Outcomes(file, NOW).known() == {}


def test_places_are_every_line_but_those_of_longer_addresses(tmp_path: Path) -> None:
    write(
        tmp_path, {"news/a.fi.md": "[a](https://x.example/a)\n[b](https://x.example/a/b)\n[c](https://x.example/a)\n"}
    )
    assert [one.line for one in places(tmp_path, "news/a.fi.md", "https://x.example/a")] == [1, 3]


def test_check_warns_at_every_place_and_only_when_asked(
    other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain_site(tmp_path / "content")
    body = f"[Tulokset]({other}/gone) ja [ohjeet]({other}/fine).\n\n[Samat tulokset]({other}/gone)"
    write(tmp_path / "content", {"news/a.fi.md": news("Uutinen", body), "news/b.fi.md": news("Toinen", body)})
    assert command.check(options(tmp_path, format="json")) == 0
    assert not Other.asked
    capsys.readouterr()
    assert command.check(options(tmp_path, format="json", external=True)) == 0
    found = [one for one in json.loads(capsys.readouterr().out) if one["code"] == "LNK005"]
    assert [(one["path"].rpartition("/")[2], one["line"], one["severity"]) for one in found] == [
        ("a.fi.md", 7, "warning"),
        ("a.fi.md", 9, "warning"),
        ("b.fi.md", 7, "warning"),
        ("b.fi.md", 9, "warning"),
    ]
    before = len(Other.asked)
    command.check(options(tmp_path, format="json", external=True))
    assert len(Other.asked) == before
