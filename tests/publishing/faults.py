"""Readers and publishers in tests: a client that never stops looking, a server of git, a publisher in a process."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.publishing.places import Desk, git

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """Find a port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class FolderReaders:
    """Readers of a web root: they open each page anew, as a server does, and want it whole, old or new."""

    def __init__(self, root: Path, pages: tuple[str, ...]) -> None:
        self.root = root
        self.pages = pages
        self.seen: set[object] = set()
        self.missing: list[str] = []
        self.looks = 0

    def look(self) -> None:
        for page in self.pages:
            try:
                data = (self.root / page).read_bytes()
            except OSError as error:
                self.missing.append(f"{page}: {error}")
            else:
                self.seen.add((page, data))
            self.looks += 1

    def unknown(self, _: Desk, states: Collection[object]) -> set[object]:
        """Give what they have seen that was no page of a whole site."""
        return self.seen - set(states)


class BranchReaders:
    """Readers of a branch, as a host of pages sees it: the tree that the branch names is whole at any moment."""

    def __init__(self, remote: Path) -> None:
        self.remote = remote
        self.seen: set[object] = set()
        self.missing: list[str] = []
        self.looks = 0

    def look(self) -> None:
        done = subprocess.run(
            ["git", "rev-parse", "--verify", "gh-pages^{tree}"],
            cwd=self.remote,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            self.missing.append(done.stderr)
        else:
            self.seen.add(done.stdout.strip())
        self.looks += 1

    def unknown(self, desk: Desk, _: Collection[object]) -> set[object]:
        """Give the trees that they have seen and no release has made."""
        return self.seen - set(git(desk.remote, "log", "--format=%T", "gh-pages").split())


@contextmanager
def polling(readers: FolderReaders | BranchReaders) -> Iterator[None]:
    """Let readers look again and again."""
    ended = threading.Event()

    def run() -> None:
        while not ended.is_set():
            readers.look()
            time.sleep(0.002)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


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


def command(content: Path, cache: Path, *words: str, now: str) -> list[str]:
    """Write the command line of a publisher."""
    places = ["--content", str(content), "--cache", str(cache), "--now", now, "--lang", "en"]
    return [sys.executable, str(ROOT / "tasks.py"), "publish", "--yes", *places, *words]


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
