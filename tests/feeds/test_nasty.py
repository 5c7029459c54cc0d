"""The nasty corpus: whatever a text holds is read back by feedparser, and by json, as it was put in."""

import json
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element
from plugins.core.site import FeedSettings
from tests.feeds.feed_sites import a_version, an_index, written
from tests.feeds.validator import faults
from tests.laws import law

NASTY = {
    "ampersands": "a & b &amp; c &lt;b&gt; &nbsp;",
    "angles": "1 < 2 > 0, <b>ei lihava</b>, <script>alert(1)</script>, <!-- ei -->",
    "quotes": "\"lainattu\" 'näin' ”näin” ’näin’",
    "emoji": "👩🏽‍💻 🇫🇮 🎉 ja 🏳️‍🌈",
    "cdata": "]]> <![CDATA[ ]]]]> ]]>",
    "accents": "Å­äö, yhdistetty a\u0308, Sámi Čáhppes",
    "right to left": "שלום \u202eabc\u202c مرحبا",
    "astral": "𝒜𝓁𝓀𝓊 \U0001f9d1",
    "separators": "a\u2028b\u2029c\u00a0d\u3000e",
    "percent": "%3Cb%3E %s {0} {{ x }} \\n \\u0041",
    "long": "pitkä" * 2_000,
}


def parsed(data: bytes) -> Any:
    result = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not result.bozo, result.get("bozo_exception")
    return result


def text_of(html: str) -> str:
    return str(etree.HTML(f"<p>{html}</p>").xpath("string(.)"))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_text_is_read_back_as_it_was_put_in(text: str) -> None:
    tree = (
        Element("p", (("lang", "en"),), (text, Element("a", (("href", "https://example.org/?a=1&b=2"),), (text,)))),
    )
    index = an_index(a_version("a", title=text, summary=text, tags=(text,)))
    files = written(index, trees={"a.fi": tree})
    for form in ("rss", "atom"):
        (entry,) = parsed(files[form]).entries
        assert entry.content[0].value == to_html(tree)
        assert text_of(entry.summary) == text_of(to_html((Element("p", (), (text,)),)))
        assert faults(files[form], form) == []
    root = etree.fromstring(files["rss"])
    assert root.findtext("channel/item/title") == root.findall("channel/item/category")[-1].text == text
    (item,) = json.loads(files["json"])["items"]
    assert (item["title"], item["summary"], item["tags"][-1]) == (text, text, text)
    assert item["content_html"] == to_html(tree)


@pytest.mark.parametrize("control", ["\x00", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe"])
def test_what_no_feed_may_hold_is_left_out(control: str) -> None:
    index = an_index(a_version("a", title=f"yk{control}si", summary=f"kak{control}si", tags=(f"kol{control}me",)))
    files = written(index, trees={"a.fi": (Element("p", (), (f"nel{control}jä",)),)})
    for form in ("rss", "atom"):
        (entry,) = parsed(files[form]).entries
        assert (entry.title, entry.summary, entry.content[0].value) == ("yksi", "kaksi", "<p>neljä</p>")
        assert entry.tags[-1].term == "kolme"
    (item,) = json.loads(files["json"])["items"]
    assert (item["title"], item["summary"], item["content_html"]) == ("yksi", "kaksi", "<p>neljä</p>")


def test_two_hundred_items_come_in_their_order() -> None:
    versions = [a_version(f"k{number:03}") for number in range(200)]
    files = written(an_index(*versions, feeds=FeedSettings(items=200)))
    expected = [f"tag:example.org,2026:k{number:03}/fi" for number in reversed(range(200))]
    for form in ("rss", "atom"):
        assert [entry.id for entry in parsed(files[form]).entries] == expected
    assert [item["id"] for item in json.loads(files["json"])["items"]] == expected


def test_an_empty_feed_is_still_a_feed() -> None:
    files = written(an_index())
    assert (parsed(files["rss"]).version, parsed(files["atom"]).version) == ("rss20", "atom10")
    assert parsed(files["rss"]).entries == parsed(files["atom"]).entries == json.loads(files["json"])["items"] == []


@law(60, 2_000)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_makes_valid_feeds(title: str, text: str) -> None:
    tree = (Element("p", (("lang", "fi"),), (text,)),)
    files = written(an_index(a_version("a", title=title or "x", summary=text, tags=(title,))), trees={"a.fi": tree})
    for form, data in files.items():
        assert faults(data, form) == []
