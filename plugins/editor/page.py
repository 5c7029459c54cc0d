"""The page at `/admin/`, and the files that it loads; a policy of its own, which no page of the site has."""

import gzip
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from pathlib import Path

from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node
from plugins.editor.words import words_of

HERE = Path(__file__).parent
BUNDLE = "decap-cms.js"
_DIRECTIVES = {
    "default-src": "'none'",
    # The CMS compiles the rules for its configuration and templates, and writes its styles into the page.
    "script-src": "'self' 'unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' blob:",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
}
POLICY = "; ".join(f"{name} {value}" for name, value in _DIRECTIVES.items())
_OWN = ("manual.js", "fields.js", "toolbar.js", "preview.js", "bar.js", "names.js", "start.js")
SCRIPTS = (_OWN[0], BUNDLE, "/.kaiku/idiomorph.js", *_OWN[1:])
"""In the order in which they run; the first keeps the CMS from starting by itself."""
_FILES = {**dict.fromkeys(_OWN, "text/javascript"), "admin.css": "text/css"}


def admin_page(language: str, other: str, links: dict[str, str]) -> bytes:
    """Write the page in a language of messages, with a link to the same in another and links to what belongs to it."""
    words = words_of(language, "page")
    head = _head(words["title"], SCRIPTS)
    listed = [_element("li", _link(words[name], address)) for name, address in links.items()]
    listed.append(
        _element(
            "li",
            Element(
                "a",
                (("href", f"?lang={other}"), ("hreflang", other), ("lang", other)),
                (words_of(other, "page")["language"],),
            ),
        )
    )
    bar = Element("nav", (("class", "kaiku-bar"), ("aria-label", words["navigation"])), (_element("ul", *listed),))
    findings = Element("section", (("id", "kaiku-findings"), ("aria-label", words["findings"]), ("hidden", "")), ())
    root = Element("div", (("id", "nc-root"),), ())
    html = Element("html", (("lang", language),), (head, _element("body", bar, root, findings)))
    return f"<!doctype html>\n{to_html([html])}\n".encode()


def hosted_page(language: str, scripts: Sequence[str], connects: Sequence[str]) -> bytes:
    """Write the page of a published site, which may connect to the host of the repository too."""
    to = " ".join(("'self'", "blob:", *connects))
    # A policy in a page cannot say who may frame it.
    rules = {**_DIRECTIVES, "connect-src": to, "img-src": "'self' data: blob: https:"}
    policy = "; ".join(f"{name} {value}" for name, value in rules.items() if name != "frame-ancestors")
    first = Element("meta", (("http-equiv", "Content-Security-Policy"), ("content", policy)))
    head = _head(words_of(language, "page")["title"], scripts, first)
    body = _element("body", Element("div", (("id", "nc-root"),), ()))
    html = Element("html", (("lang", language),), (head, body))
    return f"<!doctype html>\n{to_html([html])}\n".encode()


def version() -> str:
    """Return a digest of everything that the page loads."""
    hasher = blake2b(digest_size=8)
    for file in sorted((*(HERE / "static").iterdir(), *(HERE / "vendor").iterdir())):
        hasher.update(file.read_bytes())
    return hasher.hexdigest()


def _head(title: str, scripts: Sequence[str], *first: Node) -> Element:
    return _element(
        "head",
        Element("meta", (("charset", "utf-8"),)),
        *first,
        Element("meta", (("name", "viewport"), ("content", "width=device-width"))),
        Element("meta", (("name", "robots"), ("content", "noindex"))),
        _element("title", title),
        Element("link", (("rel", "icon"), ("href", "data:,"))),
        Element("link", (("rel", "stylesheet"), ("href", "admin.css"))),
        *(Element("script", (("src", name), ("defer", "")), ()) for name in scripts),
    )


@cache
def bundle() -> bytes:
    """Return the script of the CMS."""
    return gzip.decompress((HERE / "vendor" / "decap-cms.js.gz").read_bytes())


def static_file(name: str) -> tuple[bytes, str] | None:
    """Return a file that the page loads, and its type; None for one that is none of it."""
    if name == BUNDLE:
        return bundle(), "text/javascript"
    media = _FILES.get(name)
    return None if media is None else ((HERE / "static" / name).read_bytes(), media)


def _link(text: str, address: str) -> Element:
    return Element("a", (("href", address), ("target", "_blank"), ("rel", "noopener")), (text,))


def _element(tag: str, *children: Node) -> Element:
    return Element(tag, (), children)
