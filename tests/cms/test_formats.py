"""The model of the CMS's text formats: what each does to HTML, and formats of one's own."""

from pathlib import Path

import pytest

from plugins.cms import command
from plugins.cms.allowed_html import allowed_html
from plugins.cms.filtering import without_scheme
from plugins.cms.paragraphs import with_paragraphs
from plugins.cms.simulation import simulated
from plugins.cms.text_format import NAMES, Filter, FormatError, TextFormat, known_format, read_format
from plugins.cms.web_links import with_links
from tests.blocks.fragments import block

BASIC = {
    "unknown element": ("<p>a <span>b</span> <abbr>c</abbr></p>", "<p>a b c</p>"),
    "script": ("<p>a</p><script>alert(1)</script>", "<p>a</p>alert(1)"),
    "table": ("<table><tr><td>a</td><td>b</td></tr></table>", "ab"),
    "details": ("<details><summary>a</summary>b</details>", "ab"),
    "attributes": ('<p class="a" style="b" onclick="c" data-d="e" id="f" lang="sv">x</p>', '<p lang="sv">x</p>'),
    "link": ('<a href="https://x.fi/" rel="a" title="b" target="c">x</a>', '<a href="https://x.fi/">x</a>'),
    "id of a heading": ('<h2 id="a">x</h2><h1 id="b">y</h1>', '<h2 id="a">x</h2>y'),
    "id with a colon": ('<h2 id="a:b">x</h2>', '<h2 id="b">x</h2>'),
    "script in a link": ('<a href="javascript:alert(1)">x</a>', '<a href="alert(1)">x</a>'),
    "schemes in a row": ('<a href="javascript:data:x">x</a>', '<a href="x">x</a>'),
    "permanent id": ('<a href="tag:x.fi,2026:a">x</a>', '<a href="a">x</a>'),
    "comment": ("<p>a<!-- b --></p>", "<p>a</p>"),
    "old marks": ("<p><b>a</b><i>b</i></p>", "<p><strong>a</strong><em>b</em></p>"),
    "empty link": ('<p>a<a href="https://x.fi/"></a></p>', "<p>a</p>"),
    "adjacent lists": (
        '<ul lang="fi"><li>a</li></ul>\n<ul lang="sv"><li>b</li></ul><ol><li>c</li></ol>',
        '<ul lang="fi"><li>a</li><li>b</li></ul><ol><li>c</li></ol>',
    ),
    "terms": ("<dl><dt>a</dt><dd>b</dd></dl>", "<dl><dt><p>a</p></dt><dd><p>b</p></dd></dl>"),
    "custom element": ("<p><x-y>a</x-y></p>", "<p>a</p>"),
}


@pytest.mark.parametrize(("html", "left"), BASIC.values(), ids=BASIC)
def test_basic(html: str, left: str) -> None:
    assert simulated(html, known_format("basic")).replace("\n", "") == left


RESTRICTED = {
    "paragraphs": ("a\n\nb", "<p>a</p>\n<p>b</p>\n"),
    "language of a paragraph": ('<p lang="sv">a</p>\n\nb', "<p>a</p>\n<p>b</p>\n"),
    "line end": ("a\nb", "<p>a<br>\nb</p>\n"),
    "break": ("<p>a<br>b</p>", "<p>ab</p>\n"),
    "heading": ("<h2>a</h2>\nb", "<h2>a</h2>\n<p>b</p>\n"),
}


@pytest.mark.parametrize(("html", "left"), RESTRICTED.values(), ids=RESTRICTED)
def test_restricted(html: str, left: str) -> None:
    assert simulated(html, known_format("restricted")) == left


LISTED = {
    "any value": ("<a href>", '<a href="x" rel="y">z</a>', '<a href="x">z</a>'),
    "listed values": ('<ol type="1 A I">', '<ol type="A"><li>x</li></ol><ol type="a"><li>y</li></ol>',
                      '<ol type="A">x</ol><ol>y</ol>'),
    "values that begin so": ('<p class="text-* b">', '<p class="text-a a b">x</p>', '<p class="text-a b">x</p>'),
    "attributes that begin so": ("<p data-*>", '<p data-a="1" class="b">x</p>', '<p data-a="1">x</p>'),
    "everywhere": ("<* id> <p>", '<p id="a" class="b">x</p>', '<p id="a">x</p>'),
    "directions": ("<p>", '<p dir="rtl" lang="ar">x</p><p dir="auto">y</p>', '<p dir="rtl" lang="ar">x</p><p>y</p>'),
    "never": ("<p style onclick srcdoc>", '<p style="a" onclick="b">x</p>', "<p>x</p>"),
    "two entries of one element": ("<p id> <p class>", '<p id="a" class="b">x</p>', '<p id="a" class="b">x</p>'),
    "capitals": ("<P CLASS>", '<p class="a">x</p>', '<p class="a">x</p>'),
}  # fmt: skip


