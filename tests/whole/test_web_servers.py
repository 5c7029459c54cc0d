"""nginx and Apache, set up as docs/hosting.md says, send the real site: every file with what its kind wants."""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import brotli
import pytest
from filelock import FileLock

from bench.load import HEAD, measured
from plugins.core.site import Localized, PublishSettings
from plugins.core.site import Site as Settings
from plugins.feeds.enclosures import MEDIA_TYPES
from plugins.publishing.companions import add_companions
from tests.publishing.hosts import Apache, Host, Nginx, fenced
from tests.whole.served import BASE_PATH, Site

NAME = BASE_PATH.strip("/")
TYPES = dict(
    one.split(":")
    for one in (
        "html:text/html css:text/css js:text/javascript txt:text/plain xml:text/xml json:application/json "
        "svg:image/svg+xml webp:image/webp avif:image/avif jpg:image/jpeg png:image/png woff2:font/woff2 "
        "rss:application/rss+xml atom:application/atom+xml ics:text/calendar "
        "csv:text/csv pdf:application/pdf wasm:application/wasm"
    ).split()
)
"""Media types by ending; what else there is, as parts of the index of searching, is bytes to be fetched."""
TEXTS = frozenset({"html", "css", "js", "txt", "xml", "json", "svg", "ics", "rss", "atom"})
ENDLESS = re.compile(r"theme/[^/]+\.[0-9a-f]{8}\.css|images/.+-[0-9a-f]{8}-\d+\.(webp|avif|jpg)").fullmatch
"""Names that hold a digest: what stands there never changes."""
CODINGS = (("gzip", ".gz"), ("br", ".br"))
UNPACK = {"gzip": gzip.decompress, "br": brotli.decompress}
REDIRECTS = ("redirects.map", "_redirects")
HIDDEN = re.compile(r"(.*/)?\.(?!well-known/)").match
TWINS = tuple(ending for _, ending in CODINGS)
SECURE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "content-security-policy": "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Hosted(NamedTuple):
    """A whole site and the server that sends it."""

    server: Host

    @property
    def tree(self) -> Path:
        """The folder of the site."""
        return self.server.root / NAME

    @property
    def files(self) -> dict[str, bytes]:
        """Every file that readers may have, by path. (The content has moved nothing yet: no page redirects.)"""
        paths = (path for path in self.tree.rglob("*") if path.is_file() and path.suffix not in TWINS)
        read = {path.relative_to(self.tree).as_posix(): path.read_bytes() for path in paths}
        return {path: data for path, data in read.items() if path not in REDIRECTS and not HIDDEN(path)}

    def ask(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Ask for a file of the site."""
        return self.server.get(BASE_PATH + quote(path), **headers)


@pytest.fixture(scope="module")
def root(real_site: Site, shared: Path) -> Iterator[Path]:
    """A copy of the site with all that publishing puts beside it; servers are other users, who may look here."""
    with tempfile.TemporaryDirectory() as name:
        folder, root = Path(name), Path(name, "www")
        folder.chmod(0o755)
        shutil.copytree(real_site.folder, root / NAME)
        publish = PublishSettings(compress=("gz", "br"), redirects=("nginx", "netlify"))
        settings = Settings(Localized(), ("fi", "sv"), real_site.url, publish=publish)
        with FileLock(shared / "companions.lock"):  # what one process has compressed, the others find
            add_companions(root / NAME, settings, shared / "companions")
        yield root


@pytest.fixture(scope="module", params=[Nginx, Apache])
def host(root: Path, request: pytest.FixtureRequest) -> Iterator[Hosted]:
    with request.param(root.with_name(request.param.__name__), root, NAME).running() as running:
        yield Hosted(running)


@pytest.fixture
def nginx(root: Path) -> Iterator[Hosted]:
    with Nginx(root.with_name("alone"), root, NAME).running() as running:
        yield Hosted(running)


def kind(path: str) -> tuple[str, str]:
    """Give the media type and the caching that a file should have."""
    ending = path.rpartition(".")[2]
    media = TYPES.get(ending, "application/octet-stream") + ("; charset=utf-8" if ending in TEXTS else "")
    if ENDLESS(path):
        return media, "public, max-age=31536000, immutable"
    if path.startswith("theme/fonts/"):
        return media, "public, max-age=2592000"
    if ending in ("rss", "atom", "ics"):
        return media, "public, max-age=900, must-revalidate"
    return media, "public, max-age=300" + (", must-revalidate" if ending in ("html", "json", "xml", "txt") else "")


def test_every_file_has_the_headers_of_its_kind(host: Hosted) -> None:
    seen = set()
    for path, data in host.files.items():
        status, headers, body = host.ask(path)
        assert (status, body == data) == (200, True), path
        assert (headers["content-type"], headers["cache-control"]) == kind(path), path
        assert {name: headers.get(name) for name in SECURE} == SECURE, path
        assert headers["etag"], path
        is_shared = "blocks/" in path and path.endswith(".json")
        assert headers.get("access-control-allow-origin") == ("*" if is_shared else None), path
        assert "content-encoding" not in headers, path
        seen.add(kind(path))
    assert len(seen) > 10


def test_attachments_have_their_types() -> None:
    """Whatever file the feeds can name, the server names alike."""
    block = re.search(r"types \{(.*?)\}", fenced("nginx"), re.DOTALL)
    assert block is not None
    lines = [line.split() for line in block[1].split(";") if line.strip()]
    served = {f".{ending}": media for media, *endings in lines for ending in endings}
    assert {ending: served.get(ending) for ending in MEDIA_TYPES} == MEDIA_TYPES


def test_pages_have_a_policy_and_stand_at_their_folders(host: Hosted, real_site: Site) -> None:
    for page in real_site.readable:
        status, _, body = host.ask(page)
        assert (status, body) == (200, real_site.file(page).read_bytes()), page
        assert b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\';' in body, page
        if page.endswith("/"):
            status, headers, _ = host.ask(page.rstrip("/"))
            assert (status, urlsplit(headers["location"]).path) == (301, BASE_PATH + page), page


def test_what_a_reader_has_is_not_sent_again(host: Hosted) -> None:
    """Compressed or not: a reader comes back with the mark or the time of what was sent."""
    for path in host.files:
        for accepted in ("", "gzip", "br") if path.rpartition(".")[2] in TEXTS else ("",):
            _, first, _ = host.ask(path, Accept_Encoding=accepted)
            status, again, body = host.ask(path, Accept_Encoding=accepted, If_None_Match=first["etag"])
            assert (status, body) == (304, b""), path
            assert again["etag"].replace("-gzip", "") == first["etag"].replace("-gzip", ""), path  # as Apache does
            kept = ("cache-control", "content-security-policy")
            assert [again.get(name) for name in kept] == [first.get(name) for name in kept], path
            assert host.ask(path, Accept_Encoding=accepted, If_Modified_Since=first["last-modified"])[0] == 304, path
        assert host.ask(path, If_None_Match='"other"')[0] == 200, path


def test_texts_are_compressed(host: Hosted) -> None:
    """Beforehand by nginx's companions, which small files have not, or by Apache as it sends them."""
    for path, data in host.files.items():
        if path.rpartition(".")[2] in TEXTS and len(data) > 2000:
            _, headers, body = host.ask(path, Accept_Encoding="gzip")
            assert (headers.get("content-encoding"), headers["vary"]) == ("gzip", "Accept-Encoding"), path
            assert gzip.decompress(body) == data, path


def test_compressed_beforehand(nginx: Hosted) -> None:
    packed = 0
    for path, data in nginx.files.items():
        for coding, ending in CODINGS:
            _, headers, body = nginx.ask(path, Accept_Encoding=f"gzip, {coding}")
            if (nginx.tree / f"{path}{ending}").exists():
                assert (headers["content-encoding"], headers["vary"]) == (coding, "Accept-Encoding"), path
                assert (headers["content-type"], headers["cache-control"]) == kind(path), path
                assert UNPACK[coding](body) == data, path
                assert len(body) < len(data) * 0.9, path
                packed += 1
            else:
                assert ("content-encoding" in headers, body) == (False, data), path
    texts = [path for path, data in nginx.files.items() if path.rpartition(".")[2] in TEXTS and len(data) > 2000]
    assert packed >= 2 * len(texts) > 100


def test_what_is_nobodys_business(host: Hosted) -> None:
    """Neither a list of files, nor what begins with a dot, nor a companion under its own name: in no language."""
    folders = [path for path in host.tree.rglob("*") if path.is_dir() and not (path / "index.html").exists()]
    hidden = [f"{folder.relative_to(host.tree).as_posix()}/" for folder in folders]
    assert hidden
    for folder in ("", "sv/", "theme/"):
        for name in (".git/config", ".env", ".htpasswd"):
            file = host.tree / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("secret")
            hidden.append(f"{folder}{name}")
    beside = host.server.root / f".{NAME}.kaiku-release"
    beside.mkdir(exist_ok=True)
    (beside / "x").write_text("secret")
    twins = [path.relative_to(host.tree).as_posix() for path in host.tree.rglob("*") if path.suffix in TWINS]
    assert {path.partition("/")[0] for path in twins} >= {"sv", "theme"}
    hidden += ["../.htaccess", f"../.{NAME}.kaiku-release/x", *REDIRECTS, "olematon/", "sv/finns-inte/", "sv", *twins]
    for path in hidden:
        status, headers, body = host.ask(path)
        if path == "sv":
            assert (status, urlsplit(headers["location"]).path) == (301, f"{BASE_PATH}sv/")
            continue
        page = host.tree / ("sv/404.html" if path.startswith("sv/") else "404.html")
        assert (status, body) == (404, page.read_bytes()), path
        assert {name: headers.get(name) for name in SECURE} == SECURE, path


@pytest.mark.long
def test_bounded_load(nginx: Hosted) -> None:
    """What docs/hosting.md calculates is borne: nobody is refused, and the server is well afterwards."""
    style = next((nginx.tree / "theme").glob("*.css")).name
    feed = f"{BASE_PATH}feed.rss"
    found = measured(nginx.server.port, (BASE_PATH, f"{BASE_PATH}theme/{style}", feed), connections=16, seconds=5.0)
    print("", HEAD, *(one.row for one in found), sep="\n")
    assert [one.failed for one in found] == [0] * 6
    assert [one.status for one in found] == [200, 304] * 3
    page, known = found[0], found[5]
    assert page.rate > 330, "a million readers a day"
    assert known.rate > 1700, "100,000 subscribers within a minute"
    assert nginx.ask("")[2] == (nginx.tree / "index.html").read_bytes()
