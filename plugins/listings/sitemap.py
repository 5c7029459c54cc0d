"""The map of the site for search engines: every page that they may show, with its versions and its last change."""

from collections.abc import Iterator, Sequence

from markupsafe import escape
from msgspec import Struct

from plugins.core.addresses import absolute
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Materials, Output, Rendering, planned_view
from plugins.listings.structured_data import moment

SITEMAP_PATH = "sitemap.xml"
ROBOTS_PATH = "robots.txt"


class MappedPage(Struct, frozen=True):
    """A page in the map: its absolute address, the same content in other languages, and when its text last changed."""

    address: str
    alternates: tuple[tuple[str, str], ...]
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
    """Yield the map of all pages that are made, and the file by which crawlers find it.

    A site that shows drafts is for nobody to find.
    """
    if index.withheld is not None:
        return
    found = [(output.entry, output.source) for output in outputs if output.entry is not None]
    pages = (MappedPage(entry.address, entry.alternates, _modified(index, source)) for entry, source in found)
    yield Output(
        SITEMAP_PATH, "sitemap", planned_view(SitemapView(tuple(sorted(pages, key=lambda page: page.address))))
    )
    yield Output(ROBOTS_PATH, "robots", planned_view(RobotsView(absolute(index.site, f"/{SITEMAP_PATH}"))))


def _modified(index: SiteIndex, source: str) -> str:
    """Return when a document was last changed, by its own dates; lists change with their entries and say nothing."""
    version: Version | None = index.by_source.get(source)
    if version is None:
        return ""
    return moment(version.updated or version.date, index.site)


_OPENING = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def render_sitemap(view: SitemapView, _materials: Materials) -> Rendering:
    """Render the map."""
    return Rendering((_OPENING + "".join(line for page in view.pages for line in _url(page)) + "</urlset>\n").encode())


def render_robots(view: RobotsView, _materials: Materials) -> Rendering:
    """Render robots.txt (RFC 9309)."""
    return Rendering(f"User-agent: *\nAllow: /\n\nSitemap: {view.sitemap}\n".encode())


def _url(page: MappedPage) -> Iterator[str]:
    yield f"<url>\n<loc>{escape(page.address)}</loc>\n"
    if page.modified:
        yield f"<lastmod>{page.modified}</lastmod>\n"
    for language, href in page.alternates:
        yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{escape(href)}"/>\n'
    yield "</url>\n"
