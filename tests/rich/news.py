"""Sixty news items over three years: with and without pictures, in both languages or in one, some of several projects."""

from typing import Any

from tests.rich.bodies import FINNISH, SWEDISH
from tests.rich.projects import NAMES
from tests.rich.sources import LANGUAGES, Sources, days_ago, source

COUNT = 60

TITLES = (
    ("Kysely henkilöstön osaamisesta lähtee kirjastoihin", "Enkäten om personalens kompetens går ut till biblioteken"),
    ("Kirjastojärjestelmäarkkitehtuurin kehittämistyöryhmän väliraporttiluonnos kommentoitavana lausuntopalvelussa",
     "Utkastet till delrapport från arbetsgruppen för bibliotekssystemarkitektur kan kommenteras i utlåtandetjänsten"),
    ("Verkkokurssi -kokeilu alkaa", "Försöket med en nätkurs börjar"),
    ("Työpajat kiertävät yhdeksällä alueella", "Verkstäderna besöker nio områden"),
    ("Lainausautomaatit puhuvat nyt kahta kieltä", "Utlåningsautomaterna talar nu två språk"),
    ("Lukupiiri", "Läsecirkel"),
    ("Asiakkuudenhallintajärjestelmän käyttöönottosuunnitelma on valmis", "Planen för kundsystemet är klar"),
    ("Mallilan kirjasto kokeilee omatoimiaukioloa myös öisin", "Mallby bibliotek prövar meröppet också nattetid"),
)  # fmt: skip

SUMMARIES = (
    ("Kysely kertoo, mitä kirjastojen henkilöstö jo osaa ja missä tukea tarvitaan. Vastausaikaa on kuun loppuun.",
     "Enkäten visar vad personalen redan kan och var det behövs stöd. Den är öppen till månadens slut."),
    ("Luonnos on auki kuusi viikkoa, ja siihen voivat vastata kaikki.", "Utkastet är öppet i sex veckor för alla."),
    ("", ""),
)  # fmt: skip

PARAGRAPHS = (
    ("Kirjastot saavat kyselyn sähköpostitse, ja jokainen kirjasto päättää itse, kuka siihen vastaa. Vastaaminen vie "
     "noin vartin, eikä nimiä kysytä.",
     "Biblioteken får enkäten per e-post, och varje bibliotek bestämmer själv vem som svarar. Det tar ungefär en kvart, "
     "och inga namn efterfrågas."),
    ("Tulokset esitellään hankkeen sivuilla syksyllä. Niiden perusteella päätetään, mistä aiheista koulutusta tehdään.",
     "Resultaten presenteras på projektets sidor i höst. Utgående från dem bestäms vad utbildningen ska handla om."),
    ("Hanke vastaa kysymyksiin koko kesän ajan.", "Projektet svarar på frågor hela sommaren."),
)  # fmt: skip

TOPICS = (
    ("osaaminen", "kompetens"),
    ("koulutus", "utbildning"),
    ("kysely", "enkät"),
    ("saavutettavuus", "tillgänglighet"),
    ("kirjastojärjestelmät", "bibliotekssystem"),
    ("yhteentoimivuusmenetelmät", "interoperabilitet"),
)
PICTURES = ("lukusali.jpg", "muotokuva.jpg", "nelio.jpg", "panoraama.jpg", "pieni.png")


def news() -> Sources:
    """Write the news, the newest first, and one that holds everything."""
    files: Sources = {}
    for number in range(1, COUNT + 1):
        for place, code in enumerate(LANGUAGES):
            if number % 7 == 4 - place:  # in one language only
                continue
            path = f"news/{days_ago(2 + (number - 1) * 17)}-uutinen-{number:02}.{code}.md"
            files[path] = source(_front(number, place), _body(number, place))
    for place, code in enumerate(LANGUAGES):
        files[f"news/2031-05-31-kaikki.{code}.md"] = source(_everything(place), (FINNISH, SWEDISH)[place])
    return files


def _front(number: int, place: int) -> dict[str, Any]:
    keys = list(NAMES)
    title = TITLES[(number - 1) % len(TITLES)][place]
    front: dict[str, Any] = {
        "title": title if number <= len(TITLES) else f"{title} ({number})",
        "date": days_ago(2 + (number - 1) * 17),
        "project": keys[number % 3] if number % 5 else [keys[0], keys[1]],
        "tags": [TOPICS[(number + step) % len(TOPICS)][place] for step in range(number % 4)],
    }
    if number > len(TITLES):
        front["slug"] = ("uutinen-{}", "nyhet-{}")[place].format(number)
    if summary := SUMMARIES[number % len(SUMMARIES)][place]:
        front["summary"] = summary if number <= len(SUMMARIES) else f"{number}. {summary}"
    if number % 4 == 0:
        name = PICTURES[number // 4 % len(PICTURES)]
        front["image"] = {"file": f"images/{name}", "alt": ("Kirjahylly", "En bokhylla")[place]}
    if number % 6 == 0:
        front["updated"] = days_ago(1)
    return front


def _body(number: int, place: int) -> str:
    texts = [PARAGRAPHS[(number + step) % len(PARAGRAPHS)][place] for step in range(2 + number % 3)]
    if number % 3 == 0:
        texts.insert(1, ("## Miten kyselyyn vastataan", "## Hur man svarar på enkäten")[place])
    return "\n\n".join(texts)


def _everything(place: int) -> dict[str, Any]:
    return {
        "title": TITLES[1][place].replace("luonnos", "luonnosta koskeva kaikki")[:99],
        "slug": ("kaikki-kaytossa", "allt-i-bruk")[place],
        "date": "2031-05-31",
        "updated": "2031-06-01",
        "project": ["osaaminen", "arkkitehtuuri", "lainat"],
        "summary": ("Tämä on ingressi, joka on tavallista pitempi ja jossa on kaksi virkettä. Toisessa mainitaan "
                    "asiasanastotyöryhmä.", "Den här ingressen är längre än vanligt och har två meningar. Den andra "
                    "nämner ordlistegruppen.")[place],
        "tags": [topic[place] for topic in TOPICS],
        "image": {
            "file": "images/lukusali.jpg",
            "alt": ("Lukusali", "En läsesal")[place],
            "caption": ("Pääkuvan kuvateksti.", "Bildtext till huvudbilden.")[place],
            "credit": ("Kalle Koe / Esimerkkilän kaupunginkirjasto", "Kalle Koe / Exempelby stadsbibliotek")[place],
        },
        "aliases": [("/vanha/kaikki/", "/sv/gammal/allt/")[place]],
    }  # fmt: skip
