from plugins.core.documents import Figure, Milestone, WebLink
from plugins.core.site import Contact
from tests.listings.builders import index, meeting, news, pilot, project, view, when


def test_a_pilot_update_tells_where_the_pilot_stands() -> None:
    one = pilot(
        "l1",
        title="X",
        libraries=("Jyväskylä", "Alavus"),
        phase="running",
        start=when("2031-02"),
        end=when("2031-11"),
        next_steps=("Koulutus",),
        figures=(Figure("Vastauksia", "45", 45.0), Figure("Kiinnostuneita", "41", 41.0), Figure("Tila", "hyvä")),
    )
    shown = view(index(one), "pilotit/x/")
    assert (shown.phase, shown.period, shown.libraries) == (
        "running",
        "helmikuu–marraskuu 2031",
        ("Jyväskylä", "Alavus"),
    )
    assert [(one.value, one.share) for one in shown.figures] == [("45", 100), ("41", 91), ("hyvä", None)]
    assert shown.next_steps == ("Koulutus",)


def test_shares_of_nothing_are_nothing() -> None:
    figures = (Figure("a", "0", 0.0), Figure("b", "-3", -3.0))
    assert [one.share for one in view(index(pilot("l1", title="X", figures=figures)), "pilotit/x/").figures] == [0, 0]


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
    assert (shown.hue, shown.short, shown.phase, shown.period) == (2, "Tekoäly", "running", "2. helmikuuta 2031–")
    assert (shown.operator, shown.funder, shown.partners, shown.goals) == ("VAKE", "OKM", ("A",), ("B",))
    assert [(one.name, one.role, one.email) for one in shown.contacts] == [("C", "D", "c@example.org")]
    assert [(one.text, one.href) for one in shown.links] == [("Kurssi", "https://example.com/")]
    assert [(one.title, one.language) for one in shown.news] == [("n2 sv", "sv"), ("n1 fi", None)]
    assert [one.title for one in shown.meetings] == ["m1 fi"]
    assert [one.title for one in shown.pilots] == ["l4 sv", "l3 fi", "l2 fi", "l1 fi"]
    assert [one.label for one in shown.figures] == ["Uusi"]
    assert [(one.title, one.href) for one in shown.feeds] == [("Tekoäly", "../../hankkeet/x/feed.rss")]


def test_one_milestone_is_now() -> None:
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
        ("Kysely", "now", "toukokuu 2031"),
        ("Tapaaminen", "coming", "2. kesäkuuta 2031"),
        ("Koulutus", "coming", "kesäkuu 2031"),
        ("Loppu", "coming", "joulukuu 2031"),
    ]


def test_projects_are_listed_without_dates_or_labels() -> None:
    entry = view(index(project("tekoaly", title="X", date="2031-01-01", summary="Y")), "hankkeet/").entries[0]
    assert (entry.title, entry.date, entry.projects, entry.summary) == ("X", None, (), "Y")
