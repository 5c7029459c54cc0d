"""Readers and publishers in tests: a client that never stops looking, a server of git, a publisher in a process."""

import os
import posixpath
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from tests.publishing.places import Desk

ROOT = Path(__file__).parents[2]
SHEET = re.compile(rb'<link [^>]*?href="([^"]*theme/kaiku\.([0-9a-f]{8})\.css)"')


def free_port() -> int:
    """Find a port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Readers(ABC):
    """Readers who never stop looking: they open page after page, each with the style sheet that it names.

    A page is old or new, and whole; its style sheet, asked for a moment later as browsers do, is there and its own,
    whichever release stands by then.
    """

    def __init__(self, pages: tuple[str, ...]) -> None:
        self.pages = pages
        self.seen: set[tuple[str, bytes]] = set()
        self.missing: list[str] = []
        self.looks = 0

    @abstractmethod
    def read(self, path: str) -> bytes:
        """Read a file as it stands now; raises OSError when nothing does."""

    def close(self) -> None:  # noqa: B027 - most hold nothing
        """Let go of what they hold."""

    def look(self) -> None:
        for page in self.pages:
            data = self._got(page)
            self.seen.add((page, data))
            for address, digest in SHEET.findall(data):
                sheet = self._got(posixpath.normpath(posixpath.join(posixpath.dirname(page), address.decode())))
                if sheet and blake2b(sheet, digest_size=4).hexdigest() != digest.decode():
                    self.missing.append(f"{page}: {address.decode()} is something else")
        self.looks += 1

    def _got(self, path: str) -> bytes:
        try:
            return self.read(path)
        except OSError as error:
            self.missing.append(f"{path}: {error}")
            return b""

    def unknown(self, states: Collection[tuple[str, bytes]]) -> set[tuple[str, bytes]]:
        """Give what they have seen that was no page of a whole site."""
        return self.seen - set(states)


class FolderReaders(Readers):
    """Readers of a web root: they open each file anew, as a server does."""

    def __init__(self, root: Path, pages: tuple[str, ...]) -> None:
        super().__init__(pages)
        self.root = root

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()


class BranchReaders(Readers):
    """Readers of a branch, as a host of pages sends it: of the tree that the branch names at that moment."""

    def __init__(self, remote: Path, pages: tuple[str, ...]) -> None:
        super().__init__(pages)
        line = ["git", "cat-file", "--batch"]
        self._git = subprocess.Popen(line, cwd=remote, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, path: str) -> bytes:
        assert self._git.stdin is not None
        assert self._git.stdout is not None
        self._git.stdin.write(f"gh-pages:{path}\n".encode())
        self._git.stdin.flush()
        told = self._git.stdout.readline().split()
        if len(told) != 3:
            raise FileNotFoundError(told)
        return self._git.stdout.read(int(told[2]) + 1)[:-1]

    def close(self) -> None:
        self._git.communicate()


@contextmanager
def polling(readers: Readers) -> Iterator[None]:
    """Let readers look again and again, to the end; what stops them is a failure of the test."""
    ended = threading.Event()
    failed: list[Exception] = []

    def run() -> None:
        try:
            while not ended.is_set():
                readers.look()
                time.sleep(0.002)
        except Exception as error:  # noqa: BLE001 - told below, in the thread of the test
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
        readers.close()
    assert failed == []
    assert readers.looks > 0


class House:
    """A copy of this program with a theme of its own, so that a release may bring another style sheet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "plugins").symlink_to(ROOT / "plugins")
        shutil.copytree(ROOT / "theme", folder / "theme")
        for name in ("tasks.py", "pelicanconf.py", "publishconf.py"):
            shutil.copy(ROOT / name, folder / name)

    def restyle(self, number: int) -> None:
        """Change the style sheet, and so its name on every page."""
        file = Path("theme", "styles", "utilities.css")
        (self.folder / file).write_text(f"{(ROOT / file).read_text()}\n.numbered {{ order: {number}; }}\n")

    def command(self, desk: Desk, *words: str, now: str) -> list[str]:
        """Write the command line of a publisher of this house."""
        return command(desk.content, desk.cache, *words, now=now, root=self.folder)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve the repositories of a folder by git's own daemon, which a killed publisher does not take along."""
    port = free_port()
    line = ["git", "daemon", "--reuseaddr", "--listen=127.0.0.1", f"--port={port}", f"--base-path={folder}"]
    line += ["--export-all", "--enable=receive-pack", str(folder)]
    with subprocess.Popen(line, stderr=subprocess.DEVNULL, start_new_session=True) as daemon:
        try:
            for _ in range(200):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.02)
            yield f"git://127.0.0.1:{port}"
        finally:
            os.killpg(daemon.pid, signal.SIGTERM)


def command(content: Path, cache: Path, *words: str, now: str, root: Path = ROOT) -> list[str]:
    """Write the command line of a publisher."""
    places = ["--content", str(content), "--cache", str(cache), "--now", now, "--lang", "en"]
    return [sys.executable, str(root / "tasks.py"), "publish", "--yes", *places, *words]


def killed_after(line: list[str], seconds: float) -> bool:
    """Run a command with all that it starts, and kill it after a while; tell whether it was still running."""
    with subprocess.Popen(
        line, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return True
    return False
