"""site.yaml, blocks.yaml and placements.yaml of the made-up site: nothing is left empty."""

import json

from tests.rich.sources import Sources

SITE = {
    "name": {"fi": "Esimerkkikirjastojen hankkeet", "sv": "Exempelbibliotekens projekt"},
    "tagline": {
        "fi": "Seitsemän keksittyä hanketta, joilla kokeillaan, kestääkö sivusto kaiken, mitä sille kirjoitetaan",
        "sv": "Sju påhittade projekt som prövar om webbplatsen tål allt som skrivs på den",
    },
    "base_url": "https://example.org/hankkeet/",
    "languages": ["fi", "sv"],
    "operator": {"fi": "Esimerkkilän kaupunginkirjasto", "sv": "Exempelby stadsbibliotek"},
    "contact": {"name": "Maija Mallikas", "email": "maija.mallikas@example.org"},
    "accessibility": {
        "feedback_email": "saavutettavuus@example.org",
        "assessed": "2031-05-14",
        "known_issues": {"fi": ["Vanhoissa PDF-liitteissä ei ole rakennetta."],
                         "sv": ["Gamla PDF-bilagor saknar struktur."]},
    },
    "privacy": {"controller": "Esimerkkilän kaupunki", "email": "tietosuoja@example.org"},
    "feeds": {"items": 30, "copyright": {"fi": "Esimerkkilän kaupunginkirjasto", "sv": "Exempelby stadsbibliotek"}},
    "publish": {"cname": "example.org"},
}  # fmt: skip

BLOCKS = {
    "blocks": {
        "osaaminen-uutiset": {
            "kind": "latest",
            "project": "osaaminen",
            "types": ["news"],
            "limit": 5,
            "heading": {"fi": "Hankkeen uutiset", "sv": "Nyheter om projektet"},
        },
        "osaaminen-esittely": {"kind": "project", "project": "osaaminen"},
        "osaaminen-yhteystiedot": {"kind": "contacts", "project": "osaaminen"},
        "osaaminen-aikataulu": {"kind": "timeline", "project": "osaaminen"},
        "osaaminen-kokoukset": {"kind": "meetings", "project": "osaaminen"},
        "lainat-luvut": {"kind": "figures", "project": "lainat"},
    },
    "defaults": {"level": 2, "profiles": ["basic", "restricted", "full"]},
}

PLACEMENTS = {
    "osaaminen-uutiset": [
        {"url": "https://www.example.org/fi/osaaminen", "lang": "fi", "profile": "basic"},
        {"url": "https://www.example.org/sv/en-mycket-lang-adress-till-en-sida-om-kompetens", "lang": "sv"},
    ],
    "lainat-luvut": [{"url": "https://www.example.org/fi/lainat", "lang": "fi", "profile": "full"}],
}


def settings() -> Sources:
    """Write the site's own files; JSON is YAML too."""
    files = {"site.yaml": SITE, "blocks.yaml": BLOCKS, "placements.yaml": PLACEMENTS}
    return {name: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for name, value in files.items()}
