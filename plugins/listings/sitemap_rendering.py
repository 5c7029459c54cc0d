"""The renderers of the map (sitemaps.org's protocol 0.9 with Google's links between languages) and of robots.txt."""

from collections.abc import Iterator

from markupsafe import escape

from plugins.core.outputs import Materials, Rendering
from plugins.listings.sitemap import MappedPage, RobotsView, SitemapView

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
