"""Standing pages: more in the menu than a phone has room for."""

from tests.rich.sources import LANGUAGES, Sources, source

PAGES = {
    "tietoa": (("Tietoa sivustosta", "Om webbplatsen"), 1),
    "osallistu": (("Osallistu ja vaikuta", "Delta och påverka"), 2),
    "saavutettavuus": (("Saavutettavuusseloste", "Tillgänglighetsutlåtande"), None),
    "tietosuoja": (("Tietosuojaseloste", "Dataskyddsbeskrivning"), None),
}
BODIES = (
    "Sivusto on keksitty.\n\n## Kuka vastaa\n\nEi kukaan.\n\n## Mistä löytyy\n\nEi mistään.\n\n## Palaute\n\nSitä ei ole.",
    "Webbplatsen är påhittad.\n\n## Vem ansvarar\n\nIngen.\n\n## Var den finns\n\nIngenstans.\n\n## Respons\n\nFinns ej.",
)


def standing() -> Sources:
    """Write the standing pages in both languages."""
    return {
        f"pages/{key}.{code}.md": source(
            {"title": titles[place], **({"menu": menu} if menu else {}), "summary": f"{titles[place]}."}, BODIES[place]
        )
        for key, (titles, menu) in PAGES.items()
        for place, code in enumerate(LANGUAGES)
    }
