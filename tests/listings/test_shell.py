import json

import pytest

from plugins.core.site import Localized
from tests.listings.builders import NAMES, index, meeting, news, page, project, session, site, view


def test_the_menu_has_sections_in_use_and_then_pages_that_ask_for_it() -> None:
    of = index(
        news("n1"),
        project("tekoaly"),
        page("b", menu=2, title="Toinen"),
        page("a", menu=1, title="Ensimmäinen"),
        page("c", title="Seloste"),
    )
    shell = view(of, "toinen/").shell
    assert [(one.text, one.href, one.current) for one in shell.menu] == [
        ("Uutiset", "../uutiset/", False),
        ("Hankkeet", "../hankkeet/", False),
        ("Ensimmäinen", "../ensimmainen/", False),
        ("Toinen", "../toinen/", True),
    ]
    assert [(one.text, one.current) for one in shell.footer] == [
        ("Ensimmäinen", False),
        ("Toinen", True),
        ("Seloste", False),
        ("Tilaa RSS-syöte", False),
    ]


def test_the_switcher_leads_to_the_counterpart_or_the_nearest_listing() -> None:
    of = index(news("n1"), news("n1", "sv"), news("n2"), page("s1"), of=site("fi", "sv", "en"))

    def choices(path: str) -> list[tuple[str, str, bool, bool]]:
        return [(one.name, one.href, one.current, one.translated) for one in view(of, path).shell.languages]

    assert choices("uutiset/n1-fi/") == [
        ("suomi", "../../uutiset/n1-fi/", True, True),
        ("svenska", "../../sv/nyheter/n1-sv/", False, True),
        ("English", "../../en/news/", False, False),
    ]
    assert choices("uutiset/n2-fi/")[1] == ("svenska", "../../sv/nyheter/", False, False)
    assert choices("s1-fi/")[1] == ("svenska", "../sv/", False, False)


def test_alternates_are_named_between_versions_that_exist() -> None:
    of = index(news("n1", "sv"), news("n1", "en"), news("n2"), news("n2", "sv"), of=site("fi", "sv", "en"))
    without_default = view(of, "sv/nyheter/n1-sv/", "sv").shell.head.alternates
    assert [(one.language, one.href) for one in without_default] == [
        ("sv", "https://example.org/sv/nyheter/n1-sv/"),
        ("en", "https://example.org/en/news/n1-en/"),
    ]
    with_default = view(of, "sv/nyheter/n2-sv/", "sv").shell.head.alternates
    assert [(one.language, one.href) for one in with_default] == [
        ("fi", "https://example.org/uutiset/n2-fi/"),
        ("sv", "https://example.org/sv/nyheter/n2-sv/"),
        ("x-default", "https://example.org/uutiset/n2-fi/"),
    ]


def test_a_site_below_a_path_links_within_it() -> None:
    of = index(news("n1"), of=site(base_url="https://example.org/kirjastot/hankkeet"))
    shell = view(of, "uutiset/n1-fi/").shell
    assert (shell.root, shell.home.href) == ("../../", "../../")
    assert shell.head.canonical == "https://example.org/kirjastot/hankkeet/uutiset/n1-fi/"
    lost = view(of, "404.html")
    assert (lost.shell.root, lost.shell.menu[0].href) == ("/kirjastot/hankkeet/", "/kirjastot/hankkeet/uutiset/")


