"""The map of the site, read back as a search engine reads it."""

from dataclasses import dataclass
from typing import Any

from lxml import etree

from plugins.core.documents import ContentFile, Picture, PictureFacts, Status, Variant
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view
from plugins.listings.sitemap import render_robots, render_sitemap, sitemap
from tests.listings.builders import index, news, page, project, site, view, whole_site

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass
class Mapped:
    """What a search engine knows of a page."""

    modified: str | None
    versions: dict[str, str]


def files(of: SiteIndex, more: tuple[Output, ...] = ()) -> dict[str, bytes]:
    renderers: dict[str, Any] = {"sitemap": render_sitemap, "robots": render_robots}
    made = sitemap(of, [*whole_site(of).values(), *more])
    return {one.path: renderers[one.kind](one.view, None).data for one in made}


def mapped(of: SiteIndex, more: tuple[Output, ...] = ()) -> dict[str, Mapped]:
    tree = etree.fromstring(files(of, more)["sitemap.xml"])
    found: dict[str, Mapped] = {}
    for url in tree.findall("s:url", NAMES):
        address = url.findtext("s:loc", namespaces=NAMES)
        assert address is not None
        assert address not in found
        links = {one.get("hreflang", ""): one.get("href", "") for one in url.findall("x:link", NAMES)}
        found[address] = Mapped(url.findtext("s:lastmod", namespaces=NAMES), links)
    return found


def test_pages_are_mapped_with_their_versions_and_dates() -> None:
    of = index(
        news("n1", updated="2031-05-20"),
        news("n1", "sv"),
        news("n2", date="2031-05-02T09:00"),
        page("s1"),
        of=site(base_url="https://example.org/hankkeet/"),
    )
    found = mapped(of)
    root = "https://example.org/hankkeet/"
    assert found[f"{root}uutiset/n1-fi/"] == Mapped(
        "2031-05-20",
        {
            "fi": f"{root}uutiset/n1-fi/",
            "sv": f"{root}sv/nyheter/n1-sv/",
            "x-default": f"{root}uutiset/n1-fi/",
        },
    )
    assert found[f"{root}sv/nyheter/n1-sv/"].modified == "2031-05-01"
    assert found[f"{root}uutiset/n2-fi/"] == Mapped("2031-05-02T09:00+03:00", {})
    assert found[f"{root}s1-fi/"] == Mapped(None, {})
    assert found[root].versions["sv"] == f"{root}sv/"
    assert list(found) == sorted(found)


def test_only_what_search_engines_may_show_is_mapped() -> None:
    of = index(
        project("hanke"),
        news("n1", title="Julkaistu", aliases=("/vanha/",)),
        news("n2", title="Luonnos", status=Status.DRAFT),
        news("n3", title="Tuleva", date="2040-01-01"),
        news("n4", title="Vanhentunut", expires="2031-05-20"),
        news("n5", title="Poistettu", status=Status.WITHDRAWN),
    )
    found = " ".join(mapped(of))
    assert "/julkaistu/" in found
    assert "/arkisto/2031/" in found
    for absent in ("vanha", "luonnos", "tuleva", "vanhentunut", "poistettu", "404", "kokoukset", "2040"):
        assert absent not in found


def test_every_page_that_may_be_shown_is_mapped_once_and_nothing_else() -> None:
    of = index(project("hanke"), news("n1"), news("n1", "sv"), news("n2", "sv", tags=("a & b",)), page("s1"))
    heads = [one.view.shell.head for one in whole_site(of).values()]
    assert set(mapped(of)) == {one.canonical for one in heads if not one.robots}
    tool = Output("blocks/index.html", "page", type("View", (), {"shell": type("Shell", (), {"language": "fi"})})())
    assert mapped(of, (tool, Output("a.css", "asset", planned_view(None)))) == mapped(of)


def test_addresses_are_written_as_xml() -> None:
    of = index(news("n1"), of=site(base_url="https://example.org/a&b/"))
    assert b"<loc>https://example.org/a&amp;b/uutiset/n1-fi/</loc>" in files(of)["sitemap.xml"]


def test_crawlers_are_told_where_the_map_is() -> None:
    of = index(news("n1"), of=site(base_url="https://example.org/hankkeet"))
    assert files(of)["robots.txt"] == (
        b"User-agent: *\nAllow: /\n\nSitemap: https://example.org/hankkeet/sitemap.xml\n"
    )


def test_a_card_stands_for_a_page_with_its_text_and_size() -> None:
    variants = (Variant("images/x-640.webp", 640, 360), Variant("images/x-1280.webp", 1280, 720))
    picture = ContentFile("images/x.jpg", 1, "d", PictureFacts("JPEG", 1280, 720, variants=variants))
    of = index(news("n1", title="Juttu", image=Picture("images/x.jpg", "Kirjahylly")), news("n2"), files=(picture,))
    shared = view(of, "uutiset/juttu/").shell.head.image
    assert (shared.alt, shared.width, shared.height) == ("Juttu – Kirjahylly", 1200, 630)
    assert shared.href.startswith("https://example.org/cards/")
    assert shared.href.endswith(".jpg")
    without = view(of, "uutiset/n2-fi/").shell.head.image
    assert (without.alt, without.href[-4:]) == ("n2 fi", ".png")
    sections = {view(of, path).shell.head.image for path in ("uutiset/", "", "tilaa/")}
    assert [one.alt for one in sections] == ["Kirjastohankkeet"]
