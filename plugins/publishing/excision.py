"""Taking out of a finished site what lists, feeds and calendars say of pages that must not come back.

An entry is what begins with a link to the page: an item of a list, a row of a table. What another page shows of it
otherwise says so by `data-from`. A link to it within a text stays and leads to the notice that stands there, as on any
page that was written before.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from msgspec import Struct

from plugins.core.addresses import file_address
from plugins.core.block_contract import MANIFEST_PATH, stamps_in
from plugins.core.workbench_addresses import FINDER
from plugins.publishing.page_elements import PlacedElement, elements_of

_ENTRIES = frozenset({"li", "tr", "article", "dt", "dd"})
"""Elements that may be an entry."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "th"})
"""Elements that say of what stands beside them what it is, and are nothing without it."""
_FRAMES = frozenset({"html", "body", "main"})
"""Elements that a page has, whatever is in them."""
_TAG = re.compile(r"<(?!(?:img|svg|input)\b)[^>]*>")
"""A tag of what shows nothing by itself."""
_ITEM = re.compile(r"<(?P<tag>item|entry|url)\b.*?</(?P=tag)>\s*", re.DOTALL)
_EVENT = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL)
_ABOUT = re.compile(r"<(?:guid|id|loc)\b[^>]*>[^<]*")
_LINKS = re.compile(r'\s(?:href|src|content)="([^"]*)"|\ssrcset="([^"]*)"')


class Traces(Struct, frozen=True):
    """By what pages are recognised."""

    site: str
    """The address of the site."""
    addresses: frozenset[str]
    """From the root of the site."""
    folders: tuple[str, ...]
    """Addresses below which everything is of these pages: a project's listings and feeds, a meeting's calendar."""
    ids: frozenset[str]
    """In feeds, and of events."""
    blocks: frozenset[tuple[str, str]]
    """Ids and languages of blocks that are to go too."""

    def leads_there(self, href: str, page: str) -> bool:
        """Return whether a link on a page of the site leads to one of them."""
        address = local_address(self.site, page, href)
        return address in self.addresses or address.startswith(self.folders)

    def are_in(self, text: str) -> bool:
        """Return whether a text names one of them as programs do: by an id, or by its whole address."""
        ends = {**dict.fromkeys(self.addresses, r"(?![\w/-])"), **dict.fromkeys(self.folders, "")}
        return any(identifier in text for identifier in self.ids) or any(
            re.search(re.escape(self.site + address.removeprefix("/")) + end, text) for address, end in ends.items()
        )

    def own(self, path: str) -> bool:
        """Return whether a file is one of theirs: a page itself, or what stands below one."""
        address = file_address(path)
        return address in self.addresses or address.startswith(self.folders)

    def show_block(self, text: str) -> bool:
        """Return whether a text quotes one of the blocks: each carries its stamp."""
        return any((stamp.identity.block, stamp.identity.language) in self.blocks for stamp in stamps_in(text))


def local_address(site: str, page: str, href: str) -> str:
    """Return the address within the site to which a link on a page leads; empty when it leads out of it."""
    target = urlsplit(urljoin(urljoin(site, page.removeprefix("/")), href))
    address = unquote(target._replace(query="", fragment="").geturl())
    return "/" + address.removeprefix(site) if address.startswith(site) else ""


def links_of(html: str, site: str, page: str) -> Iterator[str]:
    """Yield the addresses within the site to which a page leads, and of what it shows."""
    for link, sources in _LINKS.findall(html):
        for href in (link, *(source.split()[0] for source in sources.split(",") if source.strip())):
            yield local_address(site, page, href)


def without(path: str, data: bytes, traces: Traces) -> bytes:
    """Return a file without its entries for the pages; as it is when it has none."""
    kind = path.rpartition(".")[2]
    if kind not in ("html", "rss", "atom", "xml", "ics", "json"):
        return data
    text = data.decode("utf-8", "surrogateescape")
    if kind == "json":
        return _json(path, text, data, traces)
    if kind == "html":
        spans = _entries(text, file_address(path), traces)
    elif kind == "ics":
        spans = [event.span() for event in _EVENT.finditer(text) if traces.are_in(re.sub(r"\r?\n[ \t]", "", event[0]))]
    else:
        spans = [item.span() for item in _ITEM.finditer(text) if _is_about(item[0], traces)]
    return _cut(text, spans).encode("utf-8", "surrogateescape")