def test_pages_announce_the_feeds_that_concern_them() -> None:
    of = index(project("tekoaly", short="Tekoäly"), news("n1"), news("n2", "sv"), page("s1"))

    def announced(path: str, language: str = "fi") -> list[str]:
        feeds = view(of, path, language).shell.head.feeds
        formats = [(one.title.rpartition("(")[2].rstrip(")"), one.href.rpartition(".")[2]) for one in feeds]
        assert formats == [("RSS", "rss"), ("Atom", "atom"), ("JSON Feed", "json")] * (len(feeds) // 3)
        return [one.href for one in feeds if one.media_type == "application/rss+xml"]

    everything, swedish = "../../feed.rss", "../../sv/feed.rss"
    news_feed = "../../uutiset/feed.rss"
    project_feed = "../../hankkeet/tekoaly-fi/feed.rss"
    assert announced("uutiset/n1-fi/") == [everything, news_feed, project_feed, swedish]
    assert announced("hankkeet/tekoaly-fi/") == [everything, project_feed, swedish]
    assert announced("uutiset/") == ["../feed.rss", "../uutiset/feed.rss", "../sv/feed.rss"]
    assert announced("hankkeet/") == ["../feed.rss", "../sv/feed.rss"]
    assert announced("s1-fi/") == ["../feed.rss", "../sv/feed.rss"]
    assert announced("sv/nyheter/n2-sv/", "sv") == [
        "../../../sv/feed.rss", "../../../sv/nyheter/feed.rss", "../../../feed.rss",
    ]  # fmt: skip


def test_breadcrumbs_are_shown_and_told_to_search_engines() -> None:
    shell = view(index(news("n1", title="A < B")), "uutiset/a-b/").shell
    assert [(one.text, one.href) for one in shell.breadcrumbs] == [("Etusivu", "../../"), ("Uutiset", "../../uutiset/")]
    assert "A \\u003c B" in shell.head.structured_data
    article, crumbs = json.loads(shell.head.structured_data)["@graph"]
    assert (article["@type"], article["headline"], article["inLanguage"]) == ("NewsArticle", "A < B", "fi")
    assert [(one["position"], one["name"], one["item"]) for one in crumbs["itemListElement"]] == [
        (1, "Etusivu", "https://example.org/"),
        (2, "Uutiset", "https://example.org/uutiset/"),
        (3, "A < B", "https://example.org/uutiset/a-b/"),
    ]


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (
            NAMES,
            {
                "Kokous, 14.5.2031 – Kirjastohankkeet",
                "Kokous, 1.6.2031 – Kirjastohankkeet",
                "Kokous – Biblioteksprojekten",
            },
        ),
        (Localized(common="K"), {"Kokous, 14.5.2031 – K", "Kokous, 1.6.2031 – K", "Kokous (svenska) – K"}),
    ],
)
def test_titles_that_repeat_are_told_apart(name: Localized, titles: set[str]) -> None:
    of = index(
        meeting("m1", title="Kokous", slug="yksi"),
        meeting("m1", "sv", title="Kokous"),
        meeting("m2", title="Kokous", slug="kaksi", sessions=(session("2031-06-01"),)),
        of=site("fi", "sv", name=name),
    )
    pages = (("kokoukset/yksi/", "fi"), ("kokoukset/kaksi/", "fi"), ("sv/moten/kokous/", "sv"))
    assert {view(of, path, code).shell.head.title for path, code in pages} == titles


def test_documents_alike_in_everything_are_told_apart_by_their_keys() -> None:
    of = index(news("n1", title="X", slug="a"), news("n2", title="X", slug="b"), page("s1", title="Uutiset", slug="c"))
    assert view(of, "uutiset/a/").shell.head.title == "X, 1.5.2031 (n1) – Kirjastohankkeet"
    assert view(of, "c/").shell.head.title == "Uutiset (s1) – Kirjastohankkeet"


def test_an_empty_section_is_there_but_not_to_be_found() -> None:
    shown = view(index(), "sv/moten/", "sv")
    assert (shown.entries, shown.shell.head.robots, shown.shell.menu) == ((), "noindex", ())


def test_the_menu_marks_the_section_of_an_article() -> None:
    of = index(project("tekoaly", title="H"), news("n1", title="X"), meeting("m1"))
    assert [
        (one.text, one.current, one.above) for one in view(of, "uutiset/x/").shell.menu if one.current or one.above
    ] == [("Uutiset", False, True)]
    assert [
        (one.text, one.current, one.above) for one in view(of, "uutiset/").shell.menu if one.current or one.above
    ] == [("Uutiset", True, False)]
