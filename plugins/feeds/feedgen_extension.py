"""What feedgen has no words for, or loses, as an extension of its own kind; loaded only when a feed is written.

Of an Atom feed it makes elements without a namespace under a default one: what is added to these is named alike.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from plugins.feeds.addresses import ATOM, FORMATS, RSS, FeedFormat
from plugins.feeds.content import plain

if TYPE_CHECKING:
    from lxml.etree import _Element

    from plugins.feeds.model import Counterpart, Enclosure, FeedView, ItemView

ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
MEDIA = "http://search.yahoo.com/mrss/"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM_LINK = f"{{{ATOM_NAMESPACE}}}link"


class KaikuFeed(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Of a feed: where it stands in other languages, and that it says when it changed only when that is known."""

    view: "FeedView"

    def extend_ns(self) -> Mapping[str, str]:
        """Name the namespaces of what is added."""
        return {"dc": DUBLIN_CORE, "media": MEDIA}

    def extend_rss(self, feed: "_Element") -> "_Element":
        """Add the other languages, and take away the date that feedgen makes up."""
        channel = feed[0]
        made_up = channel.find("lastBuildDate")
        if not self.view.changed and made_up is not None:
            channel.remove(made_up)
        _add_feeds(channel, ATOM_LINK, self.view.alternates, RSS)
        return feed

    def extend_atom(self, feed: "_Element") -> "_Element":
        """Add the other formats and languages."""
        view = self.view
        for form in FORMATS:
            if form is not ATOM:
                _add_link(feed, "link", form.media_type, view.language, view.link + form.file)
        _add_feeds(feed, "link", view.alternates, ATOM)
        _add_pages(feed, "link", view.alternates, view.language, view.link)
        return feed


class KaikuEntry(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Of an item: its languages, who answers for it, when it was updated, what comes with it."""

    item: "ItemView"
    author: str
    feed_language: str
    size: int

    def extend_rss(self, entry: "_Element") -> "_Element":
        """Add what is known."""
        item = self.item
        encoded = entry.find(f"{{{CONTENT}}}encoded")
        if encoded is not None and encoded.text:
            encoded.text = etree.CDATA(encoded.text)  # The same to a program, and people can read it.
        _say(entry, f"{{{DUBLIN_CORE}}}creator", self.author)
        _say(entry, f"{{{ATOM_NAMESPACE}}}updated", item.updated)
        _say(entry, f"{{{DUBLIN_CORE}}}language", item.language if item.language != self.feed_language else "")
        if item.alternates:
            _add_pages(entry, ATOM_LINK, item.alternates, item.language, item.link)
        if item.enclosure:
            _add_media(entry, item.enclosure, self.size)
        return entry

    def extend_atom(self, entry: "_Element") -> "_Element":
        """Put an entry's links right, of which feedgen keeps the address only, and add what is known."""
        item = self.item
        for bare in entry.findall("link"):
            entry.remove(bare)
        etree.SubElement(entry, "link", {"href": item.link})
        _add_pages(entry, "link", item.alternates, item.language, item.link)
        if item.language != self.feed_language:
            entry.set(LANGUAGE, item.language)
        if item.enclosure:
            given = item.enclosure
            enclosure = {"rel": "enclosure", "type": given.media_type, "length": str(self.size), "href": given.address}
            title = plain(given.description)
            etree.SubElement(entry, "link", {**enclosure, "title": title} if title else enclosure)
            _add_media(entry, given, self.size)
        return entry


def _say(parent: "_Element", name: str, text: str) -> None:
    if text:
        etree.SubElement(parent, name).text = plain(text)


def _add_pages(parent: "_Element", name: str, alternates: "tuple[Counterpart, ...]", language: str, link: str) -> None:
    """Add the pages in every language, the own one at the end.

    Some programs take the first link for that of the item, others (feedparser, newsboat) the last one: it is both.
    """
    for alternate in alternates:
        _add_link(parent, name, "text/html", alternate.language, alternate.link)
    _add_link(parent, name, "text/html", language, link)


def _add_feeds(parent: "_Element", name: str, alternates: "tuple[Counterpart, ...]", form: FeedFormat) -> None:
    for alternate in alternates:
        _add_link(parent, name, form.media_type, alternate.language, alternate.link + form.file)


def _add_link(parent: "_Element", name: str, media_type: str, language: str, href: str) -> None:
    link = {"rel": "alternate", "type": media_type, "hreflang": language, "href": href}
    etree.SubElement(parent, name, link)


def _add_media(parent: "_Element", given: "Enclosure", size: int) -> None:
    """Describe an enclosure (Media RSS 1.5.1)."""
    medium = given.media_type.partition("/")[0]
    media = etree.SubElement(
        parent,
        f"{{{MEDIA}}}content",
        {
            "url": given.address,
            "fileSize": str(size),
            "type": given.media_type,
            "medium": medium if medium in {"image", "audio", "video"} else "document",
        },
    )
    if given.width:
        media.set("width", str(given.width))
        media.set("height", str(given.height))
    if given.description:
        described = etree.SubElement(media, f"{{{MEDIA}}}description", {"type": "plain"})
        described.text = plain(given.description)
