"""Where a link in a body leads: to a source, a file, a picture, a place in the same text, or out of the site."""

import posixpath
import re
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from plugins.core.content_paths import composed

_PELICAN = re.compile(r"^[{|](filename|attach|static)[}|]", re.IGNORECASE)
_WEB = re.compile(r"https?:", re.IGNORECASE)
_WEB_WITH_HOST = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)\.?", re.IGNORECASE)
_IP_ADDRESS = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}|\[[0-9a-f:.]*:[0-9a-f:.]*\]", re.IGNORECASE)
_PLAINLY_ELSEWHERE = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]|\Z)")
"""How an address begins that leads out of the site, whatever follows."""
_LOCAL = re.compile(r"[A-Za-z]:[\\/]|\\|file:", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@/]+@[\w-]+(?:\.[\w-]+)+")
_BARE_HOST = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)*\.(?:fi|com|org|net|se|ax|eu|info)(?:/|\Z)", re.IGNORECASE)


_LIKE_DOCUMENTS = frozenset({".md", ".markdown", ".html", ".htm", ""})
"""Endings of what is meant to be a document, also where it is written as the page is called."""


class LinkTarget(Struct, frozen=True):
    """A classified address.

    `kind` is `doc`, `file`, `image`, `anchor`, `outside`, `lost` for what is not in the content folder, or `faulty` for
    what leads nowhere; then `flaw` says what is missing. `path` lies below the content folder, except for `outside`,
    `lost` and `faulty`, where it is the address itself.
    """

    kind: str
    path: str
    fragment: str = ""
    flaw: str = ""


def classify(href: str, source: str, *, picture: bool = False) -> LinkTarget:
    """Return where an address leads that stands in a source (a path below the content folder)."""
    address = href.strip()
    if _PLAINLY_ELSEWHERE.match(address):
        return LinkTarget("image" if picture else "outside", address)
    flaw = _flaw(address)
    if flaw:
        return LinkTarget("faulty", address, flaw=flaw)
    pelican = _PELICAN.match(unquote(address))
    if pelican:
        address = unquote(address)[pelican.end() :]
    if address.startswith("#"):
        return LinkTarget("anchor", source, unquote(address[1:]))
    if address.startswith("//"):
        return LinkTarget("outside", f"https:{address}")
    return _below_content(address, source, picture=picture, pelican=pelican is not None)


def _flaw(address: str) -> str:
    """What an address lacks that no reader can follow; empty when it lacks nothing that can be seen from here."""
    if not address:
        return "no-address"
    if _LOCAL.match(address):
        return "local-file"
    if _WEB.match(address):
        return _flaw_of_host(address)
    if address.startswith("//"):
        return _flaw_of_host(f"https:{address}")
    lowered = address.casefold()
    if lowered.startswith("mailto:"):
        return "" if _MAIL.match(unquote(address[7:])) else "no-mail-address"
    if lowered.startswith("tel:"):
        return "" if any(character.isdigit() for character in address) else "no-number"
    if _MAIL.fullmatch(address):
        return "no-mailto"
    return "no-scheme" if _BARE_HOST.match(address) else ""


def _flaw_of_host(address: str) -> str:
    match = _WEB_WITH_HOST.match(address)
    if match is None or not match[1]:
        return "no-host"
    if re.match(r"https?:?$", match[1], re.IGNORECASE):
        return "two-schemes"
    if any(character.isspace() for character in match[1]):
        return "space-in-host"
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        return "bad-host"
    if "." not in host and not host.startswith("[") and ":" not in host:
        return "no-dot"
    bare = match[1].rpartition("@")[2]
    bare = bare if bare.endswith("]") else re.sub(r":\d*$", "", bare)
    return "" if _HOST.fullmatch(bare) or _IP_ADDRESS.fullmatch(bare) else "bad-host"


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
    if not path.endswith("/") and joined.startswith("files/"):
        return LinkTarget("file", joined, parts.fragment)
    if posixpath.splitext(joined)[1].casefold() in _LIKE_DOCUMENTS:
        return LinkTarget("doc", joined, unquote(parts.fragment))
    return LinkTarget("file", joined, parts.fragment)
