"""What subscribers of feeds and calendars have before them: the items by their permanent ids, and what becomes of them.

Feeds of one address in several formats have the same items, so that one of them is read.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree
from msgspec import Struct

_FORMATS = (".rss", ".atom", ".json", ".ics")
_FEED = re.compile(r"(.*/)?([^/]+\.(rss|atom|ics)|feed\.json)").fullmatch
_ATOM = "{http://www.w3.org/2005/Atom}"


class SubscribedItem(Struct, frozen=True):
    """An item or event: its permanent id, its title, and all that is said of it, for comparing."""

    id: str
    title: str
    text: str
    link: str = ""
    """Where it leads; events lead nowhere."""

    def is_like(self, other: "SubscribedItem") -> bool:
        """Return whether readers would take another for the same: it has the title, or leads to the same page."""
        return bool(self.title and self.title == other.title) or bool(self.link and self.link == other.link)


class Subscription(Struct, frozen=True):
    """What subscribers of an address will see: titles of items that are new, changed and gone."""

    address: str
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    again: tuple[str, ...] = ()
    """Titles of items that subscribers know and will be shown once more, since their ids have changed."""
    ends: bool = False
    """Whether nothing stands at the address any longer, so that its subscribers see nothing more."""

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone or self.again or self.ends)

    @property
    def is_calendar(self) -> bool:
        """Whether events come at this address, not texts."""
        return self.address.endswith(".ics")


def subscribed(paths: Iterable[str]) -> tuple[str, ...]:
    """Choose the files that people and programs subscribe to, one of each feed."""
    chosen: dict[str, str] = {}
    for path in sorted(filter(_FEED, paths), key=lambda path: (_FORMATS.index(_ending(path)), path)):
        chosen.setdefault(path.rpartition(".")[0], path)
    return tuple(sorted(chosen.values()))


def is_followed(path: str) -> bool:
    """Return whether a file is a feed or a calendar."""
    return bool(_FEED(path))


def _ending(path: str) -> str:
    return "." + path.rpartition(".")[2]


def compared(address: str, before: bytes | None, after: bytes | None) -> Subscription:
    """Compare two states of a feed or calendar; None where there was or will be none. What cannot be read is empty."""
    old, new = (_by_id(address, data) for data in (before, after))
    if before is not None and after is None:
        return Subscription(address, (), (), (), ends=True)
    fresh = [item for key, item in new.items() if key not in old]
    gone = [item for key, item in old.items() if key not in new]
    again = [item for item in fresh if any(map(item.is_like, gone))]
    return Subscription(
        address,
        tuple(item.title for item in fresh if item not in again),
        tuple(item.title for key, item in new.items() if key in old and old[key].text != item.text),
        tuple(item.title for item in gone if not any(map(item.is_like, again))),
        tuple(item.title for item in again),
    )


def _by_id(address: str, data: bytes | None) -> Mapping[str, SubscribedItem]:
    if data is None:
        return {}
    read = {".ics": _events, ".json": _json_items}.get(_ending(address), _xml_items)
    try:
        return {item.id: item for item in read(data)}
    except (ValueError, KeyError, TypeError, etree.XMLSyntaxError):
        return {}


def _xml_items(data: bytes) -> Iterator[SubscribedItem]:
    """Read the items of RSS 2.0, or the entries of Atom (RFC 4287)."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    for element in root.iter("item", f"{_ATOM}entry"):
        space = _ATOM if element.tag.startswith(_ATOM) else ""
        key = element.findtext(f"{space}id" if space else "guid") or ""
        title, link = (element.findtext(f"{space}title") or "").strip(), element.find(f"{space}link")
        address = "" if link is None else link.get("href") or link.text or ""
        yield SubscribedItem(key, title, etree.tostring(element, method="c14n").decode(), address)


def _json_items(data: bytes) -> Iterator[SubscribedItem]:
    """Read the items of JSON Feed 1.1."""
    for load in json.loads(data)["items"]:
        yield SubscribedItem(load["id"], load.get("title", ""), json.dumps(load, sort_keys=True), load.get("url", ""))


def _events(data: bytes) -> Iterator[SubscribedItem]:
    """Read the events of iCalendar (RFC 5545): long lines are folded, and a stamp says nothing of the event."""
    lines = re.sub(r"\r?\n[ \t]", "", data.decode("utf-8")).splitlines()
    event: list[str] | None = None
    for line in lines:
        if line == "BEGIN:VEVENT":
            event = []
        elif line == "END:VEVENT" and event is not None:
            facts = {re.split("[;:]", content_line)[0]: content_line.partition(":")[2] for content_line in event}
            title = re.sub(r"\\([,;\\])", r"\1", facts.get("SUMMARY", ""))
            key = f"{facts.get('UID', '')} {facts.get('RECURRENCE-ID', '')}".strip()
            yield SubscribedItem(key, title, "\n".join(event))
            event = None
        elif event is not None and not line.startswith("DTSTAMP"):
            event.append(line)
