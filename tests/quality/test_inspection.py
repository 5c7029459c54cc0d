"""Looking at outputs: what is well formed passes, what is not is told, and every address is understood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.quality import inspection
from plugins.quality.inspection import inspect

BASE = "https://example.org/koe/"


def problems(text: str, path: str = "uutiset/a/index.html") -> list[str]:
    return [dict(one.values)["problem"] for one in inspect(BASE, path, text.encode()).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        '<!doctype html>\n<html lang="fi"><head><meta charset="utf-8"></head><body><p>a<br>b</p></body></html>',
        '<p id="a">1 &lt; 2 &amp; 3</p>\n\n<ul>\n<li>x</li>\n</ul>',
        '<pre><code>&lt;p id="a"&gt;&lt;p id="a"&gt;</code></pre>',
        "<details open><summary>a</summary>b</details>",
        '<script type="application/ld+json">{"a": "\\u003cb>"}</script>',
    ],
)
def test_well_formed(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<p>a", "unclosed:p"),
        ("<p><em>a</p></em>", "unclosed:em"),
        ("a</p>", "stray-end:p"),
        ("<p>1 < 2</p>", "malformed-tag:< 2"),
        ("<p class=a>x</p>", "malformed-tag:<p class=a"),
        ('<p id="a">x</p><p id="a">y</p>', "duplicate-id:a"),
        ("<h1>a</h1><h1>b</h1>", "two-h1"),
    ],
)
def test_malformed(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_xml() -> None:
    assert problems("<rss><channel/></rss>", "feed.rss") == []
    assert problems("<rss><channel></rss>", "feed.rss")[0].startswith("xml:")
    assert inspect(BASE, "a.html", b"\xff").diagnostics


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("../../", "/"),
        ("../../sv/nyheter/", "/sv/nyheter/"),
        ("../b/#kohta", "/uutiset/b/#kohta"),
        ("#oma", "/uutiset/a/#oma"),
        ("./", "/uutiset/a/"),
        ("../../theme/x.css", "/theme/x.css"),
        ("https://example.org/koe/uutiset/", "/uutiset/"),
        ("/koe/uutiset/", "/uutiset/"),
        ("../../tiedosto%20a.pdf", "/tiedosto a.pdf"),
        ("../../haku/?q=a&amp;b=c", "/haku/"),
    ],
)
def test_addresses_within(written: str, address: str) -> None:
    assert inspect(BASE, "uutiset/a/index.html", f'<a href="{written}">x</a>'.encode()).links == (address,)


@pytest.mark.parametrize(
    "written", ["https://example.org/muu/", "mailto:a@example.org", "tel:+3581", "//x.example/", "/muu/"]
)
def test_addresses_elsewhere(written: str) -> None:
    assert inspect(BASE, "a.html", f'<a href="{written}">x</a>'.encode()).links == ()


def test_sources_of_pictures() -> None:
    found = inspect(
        BASE, "a/index.html", b'<img src="../i/a-1.webp" srcset="../i/a-1.webp 480w, ../i/a-2.webp 800w" alt="">'
    )
    assert found.links == ("/i/a-1.webp", "/i/a-2.webp")


def test_what_looks_like_an_attribute_in_a_text_is_none() -> None:
    found = inspect(BASE, "a.html", b'<code>&lt;a href="/koe/x/" id="y"&gt;</code>')
    assert found.links == ()
    assert found.ids == frozenset()


def test_only_places_of_its_own_that_are_missing_are_left_to_be_looked_for() -> None:
    found = inspect(BASE, "a/index.html", b'<p id="k"><a href="#k">x</a><a href="#e">y</a><a href="#K">z</a></p>')
    assert found.links == ("/a/#e", "/a/#K")


def test_what_was_found_in_what_a_page_quotes_is_found_in_it() -> None:
    quoted = [inspect(BASE, f"{name}.html", f'<p id="{name}"><a href="/koe/x/">x</a></p>'.encode()) for name in "ab"]
    found = inspect(BASE, "p/index.html", b'<h1 id="c">C</h1><a href="#a">a</a>\0<a href="../y/">y</a>', quoted)
    assert found.ids == {"a", "b", "c"}
    assert set(found.links) == {"/x/", "/y/"}
    assert not found.diagnostics
    twice = inspect(BASE, "p/index.html", b'<p id="b">\0</p>', quoted)
    assert [dict(one.values)["problem"] for one in twice.diagnostics] == ["duplicate-id:b"]


LETTERS = st.text(alphabet="a.b-\u00e4/~", max_size=6)
FRAGMENTS = st.sampled_from(("", "#k", "#kaiku=a;l=fi", "#%20", "?a=b", "%20", "&amp;c"))


@given(
    st.sampled_from(("index.html", "404.html", "a/index.html", "a/b/index.html", "a/b.html")),
    st.builds(
        "{}{}{}".format, st.sampled_from(("", "../", "../../", "../../../", "/", BASE, "./")), LETTERS, FRAGMENTS
    ),
)
def test_the_quick_way_with_addresses_leads_where_the_long_one_does(path: str, written: str) -> None:
    long_way = inspection._address_within(BASE, path, written.replace("&amp;", "&"))
    assert list(inspection._within(BASE, path, [written])) == ([long_way] if long_way else [])