@pytest.mark.parametrize(("said", "html", "left"), LISTED.values(), ids=LISTED)
def test_allowed_html_is_read_as_its_settings_page_has_it(said: str, html: str, left: str) -> None:
    allowed = allowed_html(said)
    assert allowed is not None
    assert simulated(html, TextFormat("a", filters=(Filter("filter_html", allowed),))) == left


@pytest.mark.parametrize("said", ["p", "<p", "<p> x", "<p class=a>", "<1>"])
def test_what_is_no_list_of_tags_is_refused(said: str) -> None:
    assert allowed_html(said) is None


LINKED = {
    "web": ("a https://x.fi/ä?b=1&amp;c. d", 'a <a href="https://x.fi/ä?b=1&amp;c">https://x.fi/ä?b=1&amp;c</a>. d'),
    "www": ("www.x.fi, a", '<a href="http://www.x.fi">www.x.fi</a>, a'),
    "mail": ("(nimi.n@hel.fi)", '(<a href="mailto:nimi.n@hel.fi">nimi.n@hel.fi</a>)'),
    "other schemes": (
        "tel:alku news:uutiset",
        '<a href="tel:alku">tel:alku</a> <a href="news:uutiset">news:uutiset</a>',
    ),
    "brackets": ("(https://x.fi/a_(b))", '(<a href="https://x.fi/a_(b)">https://x.fi/a_(b)</a>)'),
    "apostrophe": ("https://x.fi/it&#039;s", '<a href="https://x.fi/it&#039;s">https://x.fi/it&#039;s</a>'),
    "numbers": ("http://127.0.0.1/a", '<a href="http://127.0.0.1/a">http://127.0.0.1/a</a>'),
    "a long one": (f"https://x.fi/{'a' * 70}", f'<a href="https://x.fi/{"a" * 70}">https://x.fi/{"a" * 59}…</a>'),
    "in a link": ('<a href="https://x.fi">https://x.fi</a>', '<a href="https://x.fi">https://x.fi</a>'),
    "in code": ("<code>https://x.fi</code> <pre>www.x.fi</pre>", "<code>https://x.fi</code> <pre>www.x.fi</pre>"),
    "in an attribute": ('<img alt="www.x.fi">', '<img alt="www.x.fi">'),
    "in a comment": ("<!-- www.x.fi > -->", "<!-- www.x.fi > -->"),
    "none": ("x.fi a@b @c", "x.fi a@b @c"),
}


@pytest.mark.parametrize(("text", "left"), LINKED.values(), ids=LINKED)
def test_addresses_become_links(text: str, left: str) -> None:
    assert with_links(text) == left


PICTURES = {
    "alignment": (
        "basic", '<img src="/a.png" alt="b" data-align="left">', '<img src="/a.png" alt="b" class="align-left">',
    ),
    "no side": ("basic", '<img src="/a.png" alt="b" data-align="up">', '<img src="/a.png" alt="b">'),
    "caption": (
        "basic", '<img src="/a.png" alt="b" data-align="center" data-caption="C &lt;em&gt;d&lt;/em&gt;">',
        (
            '<figure role="group" class="align-center"><img src="/a.png" alt="b">\n'
            "<figcaption>C <em>d</em></figcaption></figure>"
        ),
    ),
    "empty caption": ("basic", '<img src="/a.png" alt="b" data-caption="">', '<img src="/a.png" alt="b">'),
    "size": (
        "basic", '<img src="/a.png" alt="b" width="1" height="2">',
        '<img src="/a.png" alt="b" width="1" height="2" loading="lazy">',
    ),
    "another host in full": (
        "full", '<img src="https://x.fi/a.png" alt="b">', '<img src="https://x.fi/a.png" alt="b">',
    ),
    "a file of the editor's": (
        "basic", '<img src="/a.png" alt="b" data-entity-type="file" data-entity-uuid="1">',
        '<img src="/a.png" alt="b" data-entity-type="file" data-entity-uuid="1">',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "html", "left"), PICTURES.values(), ids=PICTURES)
