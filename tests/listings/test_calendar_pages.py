"""The calendar as a page."""

from plugins.core.facts import Milestone
from plugins.listings.views import CalendarMonth
from tests.listings.builders import index, meeting, pilot, project, session, view, when


def told(months: tuple[CalendarMonth, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(one.title, [(item.date.text, item.text) for item in one.items]) for one in months]


def test_what_comes_and_what_was_by_month_with_weekdays() -> None:
    """The moment is Sunday, 1.6.2031 at 12.00."""
    of = index(
        project(
            "tekoaly",
            short="Tekoäly",
            milestones=(
                Milestone(when("2029-02-03"), "Muinainen"),
                Milestone(when("2030-12-24"), "Viimevuotinen", done=True),
                Milestone(when("2031-05-02"), "Aikainen toukokuussa"),
                Milestone(when("2031-05-30"), "Myöhäinen toukokuussa"),
                Milestone(when("2031-06"), "Kesäkuussa"),
                Milestone(when("2031-06-01"), "Tänään"),
                Milestone(when("2031"), "Vuoden mittaan"),
                Milestone(when("2031-08-15"), "Valmis jo", done=True),
            ),
        ),
        pilot("p", start=when("2031-02"), end=when("2031-11")),
        meeting("m", name="Ryhmä", number="2/2031", place="Sali", mode="remote", sessions=(
            session("2031-06-14T10:00", "2031-06-14T12:00"), session("2031-12-31T22:00", "2032-01-01T02:00"),
        ), next=when("2032-03-01T09:00")),
    )  # fmt: skip
    page = view(of, "kalenteri/")
    assert told(page.coming) == [
        ("", [("helmikuu–marraskuu 2031", "Tekoäly: pilottijakso")]),
        (
            "Kesäkuu 2031",
            [
                ("kesäkuu 2031", "Kesäkuussa"),
                ("sunnuntai 1.\xa0kesäkuuta", "Tänään"),
                ("lauantai 14.\xa0kesäkuuta klo\xa010.00–12.00", "Ryhmä 2/2031"),
            ],
        ),
        (
            "Joulukuu 2031",
            [
                (
                    "keskiviikko 31.\xa0joulukuuta klo\xa022.00 – torstai 1.\xa0tammikuuta 2032 klo\xa02.00",
                    "Ryhmä 2/2031",
                )
            ],
        ),
        ("2031", [("2031", "Vuoden mittaan")]),
        ("Maaliskuu 2032", [("maanantai 1.\xa0maaliskuuta klo\xa09.00", "Ryhmä")]),
    ]
    assert told(page.past) == [
        ("Elokuu 2031", [("perjantai 15.\xa0elokuuta", "Valmis jo")]),
        (
            "Toukokuu 2031",
            [
                ("perjantai 30.\xa0toukokuuta", "Myöhäinen toukokuussa"),
                ("perjantai 2.\xa0toukokuuta", "Aikainen toukokuussa"),
            ],
        ),
        ("Joulukuu 2030", [("tiistai 24.\xa0joulukuuta", "Viimevuotinen")]),
    ]
    assert [(one.title, told(one.months)) for one in page.earlier] == [
        ("2029", [("Helmikuu 2029", [("lauantai 3.\xa0helmikuuta", "Muinainen")])])
    ]
    assert [item.state for month in page.past for item in month.items] == ["done", "planned", "planned", "done"]
    assert [(one.title, one.address) for one in page.files] == [
        ("Kirjastohankkeet", "https://example.org/kalenteri.ics"),
        ("Tekoäly", "https://example.org/hankkeet/tekoaly-fi/kalenteri.ics"),
    ]


def test_a_coming_meeting_can_be_added_to_a_calendar() -> None:
    of = index(meeting("tuleva", sessions=(session("2031-06-14"),)), meeting("mennyt"))
    assert view(of, "kokoukset/tuleva-fi/").calendar == "../../kokoukset/tuleva-fi/kalenteri.ics"
    assert view(of, "kokoukset/mennyt-fi/").calendar == ""
    (month,) = view(of, "kalenteri/").coming
    assert [one.calendar for one in month.items] == ["../kokoukset/tuleva-fi/kalenteri.ics"]
    (month,) = view(of, "sv/kalender/", "sv").coming
    assert [(one.date.text, one.language, one.calendar) for one in month.items] == [
        ("lördag 14\xa0juni", "fi", "../../kokoukset/tuleva-fi/kalenteri.ics")
    ]


def test_the_calendar_stands_in_the_menu_when_there_is_something_in_it() -> None:
    assert "Kalenteri" not in [one.text for one in view(index(project("tekoaly")), "").shell.menu]
    empty = view(index(), "kalenteri/")
    assert (empty.coming, empty.past, empty.earlier) == ((), (), ())
    shell = view(index(meeting("m1")), "kalenteri/").shell
    assert [one.text for one in shell.menu if one.current] == ["Kalenteri"]
    assert {one.code: one.href for one in shell.languages}["sv"] == "../sv/kalender/"


def test_a_project_shows_its_calendar_when_there_is_something_in_it() -> None:
    of = index(project("tekoaly"), project("toinen"), meeting("m1"))
    assert [one.href for one in view(of, "hankkeet/tekoaly-fi/").calendar] == [
        "../../hankkeet/tekoaly-fi/kalenteri.ics"
    ]
    assert view(of, "hankkeet/toinen-fi/").calendar == ()
