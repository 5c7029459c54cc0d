"""What the profile `full` keeps."""

import pytest

from plugins.blocks.views import BlockPicture, PictureSource
from tests.blocks.fragments import block, content, rendered

KEPT = {
    "table": (
        '<table>\n<thead>\n<tr>\n<th scope="col">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        "<td>1</td>\n</tr>\n</tbody>\n</table>"
    ),
    "marks": "<p>H<sub>2</sub>O <s>a</s> <ins>b</ins> <mark>c</mark> <kbd>d</kbd> <q>e</q></p>",
    "time and abbreviation": '<p><time datetime="2026">a</time> <abbr title="b">B</abbr> <span lang="sv">c</span></p>',
    "code": "<pre><code>if x:\n\n    y\n</code></pre>",
    "rule": "<p>a</p>\n\n<hr>\n\n<p>b</p>",
    "details": "<details>\n<summary>a</summary>\n<p>b</p>\n</details>",
    "quotation": '<blockquote lang="sv">\n<p>a</p>\n</blockquote>',
}


def inner(html: str, **values: object) -> str:
    text = block(html, profile="full", **values)
    first, *blocks = text.removesuffix("\n</section>\n").split("\n\n")
    assert first.startswith('<section lang="fi" class="kaiku-block" data-kaiku="uutinen">\n<h2 id="kaiku-uutinen-fi">')
    return "\n\n".join(blocks[:-1])


@pytest.mark.parametrize("html", KEPT.values(), ids=KEPT)
def test_kept(html: str) -> None:
    assert inner(html) == html


def test_picture_by_its_full_address_and_size() -> None:
    source = PictureSource("images/x.jpg", "https://example.org/kuvat/x.jpg", 800, 600)
    html = '<figure><img src="image:images/x.jpg" alt="Talo"><figcaption>Talo mäellä</figcaption></figure>'
    image = '<img src="https://example.org/kuvat/x.jpg" alt="Talo" width="800" height="600" loading="lazy">'
    expected = f"<figure>\n<p>{image}</p>\n<figcaption>Talo mäellä</figcaption>\n</figure>"
    assert inner(html, sources=(source,)) == expected
    assert inner("", sources=(source,), picture=BlockPicture("images/x.jpg", "Talo", "Talo mäellä")) == expected
    assert ">Kuva: Talo</a>" in inner(html)


def test_pictures_of_a_text_have_their_captions() -> None:
    source = PictureSource("images/x.jpg", "https://example.org/kuvat/x.jpg", 800, 600)
    picture = '<img src="image:images/x.jpg" alt="Talo" title="Talo mäellä">'
    image = '<img src="https://example.org/kuvat/x.jpg" alt="Talo" width="800" height="600" loading="lazy">'
    link = f'<a href="https://example.org/">{picture.replace("Talo mäellä", "Sali")}</a>'
    assert inner(f"<p>{picture} {link}</p>", sources=(source,)).split("\n\n") == [
        f"<figure>\n<p>{image}</p>\n<figcaption>Talo mäellä</figcaption>\n</figure>",
        f'<figure>\n<p><a href="https://example.org/">{image}</a></p>\n<figcaption>Sali</figcaption>\n</figure>',
    ]
    assert inner(f"<p>a {picture}</p>", sources=(source,)) == f"<p>a {image}</p>"


def test_a_caption_stays_above_its_table() -> None:
    html = '<table lang="sv"><caption lang="en">A</caption><tr><td>1</td></tr></table>'
    assert inner(html) == (
        '<figure lang="sv">\n<figcaption lang="en">A</figcaption>\n'
        "<table>\n<tbody>\n<tr>\n<td>1</td>\n</tr>\n</tbody>\n</table>\n</figure>"
    )


def test_footnotes_are_text_and_a_list() -> None:
    html = (
        '<p>a<sup><a class="footnote-ref" href="#fn:1">1</a></sup> b<sup><a class="footnote-ref" href="#fn:1">1</a>'
        '</sup></p><div class="footnote"><ol><li id="fn:1"><p>c</p></li></ol></div>'
    )
    assert inner(html).split("\n\n") == [
        "<p>a<sup>[1]</sup> b<sup>[1]</sup></p>",
        '<h3 id="kaiku-uutinen-fi-viitteet">Viitteet</h3>',
        "<ol>\n<li>c</li>\n</ol>",
    ]


def test_a_table_keeps_what_editors_keep() -> None:
    html = (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><th scope='row'>c</th><td></td></tr></tbody>"
        "<tfoot><tr><td>d</td><td>e</td></tr></tfoot></table>"
    )
    assert "".join(inner(html).split()) == (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><strong>c</strong></td><td>–</td></tr>"
        "<tr><td>d</td><td>e</td></tr></tbody></table>"
    )


def test_nothing_is_left_out() -> None:
    assert rendered("<hr><details>a</details>", profile="full").left_out == ()


def test_a_list_that_goes_on_one_in_another_language_says_its_own() -> None:
    html = content('<ul lang="sv"><li>Ett</li></ul><ul><li>Kaksi</li></ul>', profile="full")
    assert html == '<ul lang="sv">\n<li>Ett</li>\n<li lang="fi">Kaksi</li>\n</ul>'
