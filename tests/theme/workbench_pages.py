"""Example views of the workbench: its list with a page that is to be updated, a block, and one that no format holds."""

from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from plugins.listings.views import Anchor, Date, Pagination
from plugins.workbench import change_views as c
from plugins.workbench import views as w
from tests.theme.example_parts import Say
from tests.theme.shells import label, shell

TODAY, BEFORE = Date("2026-03-12", "12.3.2026"), Date("2026-02-16", "16.2.2026")


def blocks(language: str, say: Say) -> w.BlocksPage:
    """The first page of the list."""
    name, title = say("Lohkot", "Block"), _title(say)
    project = label(language, "tekoaly")
    other = Anchor(say("svenska", "suomi"), "#other", language=say("sv", "fi"))
    line = w.BlockLine(
        "kysely",
        title,
        None,
        "#kysely",
        say("Uutinen", "Nyhet"),
        BEFORE,
        (other,),
        2,
        "",
        "basic",
        "3f9a1c0b7d2e",
        "1 kt",
    )
    alone = w.BlockLine("muu", "Annat", say("sv", "fi"), "#muu", say("Uutinen", "Nyhet"), None, (), 0, "", "basic")
    places = (_place(language, title, "stale"), _place(language, title, "damaged"), _place(language, title, "check"))
    page = w.PlacePage("https://example.org/x", "example.org/x", "https://example.org/node/1/edit", places)
    pages = (Anchor("1", "#1", current=True), Anchor("2", "#2"))
    return w.BlocksPage(
        shell=shell(language, name, name, address="blocks/"),
        number=1,
        total=52,
        index="index.json",
        groups=(w.LineGroup(project, (line,)), w.LineGroup(None, (alone,))),
        pagination=Pagination(1, 2, pages, None, pages[1]),
        pages=(page,),
        placed=3,
        more=2,
    )


def block(language: str, say: Say) -> w.BlockPage:
    """A block that stands on a page and has changed."""
    title, text = _title(say), say("Kysely kertoo, missä tukea tarvitaan.", "Enkäten visar var det behövs stöd.")
    html = (
        f'<h2 id="kaiku-kysely-{language}">{title}</h2>\n\n<p lang="{language}">{text}</p>\n\n'
        f'<p lang="{language}">{say("Lähde", "Källa")}: <a hreflang="{language}" href="https://example.org/kysely/'
        f'#kaiku=kysely;l={language};p=basic;v=3f9a1c0b7d2e">{title}</a></p>\n'
    )
    told = c.BlockChange(
        "told",
        (
            c.ChangedLine("heading", pieces=(c.ChangedPiece("same", title),)),
            c.ChangedLine("gone", gone=(c.Gone("sentence", 2), c.Gone("item", 1))),
            c.ChangedLine("paragraph", pieces=(c.ChangedPiece("changed", text),)),
            c.ChangedLine("fold", folded=12),
            c.ChangedLine("item", pieces=(c.ChangedPiece("linked", title, (Anchor(title, "https://example.org/x"),)),)),
        ),
        c.Totals(changed=1, gone=3, linked=1),
    )
    files = (
        w.BlockFile("basic", "fragment.html", "1 kt", ("hr",)),
        w.BlockFile("restricted"),
        w.BlockFile("full", "#full", "1 kt"),
    )
    places = (w.PlacePage("https://example.org/x", "example.org/x", "", (_place(language, title, "edited"),)),)
    return w.BlockPage(
        shell=shell(language, title, title, address="blocks/kysely/"),
        id="kysely",
        title=title,
        kind=say("Uutinen", "Nyhet"),
        level=2,
        url="#sivu",
        projects=(label(language, "tekoaly"),),
        languages=(Anchor(say("svenska", "suomi"), "#other", language=say("sv", "fi")),),
        exhibit=w.Exhibit("", "basic", ()),
        places=places,
        v="3f9a1c0b7d2e",
        since=TODAY,
        earlier=(BEFORE,),
        change=told,
        html=Markup(html),  # noqa: S704 - written above
        deepest=5,
        files=files,
        images=(Anchor(say("Asiakaspääte", "Kundterminal"), "#kuva"),),
    )


def unfit_block(language: str, say: Say) -> w.BlockPage:
    """A block that no editor's format holds."""
    title = say("Koehanke", "Provprojekt")
    return w.BlockPage(
        shell=shell(language, title, title, address="blocks/esittely/"),
        id="esittely",
        title=title,
        kind=say("Hankkeen esittely", "Projektpresentation"),
        level=2,
        url="#sivu",
        projects=(),
        languages=(),
        exhibit=w.Exhibit("", "basic", ()),
        places=(),
        files=(w.BlockFile("basic"),),
    )


def _title(say: Say) -> str:
    return say("Kysely tekoälyosaamisesta lähtee kirjastoihin", "Enkät om AI-kompetens går ut till biblioteken")


def _place(language: str, title: str, state: str) -> w.BlockPlace:
    return w.BlockPlace("kysely", title, language, None, "#kysely", "", "basic", "#basic", date=TODAY, state=state)


MAKERS: dict[str, Callable[[str, Say], Any]] = {"blocks": blocks, "block": block, "unfit-block": unfit_block}
