import pytest

from plugins.core.documents import Version
from tests.listings.builders import index, news, outputs, project, site, view


def made(count: int) -> list[Version]:
    return [news(f"n{number:03d}", date=f"2031-{1 + number % 5:02d}-01") for number in range(count)]


@pytest.mark.parametrize(("count", "sizes"), [(0, [0]), (1, [1]), (20, [20]), (21, [20, 1]), (45, [20, 20, 5])])
def test_a_section_has_twenty_documents_a_page(count: int, sizes: list[int]) -> None:
    pages = outputs(index(project("tekoaly"), *made(count)))
    paths = ["uutiset/index.html", *(f"uutiset/sivu/{number}/index.html" for number in range(2, len(sizes) + 1))]
    assert [len(pages[path].view.entries) for path in paths] == sizes
    assert f"uutiset/sivu/{len(sizes) + 1}/index.html" not in pages
    assert "uutiset/sivu/1/index.html" not in pages


def test_pages_lead_to_their_neighbours() -> None:
    of = index(project("tekoaly"), *made(45))
    first, second, third = (view(of, f"uutiset/{rest}").pagination for rest in ("", "sivu/2/", "sivu/3/"))
    assert (first.previous, first.next.href) == (None, "../uutiset/sivu/2/")
    assert (second.previous.href, second.next.href) == ("../../../uutiset/", "../../../uutiset/sivu/3/")
    assert (third.previous.href, third.next) == ("../../../uutiset/sivu/2/", None)
    assert [(page.text, page.current) for page in second.pages] == [("1", False), ("2", True), ("3", False)]
    assert (second.current, second.total) == (2, 3)


def test_a_long_listing_links_to_a_window_of_its_pages() -> None:
    of = index(project("tekoaly"), *made(400))
    assert [page.text for page in view(of, "uutiset/sivu/10/").pagination.pages] == [
        "1",
        "8",
        "9",
        "10",
        "11",
        "12",
        "20",
    ]


def test_every_page_of_a_listing_has_its_own_title_and_place() -> None:
    of = index(project("tekoaly"), *made(21))
    second = view(of, "uutiset/sivu/2/").shell
    assert second.head.title == "Uutiset, sivu 2 – Kirjastohankkeet"
    assert [(crumb.text, crumb.href) for crumb in second.breadcrumbs] == [
        ("Etusivu", "../../../"),
        ("Uutiset", "../../../uutiset/"),
    ]


def test_a_page_has_a_counterpart_where_the_other_listing_is_as_long() -> None:
    here = made(21)
    there = [news(f"n{number:03d}", "sv") for number in range(21)]
    both = view(index(project("tekoaly"), *here, *there), "uutiset/sivu/2/").shell
    assert [one.language for one in both.head.alternates] == ["fi", "sv", "x-default"]
    assert both.languages[1].href == "../../../sv/nyheter/sida/2/"

    hidden = site("fi", "sv", untranslated=(("news", "hide"),))
    alone = view(index(project("tekoaly"), *here, of=hidden), "uutiset/sivu/2/").shell
    assert alone.head.alternates == ()
    assert (alone.languages[1].href, alone.languages[1].translated) == ("../../../sv/nyheter/", False)
