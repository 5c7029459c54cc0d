"""Calendars as files: read back by two readers of other hands, and compared with a golden one."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from plugins.calendar.vtimezone import vtimezone
from plugins.engine import command
from tests.calendar.calendars import files, index_of, meeting, pilot, project, read, read_otherwise, summaries
from tests.sites import options, plain_site, write

GOLDEN = Path(__file__).parent / "golden_calendar.ics"
HELSINKI = ZoneInfo("Europe/Helsinki")

SOURCES = {
    "projects/hanke.fi.md": """---
title: Koehanke
short: Koe
milestones:
  - {date: 2031-04-02, text: Hanke alkaa, done: true}
  - {date: 2031-09, text: "Raportti; luonnos, kommentoitavana"}
---

Esittely.
""",
    "meetings/kokous-3.fi.md": """---
title: Ohjausryhmän kolmas kokous
date: 2031-05-20
updated: 2031-05-24
project: hanke
summary: Kokouksessa päätetään pilotin jatkosta.
meeting:
  kind: notes
  name: Ohjausryhmä
  number: 3/2031
  sessions:
    - {start: 2031-06-14T10:00, end: 2031-06-14T12:00}
    - {start: 2031-06-15}
  place: Kirjaston kokoushuone, Esimerkkikatu 1
  mode: hybrid
  next: 2031-09-10T09:00
---

Tervetuloa.
""",
    "pilots/kuulumiset.fi.md": """---
title: Kuulumiset
date: 2031-05-21
project: hanke
pilot: {libraries: [Esimerkkilän kirjasto], phase: running, period: {start: 2031-02, end: 2031-11}}
---

