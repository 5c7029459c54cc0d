from plugins.core.site import Localized
from tests.listings.builders import index, meeting, news, outputs, page, project, site, view


def test_tags_that_share_an_address_are_one() -> None:
    of = index(
        news("n1", tags=("ai", "AI")),
        news("n2", tags=("AI",), date="2031-05-02"),
        project("p1", tags=("Ai",)),
        page("s1", tags=("muu",)),
    )
    tag = view(of, "aiheet/ai/")
    assert (tag.listing, tag.name, tag.shell.head.title) == ("tag", "AI", "Aihe: AI – Kirjastohankkeet")
    assert [entry.title for entry in tag.entries] == ["n2 fi", "n1 fi", "p1 fi"]
    assert [anchor.text for anchor in view(of, "uutiset/n1-fi/").document.tags] == ["ai"]
    assert "aiheet/muu/index.html" not in outputs(of)


def test_a_tag_without_letters_of_an_address_has_no_page() -> None:
    of = index(news("n1", tags=("…", "AI")))
    assert [anchor.text for anchor in view(of, "uutiset/n1-fi/").document.tags] == ["AI"]
    assert [path for path in outputs(of) if path.startswith("aiheet/")] == ["aiheet/ai/index.html"]


def test_a_tag_belongs_to_its_language() -> None:
    of = index(news("n1", tags=("pilotti", "AI")), news("n2", "sv", tags=("AI",)))
    assert [path for path in outputs(of, "sv") if "/amnen/" in path] == ["sv/amnen/ai/index.html"]
    entries = view(of, "sv/amnen/ai/", "sv").entries
    assert [(entry.title, entry.language) for entry in entries] == [("n2 sv", None), ("n1 fi", "fi")]
    shell = view(of, "aiheet/pilotti/").shell
    assert shell.head.alternates == ()
    assert [(one.code, one.href, one.translated) for one in shell.languages] == [
        ("fi", "../../aiheet/pilotti/", True),
        ("sv", "../../sv/", True),  # nobody knows whether the topic has another name there
    ]
    assert view(of, "aiheet/ai/").shell.languages[1].href == "../../sv/amnen/ai/"


def test_a_section_offers_its_years_and_the_most_used_tags_in_the_order_of_the_alphabet() -> None:
    tags = ("öljy", "zeta", "ääni", "ahkera")
    many = tuple(f"tagi {number}" for number in range(30))
    of = index(
        *(news(f"n{number}", tags=tags, date=f"20{29 + number}-01-01") for number in range(3)), news("x", tags=many)
    )
    assert view(index(*of.by_source.values(), meeting("m", tags=("oma",))), "kokoukset/").tags[0].text == "oma"
    section = view(of, "uutiset/")
    assert [(year.text, year.href) for year in section.years] == [
        ("2031", "#_2031"),
        ("2030", "#_2030"),
        ("2029", "#_2029"),
    ]
    assert [group.year for group in section.groups] == ["2031", "", "2030", "2029"]
    assert len(section.tags) == 20
    assert [tag.text for tag in section.tags if tag.text in tags] == ["ahkera", "zeta", "ääni", "öljy"]


def test_a_year_of_a_section_is_where_its_own_begins() -> None:
    """On whichever page that is; what is elsewhere in the archive is not the section's, and one year needs no way."""
    of = index(
        meeting("m1", date="2028-01-01"),
        *(news(f"n{number}", date=f"2030-0{1 + number % 9}-01") for number in range(23)),
        news("old", date="2029-03-01"),
        news("new", date="2031-04-01"),
    )
    first, second = view(of, "uutiset/"), view(of, "uutiset/sivu/2/")
    assert [(year.text, year.href) for year in first.years] == [
        ("2031", "#_2031"),
        ("2030", "#_2030"),
        ("2029", "../uutiset/sivu/2/#_2029"),
    ]
    assert [(year.text, year.href) for year in second.years] == [
        ("2031", "../../../uutiset/#_2031"),
        ("2030", "../../../uutiset/#_2030"),
        ("2029", "#_2029"),
    ]
    assert [group.year for group in second.groups if group.year] == ["2030", "2029"]
    assert view(of, "kokoukset/").years == ()
    assert view(of, "").sections[-1].href == "arkisto/2031/"


def test_the_archive_holds_what_each_year_told() -> None:
    of = index(
        news("n1", date="2030-12-31T23:30"), meeting("m1", "sv", date="2031-01-01"), project("p1", date="2031-01-01")
    )
    year = view(of, "arkisto/2031/")
    assert (year.listing, year.name, year.shell.head.title) == ("archive", "2031", "Arkisto 2031 – Kirjastohankkeet")
    assert [entry.title for entry in year.entries] == ["m1 sv"]
    assert [(one.text, one.current) for one in year.years] == [("2031", True), ("2030", False)]
    assert [entry.title for entry in view(of, "sv/arkiv/2030/", "sv").entries] == ["n1 fi"]


def test_a_topic_has_its_twin() -> None:
    topics = (Localized((("fi", "digitoidut lehdet"), ("sv", "digitala tidningar"))),)
    of = index(
        news("n1", tags=("digitoidut lehdet",)), news("n2", "sv", tags=("digitala tidningar",)), of=site(topics=topics)
    )
    page = view(of, "aiheet/digitoidut-lehdet/")
    assert page.shell.languages[1].href == "../../sv/amnen/digitala-tidningar/"
    assert [one.language for one in page.shell.head.alternates] == ["fi", "sv", "x-default"]
    assert [(entry.title, entry.language) for entry in page.entries] == [("n2 sv", "sv"), ("n1 fi", None)]
