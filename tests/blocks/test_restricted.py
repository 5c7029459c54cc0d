"""What the profile `restricted` does otherwise than `basic`."""

import pytest

from plugins.blocks.views import BlockPicture
from tests.blocks.fragments import block, content

MAPPINGS = {
    "paragraph": ("<p>a</p>", "<p>a</p>"),
    "break": ("<p>a<br>b <em>c<br>d</em></p>", "<p>a</p>\n\n<p>b <em>c</em></p>\n\n<p><em>d</em></p>"),
    "break in an item": ("<ul><li>a<br>b</li></ul>", '<ul lang="fi">\n<li>a</li>\n<li>b</li>\n</ul>'),
    "paragraphs of an item": ("<ul><li><p>a</p><p>b</p></li></ul>", '<ul lang="fi">\n<li>a b</li>\n</ul>'),
    "list in an item": (
        "<ul><li><p>a</p><ol><li>b</li></ol><p>c</p></li></ul>",
        '<ul lang="fi">\n<li>a\n<ol>\n<li>b</li>\n</ol>\n</li>\n<li>c</li>\n</ul>',
    ),
    "numbers of items that have several lines": (
        "<ol><li>a<br>b</li><li><p>c</p><ul><li>d</li></ul><p>e</p></li><li>f<blockquote><p>g</p></blockquote></li></ol>",
        (
            '<ol lang="fi">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c\n<ul>\n<li>d</li>\n<li>e</li>\n</ul>\n</li>\n'
            "<li>f\n<ul>\n<li>g</li>\n</ul>\n</li>\n</ol>"
        ),
    ),
    "quotation in an item": (
        "<ul><li>a<blockquote><p>b</p></blockquote>c</li></ul>",
        '<ul lang="fi">\n<li>a</li>\n<li>b</li>\n<li>c</li>\n</ul>',
    ),
    "numbers that begin elsewhere in an item": (
        '<ul><li>a<ol start="3"><li>b</li><li>c</li></ol></li></ul>',
        '<ul lang="fi">\n<li>a\n<ul>\n<li>3. b</li>\n<li>4. c</li>\n</ul>\n</li>\n</ul>',
    ),
    "foreign list in an item": (
        '<ul><li>a<ul lang="sv"><li>b</li></ul></li></ul>',
        '<ul lang="fi">\n<li>a\n<ul>\n<li lang="sv">b</li>\n</ul>\n</li>\n</ul>',
    ),
    "terms": (
        "<dl><dt>Aika</dt><dd>Huomenna</dd><dd>Illalla</dd><dt>Paikka</dt><dd><p>Sali</p></dd></dl>",
        (
            '<ul lang="fi">\n<li><strong>Aika:</strong> Huomenna</li>\n<li>Illalla</li>\n'
            "<li><strong>Paikka:</strong> Sali</li>\n</ul>"
        ),
    ),
    "code": ("<pre>a\n\n  b</pre>", "<p><code>a</code></p>\n\n<p><code>\xa0\xa0b</code></p>"),
    "language of a paragraph": ('<p lang="sv">a</p>', '<p><em lang="sv">a</em></p>'),
    "emphasis in a paragraph in another language": (
        '<p lang="sv">Se <em>boken</em> <a href="https://example.org/">på <em>webben</em></a></p>',
        '<p><em lang="sv">Se boken </em><a href="https://example.org/"><em lang="sv">på webben</em></a></p>',
    ),
    "language of a quotation": (
        '<blockquote lang="sv"><p>a</p></blockquote>',
        '<blockquote lang="sv">\n<p>a</p>\n</blockquote>',
    ),
    "heading": ('<h2 id="a">A</h2>', '<h3 id="kaiku-uutinen-fi-a" lang="fi">A</h3>'),
    "table": ("<table><tr><th>A</th></tr><tr><td>1</td></tr></table>", "<p>A: 1</p>"),
    "picture": (
        '<p>a <img src="image:images/x.jpg" alt="Talo"></p>',
        '<p>a <a href="https://example.org/hankkeet/uutiset/otsikko/">Kuva: Talo</a></p>',
    ),
    "picture with a caption": (
        '<p><img src="image:images/x.jpg" alt="Talo" title="Talo mäellä"></p>',
        '<p><a href="https://example.org/hankkeet/uutiset/otsikko/">Kuva: Talo mäellä</a></p>',
    ),
    "pictures side by side": (
        (
            '<p><img src="image:images/x.jpg" alt="Talo"><img src="image:images/y.jpg" alt="Sali">'
            '<img src="image:images/y.jpg" alt="Ovi"></p>'
        ),
        (
            '<p><a href="https://example.org/hankkeet/uutiset/otsikko/">Kuva: Talo</a> '
            '<a href="https://example.org/hankkeet/uutiset/otsikko/">Kuva: Sali</a> '
            '<a href="https://example.org/hankkeet/uutiset/otsikko/">Kuva: Ovi</a></p>'
        ),
    ),
    "picture in a link": (
        '<p><a href="https://example.org/a">b <img src="image:images/x.jpg" alt="Talo"></a></p>',
        '<p><a href="https://example.org/a">b Kuva: Talo</a></p>',
    ),
    "picture alone in a link": (
        '<p><a href="https://example.org/a"><img src="image:images/x.jpg" alt="Talo"></a></p>',
        '<p><a href="https://example.org/a">Kuva: Talo</a></p>',
    ),
}


@pytest.mark.parametrize(("html", "expected"), MAPPINGS.values(), ids=MAPPINGS)
def test_mapping(html: str, expected: str) -> None:
    assert content(html, profile="restricted") == expected


def test_source_paragraph_has_no_attribute() -> None:
    assert block("<p>a</p>", profile="restricted").rsplit("\n\n", 1)[1].startswith('<p>Lähde: <a hreflang="fi" href="')
    assert ";p=restricted;v=" in block("<p>a</p>", profile="restricted")


def test_picture_at_the_head_is_a_link() -> None:
    lead = BlockPicture("images/x.jpg", "Talo", "Talo mäellä", "Kuvaaja")
    assert ">Kuva: Talo mäellä (Kuvaaja)</a>" in content("", profile="restricted", picture=lead)
