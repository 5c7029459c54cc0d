import json

import pytest

from plugins.core.documents import ContentFile
from plugins.core.facts import Attachment, Attendance
from plugins.core.site import Localized
from tests.listings.builders import index, meeting, session, site, view, when


def test_the_facts_are_written_out() -> None:
    shown = view(
        index(
            meeting(
                "m1",
                title="X",
                kind="minutes",
                name="Ohjausryhmä",
                number="3/2031",
                sessions=(session("2031-05-14T10:00", "2031-05-14T12:00"), session("2031-05-15")),
                place="Kirjasto",
                mode="hybrid",
                chair="A",
                secretary="B",
                present=(Attendance("Edustajat", ("C", "D")), Attendance("Asiantuntijat", ())),
                next=when("2031-09-10T09:00"),
            )
        ),
        "kokoukset/x/",
    )
    assert (shown.kind, shown.name, shown.number) == ("minutes", "Ohjausryhmä", "3/2031")
    assert shown.place == "Kirjasto, paikan päällä ja etänä"
    assert (shown.chair, shown.secretary) == ("A", "B")
    assert [one.text for one in shown.sessions] == ["14. toukokuuta 2031 klo\xa010.00–12.00", "15. toukokuuta 2031"]
    assert [(one.group, one.people) for one in shown.present] == [("Edustajat", ("C", "D"))]
    assert (shown.next.iso, shown.next.text) == ("2031-09-10T09:00", "10. syyskuuta 2031 klo\xa09.00")


@pytest.mark.parametrize(
    ("sessions", "kind"),
    [
        (("2031-06-01T12:01",), "coming"),
        (("2031-06-01T12:00",), "notes"),
        (("2031-05-01", "2031-07-01"), "notes"),
        (("2031-06-02", "2031-07-01"), "coming"),
    ],
)
def test_a_meeting_is_coming_while_all_of_it_lies_ahead(sessions: tuple[str, ...], kind: str) -> None:
    of = index(meeting("m1", title="X", sessions=tuple(session(start) for start in sessions)))
    assert view(of, "kokoukset/x/").kind == kind
    assert view(of, "kokoukset/").entries[0].kind == kind


@pytest.mark.parametrize(
    ("sessions", "held"),
    [
        ((("2031-05-14T10:00", "2031-05-14T12:00"),), "onsdag 14\xa0maj kl.\xa010.00–12.00"),
        (
            (("2031-05-14T10:00", None), ("2031-05-15T10:00", "2031-05-15T12:00")),
            "onsdag 14\xa0maj kl.\xa010.00; torsdag 15\xa0maj kl.\xa010.00–12.00",
        ),
        ((("2031-05-14", None), ("2031-06-10", None)), "onsdag 14\xa0maj; tisdag 10\xa0juni"),
        (
            (("2031-05-14T09:00", None), ("2031-05-14T13:00", None)),
            "onsdag 14\xa0maj kl.\xa09.00; onsdag 14\xa0maj kl.\xa013.00",
        ),
    ],
)
def test_a_list_tells_when_a_meeting_is_held(sessions: tuple[tuple[str, str | None], ...], held: str) -> None:
    of = index(meeting("m1", sessions=tuple(session(*one) for one in sessions)))
    entry = view(of, "sv/moten/", "sv").entries[0]
    assert (entry.session, entry.language) == (held, "fi")


@pytest.mark.parametrize(
    ("place", "mode", "said"),
    [("", "remote", "etänä"), ("Sali", "hybrid", "Sali, paikan päällä ja etänä"), ("Sali", "", "Sali")],
)
def test_a_list_tells_where_within_its_line(place: str, mode: str, said: str) -> None:
    """Only on a line of its own, as on the meeting's page, the way of taking part begins with a capital letter."""
    of = index(meeting("m1", title="X", sessions=(session("2031-05-14"),), place=place, mode=mode))
    assert view(of, "kokoukset/").entries[0].session == f"keskiviikko 14.\xa0toukokuuta, {said}"
    assert view(of, "kokoukset/x/").place == said[0].upper() + said[1:]


