"""How much a web server sends over loopback: a few connections, a few seconds, and never more.

`python -m bench.load PORT PATH…` asks a server that is already there; each path is asked for plainly and compressed,
then again with the mark of what is known (ETag), as subscribers do.
"""

import socket
import sys
import threading
import time
from typing import BinaryIO, NamedTuple

HEAD = "| asked for | status | answers | a second | bytes each | Mbit/s |\n|---|---|---|---|---|---|"
MOST_CONNECTIONS, MOST_SECONDS = 64, 10.0
"""A generator of load is bounded: it is meant for one's own machine."""


class Load(NamedTuple):
    """What came of asking for one thing, again and again."""

    name: str
    status: int
    requests: int
    failed: int
    bytes: int
    seconds: float

    @property
    def row(self) -> str:
        """A line of a table."""
        each = self.bytes / max(1, self.requests)
        bits = self.bytes * 8 / self.seconds / 1e6
        return f"| {self.name} | {self.status} | {self.requests:,} | {self.rate:,.0f} | {each:,.0f} | {bits:,.1f} |"

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.requests / self.seconds


def measured(port: int, paths: tuple[str, ...], connections: int, seconds: float) -> list[Load]:
    """Ask for each path as a first reader does, and as one who has it; four connections and a second are a moment."""
    found = []
    for path in paths:
        mark = _etag(port, path)
        found.append(_asked(port, path, path, "", connections, seconds))
        found.append(_asked(port, path, f"{path} (known)", f"If-None-Match: {mark}\r\n", connections, seconds))
    return found


def _request(path: str, extra: str) -> bytes:
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br, gzip\r\n"
    return f"{head}{extra}\r\n".encode()


def _etag(port: int, path: str) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(_request(path, "Connection: close\r\n"))
        answer = b""
        while part := connection.recv(65536):
            answer += part
    head = answer.partition(b"\r\n\r\n")[0].decode("latin-1")
    return next((line.partition(": ")[2] for line in head.split("\r\n") if line.lower().startswith("etag:")), "")


def _asked(port: int, path: str, name: str, extra: str, connections: int, seconds: float) -> Load:
    counts: list[tuple[int, int, int, int]] = []
    ends = time.monotonic() + min(seconds, MOST_SECONDS)
    threads = [
        threading.Thread(target=_reader, args=(port, _request(path, extra), ends, counts))
        for _ in range(min(connections, MOST_CONNECTIONS))
    ]
    started = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took = time.monotonic() - started
    requests, failed, size = (sum(count[place] for count in counts) for place in range(3))
    return Load(name, max(count[3] for count in counts), requests, failed, size, took)


def _reader(port: int, request: bytes, ends: float, counts: list[tuple[int, int, int, int]]) -> None:
    """Ask over one connection until the time is up; a server may close it after so many requests."""
    requests = failed = size = status = 0
    while time.monotonic() < ends:
        with socket.create_connection(("127.0.0.1", port), timeout=10) as link, link.makefile("rb") as answers:
            while time.monotonic() < ends:
                try:
                    link.sendall(request)
                    status_now, length = _answer(answers)
                except ConnectionError:
                    break
                if not status_now:
                    break
                status, size = status_now, size + length
                requests += 1
                failed += status not in (200, 304)
    counts.append((requests, failed, size, status))


def _answer(answers: BinaryIO) -> tuple[int, int]:
    """Read an answer: its status, 0 when there is none, and its bytes."""
    line = answers.readline()
    if not line.startswith(b"HTTP/"):
        return 0, 0
    status, size, length = int(line.split()[1]), len(line), 0
    while (header := answers.readline()) not in (b"\r\n", b""):
        size += len(header)
        if header.lower().startswith(b"content-length:"):
            length = int(header.partition(b":")[2])
    return status, size + (len(answers.read(length)) if status == 200 else 0)


def main(words: list[str]) -> int:
    """Write a table; give the exit code."""
    print(HEAD)
    for load in measured(int(words[0]), tuple(words[1:]), 16, 3.0):
        print(load.row)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
