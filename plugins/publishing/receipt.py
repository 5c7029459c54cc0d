"""The receipt of a release: everything that it changes for readers, subscribers and editors of other pages."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from plugins.core.addresses import file_address
from plugins.core.ledger import Ledger, PublishedVersion
from plugins.core.stale_pages import StalePage
from plugins.publishing.changes import Changes, changes, is_page, page_addresses
from plugins.publishing.releases import Release
from plugins.publishing.site_tree import SiteTree
from plugins.publishing.subscriptions import Subscription, compared, subscribed


class Move(Struct, frozen=True):
    """A page whose address changes; the old one leads on."""

    old: str
    new: str


class Addresses(Struct, frozen=True):
    """What becomes of the addresses of pages, sorted. At one that is gone there is a notice, or nothing."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    moved: tuple[Move, ...]
    gone: tuple[str, ...]


class Size(Struct, frozen=True):
    """How large a site is and was, and what of it has to be sent, in bytes."""

    files: int
    all: int
    before: int
    sent: int


class Receipt(Struct, frozen=True):
    """A receipt. It is a function of two trees and their ledgers, and so can be made again at any time."""

    release: Release
    destination: str
    site: str
    """The address of the site."""
    addresses: Addresses
    files: tuple[int, int, int]
    """Other files than pages: how many are new, changed and removed."""
    subscriptions: tuple[Subscription, ...]
    """The feeds and calendars that change."""
    stale: tuple[StalePage, ...]
    size: Size


class ReceiptState(Struct, frozen=True):
    """What a receipt compares: a tree, and the ledger that belongs to it."""

    tree: SiteTree
    ledger: Ledger


def receipt(
    release: Release, destination: str, site: str, before: ReceiptState, after: ReceiptState, stale: Sequence[StalePage]
) -> Receipt:
    """Make the receipt of a release that turns one state into another."""
    found = changes(before.tree.files, after.tree.files)
    changed = (found.added, found.changed, found.removed)
    return Receipt(
        release=release,
        destination=destination,
        site=site,
        addresses=addresses(found, before.ledger, after.ledger),
        files=(len(_others(found.added)), len(_others(found.changed)), len(_others(found.removed))),
        subscriptions=_subscriptions(before.tree, after.tree, [path for paths in changed for path in paths]),
        stale=tuple(stale),
        size=Size(
            files=len(after.tree.files),
            all=sum(after.tree.sizes.values()),
            before=sum(before.tree.sizes.values()),
            sent=sum(after.tree.sizes[path] for path in (*found.added, *found.changed)),
        ),
    )


def _others(paths: Iterable[str]) -> list[str]:
    return [path for path in paths if not is_page(path)]


def addresses(found: Changes, before: Ledger, after: Ledger) -> Addresses:
    """Return what becomes of addresses: that of a document that moves is neither new nor changed."""
    moved, gone, settled = [], [], set()
    for version in after.versions:
        known = before.version(version.key, version.language)
        if known is None or known.withdrawn:
            continue
        if version.withdrawn:
            gone.append(_present(known))
            settled |= {*known.addresses, *version.addresses}
        elif _present(known) != _present(version):
            moved.append(Move(_present(known), _present(version)))
            settled |= {*known.addresses, *version.addresses}
    parts = _moved_parts(moved, page_addresses((*found.added, *found.changed)))
    moved += parts
    settled |= {address for part in parts for address in (part.old, part.new)}
    removed = (file_address(path) for path in found.removed if is_page(path))
    return Addresses(
        new=tuple(page_address for page_address in page_addresses(found.added) if page_address not in settled),
        changed=tuple(page_address for page_address in page_addresses(found.changed) if page_address not in settled),
        moved=tuple(sorted(moved, key=lambda move: (move.old, move.new))),
        gone=tuple(sorted({*gone, *(address for address in removed if address not in settled)})),
    )


def _moved_parts(moved: Iterable[Move], touched: Iterable[str]) -> list[Move]:
    """Find the pages below moved ones, as a project's listings, that have moved along: both ends have a page now."""
    there = frozenset(touched)
    earlier = {move.new: move.old for move in moved if move.old}
    pairs = ((earlier.get(folder), folder, address) for address in there for folder in _folders_above(address))
    parts = (Move(old + address.removeprefix(folder), address) for old, folder, address in pairs if old)
    return [part for part in parts if part.old in there]


def _folders_above(address: str) -> Iterator[str]:
    """Yield the addresses below which an address stands, the farthest first."""
    return (address[: place + 1] for place, sign in enumerate(address[:-1]) if sign == "/")


def _present(version: PublishedVersion) -> str:
    """Return the address where a version stands; it has none when another document has taken them all."""
    return version.addresses[0] if version.addresses else ""


def _subscriptions(before: SiteTree, after: SiteTree, changed: Sequence[str]) -> tuple[Subscription, ...]:
    # Of a feed in several formats the one is read that both states have.
    read = [path for path in subscribed({*before.files, *after.files}) if path in set(changed)]
    old, new = before.read([path for path in read if path in before.files]), after.read(read)
    found = (compared(file_address(path), old.get(path), new.get(path)) for path in read)
    return tuple(filter(None, found))
