"""Finds the pages of a site that blocks may stand on: those of its sitemap that its robots.txt lets a program read."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from plugins.core.stages import UNWATCHED, Stages
from plugins.scanning.fetching import FetchLimits, fetched
from plugins.scanning.findings import Page
from plugins.scanning.sitemaps import MOST_BYTES, read_sitemap

if TYPE_CHECKING:
    from protego import Protego

MOST_SITEMAPS = 200
MOST_PAGES = 5_000
LONGEST_PAUSE = 30.0
_SITEMAP_KINDS = ("application/xml", "text/xml", "text/plain", "application/gzip", "application/x-gzip",
                  "application/octet-stream", "binary/octet-stream")  # fmt: skip
_ROBOTS_BYTES = 512_000
"""As much of robots.txt as has to be read (RFC 9309)."""


class Notice(NamedTuple):
    """Something to tell of a search: the key of a text, and its values."""

    key: str
    values: dict[str, str]


class Discovery(NamedTuple):
    """The pages to look at, how to fetch them, what there is to tell; `found` is false where there is no sitemap."""

    pages: tuple[str, ...]
    limits: FetchLimits
    notices: tuple[Notice, ...]
    found: bool = True


def discovered(
    address: str, parts: Sequence[str], cache: Path, limits: FetchLimits, stages: Stages = UNWATCHED
) -> Discovery:
    """Read a site's robots.txt and its sitemap, and those that this names; of its pages those with one of the parts.

    For the address of a site the sitemaps are those that robots.txt names, or `/sitemap.xml`.
    """
    ask = partial(fetched, cache=cache, stages=stages)
    (answer,) = ask([urljoin(address, "/robots.txt")], manners=replace(limits, kinds=(), most_bytes=_ROBOTS_BYTES))
    if answer.problem and not answer.problem.startswith("4"):
        return Discovery((), limits, (Notice("robots-unread", {"host": _host(address)}),), found=False)
    robots = _robots("" if answer.problem else answer.data.decode("utf-8-sig", "replace"))
    pause = min(float(robots.crawl_delay(limits.agent) or 0), LONGEST_PAUSE)
    limits = replace(limits, pause=max(limits.pause, pause))
    begin = [address]
    if urlsplit(address).path in ("", "/"):
        begin = [*robots.sitemaps] or [urljoin(address, "/sitemap.xml")]
    search = _Search(_host(begin[0]), robots, limits, ask)
    pages = tuple(
        dict.fromkeys(page for page in search.pages(begin) if not parts or any(part in page for part in parts))
    )
    notices = [*search.notices()]
    if len(pages) > MOST_PAGES:
        notices.append(Notice("find-limited", {"count": str(len(pages) - MOST_PAGES), "most": str(MOST_PAGES)}))
    return Discovery(pages[:MOST_PAGES], limits, tuple(notices), search.has_read)


class _Search:
    """Goes from sitemap to sitemap of one host."""

    def __init__(self, host: str, robots: "Protego", limits: FetchLimits, ask: Callable[..., tuple[Page, ...]]) -> None:
        self.host = host
        self.robots = robots
        self.limits = replace(limits, kinds=_SITEMAP_KINDS, most_bytes=MOST_BYTES)
        self.ask = ask
        self.has_read = False
        self.unread: list[Notice] = []
        self.elsewhere = self.forbidden = 0

    def pages(self, begin: Sequence[str]) -> Iterator[str]:
        """Yield the pages that may be read, level by level, each sitemap once."""
        seen: set[str] = set()
        level = list(begin)
        while level:
            fresh = [address for address in dict.fromkeys(level) if address not in seen and self.may_read(address)]
            taken = fresh[: max(MOST_SITEMAPS - len(seen), 0)]
            if len(taken) < len(fresh):
                self.unread.append(Notice("find-sitemaps", {"most": str(MOST_SITEMAPS)}))
            seen.update(taken)
            level = []
            for answer in self.ask(taken, manners=self.limits):
                sitemap = read_sitemap(answer.data) if not answer.problem else None
                if sitemap is None or sitemap.problem:
                    problem = answer.problem or (sitemap.problem if sitemap else "")
                    self.unread.append(Notice("find-unread", {"address": answer.name, "problem": problem}))
                    continue
                self.has_read = True
                level += sitemap.sitemaps
                yield from filter(self.may_read, sitemap.pages)

    def may_read(self, address: str) -> bool:
        """Whether an address is of this host, and robots.txt allows it."""
        if _host(address) != self.host:
            self.elsewhere += 1
            return False
        if not self.robots.can_fetch(address, self.limits.agent):
            self.forbidden += 1
            return False
        return True

    def notices(self) -> Iterator[Notice]:
        """What there is to tell of the search."""
        yield from self.unread
        if self.elsewhere:
            yield Notice("find-elsewhere", {"count": str(self.elsewhere), "host": self.host})
        if self.forbidden:
            yield Notice("find-forbidden", {"count": str(self.forbidden), "host": self.host})


def _robots(text: str) -> "Protego":
    from protego import Protego

    return Protego.parse(text)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.netloc.lower() if parts.scheme in ("http", "https") else ""
