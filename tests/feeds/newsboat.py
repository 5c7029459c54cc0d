"""A feed reader of another hand, newsboat, run on feeds of ours over loopback: `python -m tests.feeds.newsboat`."""

import functools
import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from tests.systems import IS_WINDOWS

APT = (("apt-get", "update", "-qq"), ("apt-get", "install", "-qq", "--yes", "--no-install-recommends", "newsboat"))

MISSING = """newsboat could not be found or installed, and the tests of feeds need it. Install it, for example with
`sudo apt install newsboat` or `brew install newsboat`."""


def executable() -> str:
    """Give the program, or fail saying what to do."""
    found = shutil.which("newsboat")
    if found is None:
        raise FileNotFoundError(MISSING)
    return found


def main() -> int:
    """Make sure that newsboat is there, by Debian's package where that can be installed, and name it.

    There is none for Windows, and its tests are left out there.
    """
    if IS_WINDOWS:
        return 0
    if shutil.which("newsboat") is None and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in APT:
            print("+", *command, flush=True)
            environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
            if subprocess.run(command, env=environment, check=False).returncode:
                break
    try:
        print(f"Feed reader for the tests: {executable()}", flush=True)
    except FileNotFoundError as reason:
        print(reason, file=sys.stderr)
        return 1
    return 0


class Item(NamedTuple):
    """An item as the reader keeps it."""

    guid: str
    title: str
    link: str
    unread: bool


class Subscriber:
    """Somebody who follows one feed; newsboat knows an item once, in however many feeds it is."""

    def __init__(self, home: Path, feed: str) -> None:
        self.home = home
        home.mkdir()
        (home / "urls").write_text(f"{feed}\n")
        (home / "config").touch()

    def reload(self) -> None:
        """Fetch the feed."""
        files = ("-C", self.home / "config", "-u", self.home / "urls", "-c", self.home / "cache.db")
        done = subprocess.run(
            [executable(), *files, "-x", "reload"],
            env={**os.environ, "HOME": str(self.home), "LC_ALL": "C.UTF-8"},
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def items(self) -> list[Item]:
        """Give what the reader shows, oldest first."""
        asked = "SELECT guid, title, url, unread FROM rss_item WHERE deleted = 0 ORDER BY pubDate, guid"
        with sqlite3.connect(self.home / "cache.db") as cache:
            return [Item(guid, title, link, bool(unread)) for guid, title, link, unread in cache.execute(asked)]

    def read_everything(self) -> None:
        """Read what there is."""
        with sqlite3.connect(self.home / "cache.db") as cache:
            cache.execute("UPDATE rss_item SET unread = 0")


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback, as a plain web server does; give its address."""

    class Handler(SimpleHTTPRequestHandler):
        def log_request(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
