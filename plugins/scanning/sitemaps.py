"""Sitemaps: the addresses that a site names itself (sitemaps.org), as XML, as plain text, or compressed with gzip."""

import zlib
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

MOST_BYTES = 50_000_000
"""The protocol's own limit, uncompressed."""
_GZIP = b"\x1f\x8b"
_LISTS = {"urlset": "url", "sitemapindex": "sitemap"}


class Sitemap(Struct, frozen=True):
    """The pages that a sitemap names, and further sitemaps; `problem` is the key of a text where it is none."""

    pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    problem: str = ""


def read_sitemap(data: bytes) -> Sitemap:
    """Read a sitemap; of one that breaks off, what is there."""
    plain = _uncompressed(data)
    if plain is None:
        return Sitemap(problem="sitemap-too-large")
    if not plain.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        lines = plain.decode("utf-8-sig", "replace").split()
        found = tuple(line for line in lines if line.startswith(("http://", "https://")))
        return Sitemap(found) if found and len(found) == len(lines) else Sitemap(problem="no-sitemap")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(plain.lstrip(), parser)
    except etree.XMLSyntaxError:
        return Sitemap(problem="no-sitemap")
    kind = _name(root) if root is not None else ""
    if kind not in _LISTS:
        return Sitemap(problem="no-sitemap")
    found = tuple(dict.fromkeys(_addresses(root, _LISTS[kind])))
    return Sitemap(sitemaps=found) if kind == "sitemapindex" else Sitemap(found)


def _addresses(root: "etree._Element", entry: str) -> Iterator[str]:
    for element in root:
        if _name(element) == entry:
            for part in element:
                if _name(part) == "loc" and (address := (part.text or "").strip()):
                    yield address


def _name(element: "etree._Element") -> str:
    """The name of an element without its name space."""
    return str(element.tag).rpartition("}")[2]


def _uncompressed(data: bytes) -> bytes | None:
    """The content of a file, which may be compressed and break off; None where it would be too large."""
    if not data.startswith(_GZIP):
        return data if len(data) <= MOST_BYTES else None
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = inflater.decompress(data, MOST_BYTES + 1)
    except zlib.error:
        return b""
    return plain if len(plain) <= MOST_BYTES else None
