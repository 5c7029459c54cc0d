"""Writing JSON Feed 1.1 (jsonfeed.org/version/1.1). What it has no words for stands under `_kaiku`, as it asks."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import json

from plugins.feeds.addresses import JSON
from plugins.feeds.content import plain
from plugins.feeds.model import Counterpart, FeedView, ItemView

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(view: FeedView, contents: Sequence[str], sizes: Sequence[int]) -> bytes:
    """Write a feed; `contents` and `sizes` are those of its items, as for the other formats."""
    feed = {
        "version": VERSION,
        "title": plain(view.title) or view.link,
        "home_page_url": view.link,
        "feed_url": view.link + JSON.file,
        "description": plain(view.description),
        "language": view.language,
        "authors": _authors(view.author or view.site_name),
        "_kaiku": _said(
            {
                "id": view.id,
                "copyright": plain(view.copyright),
                "alternates": [
                    {"language": alternate.language, "url": alternate.link, "feed_url": alternate.link + JSON.file}
                    for alternate in view.alternates
                ],
            }
        ),
        "items": [_item(view, *parts) for parts in zip(view.items, contents, sizes, strict=True)],
    }
    return json.format(json.encode(_said(feed, required=("items",))), indent=1) + b"\n"


def _item(view: FeedView, item: ItemView, content: str, size: int) -> dict[str, Any]:
    summary = plain(item.summary)
    given = item.enclosure
    entry = {
        "id": item.id,
        "url": item.link,
        "title": plain(item.title),
        "content_html": content,
        "content_text": "" if content else summary or plain(item.title) or item.link,  # One of the two is demanded.
        "summary": summary,
        "image": item.lead.picture.src if item.lead else "",
        "date_published": item.published,
        "date_modified": item.updated,
        "authors": _authors(view.author),
        "tags": [tag for category in item.categories if (tag := plain(category))],
        "language": item.language if item.language != view.language else "",
        "attachments": given
        and [
            _said(
                {
                    "url": given.address,
                    "mime_type": given.media_type,
                    "title": plain(given.description),
                    "size_in_bytes": size,
                }
            )
        ],
        "_kaiku": _alternates(item.alternates),
    }
    return _said(entry)


def _authors(name: str) -> list[dict[str, str]]:
    cleaned = plain(name)
    return [{"name": cleaned}] if cleaned else []


def _alternates(alternates: Iterable[Counterpart]) -> dict[str, Any]:
    found = [{"language": alternate.language, "url": alternate.link} for alternate in alternates]
    return {"alternates": found} if found else {}


def _said(members: dict[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    """Leave out what is empty: no key says that something is not known."""
    return {key: member for key, member in members.items() if member or key in required}
