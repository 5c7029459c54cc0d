"""What the profile `basic` makes of each kind of content: the table of the block contract."""

import pytest
from msgspec.structs import astuple

from plugins.blocks.views import BlockPicture, PictureSource
from tests.blocks.fragments import block, content, rendered

MAPPINGS = {
    "paragraph": ("<p>Teksti</p>", '<p lang="fi">Teksti</p>'),
    "line break": ("<p>Yksi<br>\nkaksi</p>", '<p lang="fi">Yksi<br>kaksi</p>'),
    "breaks at the ends": ("<p><br>Yksi <br></p>", '<p lang="fi">Yksi</p>'),
    "breaks within marks": (
        "<p><em>Yksi <br></em> kaksi<strong> <br> kolme <br></strong></p>",
        '<p lang="fi"><em>Yksi<br></em>kaksi<strong><br>kolme</strong></p>',
    ),
    "text on one line": (
        "<p>Yksi\n  kaksi\t<em>kolme\nneljä</em></p>",
        '<p lang="fi">Yksi kaksi <em>kolme neljä</em></p>',
    ),
    "loose text": ("Irrallaan", '<p lang="fi">Irrallaan</p>'),
    "text in a div": ("<div>Yksi<p>Kaksi</p></div>", '<p lang="fi">Yksi</p>\n\n<p lang="fi">Kaksi</p>'),
    "kept marks": (
        "<p><strong>a</strong> <em>b</em> <cite>c</cite> <code>d</code></p>",
        '<p lang="fi"><strong>a</strong> <em>b</em> <cite>c</cite> <code>d</code></p>',
    ),
    "old marks": ("<p><b>a</b> <i>b</i></p>", '<p lang="fi"><strong>a</strong> <em>b</em></p>'),
    "lost marks": (
        "<p>H<sub>2</sub>O x<sup>2</sup> <del>a</del><ins>b</ins> <mark>c</mark> <u>d</u> <small>e</small></p>",
        '<p lang="fi">H₂O x² b c d e</p>',
    ),
    "time, abbreviation, span": (
        '<p><time datetime="2026-02-16">16.2.</time> <abbr title="alueellinen">AKE</abbr> <span>x</span></p>',
        '<p lang="fi">16.2. AKE x</p>',
    ),
    "language of a word": (
        '<p><span lang="sv">bibliotek</span> <em lang="en">library</em> <abbr lang="en" title="a">AI</abbr></p>',
        '<p lang="fi"><em lang="sv">bibliotek</em> <em lang="en">library</em> <em lang="en">AI</em></p>',
    ),
    "language of a link": (
        '<p><a lang="sv" href="https://example.org/">länk</a></p>',
        '<p lang="fi"><a href="https://example.org/" lang="sv">länk</a></p>',
    ),
    "language of a paragraph": ('<p lang="sv">Text</p>', '<p lang="sv">Text</p>'),
    "language of a wrapper": (
        '<div lang="sv"><p>Ett</p><ul><li>Två</li></ul></div>',
        '<p lang="sv">Ett</p>\n\n<ul lang="sv">\n<li>Två</li>\n</ul>',
    ),
    "language of an item": (
        '<ul><li lang="sv">Ett</li><li>Kaksi</li></ul>',
        '<ul lang="fi">\n<li lang="sv">Ett</li>\n<li>Kaksi</li>\n</ul>',
    ),
    "marks in a word of another language": (
        '<p><span lang="sv">ett <em>gott</em> <strong>bibliotek</strong></span></p>',
        '<p lang="fi"><em lang="sv">ett gott <strong>bibliotek</strong></em></p>',
    ),
    "language of a part of a link with emphasis": (
        '<p><em>Ks. <a href="https://example.org/">sivu <span lang="sv">länk</span></a> nyt</em></p>',
        (
            '<p lang="fi"><em>Ks. </em><a href="https://example.org/"><em>sivu </em><em lang="sv">länk</em></a>'
            "<em> nyt</em></p>"
        ),
    ),
    "links above and below the line": (
        (
            '<p>x<sup><a href="https://example.org/">1</a></sup> y<sup><a href="https://example.org/">1</a>, '
            '<a href="https://example.org/b">b</a></sup></p>'
        ),
        (
            '<p lang="fi">x<a href="https://example.org/">¹</a> y^(<a href="https://example.org/">1</a>, '
            '<a href="https://example.org/b">b</a>)</p>'
        ),
    ),
    "languages of titles": (
        (
            '<table><caption lang="sv">Ett</caption><tr><td>1</td></tr></table>'
            '<details><summary lang="sv">Två</summary><p>2</p></details>'
        ),
        (
            '<p lang="fi"><em lang="sv">Ett</em></p>\n\n<p lang="fi">1</p>\n\n'
            '<p lang="fi"><strong lang="sv">Två</strong></p>\n\n<p lang="fi">2</p>'
        ),
    ),
    "quotation marks": ('<p><q>a</q> <q lang="en">b</q></p>', '<p lang="fi">”a” <em lang="en">“b”</em></p>'),
    "headings": (
        '<h2 id="yksi">Yksi</h2><h3 id="kaksi">Kaksi</h3><h2>Kolme <em>x</em></h2>',
        ('<h3 id="kaiku-uutinen-fi-yksi" lang="fi">Yksi</h3>\n\n'
        '<h4 id="kaiku-uutinen-fi-kaksi" lang="fi">Kaksi</h4>\n\n'
        '<h3 id="kaiku-uutinen-fi-kolme-x" lang="fi">Kolme <em>x</em></h3>'),
    ),
    "skipped heading": (
        '<h2 id="a">A</h2><h4 id="b">B</h4><h3 id="c">C</h3>',
        ('<h3 id="kaiku-uutinen-fi-a" lang="fi">A</h3>\n\n'
        '<h4 id="kaiku-uutinen-fi-b" lang="fi">B</h4>\n\n'
        '<h4 id="kaiku-uutinen-fi-c" lang="fi">C</h4>'),
    ),
    "heading with a break": (
        '<h2 id="a">A<br>B</h2>',
        '<h3 id="kaiku-uutinen-fi-a" lang="fi">A B</h3>',
    ),
    "empty things": (
        "<p> </p><p><em></em></p><ul><li></li></ul><h2> </h2><blockquote></blockquote><p>x</p>",
        '<p lang="fi">x</p>',
    ),
    "list": ("<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>", '<ul lang="fi">\n<li>a</li>\n<li>b</li>\n</ul>'),
    "numbered list": ('<ol start="3"><li>a</li></ol>', '<ol start="3" lang="fi">\n<li>a</li>\n</ol>'),
    "nested list": (
        "<ul><li>a<ol><li>b</li></ol></li></ul>",
        '<ul lang="fi">\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>',
    ),
    "loose item": (
        "<ul><li><p>a</p><p>b</p></li></ul>",
        '<ul lang="fi">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>',
    ),
    "lists side by side": (
        '<ul><li>a</li></ul>\n<ul><li>b</li></ul><ul lang="sv"><li>c</li></ul>',
        '<ul lang="fi">\n<li>a</li>\n<li>b</li>\n<li lang="sv">c</li>\n</ul>',
    ),
    "numbered lists that count on": (
        '<ol><li>a</li></ol><ol start="2"><li>b</li></ol>',
        '<ol lang="fi">\n<li>a</li>\n<li>b</li>\n</ol>',
    ),
    "numbered lists that begin anew": (
        "<ol><li>a</li></ol><ol><li>b</li></ol>",
        '<ol lang="fi">\n<li>a</li>\n</ol>\n\n<p lang="fi">* * *</p>\n\n<ol lang="fi">\n<li>b</li>\n</ol>',
    ),
    "lists of two types": (
        "<ol><li>a</li></ol><ul><li>b</li></ul>",
        '<ol lang="fi">\n<li>a</li>\n</ol>\n\n<ul lang="fi">\n<li>b</li>\n</ul>',
    ),
    "rule": ("<p>a</p><hr><p>b</p>", '<p lang="fi">a</p>\n\n<p lang="fi">b</p>'),
    "rule between lists": (
        "<ul><li>a</li></ul><hr><ul><li>b</li></ul>",
        '<ul lang="fi">\n<li>a</li>\n</ul>\n\n<p lang="fi">* * *</p>\n\n<ul lang="fi">\n<li>b</li>\n</ul>',
    ),
    "tasks": ("<ul><li>☐ a</li><li>☑ b</li></ul>", '<ul lang="fi">\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>'),
    "tasks with boxes": (
        '<ul><li><input type="checkbox">a</li><li><input type="checkbox" checked="">b</li></ul>',
        '<ul lang="fi">\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>',
    ),
    "terms": (
        "<dl><dt>Aika</dt><dd>Huomenna</dd><dd><p>Illalla</p></dd></dl>",
        '<dl lang="fi">\n<dt><p>Aika</p></dt>\n<dd><p>Huomenna</p></dd>\n<dd><p>Illalla</p></dd>\n</dl>',
    ),
    "value of several paragraphs": (
        "<dl><dt>A</dt><dd><p>x</p><p>y</p></dd></dl>",
        '<dl lang="fi">\n<dt><p>A</p></dt>\n<dd><p>x<br>y</p></dd>\n</dl>',
    ),
    "value that is a list": (
        "<dl><dt>A</dt><dd><ul><li>x</li></ul></dd></dl>",
        '<ul lang="fi">\n<li><strong>A:</strong>\n<ul>\n<li>x</li>\n</ul>\n</li>\n</ul>',
    ),
    "terms in an item": (
        "<ol><li>a<dl><dt>A</dt><dd>x</dd></dl></li><li>b</li></ol>",
        (
            '<ol lang="fi">\n<li>a\n<ul>\n<li><strong>A:</strong> x</li>\n</ul>\n</li>\n<li>b</li>\n</ol>'
        ),
    ),
    "terms in a quotation": (
        "<blockquote><dl><dt>A</dt><dd>x</dd></dl></blockquote>",
        '<blockquote lang="fi">\n<ul>\n<li><strong>A:</strong> x</li>\n</ul>\n</blockquote>',
    ),
    "heading in an item": (
        "<ul><li><h3>A</h3><p>b</p></li></ul>",
        '<ul lang="fi">\n<li>\n<p><strong>A</strong></p>\n<p>b</p>\n</li>\n</ul>',
    ),
    "break in a link": (
        '<p><a href="https://example.org/">a<br>b</a></p>',
        '<p lang="fi"><a href="https://example.org/">a b</a></p>',
    ),
    "links that touch": (
        '<p><a href="https://example.org/">a</a><a href="https://example.org/">b</a></p>',
        '<p lang="fi"><a href="https://example.org/">ab</a></p>',
    ),
    "language in capitals": ('<p><span lang="FI">Teksti Wordista.</span></p>', '<p lang="fi">Teksti Wordista.</p>'),
    "language of a region": ('<p lang="sv-FI">Text</p>', '<p lang="sv-FI">Text</p>'),
    "foreign word in emphasis": (
        '<p><em>a <span lang="sv">b</span> c</em></p>',
        '<p lang="fi"><em>a </em><em lang="sv">b</em><em> c</em></p>',
    ),
    "emphasis in emphasis": ("<p><em>a <em>b</em></em></p>", '<p lang="fi"><em>a b</em></p>'),
    "raised words": (
        "<p>10<sup>6</sup> m<sup>-2</sup> x<sup>a/b</sup> v<sub>ö</sub></p>",
        '<p lang="fi">10⁶ m⁻² x^(a/b) v_(ö)</p>',
    ),
    "table's foot": (
        (
            "<table><thead><tr><th>A</th></tr></thead><tfoot><tr><td>2</td></tr></tfoot>"
            "<tbody><tr><td>1</td></tr></tbody></table>"
        ),
        '<p lang="fi">A: 1</p>\n\n<p lang="fi">A: 2</p>',
    ),
    "quotation": (
        '<blockquote lang="sv"><p>a</p><p>b</p></blockquote>',
        '<blockquote lang="sv">\n<p>a</p>\n\n<p>b</p>\n</blockquote>',
    ),
    "an accent coloured apart from its letter": (
        "<pre><code><span>a</span><span>\u0301</span></code></pre>",
        '<p lang="fi"><code>\u00e1</code></p>',
    ),
    "code": (
        "<pre><code>if x:\n    y  z\n\nend\n</code></pre>",
        '<p lang="fi"><code>if x:</code><br><code>\xa0\xa0\xa0\xa0y\xa0\xa0z</code><br><br><code>end</code></p>',
    ),
    "link": (
        '<p><a href="https://example.org/?a=1&amp;b=2" title="t" rel="x" target="_blank" hreflang="en">a</a></p>',
        '<p lang="fi"><a hreflang="en" href="https://example.org/?a=1&amp;b=2">a</a></p>',
    ),
    "link without words": ('<p>a<a href="https://example.org/"></a></p>', '<p lang="fi">a</p>'),
    "link around a picture": (
        '<p><a href="https://example.org/"><img src="image:images/x.jpg" alt="Talo"></a></p>',
        '<p lang="fi"><a href="https://example.org/">Talo</a></p>',
    ),
    "script, style, template, frame": (
        "<p>a<script>alert(1)</script><style>p{}</style></p><template><p>x</p></template><iframe>y</iframe>",
        '<p lang="fi">a</p>',
    ),
    "signs": ('<p>a &lt; b &amp; c &gt; d "e"</p>', '<p lang="fi">a &lt; b &amp; c &gt; d "e"</p>'),
}  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), MAPPINGS.values(), ids=MAPPINGS)
def test_mapping(html: str, expected: str) -> None:
    assert content(html) == expected


