"""Example views of the calendar's page."""

from collections.abc import Callable
from typing import Any

from plugins.listings import views as v
from tests.theme.example_parts import Say
from tests.theme.shells import SITE, label, shell


def calendar(language: str, say: Say) -> v.CalendarPage:
    """The calendar with everything that can stand in it, made up."""
    title = say("Kalenteri", "Kalender")
    group = say("Esimerkkiryhmä 3/2031", "Exempelgruppen 3/2031")
    coming = (
        v.CalendarMonth(
            "",
            (
                v.Coming(
                    v.Date("2031-02", say("helmi–marraskuu 2031", "februari–november 2031")),
                    say("Digisanomalehdet: pilottijakso", "Digitala tidningar: pilotperiod"),
                    "#pilotti",
                    label(language, "digilehdet"),
                    "pilot",
                ),
            ),
        ),
        v.CalendarMonth(
            say("Kesäkuu 2031", "Juni 2031"),
            (
                v.Coming(
                    v.Date(
                        "2031-06-14T10:00",
                        say("lauantai 14. kesäkuuta klo 10.00–12.00", "lördag 14 juni kl. 10.00–12.00"),
                    ),
                    group,
                    "#kokous",
                    label(language, "tekoaly"),
                    "meeting",
                    place=say("Kirjaston kokoushuone", "Bibliotekets mötesrum"),
                    calendar="kokous/kalenteri.ics",
                ),
            ),
        ),
        v.CalendarMonth(
            say("Syyskuu 2031", "September 2031"),
            (
                v.Coming(
                    v.Date("2031-09-10", say("keskiviikko 10. syyskuuta", "onsdag 10 september")),
                    group,
                    "#",
                    kind="next",
                ),
            ),
        ),
    )
    past = (
        v.CalendarMonth(
            say("Toukokuu 2031", "Maj 2031"),
            (
                v.Coming(
                    v.Date("2031-05", say("toukokuu 2031", "maj 2031")), say("Kysely", "Enkät"), "#", state="planned"
                ),
                v.Coming(
                    v.Date("2031-05-02", say("perjantai 2. toukokuuta", "fredag 2 maj")),
                    say("Hanke alkoi", "Projektet inleddes"),
                    "#",
                    state="done",
                ),
            ),
        ),
    )
    earlier = (v.CalendarYear("2029", past),)
    files = (
        v.FeedChoice(SITE[language], "https://example.org/hankkeet/kalenteri.ics", "kalenteri.ics", "text/calendar"),
    )
    return v.CalendarPage(shell(language, title, title), coming, past, earlier, files)


MAKERS: dict[str, Callable[[str, Say], Any]] = {"calendar": calendar}
