"""The index as files: the same for the same content, and of nothing but what is published."""

import gzip
import json
from pathlib import Path

import pytest

from plugins.engine import command
from plugins.search.rendering import document_html
from plugins.search.views import SearchEntry
from tests.search.search_sites import content
from tests.sites import files_of, news, options, site_with_search, write


def index(folder: Path, place: str = "haku/pagefind/") -> dict[str, bytes]:
    return {path: data for path, data in files_of(folder).items() if path.startswith(place)}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    content(tmp_path / "content")
    made = []
    for number in range(4):
        assert command.build(options(tmp_path, output=tmp_path / f"output{number}")) == 0
        made.append(index(tmp_path / f"output{number}"))
    assert made[0]
    assert all(one == made[0] for one in made)


def test_an_index_holds_what_is_published_in_its_language(tmp_path: Path) -> None:
    content(tmp_path / "content")
    assert command.build(options(tmp_path)) == 0
    finnish, swedish = index(tmp_path / "output"), index(tmp_path / "output", "sv/sok/pagefind/")
    facets = json.loads(finnish["haku/pagefind/facets.json"])
    assert ["news", ["toinen"], "2029", "2.1.2029"] in facets.values()
    assert ["projects", ["hanke"], "", ""] in facets.values()
    assert ["meetings", ["toinen"], "2031", "14.5.2031"] in facets.values()  # its own day, not that of publication
    texts = "".join(gzip.decompress(data).decode() for path, data in finnish.items() if path.endswith("_fragment"))
    assert "Kirjasto avautuu" in texts
    assert "Salamyhk" not in texts
    assert "bibliotek" not in texts
    other = "".join(gzip.decompress(data).decode() for path, data in swedish.items() if path.endswith("_fragment"))
    assert "Ett bibliotek" in other
    assert not [path for path in finnish if "-ui" in path or "worker" in path or "highlight" in path]


def test_a_site_without_anything_published_has_no_index(tmp_path: Path) -> None:
    site_with_search(tmp_path / "content")
    draft = "---\ntitle: Luonnos\nstatus: draft\n---\n\nTeksti.\n"
    write(tmp_path / "content", {"projects/hanke.fi.md": draft, "projects/hanke.sv.md": draft})
    assert command.build(options(tmp_path)) == 0
    assert index(tmp_path / "output") == {}
    assert b"search-box" not in (tmp_path / "output" / "haku" / "index.html").read_bytes()


def test_the_embargo_looks_into_indexes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index that told of a draft would stop the build: here one is made to."""
    unread = "Tämä pitkä virke on luonnoksessa eikä sitä saa vielä kukaan lukea."
    write(site_with_search(tmp_path / "content"), {
        "news/luonnos.fi.md": news("Luonnos", unread, status="draft"),
    })  # fmt: skip

    def leaking(entry: SearchEntry, _: object, language: str) -> str:
        return document_html(entry, (unread,), language)

    monkeypatch.setattr("plugins.search.rendering.document_html", leaking)
    assert command.build(options(tmp_path)) == 1
    assert not (tmp_path / "output" / "haku").exists()


def test_words_of_cells_stand_apart(tmp_path: Path) -> None:
    """No word of a table or a list of terms is joined to the next one, and none to the number of a note."""
    table = "| Kirjasto | Lainat |\n|---|---|\n| Mallila | Vähän |\n"
    body = f"{table}\nTermi\n:   Selitys\n\nTeksti[^1].\n\n[^1]: Alaviite.\n"
    write(site_with_search(tmp_path / "content"), {"news/taulukko.fi.md": news("Taulukko", body)})
    assert command.build(options(tmp_path)) == 0
    found = index(tmp_path / "output")
    texts = [gzip.decompress(data).decode() for path, data in found.items() if path.endswith("_fragment")]
    (text,) = [one for one in texts if "Alaviite" in one]
    content = json.loads(text.removeprefix("pagefind_dcd"))["content"]
    assert content.endswith("Kirjasto Lainat Mallila. Vähän. Termi Selitys Teksti. Alaviite.")


def test_marks_of_joints_are_in_no_text(tmp_path: Path) -> None:
    """What a writer wrote stays as it was, also where it looks like a mark."""
    body = "Maakuntakirjasto a-~b kirjastossa.\n\n## Yhteiskirjasto {#osa}\n\n`maakuntakirjasto`"
    write(site_with_search(tmp_path / "content"), {"news/kirjasto.fi.md": news("Kouluhallinto ja kirjasto", body)})
    assert command.build(options(tmp_path)) == 0
    found = index(tmp_path / "output")
    texts = [gzip.decompress(data).decode() for path, data in found.items() if path.endswith("_fragment")]
    (text,) = [one for one in texts if "Kouluhallinto" in one]
    fragment = json.loads(text.removeprefix("pagefind_dcd"))
    assert fragment["meta"]["title"] == "Kouluhallinto ja kirjasto"
    assert "Maakuntakirjasto a-\N{WORD JOINER}~b kirjastossa. Yhteiskirjasto. maakuntakirjasto" in fragment["content"]
    assert [(one["id"], one["text"]) for one in fragment["anchors"]] == [("osa", "Yhteiskirjasto")]
    words = b"".join(gzip.decompress(data) for path, data in found.items() if path.endswith("_index"))
    assert b"maakuntakirjasto" in words
    assert b"yhteiskirjasto" in words
