"""Example views of every page, in Finnish and in Swedish: facts where there are facts, otherwise openly made up."""

import json
from collections.abc import Callable
from typing import Any

from plugins.listings import views as v
from tests.theme import calendar_pages, fact_pages, search_pages, workbench_pages
from tests.theme.example_parts import Say, entries, head
from tests.theme.shells import SITE, TAGLINE, label, shell


def pages(language: str) -> dict[str, Any]:
    """Give an example view of every page kind, and of the cases that look different, by name."""
    return {name: make(language, _say(language)) for name, make in MAKERS.items()}


def _say(language: str) -> Say:
    return lambda fi, sv: fi if language == "fi" else sv


def home(language: str, say: Say) -> v.HomePage:
    """The front page."""
    all_entries = entries(language, say)
    rows = (
        (
            "tekoaly",
            say("Käynnissä", "Pågår"),
            say(
                "Henkilöstön tekoälyosaaminen ja toimintamallit asiakkaiden palveluihin.",
                "Personalens AI-kompetens och verksamhetsmodeller för tjänster till kunderna.",
            ),
            (all_entries[0], all_entries[3], all_entries[2]),
        ),
        (
            "arkkitehtuuri",
            say("Suunnitteilla (tilanne 16.2.2026)", "Planeras (läget 16.2.2026)"),
            say(
                "Koko kirjastosektorille yhteinen viitearkkitehtuuri, jota VAKE ja Kansalliskirjasto vievät eteenpäin.",
                "En referensarkitektur för hela bibliotekssektorn, som VAKE och Nationalbiblioteket för framåt.",
            ),
            (all_entries[1],),
        ),
        (
            "digilehdet",
            say("Käynnissä", "Pågår"),
            say(
                "Digitoidut sanomalehdet kolmen pilottikirjaston asiakaspäätteille.",
                "Digitaliserade tidningar på kundterminalerna i tre pilotbibliotek.",
            ),
            (all_entries[3], all_entries[2]),
        ),
    )
    return v.HomePage(
        shell(language, SITE[language], at_home=True),
        tuple(v.ProjectRow(label(language, key), summary, phase, latest) for key, phase, summary, latest in rows),
        (
            v.Coming(
                v.Date("2026-03-12", say("12. maaliskuuta 2026", "12 mars 2026")),
                say("Suunnitelmat esitellään AKE-linjalla", "Planerna presenteras på AKE-linja"),
                "#ake-linja",
                label(language, "tekoaly"),
                "meeting",
            ),
            v.Coming(
                v.Date("2026-03", say("maaliskuu 2026", "mars 2026")),
                say("Pilotti käynnistyy", "Piloten börjar"),
                "#alku",
                label(language, "digilehdet"),
            ),
            v.Coming(
                v.Date("2026", "2026"),
                say(
                    "Keskustelu jatkuu Digimen vuosikokouksessa syksyllä",
                    "Diskussionen fortsätter på Digimes årsmöte i höst",
                ),
                "#digime",
                label(language, "arkkitehtuuri"),
            ),
        ),
        all_entries,
        tuple(
            v.Anchor(text, "#")
            for text in (
                say("Kaikki uutiset", "Alla nyheter"),
                say("Kaikki kokoukset", "Alla möten"),
                say("Kaikki pilottien kuulumiset", "Allt om piloterna"),
            )
        ),
    )


def listing(language: str, say: Say) -> v.ListingPage:
    """The second page of a section's listing."""
    numbers = tuple(v.Anchor(str(number), f"#{number}", current=number == 2) for number in range(1, 4))
    return v.ListingPage(
        shell(
            language,
            say("Uutiset, sivu 2", "Nyheter, sida 2"),
            say("Uutiset", "Nyheter"),
            address=say("uutiset/", "nyheter/"),
        ),
        "section",
        "news",
        (
            v.EntryGroup(say("Helmikuu 2026", "Februari 2026"), entries(language, say)[:2]),
            v.EntryGroup(say("Tammikuu 2026", "Januari 2026"), entries(language, say)[2:]),
        ),
        v.Pagination(2, 3, numbers, numbers[0], numbers[2]),
        (v.Anchor("2026", "#2026"), v.Anchor("2025", "#2025")),
        tuple(
            v.Anchor(tag, f"#{tag}")
            for tag in say(
                "kyselyt osaaminen sanomalehdet tietohallintoyhteistyö",
                "enkäter kompetens tidningar bibliotekssamarbete",
            ).split()
        ),
    )


def tag(language: str, say: Say) -> v.ListingPage:
    """Everything on a topic, on one page."""
    name = say("osaaminen", "kompetens")
    return v.ListingPage(
        shell(language, name, name), "tag", name, (v.EntryGroup("", entries(language, say)),), v.Pagination(1, 1, ())
    )


def projects(language: str, say: Say) -> v.ProjectsPage:
    """All projects, one of which has ended."""
    name, rows = say("Hankkeet", "Projekt"), home(language, say).projects
    return v.ProjectsPage(shell(language, name, name, address=say("hankkeet/", "projekt/")), rows[:-1], rows[-1:])


def actions(language: str, say: Say) -> v.ActionsPage:
    """What meetings of a project have given to do and decided."""
    name = say("Toimenpiteet ja päätökset", "Åtgärder och beslut")
    meeting = v.Anchor(say("14. toukokuuta 2031", "14 maj 2031"), "#meeting")
    what = say("Lähetetään kysely kirjastoille", "Enkäten skickas till biblioteken")
    return v.ActionsPage(
        shell(language, name, name),
        label(language, "digilehdet"),
        (v.ActionRow(what, "Maija Mallikas", "31.5.2031", is_done=False, meeting=meeting),),
        (v.ActionRow(say("Varataan sali", "Salen bokas"), "", "", is_done=True, meeting=meeting),),
        (v.DecisionGroup(meeting, (say("Kysely lähetetään.", "Enkäten skickas."),)),),
    )


