"""The views of feeds, for any format of feed to write. Every address is absolute, every moment aware (ISO 8601)."""

from datetime import UTC, datetime

from msgspec import Struct

from plugins.core.documents import Variant
from plugins.core.markup.links import Link
from plugins.core.markup.pictures import ShownPicture


class LeadPicture(Struct, frozen=True):
    """The picture at the head of an item; `caption` holds the credit too."""

    picture: ShownPicture
    file: Variant
    output: str
    """The output that makes the file."""
    alt: str
    caption: str


class Enclosure(Struct, frozen=True):
    """The file that comes with an item: its picture, or what a meeting had before it."""

    address: str
    media_type: str
    description: str
    path: str = ""
    """Its file, where its size is not known before that is made."""
    output: str = ""
    """The output that makes the file."""
    size: int = 0
    """In bytes."""
    width: int = 0
    height: int = 0
    """In pixels, of a picture."""


class Counterpart(Struct, frozen=True):
    """The same in another language: the page's address."""

    language: str
    link: str


class ItemView(Struct, frozen=True):
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
    alternates: tuple[Counterpart, ...] = ()
    enclosure: Enclosure | None = None

    @property
    def changed(self) -> str:
        """When the item was last published or updated."""
        return self.updated or self.published


class FeedView(Struct, frozen=True):
    """A feed of one language, newest item first."""

    id: str
    """A permanent `tag:` URI."""
    title: str
    description: str
    language: str
    link: str
    """The page that shows the same; the feed's own files stand beside it."""
    folder: str
    """Where these files stand in the output tree."""
    author: str
    """The organisation that publishes the site; empty while site.yaml does not say it."""
    site_name: str
    copyright: str
    alternates: tuple[Counterpart, ...]
    """The same feed in other languages, by the page of each."""
    items: tuple[ItemView, ...]
    earlier: tuple[str, ...] = ()
    """Where the files have stood before: they stay there for those who follow them, and name the present place."""

    @property
    def changed(self) -> str:
        """When anything in the feed was last published or updated; empty in an empty feed."""
        return max(filter(None, (item.changed for item in self.items)), default="", key=_moment)


def _moment(iso: str) -> str:
    # As text, moments of different offsets would not compare by time.
    return datetime.fromisoformat(iso).astimezone(UTC).isoformat()
