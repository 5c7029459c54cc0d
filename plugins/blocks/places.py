"""The places of a block: the ids of its headings, and where the links of its text lead."""

from typing import TypeAlias

from plugins.blocks.targets import absolute_target
from plugins.blocks.texts import written
from plugins.blocks.views import BlockView
from plugins.core.addresses import slugify
from plugins.core.markup.links import Link, is_symbolic
from plugins.core.markup.tree import Element

Attributes: TypeAlias = tuple[tuple[str, str], ...]


class Places:
    """What is settled of a block's ids and links while its text is walked through in order."""

    def __init__(self, view: BlockView) -> None:
        self.view = view
        self.links: dict[str, Link] = {link.symbol: link for link in view.links}
        self.taken = {view.heading_id}
        self.ids: dict[str, str] = {}
        """By the ids of the text, those that their headings have in the block."""
        self.has_local_links = False

    def new_id(self, wish: str) -> str:
        """Take an id of the block's own that nothing in it has yet."""
        stem = f"{self.view.heading_id}-{slugify(wish) or 'osa'}"
        chosen, number = stem, 1
        while chosen in self.taken:
            number += 1
            chosen = f"{stem}-{number}"
        self.taken.add(chosen)
        return chosen

    def renamed(self, old: str) -> str:
        """Take an id for a heading, by the one that it has in the text or what it says."""
        new = self.new_id(old)
        self.ids.setdefault(old, new)
        return new

    def target(self, link: Element) -> tuple[Attributes, str] | None:
        """Give a link's attributes, and the words about it that are to follow it; None when it leads nowhere."""
        href = link.get("href")
        if not href:
            return None
        hreflang, note = link.get("hreflang"), ""
        if is_symbolic(href):
            known = self.links.get(href)
            if known is None:
                return None
            href, note = known.href, known.note
            hreflang = known.language or hreflang
        if href.startswith("#"):
            self.has_local_links = True
            target: str | None = href
        else:
            target = absolute_target(written(href), self.view.url)
        if target is None:
            return None
        attributes: Attributes = (("hreflang", hreflang),) if hreflang else ()
        attributes += (("href", target),)
        language = link.get("lang")
        if language:
            attributes += (("lang", language),)
        return attributes, note

    def localized(self, element: Element) -> Element:
        """Let a link within the text lead to where its target now is: in the block, else on the page."""
        href = element.get("href")
        if href is None or not href.startswith("#"):
            return element
        old = href[1:]
        target = f"#{self.ids[old]}" if old in self.ids else f"{self.view.url.partition('#')[0]}{href}"
        return Element(
            element.tag,
            tuple((name, target if name == "href" else value) for name, value in element.attributes),
            element.children,
        )
