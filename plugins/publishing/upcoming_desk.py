"""The desk of what is to come: the forecast as a page of the preview."""

import sys
from collections.abc import Mapping

from plugins.core.desk_page import desk_page, element
from plugins.core.index import SiteIndex
from plugins.core.markup.tree import Node
from plugins.publishing.announcements import Voice
from plugins.publishing.forecast import forecast
from plugins.publishing.forecast_text import as_text

DAYS = 28
"""How far the desk looks ahead; the command `upcoming` is told."""


class UpcomingDesk:
    """Shows what the coming weeks publish and withdraw, and what is missing; there is nothing to decide."""

    def page(self, index: SiteIndex, _address: str, language: str) -> bytes:
        """Write the forecast as a page."""
        text = as_text(forecast(index, DAYS), language, Voice(language, sys.stdout).text)
        title, *lists = text.rstrip("\n").split("\n\n")
        parts = [part.partition("\n") for part in lists]
        shown = [node for name, _, rows in parts for node in _list(name, rows)]
        return desk_page(title, language, *shown)

    def act(self, index: SiteIndex, form: Mapping[str, str]) -> None:
        """Change nothing: the page has no form."""


def _list(name: str, rows: str) -> tuple[Node, ...]:
    return (element("h2", name), element("pre", rows)) if rows else (element("p", name),)
