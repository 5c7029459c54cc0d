"""What Kaiku's content needs beside posts made up by chance: settings, blocks, projects and standing pages."""

from collections.abc import Collection
from pathlib import Path

from bench.posts import LANGUAGES
from bench.words import PEOPLE, PROJECTS
from bench.writer import Writer

SITE = """name: {fi: Vertailu, sv: Jämförelse}
tagline: {fi: Vertailusivuston kirjoitukset, sv: Jämförelsewebbplatsens inlägg}
base_url: https://example.org/
languages: [fi, sv]
timezone: Europe/Helsinki
operator: {fi: Vertailukirjasto, sv: Jämförelsebiblioteket}
contact: {name: Vertailukirjasto, email: info@example.org}
untranslated: {news: notice, meetings: notice, pilots: notice, projects: require, pages: require}
accessibility: {feedback_email: info@example.org, assessed: null, method: self, known_issues: {fi: [], sv: []}}
privacy: {controller: Vertailukirjasto, email: info@example.org}
feeds: {items: 30, copyright: {fi: CC BY 4.0, sv: CC BY 4.0}}
"""
EXTRAS = ("cards", "search", "avif")
"""What peers do not make, by the settings that turn it off; it is measured by itself."""
BLOCKS = """blocks:
  lukutaito-uutiset:
    {kind: latest, project: lukutaito, types: [news], limit: 5, heading: {fi: Hankkeen uutiset, sv: Projektets nyheter}}
  lukutaito-esittely: {kind: project, project: lukutaito}
  lukutaito-yhteystiedot: {kind: contacts, project: lukutaito}
  lukutaito-aikataulu: {kind: timeline, project: lukutaito}
  lukutaito-kokoukset: {kind: meetings, project: lukutaito}
  aineistot-luvut: {kind: figures, project: aineistot}
defaults: {level: 2, profiles: [basic, restricted, full]}
"""
PAGES = {
    "tietoa": {"fi": "Tietoa sivustosta", "sv": "Om webbplatsen"},
    "saavutettavuus": {"fi": "Saavutettavuusseloste", "sv": "Tillgänglighetsutlåtande"},
    "tietosuoja": {"fi": "Tietosuojaseloste", "sv": "Dataskyddsbeskrivning"},
}
_WORDS = {
    "fi": ("Hanke", "Vertailukirjasto", "OKM", "projektipäällikkö"),
    "sv": ("Projektet", "Jämförelsebiblioteket", "UKM", "projektchef"),
}


def with_extras(settings: str, wanted: Collection[str] = ()) -> str:
    """Write site.yaml with the extras that are wanted and without the others, whatever it said of them."""
    lines = [line for line in settings.splitlines() if line.partition(":")[0] not in EXTRAS]
    return "\n".join((*lines, *(f"{name}: {str(name in wanted).lower()}" for name in EXTRAS), ""))


def write_made_up_site(content: Path) -> None:
    """Write everything but the posts into the content folder."""
    for folder in ("news", "meetings", "pilots", "projects", "pages"):
        (content / folder).mkdir(parents=True, exist_ok=True)
    (content / "site.yaml").write_text(with_extras(SITE), encoding="utf-8")
    (content / "blocks.yaml").write_text(BLOCKS, encoding="utf-8")
    for language in LANGUAGES:
        for key in PROJECTS:
            text = _project(Writer(language, f"{key}-{language}"), key, language)
            (content / "projects" / f"{key}.{language}.md").write_text(text, encoding="utf-8")
        for number, (key, titles) in enumerate(PAGES.items(), 1):
            body = Writer(language, f"{key}-{language}").paragraph()
            text = f"---\ntitle: {titles[language]}\nmenu: {number}\n---\n\n{body}\n"
            (content / "pages" / f"{key}.{language}.md").write_text(text, encoding="utf-8")


def _project(writer: Writer, key: str, language: str) -> str:
    project, operator, funder, role = _WORDS[language]
    return f"""---
title: "{project} {key.capitalize()}"
slug: {key}
summary: "{writer.plain_sentence()}"
short: {key.capitalize()}
phase: running
period: {{start: 2015-01, end: 2026-12}}
operator: {operator}
funder: {funder}
goals: ["{writer.plain_sentence()}"]
contacts: [{{name: {PEOPLE[0]}, role: {role}, email: info@example.org}}]
milestones: [{{date: 2016-03-12, text: "{writer.plain_sentence()}", done: true}}]
links: [{{title: Example, url: https://example.org/}}]
---

{writer.paragraph()}

## {writer.noun().capitalize()}

{writer.paragraph()}
"""
