"""Saved pages and posts: the text without what surrounds it, and metadata in our fields."""

import tracemalloc
from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize

import pytest
from bs4 import BeautifulSoup

from plugins.drafts.importing.blocks import ImportedBlock
from plugins.drafts.importing.imported_draft import ImportedDraft, Wish, imported_draft
from plugins.drafts.importing.refusals import RefusalError
from plugins.drafts.importing.source_reading import read_bytes, read_source
from plugins.drafts.importing.table_cells import in_columns
from tests.importing.test_word import PICTURE

NOW = datetime(2031, 6, 1, tzinfo=UTC)


def made(data: str | bytes, name: str) -> ImportedDraft:
    """Make a draft of a source."""
    read = read_bytes(data if isinstance(data, bytes) else data.encode(), name)
    return imported_draft(read, name.rpartition(".")[0], Wish("", ("hanke",)), ("fi", "sv"), NOW)


PAGE = """<!doctype html><html lang="sv"><head><title>Annat</title>
<link rel="canonical" href="https://example.org/sv/nyheter/enkat"/>
<meta property="article:published_time" content="2031-05-14T09:00:00+03:00"></head>
<body><nav>Meny</nav><div class="cookie">Kakor</div><main><h1>Enkäten är öppen</h1><article class="node">
<p>Svara på <a href="/sv/enkat?a=1&amp;b=2">enkäten</a> och <b>be</b><b>rätta</b> vad det är.</p>
<img src="sida_files/bild.png" alt="Lukusali"><img src="sida_files/borta.png" alt="En karta">
<img src="../hemlig.png" alt="Utanför">
<table><tr><th>År</th><th>Svar</th></tr><tr><td>2030</td><td>a|b</td></tr></table>
<blockquote><p>Citat</p></blockquote><pre>kod  *här*</pre></article></main><footer>Sidfot</footer></body></html>"""


def test_a_saved_page_is_its_article(tmp_path: Path) -> None:
    folder = tmp_path / "sparat"
    (folder / "sida_files").mkdir(parents=True)
    (folder / "sida_files/bild.png").write_bytes(PICTURE)
    (tmp_path / "hemlig.png").write_bytes(PICTURE)
    (folder / "sida.html").write_text(PAGE, encoding="utf-8")
    draft = imported_draft(read_source(folder / "sida.html"), "sida", Wish("", ("hanke",)), ("fi", "sv"), NOW)
    key = "2031-05-14-enkaten-ar-oppen"
    assert (draft.type, draft.key, draft.language) == ("news", key, "sv")
    assert [one.path for one in draft.files] == [f"news/{key}.sv.md", f"images/{key}-1.png"], "nothing from elsewhere"
    text = draft.files[0].text
    assert "Svara på [enkäten](https://example.org/sv/enkat?a=1&b=2) och **berätta** vad det är." in text
    assert f"![Lukusali](../images/{key}-1.png)" in text
    assert "En karta" in text, "the words for a picture that is not there stay"
    assert "| År | Svar |\n| --- | --- |\n| 2030 | a\\|b |" in text
    assert "> Citat\n\n```\nkod  *här*\n```" in text
    for around in ("Meny", "Kakor", "Sidfot", "Annat"):
        assert around not in text
    assert [one.code for one in draft.findings].count("IMP012") == 2


def test_html_is_text_and_no_code() -> None:
    text = made("<h1>A</h1><p>&lt;script&gt;x&lt;/script&gt; <a href='javascript:y'>z</a></p>", "a.html").files[0].text
    assert "\\<script>x\\</script> z" in text
    assert "javascript" not in text


def test_letters_are_whole() -> None:
    """As programs of the Mac and typesetters part and join them."""
    source = normalize("NFD", "<h1>Työryhmän pöytäkirja 2/2031</h1><p>Läsnä: Äinö Esimerkki</p><p>Aika: 3.6.2031</p>")
    text = made(f"{source}<p>Proﬁili</p>", "a.html").files[0].text
    assert "  present:\n    - Äinö Esimerkki\n" in text
    assert text.endswith("Profiili\n")


@pytest.mark.parametrize("span", ["0", "-1", "2.5", "x", "99999999999999999999", "65000"])
def test_cells_reach_no_farther_than_their_table(span: str) -> None:
    row = f'<tr><td colspan="{span}" rowspan="{span}">a</td></tr><tr><td>b</td><td>c</td></tr>'
    text = made(f"<h1>A</h1><p>Teksti.</p><table>{row}</table>", "a.html").files[0].text
    assert len(text.rpartition("---")[2]) < 40


def test_wide_cells_of_a_table_take_no_room_of_their_own() -> None:
    """A thousand cells that each reach over a thousand columns are a thousand columns, not a million."""
    wide = "<tr>" + '<td colspan="1000">a</td>' * 1000 + "</tr>"
    rows = [[(cell, (ImportedBlock("paragraph"),)) for cell in row("td")]
            for row in BeautifulSoup(f"<table>{wide}{'<tr><td>b</td></tr>' * 2000}</table>", "lxml")("tr")]  # fmt: skip
    tracemalloc.start()
    made = in_columns(rows)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [sum(map(bool, row)) for row in made] == [1000, *[1] * 2000]
    assert most < 100_000_000


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote"])
def test_elements_without_end_are_told(tag: str) -> None:
    with pytest.raises(RefusalError) as refusal:
        made(f"<p>a</p>{f'<{tag}>' * 6000}a", "a.html")
    assert refusal.value.code == "IMP002"


def test_a_post_of_jekyll() -> None:
    post = (
        "---\nlayout: post\ntitle: 'Kysely: tulokset'\ntags: [kysely, osaaminen]\nauthor: Aino Esimerkki\n"
        "description: Lyhyesti.\n---\n\n# Ensin\n\nTeksti on *tässä*.\n\n```\n# ei otsikko\n```\n"
    )
    draft = made(post, "2031-05-14-kysely.md")
    assert draft.files[0].path == "news/2031-05-14-kysely-tulokset.fi.md"
    assert draft.files[0].text == (
        '---\ntitle: "Kysely: tulokset"\ndate: 2031-05-14\nstatus: draft\nproject: hanke\n'
        'tags: ["kysely", "osaaminen"]\nsummary: Lyhyesti.\n---\n\n## Ensin\n\nTeksti on *tässä*.\n\n'
        "```\n# ei otsikko\n```\n\n<!-- layout: post\nauthor: Aino Esimerkki -->\n"
    )


def test_a_post_of_pelican() -> None:
    post = "Title: Enkäten\nDate: 2031-05-14 10:20\nModified: 2031-05-20\nTags: enkät, kunskap\nLang: sv\n\nText.\n"
    draft = made(post, "enkat.md")
    assert draft.language == "sv"
    assert draft.files[0].text == (
        "---\ntitle: Enkäten\ndate: 2031-05-14T10:20\nstatus: draft\nproject: hanke\nupdated: 2031-05-20\n"
        'tags: ["enkät", "kunskap"]\n---\n\nText.\n'
    )


def test_metadata_that_is_no_yaml_loses_nothing() -> None:
    assert "<!-- a: [ -->" in made("---\na: [\n---\nteksti\n", "a.md").files[0].text
