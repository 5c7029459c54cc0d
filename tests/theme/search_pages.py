"""Example views of the search page."""

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from plugins.listings import views as v
from tests.theme.example_parts import Say
from tests.theme.shells import shell


def search(language: str, say: Say) -> v.SearchPage:
    """The search page as it is before anybody has searched."""
    title = say("Haku", "Sök")
    around = shell(language, title, title)
    around = replace(around, search="", head=replace(around.head, searches=True))
    projects = (
        v.SearchChoice("tekoaly", say("Tekoälyosaaminen", "AI-kompetens")),
        v.SearchChoice("digilehdet", say("Digisanomalehdet", "Digitala tidningar")),
    )
    others = (v.Anchor(say("svenska", "suomi"), "#", language=say("sv", "fi")),)
    archive = tuple(v.Anchor(year, "#") for year in ("2026", "2025"))
    sections = (v.Anchor(say("Uutiset", "Nyheter"), "#"), v.Anchor(say("Kokoukset", "Möten"), "#"))
    years = tuple(v.SearchChoice(year, year) for year in ("2026", "2025"))
    types = ("news", "meetings", "pilots", "projects", "pages")
    return v.SearchPage(around, "pagefind/", projects, types, years, others, archive, sections)


MAKERS: dict[str, Callable[[str, Say], Any]] = {"search": search}
