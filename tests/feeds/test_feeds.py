"""Feeds: which there are, what they hold, and that readers read it back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from plugins.core.dates import When
from plugins.core.diagnostics import Place
from plugins.core.documents import Body, DocumentType, Picture, Reference, Status
from plugins.core.markup.tree import Element, Tree
from plugins.core.site import FeedSettings, Localized
from tests.feeds.feed_sites import a_picture, a_project, a_version, an_index, outputs, xml

GOLDEN = Path(__file__).parent / "golden_feed.rss"
PAGE = "https://example.org/hankkeet/uutiset/uutinen-fi/"


def read(data: bytes) -> Any:
    result = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not result.bozo, result.get("bozo_exception")
    return result


def rich_text() -> Tree:
    return (
        Element("h2", (("id", "alku"),), ("Alku",)),
        Element("p", (), ("a < b & ", Element("a", (("href", "doc:news/nyhet.sv.md"),), ("Nyhet",)), " ]]> loppu")),
        Element("p", (), (Element("a", (("href", "#alku"),), ("alkuun",)),)),
        Element("p", (), (Element("img", (("src", "image:images/x.jpg"), ("alt", "Talo"))),)),
    )


def golden_site() -> Any:
    place = Place("news/uutinen.fi.md")
    references = Reference("doc", "news/nyhet.sv.md", "", place), Reference("image", "images/x.jpg", "", place)
    news = a_version(
        "uutinen",
        image=Picture("images/kansi.jpg", "Kansi", "Kuvateksti", "Kuvaaja"),
        title="Kysely & <tulokset> ”näin”",
        body=Body("rikas", 10, references=references),
        date=When(2031, 5, 20, 9, 30),
        updated=When(2031, 5, 25),
        tags=("kysely", "osaaminen"),
        summary="Yksi < kaksi & kolme.",
    )
    rights = FeedSettings(copyright=Localized((("fi", "CC BY 4.0"), ("sv", "CC BY 4.0"))))
    files = a_picture("images/x.jpg", 480, 800, 1200), a_picture("images/kansi.jpg", 480, 700)
    return an_index(a_project(), news, a_version("nyhet", "sv"), a_version("vanha"), files=files, feeds=rights)


def test_golden_feed() -> None:
    assert xml(golden_site(), trees={"rikas": rich_text()}).decode() == GOLDEN.read_text("utf-8")


def test_feeds_of_everything_sections_and_projects_per_language() -> None:
    index = an_index(a_project(), a_version("uutinen"), a_version("nyhet", "sv"))
    assert sorted(outputs(index)) == [
        "feed.rss",
        "hankkeet/tekoaly/feed.rss",
        "kokoukset/feed.rss",
        "pilotit/feed.rss",
        "sv/feed.rss",
        "sv/moten/feed.rss",
        "sv/nyheter/feed.rss",
        "sv/pilotprojekt/feed.rss",
        "uutiset/feed.rss",
    ]


def test_feed_says_where_it_is_below_a_sub_path() -> None:
    index = an_index(a_version("nyhet", "sv"))
    feed = read(xml(index, "sv/nyheter/feed.rss")).feed
    assert feed.link == "https://example.org/hankkeet/sv/nyheter/"
    assert [link.href for link in feed.links if link.rel == "self"] == [
        "https://example.org/hankkeet/sv/nyheter/feed.rss"
    ]
    assert (feed.title, feed.subtitle, feed.language) == (
        "Biblioteksprojekten: Nyheter", "Nyheter om projekten", "sv",
    )  # fmt: skip


def test_items_are_the_published_of_the_language_newest_first() -> None:
    index = an_index(
        a_version("a", date=When(2031, 1, 1)),
        a_version("b", date=When(2031, 3, 1), type_=DocumentType.MEETINGS),
        a_version("c", date=When(2031, 2, 1), type_=DocumentType.PILOTS),
        a_version("d", "sv"),
        a_version("e", status=Status.DRAFT),
        a_version("f", date=When(2031, 12, 1)),
        a_version("g", status=Status.WITHDRAWN),
        a_version("h", expires=When(2031, 5, 1)),
    )
    assert [entry.title for entry in read(xml(index)).entries] == ["b fi", "c fi", "a fi"]
    assert [entry.title for entry in read(xml(index, "pilotit/feed.rss")).entries] == ["c fi"]


def test_project_has_its_own_only() -> None:
    index = an_index(
        a_project(), a_version("a"), a_version("b", projects=("toinen",)), a_version("c", projects=("x", "tekoaly"))
    )
    assert [entry.title for entry in read(xml(index, "hankkeet/tekoaly/feed.rss")).entries] == ["c fi", "a fi"]


def test_as_many_items_as_the_site_says() -> None:
    index = an_index(*(a_version(f"k{number}") for number in range(5)), feeds=FeedSettings(items=3))
    assert len(read(xml(index)).entries) == 3


def test_cross_posting_brings_what_is_in_another_language_only() -> None:
    versions = a_version("a"), a_version("b", "sv"), a_version("c"), a_version("c", "sv")
    titles = [entry.title for entry in read(xml(an_index(*versions, cross_post=True))).entries]
    assert titles == ["c fi", "b sv (ruotsiksi)", "a fi"]
    assert b"<dc:language>sv</dc:language>" in xml(an_index(*versions, cross_post=True))
    assert [entry.title for entry in read(xml(an_index(*versions))).entries] == ["c fi", "a fi"]


def test_id_is_the_same_whatever_else_changes() -> None:
    before = a_version("uutinen")
    after = replace(before, title="Uusi", slug="uusi", date=When(2031, 5, 1), updated=When(2031, 5, 30))
    ids = [read(xml(an_index(version))).entries[0] for version in (before, after)]
    assert ids[0].id == ids[1].id == "tag:example.org,2026:uutinen/fi"
    assert not ids[0].guidislink
    assert ids[0].link != ids[1].link


def test_dates_come_from_the_content_only() -> None:
    entry_date = "Wed, 14 May 2031 00:00:00 +0300"
    parsed = read(xml(an_index(a_version("a", updated=When(2031, 5, 30, 10, 0)), a_version("b"))))
    assert {entry.published for entry in parsed.entries} == {entry_date}
    assert parsed.feed.updated == "Fri, 30 May 2031 10:00:00 +0300"
    assert b"<atom:updated>2031-05-30T10:00:00+03:00</atom:updated>" in xml(
        an_index(a_version("a", updated=When(2031, 5, 30, 10, 0)))
    )
    assert b"lastBuildDate" not in xml(an_index())


def test_an_empty_feed_is_still_a_feed() -> None:
    parsed = read(xml(an_index()))
    assert parsed.version == "rss20"
    assert parsed.entries == []


def test_content_stands_by_itself() -> None:
    (entry, _) = read(xml(golden_site(), trees={"rikas": rich_text()})).entries
    assert entry.content[0].value == (
        '<figure><img src="https://example.org/hankkeet/images/kansi-700.webp" width="700" height="350" alt="Kansi">'
        "<figcaption>Kuvateksti. Kuva: Kuvaaja</figcaption></figure>"
        '<h2>Alku</h2><p>a &lt; b &amp; <a href="https://example.org/hankkeet/sv/nyheter/nyhet-sv/" hreflang="sv">'
        f'Nyhet</a> (ruotsiksi) ]]&gt; loppu</p><p><a href="{PAGE}#alku">alkuun</a></p>'
        '<figure><img src="https://example.org/hankkeet/images/x-800.webp" width="800" height="400" alt="Talo">'
        "</figure>"
    )
    assert [tag.term for tag in entry.tags] == ["Tekoäly", "kysely", "osaaminen"]


def test_item_without_text_has_its_summary_only() -> None:
    (entry,) = read(xml(an_index(a_version("a")), trees={"a.fi": ()})).entries
    assert entry.summary == "Lyhyesti a"
    assert "content" not in entry


def test_two_runs_give_the_same_bytes() -> None:
    assert xml(golden_site()) == xml(golden_site())
    assert b"<generator>Kaiku</generator>" in xml(golden_site())


HARD = [
    "a & b",
    "1 < 2 > 0",
    '"lainattu" ’näin’',
    "emoji 👩🏽‍💻 ja 🎉",
    "]]>",
    "&amp; &lt;b&gt;",
    "<b>ei lihava</b>",
    "Å­äö",
]


@pytest.mark.parametrize("text", HARD)
def test_titles_and_summaries_are_read_back(text: str) -> None:
    root = etree.fromstring(xml(an_index(a_version("a", title=text, summary=text))))
    assert root.findtext("channel/item/title") == text
    (entry,) = read(xml(an_index(a_version("a", title=text, summary=text)))).entries
    shown = etree.HTML(f"<p>{entry.summary}</p>").findtext(".//p")
    assert shown == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_valid_xml(title: str, text: str) -> None:
    tree = (Element("p", (("lang", title),), (text,)),)
    data = xml(an_index(a_version("a", title=title or "x", summary=text)), trees={"a.fi": tree})
    root = etree.fromstring(data)
    assert [child.tag for child in root.findall("channel/item")] == ["item"]
    assert root.findtext("channel/item/guid") == "tag:example.org,2026:a/fi"


def test_control_characters_are_left_out() -> None:
    root = etree.fromstring(xml(an_index(a_version("a", title="a\x00\x0bb\ud800c\ufffe"))))
    assert root.findtext("channel/item/title") == "abc"
