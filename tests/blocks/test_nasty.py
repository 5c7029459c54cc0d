"""Documents as they come, through a whole build: no word, link, heading or language mark is lost in any profile."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.cms.reading import comparable, tree_of
from plugins.cms.simulation import simulated
from plugins.cms.text_format import NAMES, known_format
from plugins.engine.command import build
from tests.blocks.fragments import parsed
from tests.sites import news, options, plain_site, write

LONG = "\n".join(
    f"## {number}. Asia\n\nKäsiteltiin asiaa {number}: {'kirjastojen yhteinen hanke etenee. ' * 12}\n"
    for number in range(90)
)
NASTY = {file.stem: file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parent / "nasty").glob("*.md"))}
NASTY["poytakirja"] = LONG


def nasty_site(content: Path) -> Path:
    """Write a site of these documents."""
    from PIL import Image

    plain_site(content)
    write(content, {"blocks.yaml": f"blocks: {{}}\ndefaults: {{profiles: [{', '.join(NAMES)}]}}\n"})
    write(content, {f"news/{name}.fi.md": news(f"Juttu {name}", text, id=name) for name, text in NASTY.items()})
    minutes = "---\ntitle: Pitkä kokous\ndate: 2031-05-14\nproject: hanke\nmeeting:\n  kind: minutes\n  name: Ryhmä\n"
    minutes += "  sessions: [{start: 2031-05-14}]\n---\n\n**Päätös:** jatketaan.\n\n"
    write(content, {"meetings/pitka.fi.md": minutes + LONG * 4})
    (content / "images").mkdir()
    Image.new("RGB", (640, 480), (40, 80, 120)).save(content / "images" / "sali.png")
    return content


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vaikeat")
    nasty_site(folder / "content")
    assert build(options(folder)) == 0
    return folder / "output"


def fragments_of(output: Path, name: str) -> Iterator[tuple[str, str]]:
    for profile in NAMES:
        file = output / f"blocks/{name}/fi.{profile}.html"
        if file.exists():
            yield profile, file.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    composed = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "")
    return re.findall(r"\w+", unicodedata.normalize("NFKC", composed))


@pytest.mark.parametrize("name", NASTY)
def test_every_profile_is_there(output: Path, name: str) -> None:
    assert [profile for profile, _ in fragments_of(output, name)] == list(NAMES)


MARKUP = re.compile(
    r"\(\.\./images[^)]*\)|\]\([^)]*\)|<[^>]*>|\[\^\w+\]|\[[ x]\]|^:|^```\w*|^ *\d+\. |{\w+}", re.MULTILINE
)
"""What Markdown and HTML write that is no text."""


@pytest.mark.parametrize("name", NASTY)
def test_no_word_is_lost(output: Path, name: str) -> None:
    source = words(MARKUP.sub(" ", NASTY[name]).replace("&amp;", "&"))
    manifest = json.loads((output / "blocks/manifest.json").read_text(encoding="utf-8"))
    (images,) = (one["languages"]["fi"]["images"] for one in manifest["blocks"] if one["id"] == name)
    uploaded = " ".join(f"{image['alt']} {image['caption']}" for image in images)
    for profile, html in fragments_of(output, name):
        soup = BeautifulSoup(html, "html5lib")
        shown = " ".join(str(picture["alt"]) for picture in soup.select("img"))
        said = {*words(f"{soup.get_text(' ')} {shown} {uploaded}"), *words(soup.get_text(""))}
        whole = unicodedata.normalize("NFKC", soup.get_text("")).replace("\u00ad", "").replace("\u200b", "")
        assert not [word for word in source if word not in said and word not in whole], profile


@pytest.mark.parametrize("name", NASTY)
def test_no_link_heading_or_language_is_lost(output: Path, name: str) -> None:
    hrefs = set(re.findall(r"\]\((https?:[^) ]+|tel:[^)]+|mailto:[^)]+)\)|href=\"([^\"]+)\"", NASTY[name]))
    headings = re.findall(r"^#+ ", NASTY[name], flags=re.MULTILINE) if name != "koodi" else []
    languages = re.findall(r'lang="(\w+)"', NASTY[name])
    for profile, html in fragments_of(output, name):
        soup = BeautifulSoup(html, "html5lib")
        found = {str(link["href"]) for link in soup.select("a[href]")}
        assert {a or b for a, b in hrefs} <= found, profile
        assert len(soup.select("h2, h3, h4, h5, h6")) >= 1 + len(headings), profile
        marked = [str(element["lang"]) for element in soup.select("[lang]")]
        assert all(marked.count(language) >= languages.count(language) for language in set(languages)), profile


@pytest.mark.parametrize("name", NASTY)
def test_its_text_format_changes_nothing(output: Path, name: str) -> None:
    for profile, html in fragments_of(output, name):
        assert comparable(tree_of(simulated(html, known_format(profile)))) == comparable(tree_of(html)), profile
        assert unicodedata.is_normalized("NFC", html)
        assert parsed(html)


def test_minutes_that_are_too_long_have_their_summary(output: Path) -> None:
    assert list(fragments_of(output, "pitka")) == []
    assert not (output / "blocks/pitka/fi.json").exists()
    summaries = dict(fragments_of(output, "pitka-summary"))
    assert list(summaries) == list(NAMES)
    assert "<li>jatketaan.</li>" in summaries["basic"]
    manifest = json.loads((output / "blocks/manifest.json").read_text(encoding="utf-8"))
    (found,) = (one["languages"]["fi"]["profiles"] for one in manifest["blocks"] if one["id"] == "pitka")
    assert found == {name: {"exported": False} for name in NAMES}


def test_nothing_that_is_only_of_the_page_is_in_a_fragment(output: Path) -> None:
    for name in NASTY:
        for _, html in fragments_of(output, name):
            assert not re.search(
                r"<script|<style|onclick|style=|<!--|src=\"(?!https:)|href=\"(?!https:|mailto:|tel:|#kaiku-)", html
            )
