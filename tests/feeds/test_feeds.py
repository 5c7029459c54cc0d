"""Feeds: which there are, what they hold, and that readers read it back."""

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from plugins.core.dates import When
from plugins.core.documents import DocumentType, Status
from plugins.core.ledger import Ledger, PublishedVersion
from plugins.core.site import FeedSettings
from tests.feeds.feed_sites import a_project, a_version, an_index, golden_site, outputs, rich_text, written, xml

HERE = Path(__file__).parent
PAGE = "https://example.org/hankkeet/uutiset/uutinen-fi/"


def read(data: bytes) -> Any:
    result = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not result.bozo, result.get("bozo_exception")
    return result


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_golden_feed(form: str) -> None:
    data = written(golden_site(), trees={"rikas": rich_text()})[form]
    assert data.decode() == (HERE / f"golden_feed.{form}").read_text("utf-8")


def test_feeds_of_everything_sections_and_projects_per_language() -> None:
    index = an_index(a_project(), a_version("uutinen"), a_version("nyhet", "sv"))
    made = outputs(index)
    assert made["sv/moten/feed.rss"].beside == ("sv/moten/feed.atom", "sv/moten/feed.json")
    assert sorted(made) == [
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


def test_content_stands_by_itself() -> None:
    (entry, *_) = read(xml(golden_site(), trees={"rikas": rich_text()})).entries
    assert entry.content[0].value == (
        '<figure><img src="https://example.org/hankkeet/images/kansi-700.webp" width="700" height="350" alt="Kansi">'
        "<figcaption>Kuvateksti. Kuva: Kuvaaja</figcaption></figure>\n"
        '<h2>Alku</h2>\n<p>a &lt; b &amp; <a href="https://example.org/hankkeet/sv/nyheter/nyhet-sv/" hreflang="sv">'
        f'Nyhet</a> (ruotsiksi) ]]&gt; loppu</p>\n<p><a href="{PAGE}#alku">alkuun</a></p>\n'
        '<figure><img src="https://example.org/hankkeet/images/x-800.webp" width="800" height="400" alt="Talo">'
        "</figure>"
    )
    assert [tag.term for tag in entry.tags] == ["Tekoäly", "kysely", "osaaminen"]


def test_item_without_text_has_its_summary_only() -> None:
    (entry,) = read(xml(an_index(a_version("tekstitön")), trees={"tekstitön.fi": ()})).entries
    assert entry.summary == "Lyhyesti tekstitön"
    assert "content" not in entry


def test_two_runs_give_the_same_bytes() -> None:
    assert written(golden_site()) == written(golden_site())
    assert b"<generator>Kaiku</generator>" in xml(golden_site())


def test_all_formats_say_the_same() -> None:
    files = written(golden_site(), trees={"rikas": rich_text()})
    items = json.loads(files["json"])["items"]
    for form in ("rss", "atom"):
        entries = read(files[form]).entries
        assert [entry.id for entry in entries] == [item["id"] for item in items]
        assert [entry.link for entry in entries] == [item["url"] for item in items]
        assert [entry.content[0].value for entry in entries] == [item["content_html"] for item in items]
        assert [[tag.term for tag in entry.tags] for entry in entries] == [item["tags"] for item in items]
        enclosures = [[(one.href, one.type, int(one.length)) for one in entry.enclosures] for entry in entries]
        assert enclosures == [
            [(one["url"], one["mime_type"], one["size_in_bytes"]) for one in item.get("attachments", ())]
            for item in items
        ]


def test_an_item_comes_with_its_picture_or_else_with_what_a_meeting_had_before_it() -> None:
    items = json.loads(written(golden_site())["json"])["items"]
    (picture,), (attachment,), nothing = (item.get("attachments", ()) for item in items)
    assert (picture["mime_type"], picture["title"]) == ("image/webp", "Kansi")
    assert (attachment["mime_type"], attachment["title"]) == ("application/pdf", "Esitys & liite")
    assert nothing == ()
    assert outputs(golden_site())["feed.rss"].gathers == ("images/kansi-480.webp",)


def test_feeds_and_items_name_the_other_languages() -> None:
    feed = read(written(golden_site(), "sv/feed.rss")["atom"])
    assert [one.href for one in feed.feed.links if one.get("hreflang") == "fi"] == [
        "https://example.org/hankkeet/feed.atom", "https://example.org/hankkeet/",
    ]  # fmt: skip
    (item,) = [entry for entry in feed.entries if entry.title == "uutinen sv"]
    own = "https://example.org/hankkeet/sv/nyheter/uutinen-sv/"
    assert [(one.get("hreflang"), one.href) for one in item.links if one.rel == "alternate"] == [
        (None, own), ("fi", PAGE), ("sv", own),
    ]  # fmt: skip
    project = json.loads(written(golden_site(), "hankkeet/tekoaly/feed.rss")["json"])
    assert project["_kaiku"]["alternates"] == [
        {
            "language": "sv",
            "url": "https://example.org/hankkeet/sv/projekt/tekoaly/",
            "feed_url": "https://example.org/hankkeet/sv/projekt/tekoaly/feed.json",
        }
    ]
    alone = json.loads(written(an_index(a_project()), "hankkeet/tekoaly/feed.rss")["json"])
    assert "alternates" not in alone["_kaiku"]


def test_the_organisation_answers_for_items_when_it_is_known_and_people_never() -> None:
    assert read(xml(golden_site())).entries[0].author == "Toimija"
    unknown = written(an_index(a_version("a")))
    assert b"dc:creator" not in unknown["rss"]
    assert "authors" not in json.loads(unknown["json"])["items"][0]
    assert read(unknown["atom"]).feed.author == "Kirjastohankkeet"  # Atom demands somebody


def test_ids_of_feeds_outlive_a_move_of_the_site() -> None:
    before = published("a", "tag:vanha.example,2026:a/fi", "2031-01-01")
    after = published("b", "tag:example.org,2026:b/fi", "2031-02-01")
    moved = replace(an_index(a_project(), a_version("a")), ledger=Ledger((after, before)))
    ids = {path: output.view.id for path, output in outputs(moved).items()}
    assert ids["feed.rss"] == "tag:vanha.example,2026:feeds/fi"
    assert ids["uutiset/feed.rss"] == "tag:vanha.example,2026:feeds/sections/news/fi"
    assert ids["hankkeet/tekoaly/feed.rss"] == "tag:vanha.example,2026:feeds/projects/tekoaly/fi"
    assert len(set(ids.values())) == len(ids)


def published(key: str, feed_id: str, date: str) -> PublishedVersion:
    return PublishedVersion(key, "fi", "news", (f"/uutiset/{key}/",), feed_id, date)
