"""What feedgen has no words for, as an extension of its own kind; loaded only when a feed is written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class KaikuFeed(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """Of a feed: that it says when it changed only when that is known, instead of the moment of the build."""

    def __init__(self) -> None:
        self.changed = ""

    def extend_ns(self) -> Mapping[str, str]:
        """Name the namespace of the entries' languages."""
        return {"dc": DUBLIN_CORE}

    def extend_rss(self, feed: "_Element") -> "_Element":
        """Take away the date that feedgen makes up."""
        channel = feed[0]
        made_up = channel.find("lastBuildDate")
        if not self.changed and made_up is not None:
            channel.remove(made_up)
        return feed


class KaikuEntry(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """Of an item: when it was updated (`atom:updated`) and its language (`dc:language`); empty: nothing is said."""

    def __init__(self) -> None:
        self.updated = ""
        self.language = ""

    def extend_rss(self, entry: "_Element") -> "_Element":
        """Add what is known."""
        for name, text in ((f"{{{ATOM}}}updated", self.updated), (f"{{{DUBLIN_CORE}}}language", self.language)):
            if text:
                etree.SubElement(entry, name).text = text
        return entry
