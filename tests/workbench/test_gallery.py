"""The gallery: what it shows, where blocks stand, and what a change of one block touches."""

import re
from pathlib import Path

import html5lib
import pytest

from plugins.engine import command
from plugins.incremental.records import RecordStore
from plugins.quality.inspection import inspect
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import known_blocks
from plugins.workbench.outlet import NEWEST
from tests.sites import files_of, news, options, plain_site, write

PLACED = 'juttu-01:\n  - {url: "https://cms.example/sivu?a=1&b=2", lang: fi, profile: basic}\n'


def built(folder: Path, count: int) -> dict[str, bytes]:
    items = {f"news/juttu-{number:02}.fi.md": _item(number) for number in range(1, count + 1)}
    write(folder / "content", items)
    assert command.build(options(folder)) == 0
    return files_of(folder / "output")


def _item(number: int) -> str:
    return news(f"Juttu {number}", f"## Osa\n\nTeksti {number}.", date=f"2031-04-{number:02}")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    plain_site(tmp_path / "content")
    write(
        tmp_path / "content",
        {"placements.yaml": PLACED, "blocks.yaml": "blocks:\n  oma: {kind: project, project: hanke}\n"},
    )
    return tmp_path


def test_each_block_stands_there_once_in_its_language(site: Path) -> None:
    files = built(site, 2)
    finnish, swedish = (files[f"{start}blocks/index.html"].decode() for start in ("", "sv/"))
    assert '<meta name="robots" content="noindex">' in finnish
    assert finnish.count('<article class="block-card"') == 3
    assert swedish.count('<article class="block-card"') == 1
    assert (
        finnish.index('id="_block-oma"') < finnish.index('id="_block-juttu-02"') < finnish.index('id="_block-juttu-01"')
    )
    assert finnish.count('<a href="https://cms.example/sivu?a=1&amp;b=2">') == 1
    assert 'hreflang="sv" href="https://example.org/koe/sv/blocks/"' in finnish
    for name in ("sitemap.xml", "index.html", "feed.rss"):
        assert b"blocks/index.html" not in files.get(name, b"")
        assert b"/koe/blocks/<" not in files.get(name, b"")


def test_what_is_shown_and_what_is_copied_are_the_block(site: Path) -> None:
    files = built(site, 2)
    page = html5lib.parse(files["blocks/index.html"].decode(), namespaceHTMLElements=False)
    sources = ["".join(one.itertext()) for one in page.iter("textarea")]
    assert sources == [files[f"blocks/{name}/fi.basic.html"].decode() for name in ("oma", "juttu-02", "juttu-01")]
    found = findings(Page("x", files["blocks/index.html"]), known_blocks(site / "output" / "blocks" / "manifest.json"))
    assert [str(one.state) for one in found] == ["current"] * 3


def test_what_is_found_in_a_page_is_what_is_in_all_of_it(site: Path) -> None:
    """Blocks are put into it when it has been looked at without them."""
    write(site / "content", {"news/linkki.fi.md": news("Linkki", "Lue [uutinen](juttu-01.fi.md) & <em>tämä</em>.")})
    files = built(site, NEWEST + 3)
    records = RecordStore(site / "output").load()
    pages = [name for name in files if re.fullmatch(r"(sv/)?blocks/([0-9]+/)?index\.html", name)]
    assert len(pages) == 4
    for name in pages:
        (recorded,) = records[name].files
        found = inspect("https://example.org/koe/", name, files[name])
        assert (found.ids, set(found.links)) == (recorded.inspection.ids, set(recorded.inspection.links))
        assert not found.diagnostics
        assert b"\0" not in files[name]
        assert len(found.ids) > files[name].count(b'<article class="block-card"')


def test_many_documents_stand_on_pages_by_age(site: Path) -> None:
    before = built(site, NEWEST + 3)
    front, first, second = (before[f"blocks/{name}index.html"].decode() for name in ("", "1/", "2/"))
    assert front.count('<article class="block-card"') == NEWEST + 1
    assert [page.count('<article class="block-card"') for page in (first, second)] == [NEWEST, 3]
    assert 'href="../blocks/2/"' in front
    assert 'href="../../blocks/1/"' in second
    assert "Endast på finska" not in second  # the other language has such pages, of other documents
    assert "blocks/3/index.html" not in before
    after = built(site, NEWEST + 4)
    assert after["blocks/1/index.html"] == before["blocks/1/index.html"]
    assert after["blocks/2/index.html"] != before["blocks/2/index.html"]


def test_a_block_that_the_usual_format_cannot_hold_is_said_to_be_so(site: Path) -> None:
    deep = "\n\n".join(f"{'#' * level} Taso {level}\n\nTeksti." for level in range(2, 7))
    write(site / "content", {"news/syva.fi.md": news("Syvä", deep), "blocks.yaml": "defaults: {level: 4}\n"})
    files = built(site, 1)
    page = files["blocks/index.html"].decode()
    assert "blocks/syva/fi.basic.html" not in files
    assert "Tätä lohkoa ei voi viedä tavalliseen tekstimuotoon" in page
    assert page.count("<textarea") == 1
