from plugins.core.facts import Milestone
from plugins.core.site import Localized
from tests.listings.builders import index, meeting, news, pilot, project, session, site, view, when


def test_each_project_has_a_row_with_its_latest_three() -> None:
    of = index(
        project("arkkitehtuuri", phase="running", summary="Yhteinen kuva."),
        project("tekoaly", title="Tekoälyhanke", short="Tekoäly"),
        news("n1", date="2031-01-01"),
        meeting("m1", date="2031-02-01"),
        pilot("l1", date="2031-03-01"),
        news("n2", date="2031-04-01"),
        news("n3", date="2031-05-01", projects=("arkkitehtuuri",)),
    )
    rows = view(of, "").projects
    assert [(row.project.name, row.project.hue, row.phase) for row in rows] == [
        ("arkkitehtuuri fi", 1, "Käynnissä"),
        ("Tekoäly", 2, ""),
    ]
    assert rows[0].summary == "Yhteinen kuva."
    assert [[entry.title for entry in row.latest] for row in rows] == [["n3 fi"], ["n2 fi", "l1 fi", "m1 fi"]]


def test_projects_that_have_ended_come_last_and_keep_their_hue() -> None:
    rows = view(index(project("a", phase="ended"), project("b")), "").projects
    assert [(row.project.key, row.project.hue) for row in rows] == [("b", 2), ("a", 1)]


def test_a_seventh_project_shares_the_first_hue() -> None:
    rows = view(index(*(project(f"p{number}") for number in range(7))), "").projects
    assert [row.project.hue for row in rows] == [1, 2, 3, 4, 5, 6, 1]


def test_latest_is_of_every_type_newest_first() -> None:
    of = index(*(news(f"n{number:02d}", date=f"2031-01-{number + 1:02d}") for number in range(12)), pilot("l1"))
    latest = view(of, "").latest
    assert [entry.title for entry in latest[:2]] == ["l1 fi", "n11 fi"]
    assert len(latest) == 10
    assert (latest[0].date.iso, latest[0].date.text) == ("2031-05-03", "3.5.2031")


def test_home_says_each_thing_once() -> None:
    shown = view(index(project("tekoaly"), *(news(f"n{day}", date=f"2031-05-0{day}") for day in range(1, 6))), "")
    assert [entry.title for entry in shown.projects[0].latest] == ["n5 fi", "n4 fi", "n3 fi"]
    assert [entry.title for entry in shown.latest] == ["n2 fi", "n1 fi"]


def test_what_is_far_ahead_is_left_to_the_calendar() -> None:
    milestones = (*(Milestone(when(f"2031-06-1{day}"), f"M{day}") for day in range(8)), Milestone(when("2031-11"), "X"))
    coming = view(index(project("tekoaly", milestones=milestones)), "").coming
    assert [one.text for one in coming] == [f"M{day}" for day in range(6)]
    assert not view(index(project("tekoaly", milestones=milestones[-1:])), "").coming


def test_projects_with_news_stand_first() -> None:
    of = index(
        project("a"), project("b"), project("c", phase="ended"), news("n", projects=("b",)), news("m", projects=("c",))
    )
    assert [row.project.key for row in view(of, "").projects] == ["b", "a", "c"]
    page = view(of, "hankkeet/")
    assert [row.project.key for row in page.projects] == ["b", "a"]
    assert [row.project.key for row in page.ended] == ["c"]


def test_what_is_coming_is_judged_by_the_moment_of_the_index() -> None:
    """The moment is 1.6.2031 at 12.00."""
    of = index(
        project(
            "tekoaly",
            milestones=(
                Milestone(when("2031-05"), "Mennyt"),
                Milestone(when("2031-06"), "Kesäkuussa"),
                Milestone(when("2031-07"), "Valmis jo", done=True),
                Milestone(when("2031"), "Vuoden mittaan"),
                Milestone(when("2031-06-04"), "Seminaari", kind="event"),
            ),
        ),
        meeting(
            "m1",
            number="3/2031",
            sessions=(session("2031-06-01T11:59"), session("2031-06-01T12:00"), session("2031-06-01T12:01")),
            next=when("2031-08-12"),
        ),
        meeting("m2", "sv", name="Gruppen", sessions=(session("2031-08-10", "2031-08-11"),)),
    )
    coming = view(of, "").coming
    assert [(one.text, one.kind, one.date.text, one.language) for one in coming] == [
        ("Vuoden mittaan", "milestone", "2031", None),
        ("Kesäkuussa", "milestone", "kesäkuu 2031", None),
        ("Ryhmä 3/2031", "meeting", "sunnuntai 1.\xa0kesäkuuta klo\xa012.01", None),
        ("Seminaari", "event", "keskiviikko 4.\xa0kesäkuuta", None),
        ("Gruppen", "meeting", "sunnuntai 10.\xa0elokuuta – maanantai 11.\xa0elokuuta", "sv"),
        ("Ryhmä", "next", "tiistai 12.\xa0elokuuta", None),
    ]
    assert {one.project.key for one in coming} == {"tekoaly"}


def test_a_home_is_titled_by_the_site_and_described_by_its_tagline() -> None:
    of = index(of=site("fi", "sv", tagline=Localized((("fi", "Kolme hanketta"), ("sv", "Tre projekt")))))
    head = view(of, "sv/", "sv").shell.head
    assert (head.title, head.description) == ("Biblioteksprojekten", "Tre projekt")
    assert view(of, "").shell.breadcrumbs == ()


def test_sections_are_those_with_something_to_list() -> None:
    home = view(index(meeting("m1"), news("n1", status="draft")), "sv/", "sv")
    assert [(one.text, one.href) for one in home.sections] == [
        ("Möten", "../sv/moten/"),
        ("Arkiv", "../sv/arkiv/2031/"),
    ]
