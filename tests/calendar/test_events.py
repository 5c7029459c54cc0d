"""Which events there are, what they are known by, and how their changes are counted from release to release."""

import pytest

from plugins.core.documents import Status
from plugins.core.ledger import Ledger
from tests.calendar.calendars import files, index_of, meeting, pilot, project, read, released, summaries

FI, SV = "kalenteri.ics", "sv/kalender.ics"


def test_a_next_meeting_is_an_event_until_it_has_a_document() -> None:
    first = meeting("k1", ("2031-05-14T10:00", None), following="2031-09-10T09:00", name="Ohjausryhmä")
    assert list(read(files(index_of([first]))[FI])) == ["k1.fi.meeting-1@example.org", "k1.fi.next-1@example.org"]
    second = meeting("k2", ("2031-09-10T09:30", None), name="ohjausryhmä ")
    assert list(read(files(index_of([first, second]))[FI])) == [
        "k1.fi.meeting-1@example.org",
        "k2.fi.meeting-1@example.org",
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (meeting("k2", ("2031-09-12", None)), False),  # held later than was said
        (meeting("k2", ("2031-08-01", None)), True),  # one in between
        (meeting("k2", ("2031-08-01", None), following="2031-10-01"), False),  # which has announced anew
        (meeting("k2", ("2031-09-10", None), name="Toinen ryhmä"), True),
        (meeting("k2", ("2031-09-10", None), status="draft"), True),
        (meeting("k2", ("2031-09-10", None), date="2031-07-01"), True),  # not published yet
    ],
)
def test_what_takes_the_place_of_an_announcement(other: object, told: bool) -> None:
    first = meeting("k1", ("2031-05-14", None), following="2031-09-10")
    events = read(files(index_of([first, other]))[FI])  # type: ignore[list-item]
    assert ("k1.fi.next-1@example.org" in events) == told


def test_two_announcements_of_one_meeting_are_one_event() -> None:
    first = meeting("k1", ("2031-05-14", None), following="2031-09-10T09:00", date="2031-05-14")
    again = meeting("k2", ("2031-05-14", None), following="2031-09-10T09:00", date="2031-05-15")
    assert sum("next" in uid for uid in read(files(index_of([first, again]))[FI])) == 1


def test_a_pilot_has_one_period_as_its_newest_update_says() -> None:
    old = pilot("p1", "2031-02", "2031-06", date="2031-03-01", libraries=("Esimerkkilä",))
    new = pilot("p2", "2031-02", "2031-11", date="2031-05-01", libraries=("esimerkkilä", "Mallila"))
    other = pilot("p3", "2031-08", None, date="2031-04-01", libraries=("Toisaalla",))
    silent = pilot("p4", None, None, date="2031-05-20")
    got = read(files(index_of([project(), old, new, other, silent]))[FI])
    assert [(one["summary"], one["dtstart"].isoformat(), one["dtend"].isoformat()) for one in got.values()] == [
        ("Lyhyt hanke: pilottijakso", "2031-02-01", "2031-12-01"),
        ("Lyhyt hanke: pilotti alkaa", "2031-08-01", "2031-09-01"),
    ]


def test_only_an_end_is_told_as_such() -> None:
    assert summaries(files(index_of([project(), pilot("p", None, "2031-11")]))[FI]) == ["Lyhyt hanke: pilotti päättyy"]


def test_nothing_unpublished_is_told() -> None:
    hidden = [
        meeting("k1", ("2031-07-01", None), status="draft"),
        meeting("k2", ("2031-07-01", None), status="withdrawn"),
        meeting("k3", ("2031-07-01", None), expires="2031-05-30"),
        meeting("k4", ("2031-07-01", None), date="2031-06-02"),
        project("hanke", "fi", ("2031-08-01", "Salainen vaihe", False), status=Status.DRAFT),
    ]
    made = files(index_of(hidden))
    assert set(made) == {FI, SV}
    assert not any(read(data) for data in made.values())


def test_only_a_meeting_to_come_has_a_file_of_its_own() -> None:
    made = files(index_of([meeting("tuleva", ("2031-05-14", None), ("2031-06-14", None)),
                           meeting("mennyt", ("2031-05-14", None))]))  # fmt: skip
    assert "kokoukset/tuleva-fi/kalenteri.ics" in made
    assert "kokoukset/mennyt-fi/kalenteri.ics" not in made
    assert set(read(made["kokoukset/tuleva-fi/kalenteri.ics"])) == {
        "tuleva.fi.meeting-1@example.org", "tuleva.fi.meeting-2@example.org"
    }  # fmt: skip


def counted(made: dict[str, bytes], path: str = FI) -> dict[str, tuple[int, str, str]]:
    events = read(made[path])
    return {uid.split("@")[0]: (one["sequence"], one["last-modified"].date().isoformat(), one["status"])
            for uid, one in events.items()}  # fmt: skip


