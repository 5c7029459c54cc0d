"""The ways in without pasting: feeds of projects and blocks as JSON."""

import json
import re
import shutil
from pathlib import Path

import feedparser
import pytest
import yaml
from lxml import etree

from plugins.engine.command import build
from tests.sites import files_of, news, options, plain_site, warm, write

DECLARED = "blocks:\n  aika: {kind: timeline, project: hanke}\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site, which no test changes."""
    folder = tmp_path_factory.mktemp("feeds")
    write(
        plain_site(folder / "content"),
        {
            "blocks.yaml": DECLARED,
            "news/a.fi.md": news("Ensimmäinen & viimeinen", "Teksti ]]> ja *sana*.", summary="Lyhyesti"),
            "news/b.fi.md": news("Toinen", "Muuta.", date="2031-05-15"),
        },
    )
    assert build(options(folder)) == 0
    return folder


@pytest.fixture
def folder(tmp_path: Path, made: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path, dirs_exist_ok=True))


def feed(folder: Path) -> bytes:
    return (folder / "output/blocks/hanke/fi.rss").read_bytes()


def test_items_are_fragments_of_the_basic_profile(folder: Path) -> None:
    read = feedparser.parse(feed(folder))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Toinen", "Ensimmäinen & viimeinen", "Aikataulu: Koehanke"]
    channel = etree.fromstring(feed(folder))
    encoded = channel.findall("channel/item/{http://purl.org/rss/1.0/modules/content/}encoded")
    for name, item in zip(("b", "a", "aika"), encoded, strict=True):
        assert item.text == (folder / f"output/blocks/{name}/fi.basic.html").read_text(encoding="utf-8")
    assert read.entries[1].summary == "Lyhyesti"
    assert [entry.tags[0].term for entry in read.entries] == ["news", "news", "projects"]


def test_ids_are_permanent(folder: Path) -> None:
    before = [entry.id for entry in feedparser.parse(feed(folder)).entries]
    assert before == ["tag:example.org,2026:b/fi", "tag:example.org,2026:a/fi", "tag:example.org,2026:blocks/aika/fi"]
    write(folder / "content", {"news/a.fi.md": news("Uusi nimi", "Uusi teksti.", date="2031-05-01")})
    assert build(options(folder)) == 0
    assert [entry.id for entry in feedparser.parse(feed(folder)).entries] == before


def test_descriptions_are_html_as_in_other_feeds(folder: Path) -> None:
    write(folder / "content", {"news/a.fi.md": news("Otsikko", "Teksti.", summary="'2 < 3 & <b>4</b> > 1'")})
    assert build(options(folder)) == 0
    description = etree.fromstring(feed(folder)).findall("channel/item/description")[1].text
    assert description == "2 &lt; 3 &amp; &lt;b&gt;4&lt;/b&gt; &gt; 1"
    other = etree.fromstring((folder / "output/feed.rss").read_bytes()).findall("channel/item/description")[1].text
    assert other == description


def test_bytes_change_with_the_content_only(folder: Path) -> None:
    before = feed(folder)
    files = files_of(folder / "output")
    assert build(options(folder, now="2031-06-20T00:00", cache=warm(folder / "other"), output=folder / "again")) == 0
    assert (folder / "again/blocks/hanke/fi.rss").read_bytes() == before
    blocks = {path: data for path, data in files.items() if re.fullmatch(r"blocks/[^/]+/.*\.(html|json|rss)", path)}
    again = files_of(folder / "again")
    assert {path: again[path] for path in blocks} == blocks


def test_block_as_json(folder: Path) -> None:
    read = json.loads((folder / "output/blocks/a/fi.json").read_text(encoding="utf-8"))
    html = (folder / "output/blocks/a/fi.basic.html").read_text(encoding="utf-8")
    assert read["profiles"]["basic"]["html"] == html
    assert f"v={read['profiles']['basic']['v']}" in html
    assert (read["id"], read["kind"], read["type"], read["language"]) == ("a", "document", "news", "fi")
    assert (read["published"], read["url"]) == ("2031-05-14", "https://example.org/koe/uutiset/ensimmainen-viimeinen/")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_importer_can_be_set_up_from_a_file(folder: Path, language: str) -> None:
    """The configuration for Drupal's module Feeds names what the feeds have, and knows an item by its permanent id."""
    path = folder / f"output/blocks/feeds.feed_type.kaiku_blocks_{language}.yml"
    feed_type = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert path.name == f"feeds.feed_type.{feed_type['id']}.yml"
    assert (feed_type["parser"], feed_type["processor"]) == ("syndication", "entity:node")
    settings = feed_type["processor_configuration"]
    assert (settings["langcode"], settings["update_existing"], settings["update_non_existent"]) == (
        language,
        2,
        "_keep",
    )
    targets = {one["target"]: one for one in feed_type["mappings"]}
    assert targets["feeds_item"]["unique"] == {"guid": True}
    assert targets["body"]["settings"]["format"] == "basic_html"
    sources = {source for one in feed_type["mappings"] for source in one["map"].values()}
    known = {"guid": "guid", "url": "link", "title": "title", "description": "description", "timestamp": "pubDate",
             "content": "{http://purl.org/rss/1.0/modules/content/}encoded"}  # fmt: skip
    (item, *_) = etree.fromstring(feed(folder)).iter("item")
    assert sources == known.keys()
    assert {source for source, tag in known.items() if item.find(tag) is not None} == sources
