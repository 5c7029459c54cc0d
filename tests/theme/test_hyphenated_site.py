"""Soft hyphens stand on pages and nowhere else, an author's own too."""

import re

import pytest

from plugins.engine import command
from tests import sites

SHY = "\N{SOFT HYPHEN}"
BODY = f"Suuronnettomuus{SHY}tutkinnassa ja onnettomuus&shy;tietoinstituutissa.\n\n## Suuronnettomuus{SHY}tutkinta\n"

LONG = "Kirjastojärjestelmäkokonaisuus"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("site")
    sites.plain_site(folder / "content")
    title = f'"Suuronnettomuus{SHY}tutkinnan viitearkkitehtuuri"'
    item = sites.news(title, BODY, tags=f"[onnettomuus{SHY}tutkinta]")
    project = {f"projects/pitka.{code}.md": f"---\ntitle: {LONG}\n---\n\nTeksti.\n" for code in ("fi", "sv")}
    sites.write(folder / "content", {"news/2031-05-14-uutinen.fi.md": item, **project})
    assert command.build(sites.options(folder)) == 0
    return sites.files_of(folder / "output")


def test_a_page_breaks_where_its_author_says(files: dict[str, bytes]) -> None:
    page = files["uutiset/suuronnettomuustutkinnan-viitearkkitehtuuri/index.html"].decode()
    assert f"<h1>Suuronnettomuus{SHY}tutkinnan viite{SHY}ark{SHY}ki{SHY}teh{SHY}tuuri</h1>" in page
    assert f"<p>Suuronnettomuus{SHY}tutkinnassa ja onnettomuus{SHY}tietoinstituutissa.</p>" in page
    assert f'<h2 id="suuronnettomuustutkinta">Suuronnettomuus{SHY}tutkinta</h2>' in page
    assert SHY not in page.split("</head>")[0]


def test_the_name_of_a_feed_breaks_and_the_name_of_its_button_does_not(files: dict[str, bytes]) -> None:
    page = files["tilaa/index.html"].decode()
    names = re.findall(r'class="feed-title"[^>]*>([^<]+)</a>', page)
    assert [one[: len("Kirjasto") + 1] for one in names if one.replace(SHY, "") == LONG] == [f"Kirjasto{SHY}"]
    assert f'aria-label="Kopioi osoite: {LONG}"' in page


def test_nothing_else_has_any(files: dict[str, bytes]) -> None:
    texts = {path: data for path, data in files.items() if path.endswith((".rss", ".atom", ".json", ".xml", ".ics"))}
    assert {"feed.rss", "feed.atom", "feed.json", "sitemap.xml"} <= texts.keys()
    assert not [path for path, data in texts.items() if SHY.encode() in data]
    blocks = {
        path: data for path, data in files.items() if path.startswith("blocks/") and not path.endswith("index.html")
    }
    assert blocks
    assert not [path for path, data in blocks.items() if SHY.encode() in data]
    assert not [path for path in files if SHY in path]
    assert "aiheet/onnettomuustutkinta/index.html" in files
