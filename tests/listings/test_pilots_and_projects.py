from typing import Any

import pytest

from plugins.core.facts import Figure, Library, Milestone, Person, WebLink
from plugins.core.site import Contact
from tests.listings.builders import index, meeting, news, outputs, pilot, project, view, when


def test_a_pilot_update_tells_where_the_pilot_stands() -> None:
    one = pilot(
        "l1",
        title="X",
        libraries=(Library("Jyväskylä", "https://example.com/"), Library("Alavus")),
        phase="running",
        start=when("2031-02"),
        end=when("2031-11"),
        next_steps=("Koulutus",),
        figures=(
            Figure("Vastauksia", "45", 45.0),
            Figure("Kiinnostuneita", "41", 41.0, 45.0, "45"),
            Figure("Tila", "hyvä"),
        ),
    )
    shown = view(index(one), "pilotit/x/")
    assert (shown.phase, shown.period) == ("running", "helmikuu–marraskuu 2031")
    assert [(one.text, one.href) for one in shown.libraries] == [("Jyväskylä", "https://example.com/"), ("Alavus", "")]
    assert [(one.value, one.whole, one.share) for one in shown.figures] == [
        ("45", "", None),
        ("41", "45", 91),
        ("hyvä", "", None),
    ]
    assert shown.next_steps == ("Koulutus",)


def test_a_share_stays_within_its_whole() -> None:
    figures = (Figure("a", "0", 0.0, 9.0, "9"), Figure("b", "-3", -3.0, 9.0, "9"), Figure("c", "12", 12.0, 9.0, "9"))
    shown = view(index(pilot("l1", title="X", figures=figures)), "pilotit/x/").figures
    assert [one.share for one in shown] == [0, 0, 100]


def test_a_project_gathers_what_is_its_own() -> None:
    of = index(
        project(
            "tekoaly",
            title="X",
            short="Tekoäly",
            phase="running",
            start=when("2031-02-02"),
            operator="VAKE",
            funder="OKM",
            partners=("A",),
            goals=("B",),
            contacts=(Contact("C", "D", "c@example.org"),),
            people=(Person("E", "ohjausryhmän puheenjohtaja"),),
            links=(WebLink("Kurssi", "https://example.com/"),),
        ),
        project("muu"),
        news("n1", date="2031-04-01"),
        news("n2", "sv", date="2031-05-01"),
        news("n3", projects=("muu",)),
        meeting("m1"),
        pilot("l1", date="2031-03-01", figures=(Figure("Vanha", "1", 1.0),)),
        pilot("l2", date="2031-04-01", figures=(Figure("Uusi", "2", 2.0),)),
        pilot("l3", date="2031-05-01"),
        pilot("l4", "sv", date="2031-05-02", figures=(Figure("Svar", "3", 3.0),)),
    )
    shown = view(of, "hankkeet/x/")
    assert (shown.hue, shown.short, shown.goals) == (2, "Tekoäly", ("B",))
    assert [(one.name, *one.values) for one in shown.terms] == [
        ("Vaihe", "Käynnissä"),
        ("Toteutusaika", "2. helmikuuta 2031–"),
        ("Toteuttaja", "VAKE"),
        ("Rahoittaja", "OKM"),
        ("Kumppanit", "A"),
    ]
    assert [(one.name, one.role, one.email) for one in shown.contacts] == [("C", "D", "c@example.org")]
    assert [(one.name, one.role) for one in shown.people] == [("E", "Ohjausryhmän puheenjohtaja")]
    assert [(one.text, one.href) for one in shown.links] == [("Kurssi", "https://example.com/")]
    assert [(one.title, one.language) for one in shown.news] == [("n2 sv", "sv"), ("n1 fi", None)]
    assert [one.title for one in shown.meetings] == ["m1 fi"]
    assert [one.title for one in shown.pilots] == ["l4 sv", "l3 fi", "l2 fi", "l1 fi"]
    assert [one.label for one in shown.figures] == ["Uusi"]
    assert [(one.title, one.href) for one in shown.feeds] == [("Tekoäly", "../../hankkeet/x/feed.rss")]