def empty(language: str, say: Say) -> v.ListingPage:
    """A section without anything in it."""
    return v.ListingPage(
        shell(language, say("Kokoukset", "Möten"), say("Kokoukset", "Möten")),
        "section",
        "meetings",
        (),
        v.Pagination(1, 1, ()),
    )


def news(language: str, say: Say) -> v.NewsPage:
    """A news item with everything that a body can hold."""
    title = say("Kysely tekoälyosaamisesta lähtee kirjastoihin", "Enkät om AI-kompetens går ut till biblioteken")
    summary = say(
        "Alkukartoitus kertoo, mitä yleisten kirjastojen henkilöstö jo osaa tekoälystä ja missä tukea tarvitaan.",
        "Kartläggningen visar vad de allmänna bibliotekens personal redan kan om AI och var det behövs stöd.",
    )
    data = json.dumps({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title + " </script> & co"})
    contents = (
        (
            v.TocEntry(2, "miksi", "Miksi kysely tehdään"),
            v.TocEntry(2, "kirjastot", "Kirjastot ja aineistot"),
            v.TocEntry(3, "taulukko", "Esimerkkitaulukko"),
            v.TocEntry(3, "tehtavat", "Mitä kirjasto tekee"),
        )
        if language == "fi"
        else (
            v.TocEntry(2, "varfor", "Varför enkäten görs"),
            v.TocEntry(2, "vad", "Vad biblioteket gör"),
            v.TocEntry(2, "sedan", "Vad som händer sedan"),
        )
    )
    return v.NewsPage(
        shell(
            language,
            title,
            say("Uutiset", "Nyheter"),
            title,
            address=say("uutiset/kysely/", "nyheter/enkat/"),
            description=summary,
            kind="article",
            data=data,
        ),
        head(
            language,
            "news",
            title,
            summary,
            "tekoaly",
            updated=v.Date("2026-02-20", "20.2.2026"),
            tags=(v.Anchor(say("kyselyt", "enkäter"), "#t1"), v.Anchor(say("osaaminen", "kompetens"), "#t2")),
            contents=contents,
        ),
        v.Prose(f"news.{language}"),
        entries(language, say)[1:3],
    )


def untranslated(language: str, say: Say) -> v.NewsPage:
    """A news item that exists in one language only, with a picture and a very long word in its title."""
    title = say(
        "Kirjastojärjestelmähankintakilpailutusvalmistelu (esimerkki)",
        "Upphandlingsförberedelsearbetsgruppen (exempel)",
    )
    picture = v.PictureView(
        "example.svg",
        "example.svg 480w, example.svg 960w",
        "91vw",
        960,
        540,
        say("Kolme sisäkkäistä kaarta", "Tre bågar inuti varandra"),
        say("Kaiku näkyväksi piirrettynä.", "Ekot ritat så att det syns."),
        say("Kaiku (esimerkki)", "Kaiku (exempel)"),
    )
    return v.NewsPage(
        shell(language, title, say("Uutiset", "Nyheter"), title, translated=False),
        head(
            language,
            "news",
            title,
            say("Esimerkki pitkästä sanasta.", "Ett exempel på ett långt ord."),
            "digilehdet",
            versions=(),
            image=picture,
        ),
        v.Prose(f"pilot.{language}"),
    )


def standing(language: str, say: Say) -> v.StandingPage:
    """A standing page."""
    title = say("Tietoa sivustosta", "Om webbplatsen")
    return v.StandingPage(
        shell(language, title, title, address=say("tietoa-sivustosta/", "om-webbplatsen/")),
        head(language, "pages", title, TAGLINE[language], published=None),
        v.Prose(f"standing.{language}"),
        v.ShownSettings(
            ("operator", "contact", "accessibility", "privacy"),
            say("Esimerkkikirjasto", "Exempelbiblioteket"),
            "",
            "hankkeet@esimerkki.example",
            "palaute@esimerkki.example",
            v.Date("2031-05-14", say("14. toukokuuta 2031", "14 maj 2031")),
            "self",
            (say("Osasta kuvia puuttuu kuvateksti.", "Bildtext saknas för en del bilder."),),
            say("Esimerkkikirjasto", "Exempelbiblioteket"),
            "",
            "",
            "",
            "",
            "",
        ),
    )


def redirect(language: str, say: Say) -> v.RedirectPage:
    """An earlier address of a page."""
    title = say("Sivu on siirtynyt", "Sidan har flyttats")
    return v.RedirectPage(shell(language, title, title), v.Anchor(say("Alkukartoitus", "Kartläggning"), "#_content"))


def notice(language: str, say: Say) -> v.NoticePage:
    """The address of a page that was withdrawn."""
    title = say("Sivu on poistettu", "Sidan har tagits bort")
    return v.NoticePage(shell(language, title, title), v.Anchor(say("Uutiset", "Nyheter"), "#_content"))


MAKERS: dict[str, Callable[[str, Say], Any]] = {
    "home": home,
    "listing": listing,
    "projects": projects,
    "actions": actions,
    "tag": tag,
    "empty": empty,
    "news": news,
    "untranslated": untranslated,
    "standing": standing,
    "redirect": redirect,
    "notice": notice,
    **fact_pages.MAKERS,
    **calendar_pages.MAKERS,
    **search_pages.MAKERS,
    **workbench_pages.MAKERS,
}
