"""The board tells which pages of other systems get old when the content is published, and which texts make them so."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from plugins.bilingual.command import show
from plugins.bilingual.desk import TranslationDesk
from plugins.engine import command
from tests.bilingual.sites import Run, edit, pair, run
from tests.publishing.places import SITE
from tests.sites import news, options, write

__all__ = ["run"]

BLOCKS = (
    "blocks:\n"
    "  uutiset: {kind: latest, project: hanke, types: [news]}\n"
    "  esittely: {kind: project, project: hanke}\n"
    "defaults: {profiles: [basic, full]}\n"
)
PLACED = """\
kysely:
  - {url: "https://cms.example/kysely", lang: fi, profile: basic}
  - {url: "https://cms.example/enkat", lang: sv, profile: full}
uutiset: [{url: "https://cms.example/lista", lang: fi, profile: basic}]
esittely: [{url: "https://cms.example/hanke", lang: fi, profile: basic}]
tuntematon: [{url: "https://cms.example/muu", lang: fi, profile: basic}]
"""
FINNISH = "news/kysely.fi.md"
COMPARED = "The content was compared with the published site, in which the newest change is of 1.6.2031."


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Release a site whose blocks are placed."""
    folder = tmp_path_factory.mktemp("released")
    content = write(pair(folder), {"site.yaml": SITE, "blocks.yaml": BLOCKS, "placements.yaml": PLACED})
    write(content, {"news/muu.fi.md": news("Muu", date="2031-05-01")})
    assert command.release(options(folder), folder / "released", None) == 0
    return folder


@pytest.fixture
def site(tmp_path: Path, released: Path) -> Path:
    """Copy the site and the ledger of its release; give its content."""
    shutil.copytree(released, tmp_path, dirs_exist_ok=True)
    return tmp_path / "content"


def told(run: Run, *more: str) -> list[str]:
    """Give what the board says of pages, line by line, without what it says of translations."""
    code, out, _ = run("translations --ledger released/ledger.json", *more)
    assert code == 0
    return out.rstrip("\n").rpartition("\n\n")[2].split("\n")


def test_a_change_names_its_pages_and_those_of_the_lists_that_tell_of_it(site: Path, run: Run) -> None:
    edit(site / FINNISH, "title: Kysely", "title: Uusi kysely")
    assert told(run) == [
        f"When these changes are published, the following pages hold an older block. {COMPARED}",
        f"  {FINNISH}",
        "    ! https://cms.example/kysely (block kysely, suomi)",
        "    ! https://cms.example/lista (block uutiset, suomi)",
    ]


def test_a_change_of_the_text_only_leaves_lists_alone(site: Path, run: Run) -> None:
    edit(site / "news/kysely.sv.md", "Svara snart", "Svara genast")
    assert told(run)[1:] == ["  news/kysely.sv.md", "    ! https://cms.example/enkat (block kysely, svenska)"]


def test_a_new_text_makes_a_list_old(site: Path, run: Run) -> None:
    write(site, {"news/uusi.fi.md": news("Uusi")})
    assert told(run)[1:] == ["  news/uusi.fi.md", "    ! https://cms.example/lista (block uutiset, suomi)"]


def test_a_project_and_declarations_make_blocks_old(site: Path, run: Run) -> None:
    edit(site / "projects/hanke.fi.md", "Hankkeen esittely.", "Hankkeen uusi esittely.")
    edit(site / "blocks.yaml", "types: [news]", "types: [news], limit: 1")
    assert told(run)[1:] == [
        "  blocks.yaml",
        "    ! https://cms.example/lista (block uutiset, suomi)",
        "  projects/hanke.fi.md",
        "    ! https://cms.example/hanke (block esittely, suomi)",
    ]


def test_what_goes_is_to_be_removed_from_pages(site: Path, run: Run) -> None:
    edit(site / FINNISH, "title:", "status: withdrawn\ntitle:")
    (site / "news/kysely.sv.md").unlink()
    edit(site / "blocks.yaml", "  esittely: {kind: project, project: hanke}\n", "")
    assert told(run)[1:] == [
        "  blocks.yaml",
        "    ! https://cms.example/hanke (block esittely, suomi: the block goes, remove it from the page)",
        "    ! https://cms.example/lista (block uutiset, suomi)",
        f"  {FINNISH}",
        "    ! https://cms.example/kysely (block kysely, suomi: the block goes, remove it from the page)",
        "  No longer in the content",
        "    ! https://cms.example/enkat (block kysely, svenska: the block goes, remove it from the page)",
    ]


@pytest.mark.usefixtures("site")
def test_without_a_change_no_page_gets_old(run: Run) -> None:
    assert told(run) == [f"No page of placements.yaml gets old when the content is published. {COMPARED}"]
    assert told(run, "--lang", "sv")[0].endswith("den nyaste ändringen är från 1.6.2031.")


def test_what_is_not_known_is_said(site: Path, run: Run) -> None:
    code, out, _ = run("translations")
    assert code == 0
    assert "Nothing is known here of the published site" in out
    (site / "placements.yaml").unlink()
    assert "published site" not in run("translations")[1]


def test_an_empty_ledger_tells_no_more_than_none(site: Path, run: Run) -> None:
    empty = {"$schema": "ledger.schema.json", "format": 1, "documents": {}, "blocks": {}, "events": {}}
    (site.parent / "released" / "ledger.json").write_text(json.dumps(empty), encoding="utf-8")
    assert told(run)[0].startswith("Nothing is known here of the published site")


def test_the_list_for_tools_stays_as_it_is(site: Path, run: Run) -> None:
    edit(site / FINNISH, "title: Kysely", "title: Uusi kysely")
    code, out, _ = run("translations --ledger released/ledger.json --format json")
    assert code == 0
    assert {tuple(row) for row in json.loads(out)} == {("key", "lang", "state", "since", "against", "paragraphs")}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_of_the_preview_tells_it_too(site: Path, tmp_path: Path, language: str) -> None:
    edit(site / FINNISH, "title: Kysely", "title: Uusi kysely")
    # The address of a preview makes no block another: the desk reads the content at the site's own.
    made = command.read(options(tmp_path, ledger=tmp_path / "released" / "ledger.json"))
    assert made is not None
    assert made.index is not None
    page = TranslationDesk(made.pipeline).page(made.index, "/.kaiku/translations", language)
    root: Any = lxml_html.document_fromstring(page)
    section = root.xpath("//section[h3]")[0]
    assert [one.text for one in section.xpath("./h3")] == [FINNISH]
    assert section.xpath(".//a/@href") == ["https://cms.example/kysely", "https://cms.example/lista"]
    assert show(made.pipeline, made.index, language, "text") == 0
