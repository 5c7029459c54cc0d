"""Files that a host can use beside those of the site: compressed twins, and real redirects.

Both are made only where site.yaml asks for them (`publish: {compress: [gz, br], redirects: [nginx, netlify]}`), of the
finished tree, so that they are always about what is really there.
"""

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from hashlib import blake2b
from html import unescape
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from plugins.core.addresses import file_address
from plugins.core.site import Site
from plugins.publishing.site_tree import SiteTree, files_of

NGINX_MAP = "redirects.map"
NETLIFY = "_redirects"
"""Read by Netlify, Cloudflare Pages and GitLab Pages."""

_TEXTS = frozenset({"html", "css", "js", "svg", "json", "xml", "rss", "atom", "ics", "txt"})
_STYLE = re.compile(r"theme/[^/]+\.[0-9a-f]{8}\.css").fullmatch
_TWINS = (".gz", ".br")
_SMALLEST = 512
"""Bytes below which compressing saves no packet."""
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"]*)">')


def add_companions(tree: Path, site: Site, cache: Path) -> None:
    """Make the companions that the settings ask for."""
    moved = dict(_redirects(tree, site)) if site.publish.redirects else {}
    if "nginx" in site.publish.redirects:
        lines = (f'"{_escaped(old)}" "{_escaped(new)}";\n' for old, new in moved.items())
        (tree / NGINX_MAP).write_text("".join(lines), encoding="utf-8")
    if "netlify" in site.publish.redirects:
        lines = (f"{quote(old)} {quote(new)} 301\n" for old, new in moved.items())
        (tree / NETLIFY).write_text("".join(lines), encoding="utf-8")
    _compress(tree, site.publish.compress, cache / "compressed")


def keep_style(standing: SiteTree, tree: Path) -> None:
    """Keep the style sheets of earlier releases, whose names tell them apart.

    A page that a reader or a cache has from before looks for its own: without it, it would be bare.
    """
    styles = standing.read([path for path in standing.files if _STYLE(path) and not (tree / path).exists()])
    for path, data in styles.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_bytes(data)


def remove_companions(tree: Path) -> None:
    """Take the companions of a tree away, as of one that is about to change."""
    for path, file in list(files_of(tree)):
        is_twin = file.suffix in _TWINS and (tree / path.removesuffix(file.suffix)).exists()
        if is_twin or path in (NGINX_MAP, NETLIFY):
            file.unlink()


def _redirects(tree: Path, site: Site) -> Iterator[tuple[str, str]]:
    """Find the redirects of a tree: paths on the host, from and to."""
    for path, file in files_of(tree):
        found = _REFRESH.search(file.read_bytes()) if path.endswith((".html", ".htm")) else None
        if found:
            old = site.base_path + file_address(path).removeprefix("/")
            target = urlsplit(urljoin(f"https://site.invalid{quote(old)}", unescape(found[1].decode())))
            yield old, target.path


def _escaped(path: str) -> str:
    """Write a path between quotation marks of nginx; a regular expression begins with a tilde only."""
    return path.replace("\\", "\\\\").replace('"', '\\"').replace("$", "${dollar}")


def _compress(tree: Path, kinds: tuple[str, ...], cache: Path) -> None:
    """Write the twins, each at least a tenth smaller; what was compressed before is at hand by its bytes."""
    used = set()
    for path, file in list(files_of(tree)):
        if path.rpartition(".")[2] in _TEXTS and path not in (NGINX_MAP, NETLIFY) and file.stat().st_size >= _SMALLEST:
            data = file.read_bytes()
            for kind in kinds:
                place = cache / f"{blake2b(data, digest_size=16).hexdigest()}.{kind}"
                used.add(place.name)
                packed = _packed(data, kind, place)
                if len(packed) < len(data) * 0.9:
                    file.with_name(f"{file.name}.{kind}").write_bytes(packed)
    for place in cache.glob("*") if kinds else ():
        if place.name not in used:
            place.unlink()


def _packed(data: bytes, kind: str, place: Path) -> bytes:
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(f"{place.name}.new")
        beside.write_bytes(_PACKERS[kind](data))
        beside.replace(place)
    return place.read_bytes()


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


def _brotli(data: bytes) -> bytes:
    import brotli

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
    return packed


_PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"gz": _gzip, "br": _brotli}
