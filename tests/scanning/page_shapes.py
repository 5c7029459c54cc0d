"""Seven shapes of pages in which a block may stand whole, as systems and browsers make them."""

import re
from collections.abc import Callable

from tests.scanning.cms_pages import restyled


def bare(html: str) -> bytes:
    """No more than HTML needs."""
    return f"<!DOCTYPE html><html><head><title>Sivu</title></head><body><main>{html}</main></body></html>".encode()


def drupal(html: str) -> bytes:
    """As a theme of Drupal's shows a node, with wrappers, classes, marks of its editor and links that open anew."""
    settings = '{"path":{"baseUrl":"\\/","pathPrefix":"fi\\/","currentPath":"node\\/7"}}'
    return (
        '<!DOCTYPE html><html lang="fi"><head><title>Sivu | Kirjastot.fi</title>'
        f'<script type="application/json" data-drupal-selector="drupal-settings-json">{settings}</script></head>'
        '<body class="path-node page-node-type-page"><header><h2>Valikko</h2><ul><li><a href="/">Etusivu</a></li></ul>'
        '</header><main><article data-history-node-id="7" class="node"><h1><span>Sivu</span></h1>'
        f'<div class="text-formatted field">{restyled(html)}</div></article></main>'
        "<footer><h2>Yhteystiedot</h2><p>Kirjastot.fi</p></footer></body></html>"
    ).encode()


def old_drupal(html: str) -> bytes:
    """Drupal 7: XHTML, windows-1252 where the page says iso-8859-1, signs that it does not have as numbers."""
    page = (
        '<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML+RDFa 1.0//EN" '
        '"http://www.w3.org/MarkUp/DTD/xhtml-rdfa-1.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1" /><title>Sivu</title></head>'
        f'<body class="page-node page-node-7"><div id="content">{html.replace("<br>", "<br />")}</div></body></html>'
    )
    return page.encode("cp1252", "xmlcharrefreplace")


def without_ids(html: str) -> bytes:
    """A system that takes ids and languages off, and moves headings down."""
    return bare(re.sub(r"(</?)h([2-5])\b", lambda tag: f"{tag[1]}h{int(tag[2]) + 1}",
                       re.sub(r' (?:id|lang|hreflang)="[^"]*"(?=[^<>]*>)', "", html)))  # fmt: skip


def in_components(html: str) -> bytes:
    """Web components: the block in a declarative shadow root, below another that is only a slot."""
    return bare(
        '<k-sivu><template shadowrootmode="open"><style>p{color:red}</style><slot></slot></template></k-sivu>'
        f'<k-osa><template shadowrootmode="closed"><section>{html}</section></template></k-osa>'
    )


def folded(html: str) -> bytes:
    """A system that folds parts away and sets signs of its own into words."""
    text = re.sub(r"(?<=>)([^<]+)", lambda found: re.sub(r"(\w{6})(?=\w{4})", "\\1\u00ad", found[1]), html)
    return bare(
        f"<details><summary>Näytä</summary><div hidden='until-found'>{text}</div></details><template>{html}</template>"
    )


def among_others(html: str) -> bytes:
    """Beside other texts, other headings and an ordinary link to the same page."""
    mark = re.search(r'href="([^"]*#kaiku=[^"]*)"', html)
    link = f'<p>Katso myös <a href="{mark[1]}">hanke</a>.</p>' if mark else ""
    return bare(f"<h2>Muuta</h2>{link}<p>Johdanto.</p><ul><li>a</li></ul>{html}<ul><li>b</li></ul><h2>Lisää</h2>{link}")


SHAPES: dict[str, Callable[[str], bytes]] = {
    shape.__name__: shape for shape in (bare, drupal, old_drupal, without_ids, in_components, folded, among_others)
}
