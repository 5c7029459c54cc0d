"""Identity of events: which of the published ones an occasion is, so that calendars move it instead of doubling it."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from urllib.parse import urlsplit

from plugins.calendar.occasions import Occasion
from plugins.core.ledger import PublishedEvent
from plugins.core.site import Site


def identified(site: Site, occasions: Sequence[Occasion], known: Iterable[PublishedEvent]) -> list[str]:
    """Return the UID of each occasion; all belong to one owner, language and kind, and so do the known events.

    An occasion is the known event with the same time and name, else with the same name, else with the same time, else
    a new one. Numbers of events that are gone are never given again.
    """
    left = list(known)
    uids = [""] * len(occasions)
    for is_same in (_alike, _named_alike, _timed_alike):
        for place, occasion in enumerate(occasions):
            match = next((event for event in left if not uids[place] and is_same(occasion, event)), None)
            if match is not None:
                uids[place] = match.uid
                left.remove(match)
    taken = {event.uid for event in known} | set(uids)
    for place, occasion in enumerate(occasions):
        uids[place] = uids[place] or _new(site, occasion, taken)
        taken.add(uids[place])
    return uids


def words_of(name: str) -> str:
    """Return the fingerprint of a name."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _new(site: Site, occasion: Occasion, taken: set[str]) -> str:
    host = urlsplit(site.base).hostname or "localhost"
    stem, number = f"{occasion.owner}.{occasion.version.language}.{occasion.kind}", 1
    while (uid := f"{stem}-{number}@{host}") in taken:
        number += 1
    return uid


def _named_alike(occasion: Occasion, event: PublishedEvent) -> bool:
    return event.words == words_of(occasion.name)


def _timed_alike(occasion: Occasion, event: PublishedEvent) -> bool:
    return event.start == occasion.start.iso


def _alike(occasion: Occasion, event: PublishedEvent) -> bool:
    return _named_alike(occasion, event) and _timed_alike(occasion, event)