Käynnissä.
""",
}


def test_golden_calendar(tmp_path: Path) -> None:
    """A calendar changes knowingly only."""
    write(plain_site(tmp_path / "content"), SOURCES)
    assert command.build(options(tmp_path)) == 0
    made = (tmp_path / "output" / "kalenteri.ics").read_bytes()
    assert made.decode() == GOLDEN.read_bytes().decode()
    swedish = read((tmp_path / "output" / "sv" / "kalender.ics").read_bytes())
    assert len(swedish) == 4, (
        "what is in Finnish only is told in Swedish calendars too; the Swedish project has no steps"
    )
    ours = (tmp_path / "output" / "hankkeet" / "koehanke" / "kalenteri.ics").read_bytes()
    assert read(ours).keys() == read(made).keys()
    of_meeting = tmp_path / "output" / "kokoukset" / "ohjausryhman-kolmas-kokous" / "kalenteri.ics"
    assert [one["uid"] for one in read(of_meeting.read_bytes()).values()] == [
        "kokous-3.fi.meeting-1@example.org",
        "kokous-3.fi.meeting-2@example.org",
    ]


NASTY = [
    "Emoji 🎉 ja \N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",
    ']]> & <b> "lainaus" ; , : \\ \\n',
    "Öljy" * 60,
    "BEGIN:VEVENT",
    "x;TZID=Mars/Base:y",
    "Sisä\tsarkain",
]


@pytest.mark.parametrize("text", NASTY)
def test_any_text_reads_back_as_put_in(text: str) -> None:
    made = files(index_of([project("hanke", "fi", ("2031-09-10", text, False), title="Hanke"),
                           meeting("k", ("2031-09-11T10:00", None), name=text, place=text, title=text)]))  # fmt: skip
    for reader in (read, read_otherwise):
        events = reader(made["kalenteri.ics"])
        assert events["hanke.fi.milestone-1@example.org"]["summary"] == text
        assert events["k.fi.meeting-1@example.org"]["location"] == text
    assert all(len(line) <= 75 for line in made["kalenteri.ics"].split(b"\r\n"))


def test_control_characters_are_left_out() -> None:
    made = files(index_of([project("hanke", "fi", ("2031-09-10", "A\x00B\x0bC\x1eD\ud800E\r\nSTATUS:X", False))]))
    for reader in (read, read_otherwise):
        assert reader(made["kalenteri.ics"])["hanke.fi.milestone-1@example.org"]["summary"] == "ABCDE\nSTATUS:X"


def test_two_hundred_events_and_none() -> None:
    steps = [(f"2031-{month:02d}-{day:02d}", f"Vaihe {month}.{day}", False)
             for month in range(1, 11) for day in range(1, 21)]  # fmt: skip
    made = files(index_of([project("hanke", "fi", *steps), project("hanke", "sv")]))
    for reader in (read, read_otherwise):
        assert [one["summary"] for one in reader(made["kalenteri.ics"]).values()] == [text for _, text, _ in steps]
        assert reader(made["sv/kalender.ics"]) == {}
    assert b"BEGIN:VTIMEZONE" in made["sv/kalender.ics"], "a calendar must have a component"


def test_a_calendar_without_anything() -> None:
    made = files(index_of([]))
    assert set(made) == {"kalenteri.ics", "sv/kalender.ics"}
    assert read(made["kalenteri.ics"]) == read_otherwise(made["kalenteri.ics"]) == {}


def test_times_are_local_and_days_are_days() -> None:
    times = [
        ("2031-06-14T10:00", "2031-06-14T12:00"),
        ("2031-06-15", None),
        ("2031-06-16", "2031-06-18"),
        ("2031-06-20T10:00", "2031-06-21"),
        ("2031-06-23T10:00", None),
    ]
    made = files(index_of([meeting("k", *times)]))["kalenteri.ics"]
    for reader in (read, read_otherwise):
        got = [(one["dtstart"], one.get("dtend")) for one in reader(made).values()]
        assert got[1:3] == [
            (date(2031, 6, 15), date(2031, 6, 16)),
            (date(2031, 6, 16), date(2031, 6, 19)),
        ]
        moments = [(a.astimezone(UTC), b.astimezone(UTC) if b else None) for a, b in (got[0], got[3], got[4])]
        assert moments == [
            (datetime(2031, 6, 14, 7, tzinfo=UTC), datetime(2031, 6, 14, 9, tzinfo=UTC)),
            (datetime(2031, 6, 20, 7, tzinfo=UTC), datetime(2031, 6, 21, 21, tzinfo=UTC)),
            (datetime(2031, 6, 23, 7, tzinfo=UTC), None),
        ]


def test_what_is_known_by_month_or_year_lasts_as_long() -> None:
    made = files(index_of([project("hanke", "fi", ("2031-12", "Kuu", False), ("2031", "Vuosi", False))]))
    got = {str(one["summary"]): (one["dtstart"], one["dtend"]) for one in read(made["kalenteri.ics"]).values()}
    assert got["Kuu"] == (date(2031, 12, 1), date(2032, 1, 1))
    assert got["Vuosi"] == (date(2031, 1, 1), date(2032, 1, 1))


@pytest.mark.parametrize(
    "start", ["0001-01-01T00:00", "0001-01-01", "0001", "9999-12-31", "9999-12", "9999", "9999-12-31T23:59"]
)
def test_no_date_overflows(start: str) -> None:
    steps = project("hanke", "fi", (start, "Vaihe", False))
    made = files(index_of([steps, meeting("k", (start, None), following=start), pilot("p", start, start)]))
    for reader in (read, read_otherwise):
        assert {one["dtstart"].year for one in reader(made["kalenteri.ics"]).values()} == {int(start[:4])}


def test_local_times_that_do_not_exist_or_exist_twice() -> None:
    times = [("2031-03-30T03:30", None), ("2031-10-26T03:30", None)]
    made = files(index_of([meeting("k", *times)]))["kalenteri.ics"]
    got = [one["dtstart"].astimezone(UTC) for one in read(made).values()]
    assert got == [datetime(2031, 3, 30, 1, 30, tzinfo=UTC), datetime(2031, 10, 26, 0, 30, tzinfo=UTC)]


@pytest.mark.parametrize("name", ["Europe/Helsinki", "Europe/London", "America/New_York", "Asia/Tokyo", "UTC"])
def test_a_time_zone_reads_back_as_the_same_clock(name: str) -> None:
    """What vobject makes of the component agrees with the system's own zone, every six hours of six years."""
    text = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + vtimezone(ZoneInfo(name)).to_ical() + b"END:VCALENDAR\r\n"
    read_zone = vobject.readOne(text.decode()).vtimezone.gettzinfo()
    moment = datetime(2028, 1, 1, 0, 30)  # noqa: DTZ001 - local times of both zones are compared
    while moment.year < 2034:
        assert moment.replace(tzinfo=read_zone).utcoffset() == moment.replace(tzinfo=ZoneInfo(name)).utcoffset(), moment
        moment += timedelta(hours=6)


def test_a_calendar_says_what_it_is() -> None:
    parsed = icalendar.Calendar.from_ical(files(index_of([]))["sv/kalender.ics"])
    assert str(parsed["x-wr-calname"]) == str(parsed["name"]) == "Biblioteksprojekten"
    assert str(parsed["source"]) == "https://example.org/sv/kalender.ics"
    assert str(parsed["url"]) == "https://example.org/sv/kalender/"


def test_a_foreign_event_says_its_language() -> None:
    made = files(index_of([meeting("k", ("2031-06-14", None), name="Ryhmä")]))
    assert b"SUMMARY;LANGUAGE=fi:Ryhm" in made["sv/kalender.ics"]
    assert b"LANGUAGE" not in made["kalenteri.ics"]
    assert (
        summaries(
            files(index_of([meeting("k", ("2031-06-14", None))], untranslated=(("meetings", "hide"),)))[
                "sv/kalender.ics"
            ]
        )
        == []
    )
