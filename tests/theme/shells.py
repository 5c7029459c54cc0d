"""What surrounds an example page, in Finnish and in Swedish."""

from plugins.listings.views import Alternate, Anchor, FeedLink, Head, LanguageChoice, ProjectLabel, Shell

SITE = {"fi": "Kirjastohankkeet", "sv": "Biblioteksprojekten"}
TAGLINE = {
    "fi": "Kolme valtakunnallista hanketta: mitä niissä tehdään, mitä on päätetty ja mitä seuraavaksi tapahtuu.",
    "sv": "Tre riksomfattande projekt: vad som görs, vad som har beslutats och vad som händer härnäst.",
}
MENU = {
    "fi": (("Hankkeet", "hankkeet/"), ("Uutiset", "uutiset/"), ("Kokoukset", "kokoukset/"),
           ("Pilotit", "pilotit/"), ("Tietoa sivustosta", "tietoa-sivustosta/")),
    "sv": (("Projekt", "projekt/"), ("Nyheter", "nyheter/"), ("Möten", "moten/"),
           ("Piloter", "pilotprojekt/"), ("Om webbplatsen", "om-webbplatsen/")),
}  # fmt: skip
FOOTER = {
    "fi": (("Tilaa syötteet", "tilaa/"), ("Saavutettavuusseloste", "saavutettavuusseloste/"),
           ("Tietosuojaseloste", "tietosuojaseloste/")),
    "sv": (("Prenumerera", "prenumerera/"), ("Tillgänglighetsutlåtande", "tillganglighetsutlatande/"),
           ("Dataskyddsbeskrivning", "dataskyddsbeskrivning/")),
}  # fmt: skip
OPERATOR = {
    "fi": "Valtakunnallinen kehittämistehtävä (VAKE), Helsingin kaupunginkirjasto",
    "sv": "Det riksomfattande utvecklingsuppdraget (VAKE), Helsingfors stadsbibliotek",
}
BASE = "https://example.org/hankkeet/"

PROJECTS = {
    "tekoaly": {"fi": "Tekoälyosaaminen", "sv": "AI-kompetens"},
    "arkkitehtuuri": {"fi": "Viitearkkitehtuuri", "sv": "Referensarkitektur"},
    "digilehdet": {"fi": "Digisanomalehtipilotti", "sv": "Digitala tidningar"},
}


def label(language: str, key: str) -> ProjectLabel:
    """Give the label of one of the three projects."""
    return ProjectLabel(key, PROJECTS[key][language], f"#{key}", list(PROJECTS).index(key) + 1)


SEARCH = {"fi": "haku/", "sv": "sok/"}


def shell(
    language: str,
    title: str,
    *trail: str,
    address: str = "",
    description: str = "",
    kind: str = "website",
    translated: bool = True,
    at_home: bool = False,
    data: str = "",
) -> Shell:
    """Surround a page: `trail` names the pages above it and itself, `address` is its own from the root."""
    other = "sv" if language == "fi" else "fi"
    start = "" if language == "fi" else "sv/"
    root = "../" * f"{start}{address}".count("/") or "./"
    here = BASE + start + address
    head = Head(
        title=SITE[language] if at_home else f"{title} – {SITE[language]}",
        description=description or TAGLINE[language],
        canonical=here,
        alternates=(Alternate(language, here), Alternate(other, BASE + "x/"), Alternate("x-default", BASE))
        if translated
        else (),
        feeds=(FeedLink(f"{SITE[language]} (RSS)", f"{root}{start}feed.rss", "application/rss+xml"),),
        kind=kind,
        published="2026-02-16T09:00:00+02:00" if kind == "article" else "",
        structured_data=data,
    )
    names = {"fi": "suomi", "sv": "svenska"}
    return Shell(
        language=language,
        site_name=SITE[language],
        tagline=TAGLINE[language],
        head=head,
        root=root,
        search=f"{root}{start}{SEARCH[language]}",
        home=Anchor(SITE[language], f"{root}{start}", current=at_home),
        menu=tuple(Anchor(text, f"{root}{start}{to}", current=to == address) for text, to in MENU[language]),
        languages=tuple(
            LanguageChoice(code, names[code], f"{root}#{code}", code == language, translated or code == language)
            for code in ("fi", "sv")
        ),
        breadcrumbs=tuple(Anchor(text, f"{root}{start}") for text in (SITE[language], *trail[:-1])) if trail else (),
        footer=tuple(Anchor(text, f"{root}{start}{to}", current=to == address) for text, to in FOOTER[language]),
        operator=OPERATOR[language],
    )
