"""Example views of the pages that are made of facts: meetings, pilot updates, projects, and the site's own pages."""

import json
from collections.abc import Callable
from typing import Any

from plugins.core.projects import Term
from plugins.listings import views as v
from tests.theme.example_parts import Say, entries, head
from tests.theme.shells import SITE, label, shell


def minutes(language: str, say: Say) -> v.MeetingPage:
    """Minutes with every fact that a meeting can have, made up."""
    title = say("Esimerkkiryhmän kokous 3/2031", "Exempelgruppens möte 3/2031")
    contents = (
        (
            "1. Kokouksen avaus",
            "2. Pilotin käynnistäminen",
            "3. Viestintä",
            "4. Toimenpiteet",
            "5. Kokouksen päättäminen",
        )
        if language == "fi"
        else ("1. Mötet öppnas", "2. Piloten inleds", "3. Åtgärder")
    )
    people = (
        v.AttendanceGroup(
            say("Pysyvät edustajat", "Ständiga representanter"),
            ("Maija Mallikas (Esimerkkilä)", "Esa Esimerkki (Mallila)", "Åsa Exempelström (Exempelby)"),
        ),
        v.AttendanceGroup(
            say("Asiantuntijat", "Sakkunniga"), ("Örjan Östman-Esimerkki, Esimerkkilän kaupunginkirjasto",)
        ),
    )
    return v.MeetingPage(
        shell(language, title, say("Kokoukset", "Möten"), title, kind="article"),
        head(
            language,
            "meetings",
            title,
            say(
                "Esimerkkipöytäkirja: keksityt nimet ja päätökset.",
                "Ett exempelprotokoll: namnen och besluten är påhittade.",
            ),
            "digilehdet",
            contents=tuple(v.TocEntry(2, str(number), text) for number, text in enumerate(contents, 1)),
            tags=(v.Anchor(say("ohjausryhmä", "styrgrupp"), "#ohjausryhma"),),
        ),
        v.Prose(f"meeting.{language}"),
        "minutes",
        say("Esimerkkiryhmä", "Exempelgruppen"),
        "3/2031",
        (
            v.Date("2031-05-14T10:00", say("14. toukokuuta 2031 klo 10.00–12.00", "14 maj 2031 kl. 10.00–12.00")),
            v.Date("2031-05-15T09:00", say("15. toukokuuta 2031 klo 9.00–11.30", "15 maj 2031 kl. 9.00–11.30")),
        ),
        say("Kirjaston kokoushuone", "Bibliotekets mötesrum"),
        say("Maija Mallikas, Esimerkkilän kaupunginkirjasto", "Maija Mallikas, Esimerkkilän kaupunginkirjasto"),
        say("Esa Esimerkki, Mallilan kirjasto", "Esa Esimerkki, Mallilan kirjasto"),
        people,
        (v.AttendanceGroup("", ("Nimi Nimetön (Mallila)",)),),
        (
            v.Download(say("Esitys lehtivalikoimasta", "Presentation av tidningsurvalet"), "#pdf", "PDF", "1,2 Mt"),
            v.Download(say("Tekoälyn perusteet -kurssi", "Kursen Tekoälyn perusteet"), "#liboppi"),
        ),
        v.Date("2031-09-10T09:00", say("10. syyskuuta 2031 klo 9.00", "10 september 2031 kl. 9.00")),
    )


def coming_meeting(language: str, say: Say) -> v.MeetingPage:
    """A meeting to come: only what is known beforehand."""
    title = say("Suunnitelmat esitellään AKE-linjalla", "Planerna presenteras på AKE-linja")
    return v.MeetingPage(
        shell(language, title, say("Kokoukset", "Möten"), title),
        head(
            language,
            "meetings",
            title,
            say("Tekoälyhankkeen suunnitelmat esitellään maaliskuussa.", "AI-projektets planer presenteras i mars."),
            "tekoaly",
        ),
        v.Prose(f"standing.{language}"),
        "coming",
        "AKE-linja",
        "",
        (v.Date("2026-03-12", say("12. maaliskuuta 2026", "12 mars 2026")),),
        say("Etänä", "På distans"),
        "",
        "",
        (),
        (),
        (),
        None,
    )