def test_changes_are_counted_by_content() -> None:
    first = index_of([meeting("k", ("2031-06-14T10:00", None))], now="2031-06-01T12:00")
    assert counted(files(first)) == {"k.fi.meeting-1": (0, "2031-05-01", "CONFIRMED")}
    same = index_of([meeting("k", ("2031-06-14T10:00", None))], now="2031-06-02T12:00", ledger=released(first))
    assert files(same)[FI] == files(first)[FI], "nothing changed, so not a byte does"
    moved = index_of([meeting("k", ("2031-06-15T10:00", None))], now="2031-06-03T12:00", ledger=released(same))
    assert counted(files(moved)) == {"k.fi.meeting-1": (1, "2031-06-03", "CONFIRMED")}
    later = index_of([meeting("k", ("2031-06-15T10:00", None))], now="2031-06-09T12:00", ledger=released(moved))
    assert files(later)[FI] == files(moved)[FI]
    assert files(later)[SV] == files(moved)[SV]


def test_an_event_keeps_its_id_when_others_come_and_go() -> None:
    steps = [("2031-07-01", "Alku", False), ("2031-09-01", "Loppu", False)]
    ledger = released(index_of([project("hanke", "fi", *steps)]))
    changed = [
        ("2031-06-20", "Uusi alku", False),  # new
        ("2031-07-01", "Alkaa", False),  # the time it had, in other words
        ("2031-10-01", "Loppu", False),  # the same, later
    ]
    got = read(files(index_of([project("hanke", "fi", *changed)], ledger=ledger))[FI])
    assert {str(one["summary"]): uid.split("@")[0] for uid, one in got.items()} == {
        "Uusi alku": "hanke.fi.milestone-3",
        "Alkaa": "hanke.fi.milestone-1",
        "Loppu": "hanke.fi.milestone-2",
    }


def test_ids_stay_when_the_site_moves() -> None:
    one = meeting("k", ("2031-06-14", None))
    moved = index_of([one], base_url="https://muu.example.net/", ledger=released(index_of([one])))
    assert list(read(files(moved)[FI])) == ["k.fi.meeting-1@example.org"]


@pytest.mark.parametrize("after", [[], [meeting("k", ("2031-06-14T10:00", None), status="withdrawn")]])
def test_what_is_withdrawn_before_its_time_is_cancelled_without_its_words(after: list[object]) -> None:
    before = index_of([project(), meeting("k", ("2031-06-14T10:00", None), name="Salaiseksi jäänyt")])
    gone = index_of([project(), *after], now="2031-06-05T12:00", ledger=released(before))  # type: ignore[list-item]
    made = files(gone)
    assert counted(made) == {"k.fi.meeting-1": (1, "2031-06-05", "CANCELLED")}
    assert counted(made, SV) == {"k.fi.meeting-1": (1, "2031-06-05", "CANCELLED")}
    assert summaries(made["hankkeet/hanke-fi/kalenteri.ics"]) == ["Peruttu"]
    assert not any(b"Salaiseksi" in data for data in made.values())
    still = index_of([project()], now="2031-06-10T12:00", ledger=released(gone))
    assert files(still) == made, "it stays cancelled"
    past = index_of([project()], now="2031-06-15T12:00", ledger=released(still))
    assert not counted(files(past)), "and goes when its time is past"
    back = index_of(
        [project(), meeting("k", ("2031-06-14T10:00", None))], now="2031-06-11T12:00", ledger=released(still)
    )
    assert counted(files(back)) == {"k.fi.meeting-1": (2, "2031-06-11", "CONFIRMED")}


def test_what_was_held_is_not_cancelled_afterwards() -> None:
    before = index_of([meeting("k", ("2031-05-14", None))])
    assert not counted(files(index_of([], ledger=released(before))))


def test_a_replaced_announcement_is_not_cancelled() -> None:
    first = meeting("k1", ("2031-05-14", None), following="2031-09-10")
    second = meeting("k2", ("2031-09-10T09:00", None))
    ledger = released(index_of([first]))
    made = index_of([first, second], ledger=ledger)
    assert set(counted(files(made))) == {"k1.fi.meeting-1", "k2.fi.meeting-1"}
    after = index_of([second], ledger=released(made))
    assert set(counted(files(after))) == {"k2.fi.meeting-1"}, "nor when the one that announced it is gone"


def test_a_translation_takes_the_place_of_the_other_language() -> None:
    ledger = released(index_of([meeting("k", ("2031-06-14", None))]))
    both = [meeting("k", ("2031-06-14", None)), meeting("k", ("2031-06-14", None), language="sv")]
    made = files(index_of(both, ledger=ledger))
    assert set(counted(made)) == {"k.fi.meeting-1"}
    assert set(counted(made, SV)) == {"k.sv.meeting-1"}


def test_an_empty_ledger_begins_at_nought() -> None:
    assert released(index_of([])) == Ledger()
