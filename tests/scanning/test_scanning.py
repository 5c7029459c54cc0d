"""What the scan says of a block on a page of a CMS, case by case."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.core.scanned_blocks import ChangedWords, ScannedBlock, ScanReport, ScanState, read_report, report_bytes
from plugins.core.site import Placement
from plugins.core.word_diff import RunKind
from plugins.scanning.findings import Page, findings
from plugins.scanning.known_blocks import KnownBlocks, ManifestError, known_blocks
from plugins.scanning.scan_report import as_report
from plugins.scanning.scan_text import as_text
from plugins.scanning.words import words
from tests.scanning.cms_pages import block, known, page, restyled, without_heading, without_link

NEW, OLD, OLDER = block(300), block(200), block(100)
SV = block(300, "sv")
MARK = "https://example.org/uutiset/kysely/#kaiku=kysely"

CASES: dict[str, tuple[list[str], list[str]]] = {
    "untouched": ([NEW], ["current"]),
    "restyled by the CMS": ([restyled(NEW)], ["current"]),
    "ids taken off": ([NEW.replace(' id="kaiku-kysely-fi"', "")], ["current"]),
    "another id put on": ([NEW.replace('id="kaiku-kysely-fi"', 'id="b"')], ["current"]),
    "an empty link left behind": ([NEW.replace("</h2>", '<a href="#kysely"></a></h2>')], ["current"]),
    "items of another list merged in": ([NEW.replace("</li>\n</ul>", "</li></ul>")], ["current"]),
    "composed otherwise": ([NEW.replace("ä", "a\u0308")], ["current"]),
    "one word changed": ([NEW.replace("kaikkiin", "joihinkin")], ["edited"]),
    "a link changed": ([NEW.replace("/ohje/", "/muu/")], ["edited"]),
    "a paragraph added": ([NEW.replace("<ul", "<p>Lisäys.</p><ul")], ["edited"]),
    "an old version edited": ([OLD.replace("kaikkiin", "joihinkin")], ["edited"]),
    "the heading removed": ([without_heading(NEW)], ["damaged"]),
    "the source link removed": ([without_link(NEW)], ["damaged"]),
    "pasted as text": ([f"<pre>{NEW.replace('<', '&lt;')}</pre>"], ["damaged"]),
    "an older version": ([OLD], ["stale"]),
    "the oldest version": ([OLDER], ["stale"]),
    "a version nobody knows": ([block(50)], ["stale"]),
    "pasted twice": ([NEW, "<p>Väliteksti.</p>", NEW], ["current", "current"]),
    "pasted twice, once old": ([OLD, NEW], ["stale", "current"]),
    "two languages": ([NEW, SV], ["current", "current"]),
    "two languages, the other edited": ([NEW, SV.replace("alla", "många")], ["current", "edited"]),
    "an id that is not known": ([block(300, id="muu")], ["unknown"]),
    "a language that is not known": ([NEW.replace(";l=fi", ";l=en")], ["unknown"]),
    "a broken mark": ([NEW.replace("kaiku=kysely;", "kaiku=;")], ["damaged"]),
    "a broken mark without a heading": ([without_heading(NEW).replace("kaiku=kysely;", "kaiku=;")], ["unknown"]),
    "no block at all": (["<p>Muuta.</p>"], []),
}  # fmt: skip


@pytest.fixture
def blocks(tmp_path: Path) -> KnownBlocks:
    return known(tmp_path)


def judged(blocks: KnownBlocks, *parts: str, placed: tuple[Placement, ...] = ()) -> tuple[ScannedBlock, ...]:
    return findings(Page("https://cms.example/sivu", page(*parts)), blocks, placed)


@pytest.mark.parametrize("case", CASES)
def test_a_block_on_a_page(blocks: KnownBlocks, case: str) -> None:
    parts, states = CASES[case]
    assert [one.state for one in judged(blocks, *parts)] == states


@pytest.mark.parametrize(("html", "behind", "since"), [(OLD, 1, "2026-06-01"), (OLDER, 2, "2026-05-01")])
def test_a_stale_block_is_so_many_versions_behind_since_a_day(
    blocks: KnownBlocks, html: str, behind: int, since: str
) -> None:
    (one,) = judged(blocks, html)
    assert (one.behind, one.since) == (behind, since)
    assert [change.text for change in one.changes if change.run == RunKind.NEW] == ["300"]
    assert one.replacement == NEW


def test_what_an_editor_changed_is_told(blocks: KnownBlocks) -> None:
    (one,) = judged(blocks, NEW.replace("kaikkiin", "joihinkin").replace("/ohje/", "/muu/"))
    assert ChangedWords("gone", "joihinkin") in one.changes
    assert (one.links_gone, one.links_new) == (("https://example.org/muu/",), ("https://example.org/ohje/",))


PLACED = Placement("kysely", "https://cms.example/sivu", "fi")


@pytest.mark.parametrize(
    ("parts", "placement", "state"),
    [
        ([NEW], PLACED, "current"),
        ([SV], PLACED, "missing"),
        (["<p>Muuta.</p>"], PLACED, "missing"),
        ([without_link(without_heading(NEW))], PLACED, "damaged"),
        ([], Placement("poistettu", PLACED.url, "fi"), "unknown"),
    ],
)
def test_a_placement_is_looked_for(blocks: KnownBlocks, parts: list[str], placement: Placement, state: str) -> None:
    assert judged(blocks, *parts, placed=(placement,))[-1].state == state


SPOILT = [b"", b"\x00\xff\xfe", b"<<<<", b"%PDF-1.4", b"<p>" * 40_000, "<p>\ud800".encode("utf-8", "surrogatepass")]


@pytest.mark.parametrize("data", SPOILT, ids=range(len(SPOILT)))
def test_whatever_a_page_is_it_is_answered(blocks: KnownBlocks, data: bytes) -> None:
    assert findings(Page("x", data), blocks) == ()


def test_a_page_says_in_what_it_is_written(blocks: KnownBlocks) -> None:
    html = page(NEW).decode().replace("<head>", '<head><meta charset="iso-8859-1">')
    assert findings(Page("x", html.encode("latin-1")), blocks)[0].state is ScanState.CURRENT
    assert findings(Page("x", page(NEW).decode().encode("latin-1"), "latin-1"), blocks)[0].state is ScanState.CURRENT


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"blocks": [{}]}'])
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(ManifestError):
        known_blocks(tmp_path / "manifest.json")


def test_the_words_are_there_in_every_language() -> None:
    assert words("fi").keys() == words("sv").keys() == words("en").keys()


def reported(found: Sequence[ScannedBlock]) -> ScanReport:
    return ScanReport("https://example.org/", "2031-06-01T09:00:00+03:00", tuple(found))


WRITERS: list[Callable[..., str]] = [as_text, lambda found, language: as_report(reported(found), language, "")]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_case_can_be_told(blocks: KnownBlocks, write: Callable[..., str], language: str) -> None:
    found = [one for parts, _ in CASES.values() for one in judged(blocks, *parts)]
    found += findings(Page("https://cms.example/", problem="404"), blocks)
    told = write(found, language)
    assert all(words(language)[one.state] in told for one in found)
    assert "404" in told
    report = reported(found)
    assert read_report(report_bytes(report)) == report


@pytest.mark.parametrize(
    ("since", "said"), [("2026-06-01", "since 1.6.2026"), ("2026-06", "behind: 1"), ("", "behind: 1")]
)
def test_an_age_is_told_as_far_as_it_is_known(blocks: KnownBlocks, since: str, said: str) -> None:
    (one,) = judged(blocks, OLD)
    assert said in as_text([replace(one, since=since)], "en")


def test_the_report_escapes_what_pages_say(blocks: KnownBlocks) -> None:
    found = judged(blocks, NEW.replace("kaikkiin", "&lt;script&gt;alert(1)&lt;/script&gt;"))
    report = as_report(reported(found), "fi", "")
    assert "<script>alert" not in report
    assert "&lt;h2 id=&quot;kaiku-kysely-fi&quot;&gt;" in report