def test_attachments_tell_their_kind_and_size() -> None:
    files = [ContentFile("files/esitys.pdf", 1_234_567, "d1"), ContentFile("files/lue minut", 12, "d2")]
    attachments = (
        Attachment("Esitys", file="files/esitys.pdf"),
        Attachment("Ohje", file="files/lue minut"),
        Attachment("Muualla", url="https://example.com/"),
        Attachment("Kadonnut", file="files/ei.pdf"),
    )
    shown = view(index(meeting("m1", title="X", attachments=attachments), files=files), "kokoukset/x/").attachments
    assert [(one.title, one.href, one.media, one.size) for one in shown] == [
        ("Esitys", "../../files/esitys.pdf", "PDF", "1,2\xa0Mt"),
        ("Ohje", "../../files/lue%20minut", "", "1\xa0kt"),
        ("Muualla", "https://example.com/", "", ""),
    ]


def test_search_engines_hear_of_an_event() -> None:
    one = meeting(
        "m1", title="X", place="</script>", mode="remote", sessions=(session("2031-05-14T10:00"), session("2031-05-15"))
    )
    written = view(index(one, of=site(operator=Localized(common="VAKE"))), "kokoukset/x/").shell.head.structured_data
    assert "<" not in written
    event = json.loads(written)["@graph"][0]
    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "2031-05-14T10:00+03:00", "2031-05-15")
    assert event["location"] == {"@type": "Place", "name": "</script>"}
    assert event["organizer"]["name"] == "VAKE"
    assert event["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")


def test_meetings_to_come_stand_by_themselves_and_others_by_their_own_day() -> None:
    """The moment is 1.6.2031 at 12.00."""
    of = index(
        meeting("m1", date="2031-05-20", sessions=(session("2031-03-01"),)),
        meeting("m2", date="2031-05-01", sessions=(session("2031-04-09T09:00", "2031-04-09T11:00"),), place="Sali"),
        meeting("m3", date="2031-05-30", sessions=(session("2031-09-01"),)),
        meeting("m4", date="2031-05-02", sessions=(session("2031-06-10"),)),
    )
    groups = view(of, "kokoukset/").groups
    assert [(one.title, [entry.title for entry in one.entries]) for one in groups] == [
        ("Tulevat kokoukset", ["m4 fi", "m3 fi"]),
        ("Huhtikuu 2031", ["m2 fi"]),
        ("Maaliskuu 2031", ["m1 fi"]),
    ]
    held = groups[1].entries[0]
    assert (held.date.iso, held.date.text) == ("2031-04-09T09:00", "9.4.2031")
    assert held.session == "keskiviikko 9.\xa0huhtikuuta klo\xa09.00–11.00, Sali"


def test_a_meeting_leads_to_those_before_and_after_it() -> None:
    of = index(
        meeting(
            "m1", title="A", name="Ryhmä", number="1/2031", sessions=(session("2031-03-01"),), next=when("2031-04-01")
        ),
        meeting(
            "m2", title="B", name="ryhmä ", number="2/2031", sessions=(session("2031-04-02"),), next=when("2031-09-09")
        ),
        meeting("m3", title="C", name="Toinen", sessions=(session("2031-03-15"),)),
    )
    first, second, other = (view(of, f"kokoukset/{one}/") for one in "abc")
    assert first.previous_one is None
    assert (first.next, first.next_one.text, first.next_one.href) == (
        None,
        "2/2031, 2. huhtikuuta 2031",
        "../../kokoukset/b/",
    )
    assert (second.previous_one.text, second.next_one) == ("1/2031, 1. maaliskuuta 2031", None)
    assert second.next.text == "9. syyskuuta 2031"
    assert (other.previous_one, other.next_one) == (None, None)
