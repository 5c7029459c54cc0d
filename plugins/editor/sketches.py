"""Pages of texts that are not saved: made for the preview pane, and forgotten when there are newer ones."""

import secrets
from collections import OrderedDict
from typing import NamedTuple

from plugins.authoring.version_reading import parse_source
from plugins.preview.annex import Shown

MOST = 8
"""Sketches that are kept: each open tab asks for its own at once."""


class Sketched(NamedTuple):
    """A sketch that can be asked for: the address at which it would stand, and its number."""

    address: str
    number: str


class Sketches:
    """The latest sketches."""

    def __init__(self, site: Shown) -> None:
        self._site = site
        self._pages: OrderedDict[str, bytes] = OrderedDict()

    def made(self, source: str, text: str) -> Sketched | None:
        """Make the page of a source with another text; None for a text that makes no page."""
        read = parse_source(source, text.encode("utf-8"))
        sketch = self._site.sketched(*read) if read is not None else None
        if sketch is None:
            return None
        number = secrets.token_hex(8)
        self._pages[number] = sketch.data
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)
        return Sketched("/" + sketch.address.lstrip("/"), number)

    def page(self, number: str) -> bytes | None:
        """Return a sketch; None for one that is forgotten."""
        return self._pages.get(number)
