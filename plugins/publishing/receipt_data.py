"""The receipt as data: what programs are given, and what is kept of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.core.stale_pages import StalePage
from plugins.publishing.receipt import Addresses, Move, Receipt, Size
from plugins.publishing.releases import as_data as release_data
from plugins.publishing.releases import from_data as release_from
from plugins.publishing.subscriptions import Subscription


def as_data(shown: Receipt) -> dict[str, Any]:
    """Return a receipt for JSON: addresses from the root of the site, sizes in bytes."""
    return {
        "release": release_data(shown.release),
        "destination": shown.destination,
        "site": shown.site,
        "addresses": {
            "new": list(shown.addresses.new),
            "changed": list(shown.addresses.changed),
            "moved": [{"from": move.old, "to": move.new} for move in shown.addresses.moved],
            "gone": list(shown.addresses.gone),
        },
        "files": dict(zip(("new", "changed", "removed"), shown.files, strict=True)),
        "subscriptions": [subscription_data(subscription) for subscription in shown.subscriptions],
        "stale": [
            {
                "url": page.url,
                "block": page.block,
                "lang": page.language,
                "profile": page.profile,
                "withdrawn": page.withdrawn,
            }
            for page in shown.stale
        ],
        "size": {
            "files": shown.size.files,
            "bytes": shown.size.all,
            "before": shown.size.before,
            "sent": shown.size.sent,
        },
    }


def subscription_data(subscription: Subscription) -> dict[str, Any]:
    """Return for JSON what the subscribers of an address will see."""
    return {
        "address": subscription.address,
        "kind": "calendar" if subscription.is_calendar else "feed",
        "new": list(subscription.new),
        "changed": list(subscription.changed),
        "gone": list(subscription.gone),
        "again": list(subscription.again),
        "ends": subscription.ends,
    }


def _subscription(entry: Mapping[str, Any]) -> Subscription:
    new, changed, gone, again = (_texts(entry[key]) for key in ("new", "changed", "gone", "again"))
    return Subscription(str(entry["address"]), new, changed, gone, again, bool(entry["ends"]))


def from_data(data: Mapping[str, Any]) -> Receipt:
    """Read a receipt back; raises ValueError, KeyError or TypeError when it is none."""
    found, size = data["addresses"], data["size"]
    return Receipt(
        release=release_from(data["release"]),
        destination=str(data["destination"]),
        site=str(data["site"]),
        addresses=Addresses(
            new=_texts(found["new"]),
            changed=_texts(found["changed"]),
            moved=tuple(Move(str(move["from"]), str(move["to"])) for move in found["moved"]),
            gone=_texts(found["gone"]),
        ),
        files=(int(data["files"]["new"]), int(data["files"]["changed"]), int(data["files"]["removed"])),
        subscriptions=tuple(map(_subscription, data["subscriptions"])),
        stale=tuple(
            StalePage(
                str(page["url"]), str(page["block"]), str(page["lang"]), str(page["profile"]), bool(page["withdrawn"])
            )
            for page in data["stale"]
        ),
        size=Size(int(size["files"]), int(size["bytes"]), int(size["before"]), int(size["sent"])),
    )


def _texts(some: Iterable[Any]) -> tuple[str, ...]:
    return tuple(str(text) for text in some)
