"""The seam by which a room makes pages of the site that look like all others without knowing their parts."""

from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct

from plugins.core.index import SiteIndex


class PageSubject(Struct, frozen=True):
    """What a page is, as far as what surrounds it must know."""

    address: str
    title: str
    description: str
    counterparts: tuple[tuple[str, str], ...]
    """Languages and the addresses of the same page in them, this one included."""
    trail: tuple[tuple[str, str], ...]
    """Names and addresses below the home on the way to the page, the page included."""
    robots: str = ""


Surround: TypeAlias = Callable[[SiteIndex, str], Callable[[PageSubject], Any]]
"""From the index and a language to a function that gives the `shell` of a page's view: head, menu, footer."""