def pilot(language: str, say: Say) -> v.PilotPage:
    """A pilot update with figures."""
    title = say("Pilotti käynnistyy kolmessa kirjastossa", "Piloten börjar i tre bibliotek")
    return v.PilotPage(
        shell(language, title, say("Pilotit", "Piloter"), title, kind="article"),
        head(
            language,
            "pilots",
            title,
            say(
                "Jyväskylä, Alavus ja Mikkeli kokeilevat digitoituja sanomalehtiä asiakaspäätteillä.",
                "Jyväskylä, Alavo och S:t Michel prövar digitaliserade tidningar på kundterminaler.",
            ),
            "digilehdet",
        ),
        v.Prose(f"pilot.{language}"),
        (
            v.Anchor(say("Jyväskylän kaupunginkirjasto", "Jyväskylä stadsbibliotek"), "https://kirjasto.example/"),
            v.Anchor(say("Alavuden kaupunginkirjasto", "Alavo stadsbibliotek"), ""),
            v.Anchor(say("Mikkelin seutukirjasto", "biblioteket i S:t Michel (Mikkelin seutukirjasto)"), ""),
        ),
        "preparation",
        say("helmi–maaliskuu 2026–", "februari–mars 2026–"),
        (
            v.FigureView(say("vastausta kyselyyn", "svar på enkäten"), "45", None),
            v.FigureView(say("kiinnostunutta aineistosta", "intresserade av materialet"), "41", 91, "45"),
            v.FigureView(say("ilmoittautui pilottiin", "anmälde sig till piloten"), "9", None),
        ),
        (
            say(
                "Jyväskylään palkataan osa-aikainen projektityöntekijä.",
                "Jyväskylä anställer en projektarbetare på deltid.",
            ),
            say(
                "Hankkeen tiedot tulevat Kirjastot.fi-sivustolle.", "Uppgifter om projektet läggs ut på Biblioteken.fi."
            ),
        ),
    )


def project(language: str, say: Say) -> v.ProjectPage:
    """A project's hub with everything on it."""
    title = say("Digisanomalehtipilotti", "Pilotprojektet för digitala tidningar")
    items = entries(language, say)
    return v.ProjectPage(
        shell(language, title, say("Hankkeet", "Projekt"), title),
        head(
            language,
            "projects",
            title,
            say(
                "Pilotissa kokeillaan, miten asiakkaat lukevat Kansalliskirjaston digitoimia paikallislehtiä.",
                "Här prövas hur kunderna läser de lokaltidningar som Nationalbiblioteket har digitaliserat.",
            ),
        ),
        v.Prose(f"project.{language}"),
        3,
        label(language, "digilehdet").name,
        (
            Term(say("Vaihe", "Fas"), (say("Käynnissä", "Pågår"),)),
            Term(say("Toteutusaika", "Projekttid"), (say("helmikuu 2026–", "februari 2026–"),)),
            Term(
                say("Toteuttaja", "Genomförs av"),
                (say("Jyväskylän kaupunginkirjasto (päähakija)", "Jyväskylä stadsbibliotek (huvudsökande)"),),
            ),
            Term(say("Kumppanit", "Partner"), (say("Kansalliskirjasto", "Nationalbiblioteket"), "Kopiosto", "VAKE")),
        ),
        (v.PersonView("Maija Mallikas", say("Ohjausryhmän puheenjohtaja", "Styrgruppens ordförande")),),
        (
            say(
                "Selvittää, millaista kysyntää digitoiduilla paikallislehdillä on.",
                "Att ta reda på efterfrågan på digitaliserade lokaltidningar.",
            ),
            say(
                "Selvittää, mitä opastusta ja markkinointia aineisto vaatii.",
                "Att ta reda på vilken handledning och marknadsföring materialet kräver.",
            ),
        ),
        (
            v.ContactView(
                "Maija Mallikas", say("esimerkkihenkilö", "exempelperson"), "maija.mallikas@esimerkki.example"
            ),
            v.ContactView("", say("hankkeen posti", "projektets e-post"), "hanke@esimerkki.example"),
        ),
        (
            v.MilestoneView(
                v.Date("2024-11-13", "13.11.2024"), say("YKN keskustelee tarpeesta", "YKN diskuterar behovet"), "done"
            ),
            v.MilestoneView(
                v.Date("2025", say("kevät 2025", "våren 2025")),
                say("Kiinnostus kartoitetaan", "Intresset kartläggs"),
                "done",
            ),
            v.MilestoneView(
                v.Date("2026-02", say("helmi–maaliskuu 2026", "februari–mars 2026")),
                say("Pilotti käynnistyy", "Piloten börjar"),
                "now",
            ),
            v.MilestoneView(
                v.Date("2026-12", say("joulukuu 2026", "december 2026")),
                say("Kokemukset kootaan (esimerkki)", "Erfarenheterna samlas in (exempel)"),
                "coming",
            ),
        ),
        (v.Anchor("Digi.kansalliskirjasto.fi", "https://digi.kansalliskirjasto.fi/"),),
        items[:1],
        items[1:2],
        items[3:],
        {"news": v.Anchor("7", "#news")},
        v.Anchor(say("Toimenpiteet ja päätökset", "Åtgärder och beslut"), "#actions"),
        (
            v.FigureView(say("vastausta kyselyyn", "svar på enkäten"), "45", 100),
            v.FigureView(say("ilmoittautui pilotiksi", "anmälde sig som pilot"), "9", 20),
            v.FigureView(say("pilottikirjastoa", "pilotbibliotek"), "3", 7),
        ),
        (feed(say("Digisanomalehtipilotti", "Digitala tidningar"), "feed"),),
    )


