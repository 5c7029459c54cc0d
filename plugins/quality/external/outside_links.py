"""The links of the published content to other sites, and the places in the sources that use each."""

from collections.abc import Iterator
from pathlib import Path

from plugins.core.diagnostics import Place
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts, ProjectFacts
from plugins.core.index import SiteIndex


def outside_links(index: SiteIndex) -> dict[str, tuple[str, ...]]:
    """Return the addresses on the web that published versions link to, each with the sources that do."""
    found: dict[str, list[str]] = {}
    for version in index.by_source.values():
        if index.is_published(version):
            for address in dict.fromkeys(_addresses(version)):
                if address.startswith(("http://", "https://")):
                    found.setdefault(address, []).append(version.source)
    return {address: tuple(sources) for address, sources in sorted(found.items())}


def _addresses(version: Version) -> Iterator[str]:
    yield from version.body.outside
    if isinstance(version.facts, MeetingFacts):
        yield from (attachment.url for attachment in version.facts.attachments)
    if isinstance(version.facts, ProjectFacts):
        yield from (link.url for link in version.facts.links)


def places(content: Path, source: str, address: str) -> list[Place]:
    """Find where a source writes an address; the file itself when it is written in another way."""
    lines = (content / source).read_text(encoding="utf-8", errors="replace").splitlines()
    found = [
        Place(source, number, line.index(address) + 1)
        for number, line in enumerate(lines, 1)
        if address in line and not _is_longer(line, address)
    ]
    return found or [Place(source)]


def _is_longer(line: str, address: str) -> bool:
    """Return whether all that the line has is a longer address with the same beginning."""
    following = line[line.index(address) + len(address) :][:1]
    return line.count(address) == 1 and (following.isalnum() or following in {"/", "-", "_", "?", "=", "%"})
