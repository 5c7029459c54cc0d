"""The tree as it would be: links that lead nowhere and what is not published are found, and nothing else."""

import gzip
from collections.abc import Mapping
from datetime import datetime

import pytest
from msgspec.structs import replace

from plugins.core.dates import When
from plugins.core.documents import (
    Body,
    ContentFile,
    DocumentType,
    Picture,
    PictureFacts,
    Status,
    Variant,
    Version,
)
from plugins.core.index import SiteIndex, assemble
from plugins.core.markup.tree import Element, Tree
from plugins.core.output_tree import Inspection
from plugins.core.site import Localized, Site
from plugins.quality.embargo import leaks
from plugins.quality.inspection import inspect
from plugins.quality.verification import dead_links

BASE = "https://example.org/"
SITE = Site(name=Localized(common="Koe"), languages=("fi",), base_url=BASE)
HIDDEN = "Tämä on pitkä virke jota kukaan ei saa vielä lukea missään."
MARKED = f"<p>{HIDDEN.replace('pitkä', '<em>pitkä</em>')}</p>"
SHARED = "Tämä on pitkä virke jonka jokainen saa jo lukea muualta."


class FakeTree:
    """An output tree in memory."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self.inspections = {path: inspect(BASE, path, data) for path, data in files.items()}
        self.changed = frozenset(files)

    def read(self, path: str) -> bytes:
        return self.files[path]

    def tree(self, digest: str) -> Tree:
        texts = {"open": f"Alku. {SHARED}", "secret": f"Lyhyt. {HIDDEN} {SHARED}"}
        return (Element("p", (), (texts[digest],)),)


def version(key: str, status: Status) -> Version:
    body = Body("open" if status is Status.PUBLISHED else "secret", 10)
    return Version(
        key, DocumentType.NEWS, "fi", f"news/{key}.fi.md", key.title(), key, body, date=When(2026, 1, 1), status=status
    )


def index(*versions: Version) -> SiteIndex:
    return assemble(SITE, versions, {}, datetime(2026, 2, 1, tzinfo=SITE.zone))


INDEX = index(version("julki", Status.PUBLISHED), version("salainen", Status.DRAFT))


def markers(files: Mapping[str, bytes]) -> set[str]:
    return {dict(one.values)["marker"] for one in leaks(INDEX, FakeTree(files))}


def test_dead_links() -> None:
    tree = FakeTree(
        {
            "index.html": b'<p id="a"><a href="b/">x</a><a href="c/">y</a><a href="b/#k">z</a><a href="b/#e">w</a></p>',
            "b/index.html": b'<p id="k"><a href="../#a">x</a><a href="../feed.rss">y</a><a href="#kaiku=a">z</a></p>',
            "feed.rss": b"<rss/>",
        }
    )
    assert [dict(one.values)["address"] for one in dead_links(INDEX, tree)] == ["/c/", "/b/#e"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"index.html": f"<p>{SHARED} Lyhyt.</p>".encode()}, set()),
        ({"index.html": f"<p>{HIDDEN}</p>".encode()}, {"sentence:news/salainen.fi.md"}),
        ({"index.html": MARKED.encode()}, {"sentence:news/salainen.fi.md"}),
        ({"data.json.gz": gzip.compress(f'"{HIDDEN}"'.encode())}, {"sentence:news/salainen.fi.md"}),
        ({"feed.rss": b"<rss>news/salainen.fi.md</rss>"}, {"source:news/salainen.fi.md"}),
        ({"sitemap.xml": b"<a>https://example.org/uutiset/salainen/</a>"}, {"address:uutiset/salainen/"}),
        ({"uutiset/salainen/index.html": b"<p>x</p>"}, {"address:uutiset/salainen/"}),
        ({"ledger.json": b'"/uutiset/salainen/"'}, set()),
        ({"index.html": b"<p>salainen</p>"}, set()),
    ],
)  # fmt: skip
def test_leaks(files: Mapping[str, bytes], expected: set[str]) -> None:
    assert markers(files) == expected


def test_sizes_of_hidden_pictures() -> None:
    """A picture is published under other names than its own; these are searched for too."""
    facts = PictureFacts("JPEG", 900, 600, variants=(Variant("images/sali-0a1b2c3d-480.webp", 480, 320),))
    hidden = version("salainen", Status.DRAFT)
    hidden = replace(hidden, image=Picture("images/sali.jpg", "Sali"))
    files = {"images/sali.jpg": ContentFile("images/sali.jpg", 1, "0a1b2c3d", facts)}
    both = assemble(SITE, (version("julki", Status.PUBLISHED), hidden), files, datetime(2026, 2, 1, tzinfo=SITE.zone))
    tree = FakeTree({"index.html": b'<img src="images/sali-0a1b2c3d-480.webp" alt="">'})
    assert [dict(one.values)["marker"] for one in leaks(both, tree)] == ["file:images/sali-0a1b2c3d-480.webp"]
    shown = replace(version("julki", Status.PUBLISHED), image=Picture("images/sali.jpg", "Sali"))
    assert list(leaks(assemble(SITE, (shown, hidden), files, both.now), tree)) == []


def test_nothing_hidden_reads_nothing() -> None:
    class Unreadable(FakeTree):
        def read(self, path: str) -> bytes:
            raise AssertionError(path)

    assert list(leaks(index(version("julki", Status.PUBLISHED)), Unreadable({"index.html": b"<p>x</p>"}))) == []


def test_inspections_are_compared_by_what_they_hold() -> None:
    assert inspect(BASE, "a.html", b"<p>x</p>") == Inspection()
