"""Pictures in a tree: figures, captions, sizes to choose among."""

from plugins.core.markup.pictures import SIZES, ShownPicture, with_pictures
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node

ON_PAGE = ShownPicture("image:images/x.jpg", "x-800.webp", 800, 600, "x-480.webp 480w, x-800.webp 800w")
IN_FEED = ShownPicture("image:images/x.jpg", "https://example.org/x-800.webp", 800, 600)


def image(alt: str = "Kuvaus", title: str = "", source: str = "image:images/x.jpg") -> Element:
    titled = (("title", title),) if title else ()
    return Element("img", (("src", source), ("alt", alt), *titled))


def paragraph(*children: Node) -> Element:
    return Element("p", (), children)


def html(*nodes: Node, picture: ShownPicture = ON_PAGE) -> str:
    return to_html(with_pictures(nodes, {picture.symbol: picture}))


def test_a_picture_alone_is_a_figure_with_its_sizes() -> None:
    assert html(paragraph(image(title="Lukusali <1931>"))) == (
        '<figure class="picture"><img src="x-800.webp" srcset="x-480.webp 480w, x-800.webp 800w"'
        f' sizes="{SIZES}" width="800" height="600" loading="lazy" decoding="async" alt="Kuvaus">'
        "<figcaption>Lukusali &lt;1931&gt;</figcaption></figure>"
    )


def test_browsers_that_know_avif_get_it() -> None:
    both = ShownPicture("image:images/x.jpg", "x-736.webp", 736, 552, "x-736.webp 736w", "x-736.avif 736w")
    assert html(paragraph(image()), picture=both) == (
        '<figure class="picture"><picture>'
        f'<source type="image/avif" srcset="x-736.avif 736w" sizes="{SIZES}">'
        f'<img src="x-736.webp" srcset="x-736.webp 736w" sizes="{SIZES}" width="736" height="552"'
        ' loading="lazy" decoding="async" alt="Kuvaus"></picture></figure>'
    )


def test_in_a_feed_one_size_is_enough() -> None:
    assert html(paragraph("\n", image()), picture=IN_FEED) == (
        '<figure class="picture">'
        '<img src="https://example.org/x-800.webp" width="800" height="600" alt="Kuvaus">'
        "</figure>"
    )


def test_a_picture_among_words_stays_there() -> None:
    assert html(paragraph("Katso ", image(title="t"), "."), picture=IN_FEED) == (
        '<p>Katso <img src="https://example.org/x-800.webp" width="800" height="600" alt="Kuvaus" title="t">.</p>'
    )


def test_pictures_side_by_side_are_figures_each() -> None:
    shown = html(paragraph(image(title="a"), "\n", image(title="b")), picture=IN_FEED)
    assert shown.count("<figure") == 2
    assert "<p>" not in shown


def test_a_picture_in_a_link_stays_in_it() -> None:
    link = Element("a", (("href", "../x/"),), (image(title="a"),))
    shown = html(paragraph(link), picture=IN_FEED)
    assert shown.startswith('<figure class="picture"><a href="../x/"><img')
    assert shown.endswith("</a><figcaption>a</figcaption></figure>")


def test_a_decorative_picture_has_an_empty_text() -> None:
    assert 'alt=""' in html(paragraph(image(alt="")))


def test_within_lists_and_quotations() -> None:
    shown = html(Element("ul", (), (Element("li", (), (image(),)), Element("li", (), (paragraph(image()),)))))
    assert shown.count("<img src=") == 2
    assert shown.count("<figure") == 1


def test_a_picture_that_is_not_shown_leaves_its_words() -> None:
    assert html(paragraph(image(source="image:images/y.jpg"))) == "<p>Kuvaus</p>"
    assert html(paragraph("Katso ", image(source="image:images/y.jpg"))) == "<p>Katso Kuvaus</p>"