def test_pictures(name: str, html: str, left: str) -> None:
    assert simulated(html, known_format(name)) == left


@pytest.mark.parametrize("source", ["https://x.fi/a.png", "//x.fi/a.png"])
def test_a_picture_of_another_host_is_replaced(source: str) -> None:
    left = simulated(f'<img src="{source}" alt="b">', known_format("basic"))
    assert 'alt="Image removed."' in left
    assert "x.fi" not in left


BROKEN_LINES = {
    "quotation in an item": ("<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n</ul>", 1),
    "heading in an item": ("<ul>\n<li>a\n<h3>b</h3>\n</li>\n</ul>", 1),
    "heading with an id in an item": ('<ul>\n<li>a\n<h3 id="c">b</h3>\n</li>\n</ul>', 1),
    "numbering in an item": ('<ul>\n<li>a\n<ol start="3">\n<li>b</li>\n</ol>\n</li>\n</ul>', 1),
    "list in an item": ("<ul>\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>", 0),
    "list of a language in an item": ('<ul>\n<li>a\n<ul lang="sv">\n<li>b</li>\n</ul>\n</li>\n</ul>', 1),
    "paragraphs": ("<p>a</p>\n\n<p>b</p>", 0),
    "two lines": ("a\nb", 1),
}


@pytest.mark.parametrize(("html", "breaks"), BROKEN_LINES.values(), ids=BROKEN_LINES)
def test_line_ends_become_breaks(html: str, breaks: int) -> None:
    assert with_paragraphs(html).count("<br />") == breaks


def test_full_keeps_everything() -> None:
    html = '<section class="a" style="b"><script>1 < 2</script><details>x</details></section>'
    assert simulated(html, known_format("full")) == html


@pytest.mark.parametrize(
    ("value", "left"),
    [("https://a:1/", "https://a:1/"), ("mailto:a", "mailto:a"), ("WEBCAL:a", "WEBCAL:a"), ("a/b:c", "a/b:c"),
     ("urn:isbn:1", "1"), (":a", ":a"), ("#a:b", "#a:b")],
)  # fmt: skip
def test_schemes(value: str, left: str) -> None:
    assert without_scheme(value) == left


def test_paragraphs_are_not_made_where_text_is_set() -> None:
    assert with_paragraphs("a\n\n<pre>b\n\nc</pre>\n\nd") == "<p>a</p>\n<pre>b\n\nc</pre><p>\nd</p>\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_block_goes_through_unharmed(name: str) -> None:
    html = block("<h2>A</h2><p>b</p><ul><li>c</li></ul><dl><dt>d</dt><dd>e</dd></dl>", profile=name)
    assert "".join(simulated(html, known_format(name)).split()) == "".join(html.split())


def test_format_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "oma.yaml"
    own.write_text('name: Oma\nfilters:\n  - filter_html: <p class="a b-*"> <table>\n', encoding="utf-8")
    page = tmp_path / "sivu.html"
    page.write_text('\ufeff<p class="a c b-1" id="b" lang="fi">ä <em>b</em></p>', encoding="utf-8")
    assert command.blocks(["simulate", str(page)], str(own), "fi") == 0
    assert capsys.readouterr().out == '<p class="a b-1" lang="fi">ä b</p>\n'


FAULTY = ["", "a: [", "name: 1", "name: A\nallowed: {}", "name: A\neditor: word", "name: A\nfilters: 1",
          "name: A\nfilters: [word]", "name: A\nfilters: [filter_html]", "name: A\nfilters: [{filter_html: p}]",
          "name: A\nfilters: [{filter_html: [p]}]", "name: A\nfilters: [{filter_url: x}]",
          "name: A\nfilters: [{filter_autop: 1}]", "name: A\nfilters: [{filter_autop: 1, filter_url: 2}]",
          "name: A\nfilters: [[filter_url]]"]  # fmt: skip


@pytest.mark.parametrize("text", FAULTY)
def test_faulty_format(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "oma.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError):
        read_format(file)
    assert command.blocks(["simulate", str(file)], str(file), "sv") == 2
    assert "beskriver inget textformat" in capsys.readouterr().err


def test_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.blocks([], "basic", "fi") == 2
    assert command.blocks(["simulate", str(tmp_path / "ei.html")], "basic", "en") == 2
    assert command.blocks(["simulate", "x"], "basik", "en") == 2
    said = capsys.readouterr().err
    assert "Käyttö: ./kaiku blocks simulate" in said
    assert "cannot be read" in said
    assert "Did you mean: basic?" in said
