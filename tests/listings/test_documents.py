from msgspec.structs import replace

from plugins.core.diagnostics import Place
from plugins.core.documents import Heading
from tests.listings.builders import index, meeting, news, outputs, page, pilot, project, view


def test_a_news_item_is_a_page_of_its_own() -> None:
    of = index(
        project("tekoaly", short="Tekoäly"),
        news("n1", title="Kysely lähtee", summary="Pian.", date="2031-05-01T09:00", updated="2031-05-02", tags=("AI",)),
    )
    output = outputs(of)["uutiset/kysely-lahtee/index.html"]
    document = output.view.document
    assert (output.kind, output.source) == ("page", "news/n1.fi.md")
    assert (document.type, document.title, document.summary) == ("news", "Kysely lähtee", "Pian.")
    assert (document.published.iso, document.published.text) == ("2031-05-01T09:00", "1. toukokuuta 2031")
    assert document.updated.text == "2. toukokuuta 2031"
    assert [(one.name, one.href) for one in document.projects] == [("Tekoäly", "../../hankkeet/tekoaly-fi/")]
    assert [(one.text, one.href) for one in document.tags] == [("AI", "../../aiheet/ai/")]
    assert output.view.body.digest == "n1.fi"


def test_a_head_tells_machines_when_and_what() -> None:
    head = view(
        index(news("n1", title="X", summary="Y", date="2031-05-01T09:00", updated="2031-05-02")), "uutiset/x/"
    ).shell.head
    assert (head.kind, head.published, head.modified) == ("article", "2031-05-01T09:00+03:00", "2031-05-02")
    assert (head.title, head.description) == ("X – Kirjastohankkeet", "Y")
    assert head.canonical == "https://example.org/uutiset/x/"


def test_a_table_of_contents_has_headings_of_two_levels() -> None:
    place = Place("news/n1.fi.md")
    headings = tuple(Heading(level, f"h{number}", f"H {number}", place) for number, level in enumerate((2, 3, 4, 2)))
    one = news("n1", title="X")
    enough = replace(one, body=replace(one.body, headings=headings))
    contents = view(index(enough), "uutiset/x/").document.contents
    assert [(entry.level, entry.id, entry.text) for entry in contents] == [
        (2, "h0", "H 0"),
        (3, "h1", "H 1"),
        (2, "h3", "H 3"),
    ]


def test_other_versions_are_named_in_their_own_words() -> None:
    of = index(news("n1", title="X"), news("n1", "sv", title="Y"), news("n1", "en", title="Z"))
    assert [(one.text, one.href, one.language) for one in view(of, "uutiset/x/").document.versions] == [
        ("svenska", "../../sv/nyheter/y/", "sv")
    ]


def test_only_published_versions_have_pages() -> None:
    of = index(
        news("n1", status="draft"),
        news("n2", date="2031-06-01T12:01"),
        news("n3", expires="2031-05-31"),
        news("n4", status="withdrawn"),
        news("n5", date="2031-06-01T12:00"),
        news("n1", "sv"),
    )
    assert [path for path in outputs(of) if path.startswith("uutiset/n")] == ["uutiset/n5-fi/index.html"]
    assert view(of, "sv/nyheter/n1-sv/", "sv").document.versions == ()


def test_related_are_the_neighbours_in_the_project() -> None:
    items = [news(f"n{number}", date=f"2031-01-{number + 1:02d}") for number in range(8)]
    of = index(project("tekoaly"), *items, pilot("toinen", projects=("muu",)), meeting("m1", date="2031-01-05"))

    def related(path: str) -> list[str]:
        return [entry.title for entry in view(of, path).related]

    assert related("uutiset/n4-fi/") == ["n5 fi", "m1 fi", "n3 fi"]
    assert related("uutiset/n7-fi/") == ["n6 fi", "n5 fi", "n4 fi"]
    assert related("uutiset/n0-fi/") == ["n3 fi", "n2 fi", "n1 fi"]


def test_a_new_item_changes_the_page_of_its_neighbour_only() -> None:
    items = [news(f"n{number:02d}", date=f"2031-01-{number + 1:02d}") for number in range(15)]
    before, after = outputs(index(*items[:-1])), outputs(index(*items))
    changed = {path for path in before if path.startswith("uutiset/n") and before[path].view != after[path].view}
    assert changed == {"uutiset/n13-fi/index.html"}


def test_a_standing_page_stands_at_the_root() -> None:
    of = index(page("tietoa", title="Tietoa sivustosta", tags=("AI",)), page("tietoa", "sv", title="Om webbplatsen"))
    shown = view(of, "sv/om-webbplatsen/", "sv")
    assert [crumb.text for crumb in shown.shell.breadcrumbs] == ["Startsida"]
    assert shown.shell.head.kind == "website"
    assert view(of, "tietoa-sivustosta/").document.tags == ()
