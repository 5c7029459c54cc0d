"""Where a link in a body leads: to a source, a file, a picture, a place in the same text, or out of the site."""

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from plugins.core.content_paths import composed

_ELSEWHERE = re.compile(r"https?://[a-z0-9.-]+(?:[/?#]|\Z)")
"""How an address begins that leads out of the site, whatever follows."""
_PELICAN = re.compile(r"^[{|](filename|attach|static)[}|]", re.IGNORECASE)


class LinkTarget(NamedTuple):
    """A classified address.

    `kind` is `doc`, `file`, `image`, `anchor`, `outside`, or `lost` for what can lead nowhere; `path` lies below the
    content folder, except for `outside` and `lost`, where it is the address itself.
    """

    kind: str
    path: str
    fragment: str = ""


def classify(href: str, source: str, *, picture: bool = False) -> LinkTarget:
    """Tell where an address leads that stands in a source (a path below the content folder)."""
    address = href.strip()
    if _ELSEWHERE.match(address):
        return LinkTarget("image" if picture else "outside", address)
    pelican = _PELICAN.match(unquote(address))
    if pelican:
        address = unquote(address)[pelican.end() :]
    if address.startswith("#"):
        return LinkTarget("anchor", source, unquote(address[1:]))
    if address.startswith("//"):
        return LinkTarget("outside", f"https:{address}")
    return _below_content(address, source, picture=picture, pelican=pelican is not None)


def _below_content(address: str, source: str, *, picture: bool, pelican: bool) -> LinkTarget:
    """Classify an address that may be a path: relative to the source, or to the content folder in Pelican's form."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return LinkTarget("lost", address)
    if parts.scheme and not pelican:
        return LinkTarget("image" if picture else "outside", address)
    path = unquote(parts.path)
    base = "" if path.startswith("/") else posixpath.dirname(source)
    joined = composed(posixpath.normpath(posixpath.join(base, path.lstrip("/"))))
    if not path or joined.startswith("..") or (path.startswith("/") and not pelican):
        return LinkTarget("lost", address)
    if picture:
        return LinkTarget("image", joined)
    if joined.casefold().endswith((".md", ".markdown")):
        return LinkTarget("doc", joined, unquote(parts.fragment))
    return LinkTarget("file", joined)