def subscribe(language: str, say: Say) -> v.SubscribePage:
    """The feeds for people."""
    title = say("Tilaa", "Prenumerera")
    return v.SubscribePage(
        shell(language, title, title, address=say("tilaa/", "prenumerera/")),
        (feed(SITE[language], "feed"),),
        (
            feed(say("Uutiset", "Nyheter"), "a"),
            feed(say("Kokoukset", "Möten"), "b"),
            feed(say("Pilottien kuulumiset", "Läget i piloterna"), "c"),
        ),
        tuple(feed(label(language, key).name, key) for key in ("tekoaly", "arkkitehtuuri", "digilehdet")),
    )


def feed(title: str, name: str) -> v.FeedChoice:
    """A feed to choose."""
    others = (v.Anchor("Atom", f"{name}.atom"), v.Anchor("JSON Feed", f"{name}.json"))
    return v.FeedChoice(title, f"https://example.org/hankkeet/{name}.rss", f"{name}.rss", "application/rss+xml", others)


def not_found(language: str, say: Say) -> v.NotFoundPage:
    """The page for addresses that lead nowhere."""
    other = "sv" if language == "fi" else "fi"
    return v.NotFoundPage(
        shell(language, say("Sivua ei löytynyt", "Sidan hittades inte"), data=json.dumps({})),
        (v.Anchor(say("Uutiset", "Nyheter"), "#uutiset"), v.Anchor(say("Kokoukset", "Möten"), "#kokoukset")),
        (v.Anchor("svenska" if other == "sv" else "suomi", "#other", language=other),),
    )


def notice(language: str, say: Say) -> v.NoticePage:
    """An address whose document has been withdrawn."""
    title = say("Sivu on poistettu", "Sidan har tagits bort")
    return v.NoticePage(shell(language, title, title), v.Anchor(say("Uutiset", "Nyheter"), "#uutiset"))


def redirect(language: str, say: Say) -> v.RedirectPage:
    """An earlier address of a document."""
    title = say("Sivu on siirtynyt", "Sidan har flyttats")
    # A real one leads elsewhere at once; this one stays where it can be looked at.
    return v.RedirectPage(shell(language, title), v.Anchor(say("Uusi sivu", "Den nya sidan"), "#uusi"))


MAKERS: dict[str, Callable[[str, Say], Any]] = {
    "minutes": minutes,
    "coming-meeting": coming_meeting,
    "pilot": pilot,
    "project": project,
    "subscribe": subscribe,
    "not-found": not_found,
    "notice": notice,
    "redirect": redirect,
}
