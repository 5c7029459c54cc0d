"""The seam for a room that answers requests of its own in the preview, under a prefix where no page stands."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from plugins.core.documents import Version
    from plugins.core.index import SiteIndex
    from plugins.core.markup.tree import Tree
    from plugins.preview.sketch import Sketch


class Shown(Protocol):
    """What the preview shows."""

    def shown(self) -> "SiteIndex | None":
        """Return the index that is shown now."""

    def sketched(self, version: "Version", tree: "Tree") -> "Sketch | None":
        """Return the page of a version as it would be."""


class AnnexRequest(Struct, frozen=True):
    """A request from a browser on this machine; a POST comes from a page of ours."""

    path: str
    query: Mapping[str, str]
    body: bytes | None = None
    """What was sent; None for a GET."""


class Answer(Struct, frozen=True):
    """What is sent back."""

    data: bytes
    media: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Annex(Protocol):
    """Answers what is asked under its prefix."""

    prefix: str
    mark: str
    """The name in a query by which the annex is asked for a page at an address of the site."""
    longest: int
    """Bytes of a body that is read."""

    def answer(self, asked: AnnexRequest) -> Answer | None:
        """Answer a request; None where there is nothing."""

    def opened(self, address: str) -> None:
        """Learn that the preview answers at an address now."""
