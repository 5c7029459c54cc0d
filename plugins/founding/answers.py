"""Answers: what may be said of a new site, judged; what is not said has a default."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from plugins.core.colours import LEAST_CONTRAST, Colour, hexadecimal, least_contrast, legible, parsed
from plugins.core.languages import LANGUAGES
from plugins.core.portable_names import is_portable
from plugins.core.suggestions import nearest
from plugins.drafts.answers import MisfitError
from plugins.theming.palette import grounds

LANGUAGES_OF_SITES = ("fi", "sv")
"""The languages of a site for which none are named."""

PAGES = ("about", "accessibility", "privacy")
"""The standing pages that a site begins with, by the words that name their KEYs."""

_KEY = re.compile(r"[a-z0-9-]{1,60}").fullmatch


class WantedSite(Struct, frozen=True):
    """What the command line said, as it was written; names and titles by language."""

    names: Mapping[str, str | None] = field(default_factory=dict)
    titles: Mapping[str, str | None] = field(default_factory=dict)
    languages: str | None = None
    colour: str | None = None
    colour_dark: str | None = None
    base_url: str | None = None
    project: str | None = None
    operator: str | None = None
    email: str | None = None
    workflows: bool = False


class Founding(Struct, frozen=True):
    """A site that is to be: everything that its first files are made of."""

    today: date
    languages: tuple[str, ...]
    project: str
    names: Mapping[str, str]
    """The site's name by language."""
    titles: Mapping[str, str]
    """The first project's title by language."""
    light: str = ""
    dark: str = ""
    """The site's own colour on light and on dark ground, as `#rrggbb`; empty for the theme's."""
    base_url: str = ""
    operator: str = ""
    email: str = ""
    workflows: bool = False


def settled(wanted: WantedSite, today: date, defaults: Mapping[str, Mapping[str, str]], theme: Path) -> Founding:
    """Settle what a site is; `defaults` are words by language. Raises MisfitError for an answer that does not do."""
    languages = _languages(wanted.languages)
    own = defaults[languages[0]]
    project = wanted.project or own["project"]
    if not _KEY(project):
        raise MisfitError("bad-key", said=project)
    if not is_portable(project):
        raise MisfitError("device-key", said=project)
    if project in {own[page] for page in PAGES}:
        raise MisfitError("taken-key", said=project)
    light, dark = _colours(wanted, theme)
    return Founding(
        today=today,
        languages=languages,
        project=project,
        names=_texts("name", wanted.names, languages, defaults),
        titles=_texts("title", wanted.titles, languages, defaults),
        light=light,
        dark=dark,
        base_url=wanted.base_url or "",
        operator=" ".join((wanted.operator or "").split()),
        email=_email(wanted.email or ""),
        workflows=wanted.workflows,
    )


def _languages(languages: str | None) -> tuple[str, ...]:
    if languages is None:
        return LANGUAGES_OF_SITES
    codes = tuple(dict.fromkeys(code.strip() for code in languages.split(",") if code.strip()))
    for code in codes or ("",):
        if code not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise MisfitError("unknown-language", said=code, known=known, near=nearest(code, list(LANGUAGES)) or "")
    return codes


def _texts(
    what: str,
    texts: Mapping[str, str | None],
    languages: tuple[str, ...],
    defaults: Mapping[str, Mapping[str, str]],
) -> Mapping[str, str]:
    """Return a text in each language: that of the answers, else that of another language, else the default."""
    for code, text in texts.items():
        if text is not None and (code not in languages or not text.strip()):
            raise MisfitError("no-such-language" if text.strip() else "empty", option=f"--{what}-{code}", language=code)
    given = {code: " ".join(text.split()) for code, text in texts.items() if text}
    other = next((given[code] for code in languages if code in given), None)
    return {code: given.get(code) or other or defaults[code][what] for code in languages}


def _email(email: str) -> str:
    if email and not re.fullmatch(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+", email):
        raise MisfitError("not-an-email", said=email)
    return email


def _colours(wanted: WantedSite, theme: Path) -> tuple[str, str]:
    """Judge the colours against the grounds that they stand on; that for dark ground is made of the other one."""
    if wanted.colour is None and wanted.colour_dark is None:
        return "", ""
    if wanted.colour is None:
        raise MisfitError("only-dark")
    light = _judged("colour", wanted.colour, grounds(theme, "light"))
    if wanted.colour_dark is None:
        dark = legible(light, grounds(theme, "dark"))
    else:
        dark = _judged("colour-dark", wanted.colour_dark, grounds(theme, "dark"))
    return hexadecimal(light), hexadecimal(dark)


def _judged(option: str, text: str, on: tuple[Colour, ...]) -> Colour:
    colour = parsed(text)
    if colour is None:
        raise MisfitError("not-a-colour", option=f"--{option}", said=text)
    least = least_contrast(colour, on)
    if least < LEAST_CONTRAST:
        near = hexadecimal(legible(colour, on))
        # Rounded down: 4.499 is not 4.5.
        shown = f"{int(least * 100) / 100:.2f}"
        raise MisfitError(f"faint-{option}", option=f"--{option}", said=text, near=near, contrast=shown)
    return colour
