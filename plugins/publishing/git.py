"""Git, run as a process with a time-out."""

import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

LOCAL_SECONDS = 120
NETWORK_SECONDS = 120
PUSH_SECONDS = 600


class GitError(Exception):
    """Git was not there, was too slow, or failed; `said` is what it said of it."""

    def __init__(self, reason: str, said: str = "", out: str = "") -> None:
        """Keep the reason: `missing`, `slow` or `failed`."""
        super().__init__(reason, said)
        self.reason = reason
        self.said = said
        self.out = out


def run(
    command: list[str],
    folder: Path,
    seconds: float,
    environment: Mapping[str, str] | None = None,
    given: bytes | None = None,
) -> tuple[int, bytes, str]:
    """Run a command: exit code, output, and what it said on the error stream. Raises GitError when it is too slow.

    It reads what is `given`; without that, whatever this program itself would read.

    Output goes to files: were it read from pipes, a helper that git has started and that hangs would keep us waiting
    for the pipe's end although git itself is stopped.
    """
    # C: what git says is looked at by us, too. Without a terminal nobody could answer a question for a password.
    settings = {**os.environ, "LC_ALL": "C", **(environment or {})}
    if not os.isatty(0):
        settings["GIT_TERMINAL_PROMPT"] = "0"
    with tempfile.TemporaryFile() as fed, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        fed.write(given or b"")
        fed.seek(0)
        source = None if given is None else fed
        try:
            process = subprocess.Popen(command, cwd=folder, env=settings, stdin=source, stdout=out, stderr=err)
        except FileNotFoundError:
            raise GitError("missing") from None
        with _killed_after(seconds, process) as is_slow:
            code = process.wait()
        if is_slow.is_set():
            raise GitError("slow")
        out.seek(0)
        err.seek(0)
        return code, out.read(), err.read().decode("utf-8", "replace").strip()


@contextmanager
def _killed_after(seconds: float, process: "subprocess.Popen[bytes]") -> Iterator[threading.Event]:
    """Kill a process that outlasts its time, and set the event then.

    A wait with a time-out of its own looks again and again whether the process has ended, and sees it too late by up
    to half of what it took.
    """
    is_slow = threading.Event()

    def kill() -> None:
        is_slow.set()
        process.kill()

    timer = threading.Timer(seconds, kill)
    timer.start()
    try:
        yield is_slow
    finally:
        timer.cancel()
        timer.join()  # a fork that follows must find no thread


class Repository:
    """A git repository, by any folder of its working tree."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self.folder = folder

    def read(
        self,
        *arguments: str,
        seconds: float = LOCAL_SECONDS,
        environment: Mapping[str, str] | None = None,
        given: bytes | None = None,
    ) -> bytes:
        """Run git and give its output; raises GitError when it fails."""
        code, out, errors = run(["git", *arguments], self.folder, seconds, environment, given)
        if code:
            raise GitError("failed", errors, out.decode("utf-8", "replace"))
        return out

    def line(self, *arguments: str, seconds: float = LOCAL_SECONDS) -> str:
        """Run git and give its output as a line of text."""
        return self.read(*arguments, seconds=seconds).decode("utf-8", "replace").strip()

    def knows(self, *arguments: str) -> bool:
        """Run git and tell whether it succeeds."""
        try:
            self.read(*arguments)
        except GitError as error:
            if error.reason != "failed":
                raise
            return False
        return True
