"""The map of the site for search engines: every page that they may show, with its versions and its last change."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from plugins.core.addresses import absolute
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output
from plugins.listings.structured_data import moment
from plugins.listings.views import Alternate, Head

SITEMAP_PATH = "sitemap.xml"
ROBOTS_PATH = "robots.txt"


class MappedPage(Struct, frozen=True):
    """A page in the map: its absolute address, the same content in other languages, and when its text last changed."""

    address: str
    alternates: tuple[Alternate, ...]
    """The page itself included, as the page's own head names them; none when it stands alone."""
    modified: str
    """ISO 8601 as its author wrote it, a time with its offset from UTC; empty when no date is known."""


class SitemapView(Struct, frozen=True):
    """The pages of all languages, by address."""

    pages: tuple[MappedPage, ...]


class RobotsView(Struct, frozen=True):
    """What crawlers are told: everything is open, and the map is at this absolute address."""

    sitemap: str


def sitemap(index: SiteIndex, outputs: Sequence[Output]) -> Iterator[Output]:
    """Give the map of all pages that are made, and the file by which crawlers find it.

    A site that shows drafts is for nobody to find.
    """
    if index.withheld is not None:
        return
    heads = {head.canonical: (head, output.source) for output in outputs if (head := _head(output))}
    pages = [
        MappedPage(address, head.alternates, _modified(index, source)) for address, (head, source) in heads.items()
    ]
    yield Output(SITEMAP_PATH, "sitemap", SitemapView(tuple(sorted(pages, key=lambda one: one.address))))
    yield Output(ROBOTS_PATH, "robots", RobotsView(absolute(index.site, f"/{SITEMAP_PATH}")))


def _head(output: Output) -> Head | None:
    """Give the head of a page that search engines may show; None for every other output."""
    if output.kind != "page":
        return None
    # Pages of other rooms are tools: they have no such head, and nobody looks for them by searching.
    head = getattr(output.view.shell, "head", None)
    return head if isinstance(head, Head) and head.canonical and "noindex" not in head.robots else None


def _modified(index: SiteIndex, source: str) -> str:
    """Tell when a document was last changed, by its own dates; lists change with their entries and say nothing."""
    version: Version | None = index.by_source.get(source)
    if version is None:
        return ""
    return moment(version.updated or version.date, index.site)
