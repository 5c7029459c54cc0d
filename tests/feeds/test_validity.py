"""Feeds are valid by every rule of their formats, and each rule catches what it is there for."""

from pathlib import Path

import pytest

from plugins.core.dates import When
from tests.feeds.feed_sites import a_project, a_version, an_index, golden_site, outputs, rich_text, written
from tests.feeds.validator import faults

HERE = Path(__file__).parent
FORMS = ("rss", "atom", "json")


@pytest.mark.parametrize("form", FORMS)
def test_every_feed_is_valid(form: str) -> None:
    index = golden_site()
    for path in outputs(index):
        assert faults(written(index, path, {"rikas": rich_text()})[form], form) == [], path


@pytest.mark.parametrize("form", FORMS)
def test_poor_feeds_are_valid_too(form: str) -> None:
    nothing = an_index()
    bare = an_index(a_version("a", summary="", projects=(), date=None))
    foreign = an_index(a_project(), a_version("a", "sv", updated=When(2031, 5, 20)), cross_post=True)
    for index in (nothing, bare, foreign):
        assert faults(written(index, trees={"a.fi": ()})[form], form) == []


BROKEN = [
    ("rss", 'version="2.0"', 'version="0.91"'),
    ("rss", "<title>Kirjastohankkeet</title>", ""),
    ("rss", "<language>fi</language>", ""),
    ("rss", "<link>https://example.org/hankkeet/</link>", "<link>/hankkeet/</link>"),
    ("rss", 'rel="self"', 'rel="related"'),
    ("rss", 'hreflang="sv" href="https://example.org/hankkeet/sv/feed.rss"', 'hreflang="ruotsi" href="https://e.fi/"'),
    ("rss", "Tue, 20 May 2031 09:30:00 +0300", "2031-05-20"),
    ("rss", "Tue, 20 May 2031", "Mon, 20 May 2031"),
    ("rss", "2026:vanha/fi", "2026:kokous/fi"),
    ("rss", ' isPermaLink="false"', ""),
    ("rss", "<dc:creator>Toimija</dc:creator>", "<author>Toimija</author>"),
    ("rss", "<link>https://example.org/hankkeet/uutiset/vanha-fi/</link>", "<link>vanha-fi/</link>"),
    ("rss", 'length="12345"', 'length="0"'),
    ("rss", 'fileSize="12345"', 'fileSize="1"'),
    ("rss", ">Kansi<", "><"),
    ("rss", "<category>kysely</category>", "<category/>"),
    ("rss", 'src="https://example.org/hankkeet/images/x-800.webp"', 'src="images/x-800.webp"'),
    ("rss", "<p>Teksti</p>", '<p onclick="x()">Teksti</p>'),
    ("atom", "<id>tag:example.org,2026:feeds/fi</id>", ""),
    ("atom", "<name>Toimija</name>", "<name/>"),
    ("atom", ' xml:lang="fi"', ""),
    ("atom", 'rel="self"', 'rel="via"'),
    ("atom", 'hreflang="sv" href="https://example.org/hankkeet/sv/"', 'hreflang="fi" href="https://example.org/x/"'),
    ("atom", "2031-05-20T09:30:00+03:00", "2031-05-20"),
    ("atom", "<published>2031-05-16", "<published>2031-05-17"),
    ("atom", "2026:vanha/fi", "2026:kokous/fi"),
    ("atom", "tag:example.org,2026:vanha/fi", "vanha"),
    ("atom", 'term="kysely"', 'term=""'),
    ("atom", 'length="12345"', 'length="suuri"'),
    ("atom", 'type="image/webp" length', "length"),
    ("atom", '<content type="html">', '<content type="CDATA">'),
    ("atom", 'img src="https://example.org/hankkeet/images/x-800.webp"', 'img src="../x-800.webp"'),
    ("atom", "<rights>CC BY 4.0</rights>", "<rights>CC BY 4.0</rights><rights>CC0</rights>"),
    ("json", "version/1.1", "version/1"),
    ("json", '"title": "Kirjastohankkeet",', ""),
    ("json", '"language": "fi"', '"language": "suomi"'),
    ("json", '"home_page_url": "https:', '"home_page_url": "kotisivu:'),
    ("json", '"authors"', '"author"'),
    ("json", '"name": "Toimija"', '"name": ""'),
    ("json", '"id": "tag:example.org,2026:vanha/fi"', '"id": 5'),
    ("json", "2026:vanha/fi", "2026:kokous/fi"),
    ("json", "content_html", "content"),
    ("json", "2031-05-20T09:30:00+03:00", "20.5.2031"),
    ("json", '"osaaminen"', "7"),
    ("json", '"mime_type": "image/webp"', '"mime_type": "kuva"'),
    ("json", '"size_in_bytes": 12345', '"size_in_bytes": "12345"'),
    ("json", '\\"https://example.org/hankkeet/images/x-800.webp', '\\"x-800.webp'),
]  # fmt: skip


@pytest.mark.parametrize(("form", "right", "wrong"), BROKEN)
def test_a_broken_feed_is_found_out(form: str, right: str, wrong: str) -> None:
    text = (HERE / f"golden_feed.{form}").read_text("utf-8")
    assert faults(text.encode(), form) == []
    broken = text.replace(right, wrong)
    assert broken != text
    assert faults(broken.encode(), form)
