"""What the coming days bring, by local time."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from plugins.calendar.occasions import occasions
from plugins.core.documents import Version
from plugins.core.facts import Milestone
from plugins.core.index import SiteIndex, assemble
from plugins.publishing.forecast import Forecast, forecast
from plugins.publishing.forecast_text import upcoming
from tests.listings.builders import meeting, news, project, session, site, when

ZONE = ZoneInfo("Europe/Helsinki")


def at(moment: str, *versions: Version, languages: tuple[str, ...] = ("fi", "sv")) -> SiteIndex:
    return assemble(site(*languages), versions, {}, datetime.fromisoformat(moment).replace(tzinfo=ZONE))


def keys(shown: Forecast) -> tuple[list[str], list[str]]:
    return [one.version.key for one in shown.publications], [one.version.key for one in shown.withdrawals]


def test_publications_and_withdrawals_until_the_end_of_the_last_day() -> None:
    index = at(
        "2031-06-01T12:00",
        news("past", date="2031-06-01T12:00"),
        news("later-today", date="2031-06-01T12:01"),
        news("last-day", date="2031-06-08T23:59"),
        news("beyond", date="2031-06-09"),
        news("draft", date="2031-06-02", status="draft"),
        news("never", date="2031-06-03", expires="2031-06-02"),
        news("gone", expires="2031-05-31"),
        news("going-today", expires="2031-06-01"),
        news("going", expires="2031-06-08"),
        news("staying", expires="2031-06-09"),
        news("short", date="2031-06-02", expires="2031-06-03T09:00"),
        news("withdrawn", expires="2031-06-03", status="withdrawn"),
    )
    assert keys(forecast(index, 7)) == (["later-today", "short", "last-day"], ["going-today", "short", "going"])


@pytest.mark.parametrize(
    ("now", "date", "moment"),
    [
        ("2031-03-29T12:00", "2031-03-30", "2031-03-30T00:00:00+02:00"),
        ("2031-03-29T12:00", "2031-03-30T03:30", "2031-03-30T04:30:00+03:00"),  # an hour that does not exist
        ("2031-03-29T12:00", "2031-03-31", "2031-03-31T00:00:00+03:00"),
        ("2031-10-25T12:00", "2031-10-26T03:30", "2031-10-26T03:30:00+03:00"),  # an hour that exists twice: the first
        ("2031-10-25T12:00", "2031-10-26T04:00", "2031-10-26T04:00:00+02:00"),
    ],
)
def test_summer_time(now: str, date: str, moment: str) -> None:
    shown = forecast(at(now, news("a", date=date)), 2)
    assert [one.at.isoformat() for one in shown.publications] == [moment]
    before = assemble(site(), [news("a", date=date)], {}, shown.publications[0].at)
    assert forecast(before, 2).publications == (), "a build at that very moment publishes it"
    assert before.is_published(before.by_source["news/a.fi.md"])


def test_the_last_day_is_whole_when_the_clock_is_turned() -> None:
    spring = forecast(at("2031-03-29T12:00"), 1)
    autumn = forecast(at("2031-10-25T12:00"), 1)
    assert spring.until.isoformat() == "2031-03-31T00:00:00+03:00"
    assert autumn.until.isoformat() == "2031-10-27T00:00:00+02:00"
    shown = forecast(at("2031-10-25T12:00", news("a", date="2031-10-26T23:59"), news("b", date="2031-10-27")), 1)
    assert keys(shown)[0] == ["a"]


def test_meetings_to_come_are_told_once() -> None:
    index = at(
        "2031-06-01T12:00",
        meeting("m1", name="Ryhmä", sessions=(session("2031-05-14T10:00"),), next=when("2031-06-03T09:00")),
        meeting("m2", name="Neuvosto", sessions=(session("2031-05-15"),), next=when("2031-06-05")),
        meeting("m3", name="Ryhmä", sessions=(session("2031-06-03T09:00", "2031-06-03T11:00"),)),
        meeting("m3", "sv", name="Gruppen", sessions=(session("2031-06-03T09:00", "2031-06-03T11:00"),)),
        meeting(
            "m4", name="Kesken", sessions=(session("2031-06-01T09:00", "2031-06-01T15:00"), session("2031-06-01T18:00"))
        ),
        meeting("m5", name="Luonnos", sessions=(session("2031-06-04"),), status="draft"),
        meeting("m6", name="Tänään", sessions=(session("2031-06-01"),)),
        meeting("m7", name="Kaukana", sessions=(session("2031-07-01"),)),
    )
    assert [(one.name, one.start.iso, one.version.key) for one in forecast(index, 7).meetings] == [
        ("Tänään", "2031-06-01", "m6"),
        ("Kesken", "2031-06-01T09:00", "m4"),
        ("Kesken", "2031-06-01T18:00", "m4"),
        ("Ryhmä", "2031-06-03T09:00", "m3"),
        ("Neuvosto", "2031-06-05", "m2"),
    ]


def test_a_meeting_that_was_moved_is_told_on_its_new_day_alone() -> None:
    """As in calendars, which know a series by its name however it is written."""
    index = at(
        "2031-06-01T12:00",
        meeting("m1", name="Ryhmä", sessions=(session("2031-05-14T10:00"),), next=when("2031-06-03T09:00")),
        meeting("m2", name="RYHMÄ ", sessions=(session("2031-06-05T09:00"),)),
    )
    told = [(one.start.iso, one.version.key) for one in forecast(index, 7).meetings]
    assert told == [("2031-06-05T09:00", "m2")]
    assert told == [(one.start.iso, one.version.key) for one in occasions(index, "fi") if one.is_ahead(index)]


def test_milestones_to_come() -> None:
    steps = (
        Milestone(when("2031-05"), "Myöhässä"),
        Milestone(when("2031-06"), "Tässä kuussa"),
        Milestone(when("2031-06-03"), "Tiistaina"),
        Milestone(when("2031-06-04"), "Tehty", done=True),
        Milestone(when("2031-07"), "Heinäkuussa"),
    )
    index = at("2031-06-01T12:00", project("p", milestones=steps), project("p", "sv", milestones=steps))
    assert [one.name for one in forecast(index, 7).steps] == ["Tiistaina", "Tässä kuussa"]
    assert [one.name for one in forecast(index, 30).steps] == ["Tiistaina", "Tässä kuussa", "Heinäkuussa"]


def test_versions_that_readers_will_lack() -> None:
    index = at(
        "2031-06-01T12:00",
        news("a"),
        news("a", "sv"),
        news("b"),
        news("c"),
        news("c", "sv", status="draft"),
        news("d", date="2031-06-03"),
        news("d", "sv", date="2031-07-03"),
        news("e"),
        news("e", "sv", expires="2031-06-04"),
        news("f", status="draft"),
        replace(news("g", "sv"), status=news("g").status.WITHDRAWN),
        news("g"),
        news("h", date="2031-06-03"),
        news("h", "sv", date="2031-06-04"),
    )
    assert [(one.version.key, one.language, one.reason) for one in forecast(index, 7).lacks] == [
        ("b", "sv", "absent"),
        ("c", "sv", "draft"),
        ("d", "sv", "scheduled"),
        ("e", "sv", "expired"),
        ("g", "sv", "withdrawn"),
    ]


def some() -> SiteIndex:
    return at(
        "2031-06-01T12:00",
        news("tuleva", date="2031-06-02T09:00", title="Kysely alkaa"),
        news("vanha", expires="2031-06-03", title="Ilmoittaudu"),
        news("vanha", "sv", title="Anmäl dig"),
        meeting("m", name="Ryhmä", sessions=(session("2031-06-03T09:00", "2031-06-03T11:00"),)),
        meeting("m", "sv", name="Gruppen", sessions=(session("2031-06-03T09:00", "2031-06-03T11:00"),)),
        project("p", milestones=(Milestone(when("2031-06"), "Kysely"),)),
        project("p", "sv"),
    )


def test_people_read_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert upcoming(some(), 7, "fi", "text") == 0
    assert capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ") == (
        "Mitä on tulossa 8.6.2031 asti\n"
        "\nJulkaistaan\n  2.6.2031 klo 9.00  Kysely alkaa  news/tuleva.fi.md\n"
        "\nPoistuu sivustolta\n  3.6.2031 päivän päättyessä  Ilmoittaudu  news/vanha.fi.md\n"
        "\nKokoukset\n  3. kesäkuuta 2031 klo 9.00–11.00  Ryhmä  meetings/m.fi.md\n"
        "\nVälitavoitteet\n  kesäkuu 2031  Kysely  projects/p.fi.md\n"
        "\nKieliversio, jota lukijat eivät silloin näe\n"
        "  sv  puuttuu      Kysely alkaa, news/tuleva.fi.md\n"
        "  fi  vanhentunut  Anmäl dig, news/vanha.sv.md\n"
    )
    for language, words in (("sv", "Ingenting är på kommande"), ("en", "Nothing is to come")):
        upcoming(at("2031-06-01T12:00"), 7, language, "text")
        assert words in capsys.readouterr().out


def test_programs_read_json(capsys: pytest.CaptureFixture[str]) -> None:
    upcoming(some(), 7, "fi", "json")
    said = json.loads(capsys.readouterr().out)
    assert (said["from"], said["until"]) == ("2031-06-01T12:00:00+03:00", "2031-06-09T00:00:00+03:00")
    assert said["publications"] == [
        {
            "at": "2031-06-02T09:00:00+03:00",
            "key": "tuleva",
            "lang": "fi",
            "title": "Kysely alkaa",
            "source": "news/tuleva.fi.md",
        }
    ]
    assert said["withdrawals"][0]["at"] == "2031-06-04T00:00:00+03:00"
    assert said["meetings"][0]["end"] == "2031-06-03T11:00"
    assert said["milestones"][0]["date"] == "2031-06"
    assert [(one["lang"], one["lack"]) for one in said["lacks"]] == [("sv", "absent"), ("fi", "expired")]
