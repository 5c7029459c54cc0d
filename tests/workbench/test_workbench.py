"""The workbench: its list, the page of each block, the finder's index, and what a change of one block touches."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from plugins.core.scanned_blocks import ScannedBlock, ScanReport, ScanState, report_bytes
from plugins.engine import command
from plugins.incremental.records import RecordStore
from plugins.quality.inspection import inspect
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import known_blocks
from plugins.workbench.bench import PER_PAGE
from tests.publishing.places import SITE as RELEASED
from tests.sites import SITE, files_of, news, options, plain_site, write

LEAN = "cards: false\nsearch: false\n"
HEAVIEST = 150_000
"""Bytes of the heaviest page of the workbench."""
PLACED = """juttu-01:
  - {url: "https://cms.example/sivu?a=1&b=2", lang: fi, profile: basic}
  - {url: "https://cms.example/sv/sida", lang: sv}
oma:
  - {url: "https://cms.example/sivu?a=1&b=2", lang: fi}
"""


def built(folder: Path, count: int) -> dict[str, bytes]:
    items = {f"news/juttu-{number:03}.fi.md": _item(number) for number in range(1, count + 1)}
    write(folder / "content", items)
    assert command.build(options(folder)) == 0
    return files_of(folder / "output")


def _item(number: int) -> str:
    return news(f"Juttu {number}", f"## Osa\n\nTeksti {number}.", date=f"2031-04-{number % 28 + 1:02}")


def parsed(data: bytes) -> Any:
    return lxml_html.document_fromstring(data.decode())


def text_of(element: Any) -> str:
    return " ".join(element.text_content().replace("\u00ad", "").split())


def titles(files: dict[str, bytes], page: str = "blocks/index.html") -> list[str]:
    return [text_of(one) for one in parsed(files[page]).xpath("//p[@class='block-line-title']")]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    plain_site(tmp_path / "content")
    blocks = "blocks:\n  oma: {kind: project, project: hanke}\n  kaikki: {kind: latest}\n"
    write(tmp_path / "content", {"site.yaml": f"{SITE}{LEAN}", "blocks.yaml": blocks})
    return tmp_path


def test_every_block_has_a_line_by_project_in_every_language(site: Path) -> None:
    write(site / "content", {"news/bara.sv.md": news("Bara på svenska")})
    files = built(site, 2)
    finnish = parsed(files["blocks/index.html"])
    assert finnish.xpath("//meta[@name='robots']/@content") == ["noindex"]
    groups = {
        text_of(group.find("h3")): [text_of(one) for one in group.xpath(".//p[@class='block-line-title']")]
        for group in finnish.xpath("//section[@class='block-group']")
    }
    assert groups == {
        "Koehanke": ["Koehanke", "Bara på svenska (ruotsiksi)", "Juttu 2", "Juttu 1"],
        "Ei kuulu hankkeeseen": ["Ajankohtaista"],
    }
    (own, *_) = finnish.xpath("//p[@class='block-line-facts']")
    assert text_of(own) == "Hankkeen esittely · svenska · 1 kt"
    assert titles(files, "sv/blocks/index.html") == [
        "Provprojekt", "Bara på svenska", "Juttu 2 (på finska)", "Juttu 1 (på finska)", "Aktuellt",
    ]  # fmt: skip
    for name in ("sitemap.xml", "index.html", "feed.rss"):
        assert b"/blocks/" not in files.get(name, b"")


def test_a_page_of_a_block_leads_to_its_other_languages(site: Path) -> None:
    files = built(site, 1)
    both, alone = parsed(files["blocks/oma/index.html"]), parsed(files["blocks/juttu-001/index.html"])
    assert both.xpath("//a[@hreflang='sv']/@href")[0] == "../../sv/blocks/oma/"
    assert "Endast på finska" not in text_of(both)
    assert "sv/blocks/juttu-001/index.html" not in files
    assert "Endast på finska" in text_of(alone)
    assert alone.xpath("//a[@hreflang='sv']/@href") == ["../../sv/blocks/"]


def test_what_is_shown_is_the_block(site: Path) -> None:
    files = built(site, 2)
    known = known_blocks(site / "output" / "blocks" / "manifest.json")
    for block in ("oma", "kaikki", "juttu-001", "juttu-002"):
        page, fragment = files[f"blocks/{block}/index.html"], files[f"blocks/{block}/fi.basic.html"]
        assert fragment in page
        assert page.count(fragment) == 1
        assert [str(one.state) for one in findings(Page("x", page), known)] == ["current"]
        assert parsed(page).xpath("//select[@name='profile']/option/@value") == [f"../../blocks/{block}/fi.basic.html"]


def test_what_is_found_in_a_page_is_what_is_in_all_of_it(site: Path) -> None:
    """The block is put into it when it has been looked at without it."""
    write(site / "content", {"news/linkki.fi.md": news("Linkki", "Lue [uutinen](juttu-001.fi.md) & <em>tämä</em>.")})
    files = built(site, 3)
    records = RecordStore(site / "output").load()
    pages = [name for name in files if re.fullmatch(r"(sv/)?blocks/([a-z0-9-]+/)?index\.html", name)]
    assert len(pages) == 2 + 4 + 4  # lists, declared blocks in two languages, documents in one
    for name in pages:
        (recorded,) = [one for one in records[name].files if one.path == name]
        found = inspect("https://example.org/koe/", name, files[name])
        assert (found.ids, set(found.links)) == (recorded.inspection.ids, set(recorded.inspection.links))
        assert not found.diagnostics
        assert b"\0" not in files[name]


def test_every_document_leads_to_its_block(site: Path) -> None:
    files = built(site, 1)
    for page, block in (
        ("uutiset/juttu-1", "juttu-001"),
        ("hankkeet/koehanke", "oma"),
        ("sv/projekt/provprojekt", "oma"),
    ):
        (link,) = parsed(files[f"{page}/index.html"]).xpath("//div[@class='onward-block']//a")
        assert link.get("href").endswith(f"blocks/{block}/")
    write(site / "content", {"blocks.yaml": "defaults: {profiles: []}\n"})
    for data in built(site, 1).values():
        assert b"onward-block" not in data


def test_three_hundred_blocks_are_light(site: Path) -> None:
    write(site / "content", {"placements.yaml": PLACED.replace("juttu-01", "juttu-001")})
    before = built(site, 300)
    pages = ["blocks/index.html", *(f"blocks/sivu/{number}/index.html" for number in range(2, 8))]
    assert [len(titles(before, page)) for page in pages] == [PER_PAGE] * 6 + [2]
    assert "blocks/sivu/8/index.html" not in before
    swedish = parsed(before["sv/blocks/sida/2/index.html"])
    assert swedish.xpath("//a[@hreflang='fi']/@href")[0] == "../../../../blocks/sivu/2/"
    index = json.loads(before["blocks/index.json"])
    assert [one["title"] for one in index["blocks"]] == [title for page in pages for title in titles(before, page)]
    workbench = {name: data for name, data in before.items() if "blocks/" in name and name.endswith("/index.html")}
    assert max(map(len, workbench.values())) < HEAVIEST
    after = built(site, 301)
    assert {name for name in before if name.startswith("blocks/juttu") and before[name] != after[name]} == set()


def test_the_index_has_what_a_line_shows_and_more_words_to_find_it_by(site: Path) -> None:
    write(site / "content", {"placements.yaml": PLACED.replace("juttu-01", "juttu-001")})
    write(site / "content", {"news/juttu-001.sv.md": news("Nyhet ett", "Text.")})
    files = built(site, 1)
    index = json.loads(files["blocks/index.json"])
    item = next(one for one in index["blocks"] if one["id"] == "juttu-001")
    assert item["href"] == "../blocks/juttu-001/"
    assert (item["kind"], item["project"], item["places"]) == ("Uutinen", "Koehanke", 2)
    assert item["languages"] == [["svenska", "../sv/blocks/juttu-001/", "sv"]]
    assert f"v={item['v']}" in files["blocks/juttu-001/fi.basic.html"].decode()
    assert item["words"] == ["Nyhet ett", "https://cms.example/sivu?a=1&b=2", "https://cms.example/sv/sida"]


def test_a_block_that_the_usual_format_cannot_hold_is_said_to_be_so(site: Path) -> None:
    deep = "\n\n".join(f"{'#' * level} Taso {level}\n\nTeksti." for level in range(2, 7))
    write(site / "content", {"news/syva.fi.md": news("Syvä", deep), "blocks.yaml": "defaults: {level: 4}\n"})
    files = built(site, 1)
    page = parsed(files["blocks/syva/index.html"])
    assert "blocks/syva/fi.basic.html" not in files
    assert "Tätä lohkoa ei voi viedä tavalliseen tekstimuotoon" in text_of(page)
    assert not page.xpath("//div[@class='block-copy']")
    (line,) = (
        one for one in parsed(files["blocks/index.html"]).xpath("//li[@class='block-line']") if "Syvä" in text_of(one)
    )
    assert "kt" not in text_of(line)


def test_a_level_for_which_headings_are_too_deep_cannot_be_chosen(site: Path) -> None:
    deep = "\n\n".join(f"{'#' * level} Taso {level}\n\nTeksti." for level in range(2, 5))
    write(site / "content", {"news/syva.fi.md": news("Syvä", deep)})
    (level,) = parsed(built(site, 1)["blocks/syva/index.html"]).xpath("//select[@name='level']")
    assert [(one.get("value"), one.get("disabled") is not None) for one in level] == [
        ("2", False),
        ("3", False),
        ("4", True),
    ]


def released(folder: Path, day: int, before: int | None) -> dict[str, bytes]:
    ledger = folder / f"release-{before}" / "ledger.json" if before else None
    place = folder / f"release-{day}"
    assert command.release(options(folder, now=f"2031-06-{day:02}T12:00"), place, ledger) == 0
    return files_of(place)


def places(data: bytes) -> dict[str, list[str]]:
    """Give what a page says of pages of the CMS: of each the blocks with their states."""
    return {
        page.xpath("./h3/a/@href")[0]: [text_of(one) for one in page.xpath(".//li")]
        for page in parsed(data).xpath("//li[@class='place-page']")
    }


def test_pages_where_a_block_has_changed_are_named_first(site: Path) -> None:
    texts = {
        "site.yaml": f"{RELEASED}{LEAN}",
        "news/juttu-01.fi.md": _item(1),
        "news/juttu-01.sv.md": news("Nyhet", "Text."),
    }
    write(site / "content", {**texts, "placements.yaml": PLACED})
    first = released(site, 1, None)
    assert "Kaikki kunnossa" in text_of(parsed(first["blocks/index.html"]))
    assert places(first["blocks/index.html"]) == {}
    write(site / "content", {"news/juttu-01.sv.md": news("Nyhet", "Ny text.")})
    second = released(site, 2, 1)
    told = places(second["blocks/index.html"])
    assert list(told) == ["https://cms.example/sv/sida"]
    assert told["https://cms.example/sv/sida"][0].startswith("Nyhet Tarkista. Teksti muuttui 2.6.2031.")
    (copy,) = parsed(second["blocks/index.html"]).xpath("//li[@class='place-page']//div[@class='block-copy']")
    assert copy.get("data-href") == "../blocks/juttu-01/sv.basic.html"
    assert places(second["sv/blocks/juttu-01/index.html"]) == {
        "https://cms.example/sv/sida": [
            "Kontrollera. Texten ändrades 2.6.2031. Om blocket har förts in före det, för in det på nytt."
        ]
    }
    assert places(second["blocks/oma/index.html"]) == {"https://cms.example/sivu?a=1&b=2": ["Ajan tasalla."]}
    (site / "content" / "news" / "juttu-01.fi.md").unlink()
    third = places(released(site, 3, 2)["blocks/index.html"])
    assert third["https://cms.example/sivu?a=1&b=2"] == ["juttu-01 Ei enää sivustolla. Poista lohko sivulta."]


def test_the_last_scan_tells_what_is_to_be_done_and_where(site: Path) -> None:
    texts = {"site.yaml": f"{RELEASED}{LEAN}", "news/juttu-01.fi.md": _item(1), "news/juttu-01.sv.md": news("Nyhet")}
    write(site / "content", {**texts, "placements.yaml": PLACED})
    first = released(site, 1, None)
    v = re.search("v=([0-9a-f]{12})", first["blocks/juttu-01/fi.basic.html"].decode())
    assert v is not None

    def seen(page: str, state: ScanState, block: str, language: str = "fi", v: str = "") -> ScannedBlock:
        edit = f"{page.partition('/sivu')[0]}/node/7/edit"
        return ScannedBlock(page, state, state is not ScanState.CURRENT, block, language, "basic", v=v, edit=edit)

    page = "https://cms.example/sivu?a=1&b=2"
    found = (
        seen(page, ScanState.CURRENT, "juttu-01", v=v[1]),
        seen(page, ScanState.EDITED, "oma"),
        seen("https://cms.example/toinen/", ScanState.STALE, "oma", v="0" * 12),
        seen("tallennettu.html", ScanState.STALE, "oma", v="0" * 12),
    )
    report = ScanReport("https://example.org/koe/", "2031-06-01T13:00:00+03:00", found)
    (site / "content" / "scan.json").write_bytes(report_bytes(report))
    second = released(site, 2, 1)
    told = places(second["blocks/index.html"])
    assert {url: [one.split(".")[0] for one in some] for url, some in told.items()} == {
        page: ["Koehanke Muokattu käsin"],
        "https://cms.example/toinen/": ["Koehanke Vanhentunut"],
    }
    front = parsed(second["blocks/index.html"])
    assert "Sivut on tarkistettu viimeksi 1.6.2031." in text_of(front)
    assert front.xpath("//p[@class='place-edit']/a/@href")[0] == "https://cms.example/node/7/edit"
    write(site / "content", {"news/juttu-01.fi.md": news("Juttu 1", "Uusi teksti.")})
    third = places(released(site, 3, 2)["blocks/index.html"])
    assert [one.split(".")[0] for one in third[page]] == ["Juttu 1 Vanhentunut", "Koehanke Muokattu käsin"]


def test_a_damaged_report_and_pages_of_our_own_are_told(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = 'oma: [{url: "https://example.org/koe/hankkeet/ei-ole/", lang: fi}]\n'
    write(site / "content", {"placements.yaml": own, "scan.json": '{"site": 1'})
    files = built(site, 1)
    said = capsys.readouterr().out
    assert "scan.json:1:1: warning BLK013" in said
    assert "placements.yaml:1:7: warning BLK014" in said
    assert "OUT001" not in said
    assert b"ei-ole" not in files["blocks/index.html"]
