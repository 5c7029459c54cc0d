"""Fetching pages politely: few at once from a host, with pauses, again only when that may help."""

import asyncio
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from msgspec import Struct

from plugins.core.stages import UNWATCHED, Stage, Stages
from plugins.scanning.findings import Page
from plugins.scanning.targets import MOST_BYTES

AT_ONCE = 8
AT_ONCE_PER_HOST = 2
HTML = ("text/html", "application/xhtml+xml")
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers after which another try may go better."""
LONGEST_WAIT = 30.0


class FetchLimits(Struct, frozen=True):
    """How to behave; all times are in seconds."""

    agent: str
    pause: float = 0.5
    """Between the beginnings of two requests to a host."""
    tries: int = 3
    backoff: float = 1.0
    """Before the second try; twice as long before each further one."""
    timeout: float = 20.0
    longest: float = 120.0
    """For one page with all its tries."""
    kinds: tuple[str, ...] = HTML
    """Media types that are taken; none: any."""
    most_bytes: int = MOST_BYTES


@dataclass
class _Host:
    free: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE_PER_HOST))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class _UnfitError(Exception):
    """An answer that no further try will better: the key of a text that says why."""


def fetched(
    addresses: Sequence[str], cache: Path, manners: FetchLimits, stages: Stages = UNWATCHED
) -> tuple[Page, ...]:
    """Fetch pages, in the order of the addresses; whatever happens to one is its answer."""
    stages.begin(Stage.FETCH, len(addresses))
    try:
        return asyncio.run(_all(addresses, cache, manners, stages)) if addresses else ()
    finally:
        stages.begin(Stage.REPORT)


async def _all(addresses: Sequence[str], cache: Path, manners: FetchLimits, stages: Stages) -> tuple[Page, ...]:
    limits = httpx.Limits(max_connections=AT_ONCE)
    headers = {"User-Agent": manners.agent, "Accept": ", ".join(manners.kinds) or "*/*"}
    async with httpx.AsyncClient(
        headers=headers, limits=limits, timeout=manners.timeout, follow_redirects=True, max_redirects=5,
        event_hooks={"request": [_only_web]},
    ) as client:  # fmt: skip
        fetcher = _Fetcher(client, cache, manners)

        async def page(address: str) -> Page:
            found = await fetcher.page(address)
            stages.advance()
            return found

        return tuple(await asyncio.gather(*map(page, addresses)))


async def _only_web(request: httpx.Request) -> None:
    """Follow no redirect to anything but the web."""
    if request.url.scheme not in ("http", "https"):
        raise _UnfitError("not-web")


class _Fetcher:
    """Fetches pages with one client."""

    def __init__(self, client: httpx.AsyncClient, cache: Path, manners: FetchLimits) -> None:
        self.client = client
        self.cache = cache
        self.manners = manners
        self.hosts: defaultdict[str, _Host] = defaultdict(_Host)

    async def page(self, address: str) -> Page:
        """Fetch a page."""
        try:
            parts = urlsplit(address)
            host = self.hosts[parts.netloc]
            if parts.scheme not in ("http", "https") or not parts.hostname:
                return Page(address, problem="not-web")
            async with host.free:
                return await asyncio.wait_for(self._tried(address, host), self.manners.longest)
        except _UnfitError as reason:
            return Page(address, problem=str(reason))
        except (TimeoutError, httpx.TimeoutException):
            return Page(address, problem="slow")
        except httpx.TooManyRedirects:
            return Page(address, problem="redirects")
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError):
            return Page(address, problem="unreachable")

    async def _tried(self, address: str, host: _Host) -> Page:
        wait, page = self.manners.backoff, Page(address, problem="unreachable")
        for left in range(self.manners.tries - 1, -1, -1):
            async with host.turn:
                await asyncio.sleep(self.manners.pause)
            asked = 0.0
            try:
                page, asked = await self._answer(address)
                if page.problem not in {str(code) for code in PASSING}:
                    return page
            except httpx.TransportError:
                if not left:
                    raise
                page = Page(address, problem="unreachable")
            if left:
                await asyncio.sleep(min(max(wait, asked), LONGEST_WAIT))
                wait *= 2
        return page

    async def _answer(self, address: str) -> tuple[Page, float]:
        """Ask once; give the page, and how long the server asks to be left alone."""
        cached = _Kept(self.cache, address)
        async with self.client.stream("GET", address.partition("#")[0], headers=cached.conditions) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED:
                return Page(address, cached.data, cached.encoding), 0.0
            if response.status_code != httpx.codes.OK:
                after = response.headers.get("Retry-After", "")
                return Page(address, problem=str(response.status_code)), float(after) if after.isdecimal() else 0.0
            kind = response.headers.get("Content-Type", "text/html").partition(";")[0].strip().lower()
            if self.manners.kinds and kind not in self.manners.kinds:
                raise _UnfitError("not-html" if self.manners.kinds == HTML else "no-sitemap")
            data = bytearray()
            async for chunk in response.aiter_bytes():
                data += chunk
                if len(data) > self.manners.most_bytes:
                    raise _UnfitError("too-large" if self.manners.kinds == HTML else "sitemap-too-large")
            encoding = response.charset_encoding or ""
            cached.keep(bytes(data), encoding, response.headers)
            return Page(address, bytes(data), encoding), 0.0


class _Kept:
    """A page as it was when last fetched, in the cache folder; losing it costs a longer answer and nothing else."""

    def __init__(self, cache: Path, address: str) -> None:
        self.address = address
        name = sha256(address.encode()).hexdigest()[:32]
        self.file = cache / "scan" / f"{name}.html"
        self.note = cache / "scan" / f"{name}.json"
        self.data, self.encoding, self.conditions = b"", "", dict[str, str]()
        try:
            note = json.loads(self.note.read_bytes())
            self.data = self.file.read_bytes()
            if note["address"] == address and note["digest"] == sha256(self.data).hexdigest():
                self.encoding = str(note["encoding"])
                self.conditions = {str(name): str(value) for name, value in note["conditions"].items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.conditions = {}  # nothing kept, or spoilt: the page is asked for as if for the first time

    def keep(self, data: bytes, encoding: str, headers: httpx.Headers) -> None:
        """Keep a page that can be asked for conditionally."""
        marks = {"If-None-Match": headers.get("ETag"), "If-Modified-Since": headers.get("Last-Modified")}
        conditions = {name: value for name, value in marks.items() if value}
        if not conditions:
            return
        note = {"address": self.address, "digest": sha256(data).hexdigest(), "encoding": encoding}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_bytes(data)
        self.note.write_text(json.dumps({**note, "conditions": conditions}), encoding="utf-8")
