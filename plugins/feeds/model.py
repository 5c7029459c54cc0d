"""The views of feeds, for any format of feed to write. Every address is absolute, every moment aware (ISO 8601)."""

from datetime import UTC, datetime

from plugins.core.markup.links import Link
from plugins.core.markup.pictures import ShownPicture
from plugins.core.values import value


@value
class LeadPicture:
    """The picture at the head of an item; `caption` holds the credit too."""

    picture: ShownPicture
    alt: str
    caption: str


@value
class ItemView:
    """An item: a document in one language."""

    id: str
    """A permanent `tag:` URI (RFC 4151), made of the document's key and language only."""
    title: str
    link: str
    published: str
    updated: str
    """Empty when the document has not been updated since it was published."""
    summary: str
    language: str
    body: str
    """The digest of the text's tree."""
    links: tuple[Link, ...] = ()
    pictures: tuple[ShownPicture, ...] = ()
    """Those of the text."""
    lead: LeadPicture | None = None
    categories: tuple[str, ...] = ()


@value
class FeedView:
    """A feed of one language, newest item first."""

    title: str
    description: str
    language: str
    link: str
    """The page that shows the same."""
    address: str
    """The feed's own address."""
    copyright: str
    items: tuple[ItemView, ...]

    @property
    def changed(self) -> str:
        """When anything in the feed was last published or updated; empty in an empty feed."""
        moments = (item.updated or item.published for item in self.items)
        return max(filter(None, moments), default="", key=_moment)


def _moment(iso: str) -> str:
    # As text, moments of different offsets would not compare by time.
    return datetime.fromisoformat(iso).astimezone(UTC).isoformat()