def test_milestones_claim_nothing_that_nobody_said() -> None:
    """The moment is 1.6.2031 at 12.00."""
    milestones = (
        Milestone(when("2031-12"), "Loppu"),
        Milestone(when("2031-02-02"), "Alku", done=True),
        Milestone(when("2031-05"), "Kysely"),
        Milestone(when("2031-06"), "Koulutus"),
        Milestone(when("2031-06-02"), "Tapaaminen"),
    )
    shown = view(index(project("tekoaly", title="X", milestones=milestones)), "hankkeet/x/").milestones
    assert [(one.text, one.state, one.date.text) for one in shown] == [
        ("Alku", "done", "2. helmikuuta 2031"),
        ("Kysely", "planned", "toukokuu 2031"),
        ("Tapaaminen", "coming", "2. kesäkuuta 2031"),
        ("Koulutus", "now", "kesäkuu 2031"),
        ("Loppu", "coming", "joulukuu 2031"),
    ]


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ({"phase": "planned"}, "Suunnitteilla (tilanne\xa014.5.2031)"),
        ({"phase": "planned", "start": when("2031-06")}, "Suunnitteilla"),
        ({"phase": "planned", "milestones": (Milestone(when("2031-06"), "Alku"),)}, "Suunnitteilla"),
        ({"phase": "planned", "start": when("2031-05")}, ""),
        ({"phase": "planned", "milestones": (Milestone(when("2031-05"), "Alku"),)}, ""),
        (
            {"phase": "planned", "milestones": (Milestone(when("2031-05"), "Valmistelu", done=True),)},
            "Suunnitteilla (tilanne\xa014.5.2031)",
        ),
        (
            {"phase": "running", "start": when("2031-05"), "milestones": (Milestone(when("2031-05"), "A"),)},
            "Käynnissä (tilanne\xa014.5.2031)",
        ),
        ({"phase": "running", "updated": "2031-05-20"}, "Käynnissä (tilanne\xa020.5.2031)"),
        ({"phase": "running", "end": when("2031-05-31")}, ""),
        ({"phase": "running", "end": when("2031")}, "Käynnissä"),
        ({"phase": "ended", "end": when("2031-05-31")}, "Päättynyt"),
    ],
)
def test_a_phase_is_claimed_only_while_its_plan_holds(facts: dict[str, Any], shown: str) -> None:
    site = index(project("tekoaly", title="X", **{"date": "2031-05-14", **facts}))
    terms = {one.name: one.values for one in view(site, "hankkeet/x/").terms}
    assert terms.get("Vaihe") == ((shown,) if shown else None)
    assert view(site, "").projects[0].phase == shown


def test_projects_are_listed_with_what_they_are() -> None:
    facts: dict[str, Any] = {
        "contacts": (Contact("A"),),
        "people": (Person("B", "rooli"), Person("A", "toinen")),
        "start": when("2031"),
    }
    row = view(index(project("tekoaly", title="X", date="2031-01-01", summary="Y", **facts)), "hankkeet/").projects[0]
    assert (row.project.name, row.summary, row.period, row.people) == ("X", "Y", "2031–", ("A", "B (rooli)"))


def test_a_hub_leads_to_all_that_a_project_has_told() -> None:
    of = index(
        project("tekoaly", title="X", short="Äly"),
        project("tekoaly", "sv", title="Y"),
        project("muu"),
        *(news(f"n{day:02d}", date=f"2031-0{1 + day // 28}-{1 + day % 28:02d}") for day in range(30)),
        pilot("l1"),
        news("other", projects=("muu",)),
    )
    hub = view(of, "hankkeet/x/")
    assert (len(hub.news), {key: (one.text, one.href) for key, one in hub.more.items()}) == (
        5,
        {"news": ("30", "../../hankkeet/x/uutiset/")},
    )
    page = view(of, "hankkeet/x/uutiset/")
    assert (page.listing, page.name, page.project.name, page.shell.head.title) == (
        "project",
        "news",
        "Äly",
        "Uutiset: Äly – Kirjastohankkeet",
    )
    assert [one.title for one in page.groups] == ["Helmikuu 2031", "Tammikuu 2031"]
    assert len(page.entries) == 20
    assert [(one.text, one.href) for one in page.shell.breadcrumbs] == [
        ("Etusivu", "../../../"),
        ("Hankkeet", "../../../hankkeet/"),
        ("Äly", "../../../hankkeet/x/"),
    ]
    assert page.shell.languages[1].href == "../../../sv/projekt/y/nyheter/"
    assert "hankkeet/x/kokoukset/index.html" not in outputs(of)
    assert [one.text for one in page.shell.menu if one.above] == ["Hankkeet"]
