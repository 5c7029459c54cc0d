"""Pilot updates: figures of every kind, many libraries, next steps; and one with nothing but a text."""

from typing import Any

from tests.rich.sources import LANGUAGES, Sources, source

LIBRARIES = (
    ["Esimerkkilän kaupunginkirjasto", "Mallilan kirjasto", "Kokeilukylän seutukirjasto", "Alavuden kaupunginkirjasto"],
    ["Exempelby stadsbibliotek", "Mallby bibliotek", "Provköping", "Alavo stadsbibliotek"],
)
FIGURES = (
    ("Kiinnostuneita vastaajista", "Intresserade av dem som svarade", {"value": 41, "of": 45}),
    ("Käyttökertoja alusta alkaen", "Användningar sedan starten", {"value": 12345}),
    ("Käyttäjien antama arvosana", "Användarnas vitsord", {"value": 4.25}),
    ("Avustus opetus- ja kulttuuriministeriöltä", "Understöd från undervisnings- och kulturministeriet",
     {"value": 45000, "unit": "€"}),
    ("Toimipisteitä", "Verksamhetsställen", {"value": 0, "of": 12}),
    ("Kokeilu kestää", "Försöket räcker", {"value": "toukokuusta 2030 joulukuuhun 2031"}),
)  # fmt: skip
STEPS = (
    ["Haastattelut tehdään kesäkuussa.", "Tulokset kootaan elokuussa, ja niistä kerrotaan kirjastoille."],
    ["Intervjuerna görs i juni.", "Resultaten sammanställs i augusti, och biblioteken får veta om dem."],
)
TEXTS = (
    "Automaatit ovat käytössä kaikissa kirjastoissa.\n\n## Mitä on huomattu\n\nJonot ovat lyhentyneet.",
    "Automaterna används i alla bibliotek.\n\n## Vad vi har märkt\n\nKöerna har blivit kortare.",
)


def pilots() -> Sources:
    """Write three updates in both languages."""
    files: Sources = {}
    for place, code in enumerate(LANGUAGES):
        fi = place == 0
        figures = [{"label": one[place], **one[2]} for one in FIGURES]
        front = {
            "title": "Pilotin kuulumiset: automaatit toimivat" if fi else "Läget i piloten: automaterna fungerar",
            "date": "2031-05-10",
            "project": "lainat",
            "summary": "Neljä kirjastoa kokeilee automaatteja." if fi else "Fyra bibliotek prövar automater.",
            "image": {"file": "images/muotokuva.jpg", "alt": "Korkea hylly" if fi else "En hög hylla"},
            "pilot": {
                "libraries": LIBRARIES[place],
                "phase": "running",
                "period": {"start": "2030-05", "end": "2031-12"},
                "figures": figures,
                "next_steps": STEPS[place],
            },
        }
        files[f"pilots/2031-05-10-automaatit.{code}.md"] = source(front, TEXTS[place])
        one: dict[str, Any] = {
            **front,
            "title": "Ensimmäinen luku" if fi else "Den första siffran",
            "date": "2030-09-01",
        }
        one["summary"] = "Pilotista on ensimmäinen luku." if fi else "Piloten har sin första siffra."
        one["pilot"] = {"phase": "preparation", "figures": figures[:1]}
        files[f"pilots/2030-09-01-luku.{code}.md"] = source(one, TEXTS[place])
        bare = {"title": "Pelkkä teksti" if fi else "Bara text", "date": "2030-06-01", "project": "lainat"}
        files[f"pilots/2030-06-01-teksti.{code}.md"] = source(bare, TEXTS[place])
    return files
