"""The time from an edit until a reader of the preview sees it: the page is asked for until it shows the new words."""

import http.client
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.posts import Post
from bench.programs import Program
from bench.runs import FailedError, edit

PATIENCE = 600.0
"""Seconds that a server gets for its first build, or for showing an edit."""

PAUSE = 0.01
QUIET = 1.0
"""Seconds in which a server has nothing to do before it is edited: some miss what changes before they watch again."""

IDLE = 0.05
"""Seconds of processor time in that while that count as nothing."""


def measure_visible(program: Program, post: Post, first: int, edits: int) -> list[float]:
    """Serve a preview, edit a post some times, and give the seconds until each edit was seen."""
    with _served(program) as (process, port):
        address = f"http://127.0.0.1:{port}/{program.layout.address(post)}"
        _wait_for(process, address, post.mark)
        found = []
        for number in range(first, first + edits):
            _wait_until_idle(process.pid)
            began = time.perf_counter()
            words = edit(program, post, number)
            _wait_for(process, address, words)
            found.append(time.perf_counter() - began)
    return found


@contextmanager
def _served(program: Program) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """Run the preview server of a program, in a session of its own; give its port. It ends with all its processes."""
    port = _free_port()
    process = subprocess.Popen(
        program.serve(port),
        cwd=program.folder,
        env=program.surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process, port
    finally:
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(process.pid, number)
                process.wait(10)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue


def _wait_until_idle(session: int) -> None:
    until = time.perf_counter() + PATIENCE
    used, before = _processor_time(session), -1.0
    while used - before > IDLE and time.perf_counter() < until:
        time.sleep(QUIET)
        before, used = used, _processor_time(session)


def _processor_time(session: int) -> float:
    """Add up what the processes of a session have computed, in seconds."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
        except OSError:  # a process that has just ended
            continue
        if int(fields[3]) == session:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def _wait_for(process: "subprocess.Popen[bytes]", address: str, words: str) -> None:
    wanted = words.encode()
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own address
                if wanted in answer.read():
                    return
        except (OSError, http.client.HTTPException):  # not there yet, or its file is just being replaced
            pass
        time.sleep(PAUSE)
    ended = "" if process.poll() is None else f"; the server has ended with {process.returncode}"
    raise FailedError(f"{process.args!r}: {address} did not show {words}{ended}")