def _is_about(item: str, traces: Traces) -> bool:
    """Return whether an item of a feed is one of the pages, or one of the blocks: other texts may only link to them."""
    return traces.are_in("\n".join(_ABOUT.findall(item))) or traces.show_block(item)


def _cut(text: str, spans: Collection[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            parts.append(text[at:start])
            at = end
    return "".join([*parts, text[at:]])


def _entries(html: str, page: str, traces: Traces) -> list[tuple[int, int]]:
    """Find the entries for the pages, and what else leads there: links of the head, data for programs, blocks.

    A list of the page's own contents loses its entries for what is taken out.
    """
    found = []
    elements = elements_of(html)
    for element in elements:
        origin = element.href if element.tag == "link" else element.origin
        if origin and traces.leads_there(origin, page):
            found.append(element.span)
        elif element.tag == "script":
            found += [element.span] if traces.are_in(html[slice(*element.span)]) else []
        elif element.tag == "article":
            found += [element.span] if traces.show_block(html[slice(*element.span)]) else []
        elif element.tag == "a" and element.href and traces.leads_there(element.href, page):
            found += _entry(element)
    found = [*found, *_emptied(html, elements, frozenset(found))]
    inside = (
        element.name
        for element in elements
        if element.name and any(start <= element.span[0] < end for start, end in found)
    )
    gone = {f"#{name}" for name in inside}
    return found + [
        span for element in elements if element.tag == "a" and element.href in gone for span in _entry(element)
    ]


def _emptied(
    html: str, elements: Iterable[PlacedElement], gone: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Find the lists, tables and parts of a page that have nothing left but their headings."""
    headings = [element.span for element in elements if element.tag in _HEADINGS]
    touched = {
        above.span: above.tag
        for element in elements
        if element.span in gone
        for above in element.above
        if above.tag not in _FRAMES
    }
    for (start, end), tag in touched.items():
        inside = [(a - start, b - start) for a, b in (*gone, *headings) if start <= a and b <= end]
        if tag not in _HEADINGS and not _TAG.sub("", _cut(html[start:end], inside)).strip():
            yield start, end


def _entry(link: PlacedElement) -> list[tuple[int, int]]:
    """Find the entry that begins with a link, if there is one."""
    return [above.span for above in link.above if above.tag in _ENTRIES and above.first_link is link][:1]


def _json(path: str, text: str, data: bytes, traces: Traces) -> bytes:
    """Leave items out of a feed, and blocks out of the manifest and of what the finder of blocks looks through."""
    read = json.loads(text)
    if path == MANIFEST_PATH:
        rest: dict[str, Any] = {**read, "blocks": list(_blocks(read["blocks"], traces))}
    elif path.endswith(FINDER) and "blocks" in read:
        rest = {**read, "blocks": list(_findable(read["blocks"], read["language"], traces))}
    elif isinstance(read, dict) and isinstance(read.get("items"), list):
        rest = {**read, "items": [item for item in read["items"] if item.get("id") not in traces.ids]}
    else:
        return data
    return data if rest == read else (json.dumps(rest, ensure_ascii=False, indent=1) + "\n").encode()


def _blocks(entries: list[dict[str, Any]], traces: Traces) -> Iterator[dict[str, Any]]:
    for entry in entries:
        languages = {
            code: version for code, version in entry["languages"].items() if (entry["id"], code) not in traces.blocks
        }
        if languages:
            yield {**entry, "languages": languages}


def _findable(entries: list[dict[str, Any]], language: str, traces: Traces) -> Iterator[dict[str, Any]]:
    """Leave out blocks, and of others what is said of their versions in other languages that are gone."""
    touched = {block for block, _ in traces.blocks}
    for entry in entries:
        if (entry["id"], entry.get("language", language)) in traces.blocks:
            continue
        if entry["id"] in touched:
            others = [other for other in entry.get("languages", ()) if (entry["id"], other[2]) not in traces.blocks]
            yield {key: value for key, value in {**entry, "languages": others}.items() if key != "words"}
        else:
            yield entry
