"""The preview as a server: it answers nobody else, and tells when it cannot."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sites import news, plain_site, warm, write
from tests.systems import signals

ROOT = Path(__file__).parents[2]


def command(folder: Path, port: int) -> list[str]:
    """Write the command line of a preview."""
    places = ["--content", str(folder / "content"), "--cache", str(warm(folder / "cache")), "--port", str(port)]
    return [sys.executable, "-u", str(ROOT / "tasks.py"), "serve", *places, "--now", "2031-06-01", "--lang", "en"]


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    write(plain_site(tmp_path / "content"), {"news/juttu.fi.md": news("Juttu", "Ensimmäinen teksti.")})
    arguments = command(tmp_path, 0)
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if match := re.search(r"Preview: (\S+)", line):
                    yield tmp_path / "content", match[1]
                    break
            else:
                pytest.fail("the preview did not start")
        finally:
            os.killpg(process.pid, signal.SIGINT)
        assert process.wait(timeout=20) == 0


@signals
def test_only_this_machine_is_answered(preview: tuple[Path, str]) -> None:
    """A page elsewhere cannot read the preview under another name, and no path leads out of it."""
    _, address = preview
    host, port = address.removeprefix("http://").rstrip("/").split(":")
    for name, path, status in (
        (f"{host}:{port}", "/", 200),
        ("paha.example", "/", 403),
        (f"{host}:{port}", "/../content/site.yaml", 404),
        (f"{host}:{port}", "/%2e%2e/%2e%2e/content/site.yaml", 404),
        (f"{host}:{port}", "/olematon/", 404),
        (f"{host}:{port}", "/uutiset/juttu", 301),
    ):
        connection = http.client.HTTPConnection(host, int(port), timeout=10)
        connection.request("GET", path, headers={"Host": name})
        assert connection.getresponse().status == status, path
        connection.close()


def test_taken_port_is_told(tmp_path: Path) -> None:
    """Another program's port is no traceback."""
    plain_site(tmp_path / "content")
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = subprocess.run(command(tmp_path, other.getsockname()[1]), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "--port" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
