"""The theme as tests use it: its folder, and every example page rendered once."""

from functools import cache
from pathlib import Path

from plugins.theming.templates import PageTemplates
from tests.theme.bodies import prose
from tests.theme.examples import pages

THEME = Path(__file__).resolve().parents[2] / "theme"
LANGUAGES = ("fi", "sv")
NAMES = tuple((language, name) for language in LANGUAGES for name in pages(language))


@cache
def templates() -> PageTemplates:
    return PageTemplates(THEME, ("fi", "sv", "en"), {})


@cache
def rendered(language: str, name: str) -> str:
    return templates().render(pages(language)[name], prose)