TABLES = {
    "headers": (
        ("<table><caption>Kysely</caption><thead><tr><th>Kirjasto</th><th>Määrä</th></tr></thead>"
        "<tbody><tr><td>Alavus</td><td>4</td></tr><tr><td>Mikkeli</td><td></td></tr></tbody></table>"),
        ["Kysely", "Kirjasto: Alavus; Määrä: 4", "Kirjasto: Mikkeli; Määrä: –"],
    ),
    "no headers": ("<table><tr><td>a</td><td>b</td></tr></table>", ["a; b"]),
    "first row of headers": (
        "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", ["A: 1; B: 2"],
    ),
    "only headers": ("<table><thead><tr><th>A</th><th>B</th></tr></thead></table>", ["A, B"]),
    "spans": (
        ('<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan="2">x</td><td colspan="2">y</td></tr>'
        "<tr><td>z</td><td>w</td></tr></table>"),
        ["A: x; B, C: y", "A: x; B: z; C: w"],
    ),
    "headers of two rows": (
        ('<table><thead><tr><th colspan="2">Vuosi</th></tr><tr><th>2025</th><th>2026</th></tr></thead>'
        "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"),
        ["Vuosi, 2025: 1; Vuosi, 2026: 2"],
    ),
    "marks in cells": (
        "<table><tr><td><strong>a</strong></td><td><ul><li>b</li><li>c</li></ul></td></tr></table>",
        ["<strong>a</strong>; b, c"],
    ),
    "link in a header": (
        '<table><tr><th><a href="https://example.org/">A</a></th></tr><tr><td>1</td></tr><tr><td>2</td></tr></table>',
        ['<a href="https://example.org/">A</a>: 1', "A: 2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("html", "lines"), TABLES.values(), ids=TABLES)
def test_table_becomes_a_paragraph_for_each_row(html: str, lines: list[str]) -> None:
    assert content(html) == "\n\n".join(f'<p lang="fi">{line}</p>' for line in lines)


def test_footnotes_become_a_list_under_a_small_heading() -> None:
    html = (
        '<h2 id="a">A</h2><p>Yksi<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>, '
        'kaksi<sup id="fnref:b"><a class="footnote-ref" href="#fn:b">2</a></sup>.</p>'
        '<div class="footnote"><hr><ol>'
        '<li id="fn:1"><p>Selitys.</p></li>'
        '<li id="fn:b"><p>Toinen <a href="https://example.org/">linkki</a>.</p><p>Jatko.</p></li></ol></div>'
    )
    assert content(html).split("\n\n")[1:] == [
        '<p lang="fi">Yksi[1], kaksi[2].</p>',
        '<h3 id="kaiku-uutinen-fi-viitteet" lang="fi">Viitteet</h3>',
        (
            '<ol lang="fi">\n<li>Selitys.</li>\n<li>\n<p>Toinen <a href="https://example.org/">linkki</a>.</p>\n'
            "<p>Jatko.</p>\n</li>\n</ol>"
        ),
    ]


def test_pictures_are_left_out_and_listed_for_uploading() -> None:
    lead = BlockPicture("images/kansi.jpg", "Kansi", "Kuvateksti", "Kuvaaja")
    html = '<p>a <img src="image:images/x.jpg" alt="Talo" title="Talo mäellä"> b</p>'
    file = PictureSource("images/x.jpg", "https://example.org/images/x-1200.webp", 1200, 900)
    result = rendered(html, picture=lead, sources=(file,))
    assert content(html, picture=lead) == '<p lang="fi">a b</p>'
    assert tuple(map(astuple, result.pictures)) == (
        ("images/kansi.jpg", "Kansi", "Kuvateksti", "Kuvaaja", ""),
        ("images/x.jpg", "Talo", "Talo mäellä", "", "https://example.org/images/x-1200.webp"),
    )
    assert result.left_out == ("img",)


def test_figure_becomes_a_link() -> None:
    html = '<figure><img src="image:images/x.jpg" alt="Talo"><figcaption>Talo mäellä</figcaption></figure>'
    page = "https://example.org/hankkeet/uutiset/otsikko/"
    assert content(html) == f'<p lang="fi"><a href="{page}">Kuva: Talo mäellä</a></p>'
    file = PictureSource("images/x.jpg", "https://example.org/kuvat/x.jpg", 800, 600)
    assert 'href="https://example.org/kuvat/x.jpg"' in content(html, sources=(file,))
    assert "Bild: Talo mäellä" in content(html, language="sv")


def test_figure_of_something_else_keeps_it() -> None:
    html = "<figure><blockquote><p>a</p></blockquote><figcaption>b</figcaption></figure>"
    assert content(html) == '<blockquote lang="fi">\n<p>a</p>\n</blockquote>\n\n<p lang="fi">b</p>'


def test_what_opens_and_closes_is_a_bold_line_and_its_content() -> None:
    html = "<details><summary>Lisää <em>a</em></summary><p>b</p><ul><li>c</li></ul></details>"
    assert content(html) == (
        '<p lang="fi"><strong>Lisää <em>a</em></strong></p>\n\n<p lang="fi">b</p>\n\n<ul lang="fi">\n<li>c</li>\n</ul>'
    )


def test_a_block_that_cannot_be_carried_is_left_out_and_names_its_place() -> None:
    deep = "<h2>A</h2><h3>B</h3><h4>C</h4><p>d</p>"
    own, declared = (rendered(deep, level=4, declared=one) for one in (False, True))
    assert (own.data, declared.data) == (b"", b"")
    assert [(one.code, one.is_error, one.place.path, one.place.line) for one in own.diagnostics] == [
        ("BLK001", False, "news/uutinen.fi.md", 2)
    ]
    assert [(one.code, one.is_error) for one in declared.diagnostics] == [("BLK005", True)]


@pytest.mark.parametrize("level", [2, 3, 4])
def test_base_level(level: int) -> None:
    html = '<h2 id="a">A</h2><h3 id="b">B</h3>'
    text = block(html, level=level)
    assert text.startswith(f'<h{level} id="kaiku-uutinen-fi" lang="fi">Otsikko</h{level}>')
    assert f'<h{level + 2} id="kaiku-uutinen-fi-b"' in text


def test_heading_below_the_sixth_level_is_refused() -> None:
    result = rendered("<h2>A</h2><h3>B</h3><h4>C</h4>", level=4)
    assert not result.data
    assert [dict(one.values)["element"] for one in result.diagnostics] == ["<h7> C"]
