"""Catalogues of interface texts: GNU gettext `.po` files, read by Babel and compiled in memory."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

EXTRACTED = (
    ("gettext", None),
    ("ngettext", (1, 2)),
    ("pgettext", ((1, "c"), 2)),
    ("npgettext", ((1, "c"), 2, 3)),
    ("gettext_in", (2,)),
    ("_", None),
)
"""The functions whose literal arguments are messages, as Babel writes keywords."""

TYPESETTING = Path(__file__).with_name("typesetting.py")
"""The one module that asks for texts: they stand in bodies, which no template sees."""


class Message(NamedTuple):
    """A text of the interface as templates ask for it; `context` and `plural` may be empty."""

    context: str
    singular: str
    plural: str


def catalogue_path(theme: Path, language: str) -> Path:
    """Tell where the catalogue of a language stands."""
    return theme / "locale" / f"{language}.po"


def translations(theme: Path, language: str) -> GNUTranslations:
    """Compile the catalogue of a language; fuzzy and obsolete entries are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue_path(theme, language).open("rb") as source:
        catalogue = read_po(source, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)


def messages(theme: Path) -> dict[Message, tuple[str, ...]]:
    """List the messages that templates and typesetting ask for, each with the files that ask, sorted."""
    found: dict[Message, list[str]] = {}
    sources = [(path.relative_to(theme).as_posix(), path) for path in template_files(theme)]
    for name, path in (*sources, (f"engine/{TYPESETTING.name}", TYPESETTING)):
        for message in _asked(path):
            places = found.setdefault(message, [])
            if name not in places:
                places.append(name)
    return {message: tuple(found[message]) for message in sorted(found)}


def template_files(theme: Path) -> list[Path]:
    """List the theme's templates in a fixed order."""
    return sorted(path for folder in ("components", "pages") for path in (theme / folder).rglob("*.html"))


def _asked(path: Path) -> Iterator[Message]:
    from babel.messages.extract import extract

    keywords: dict[str, Any] = dict(EXTRACTED)
    options = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    method = "python" if path.suffix == ".py" else "jinja2.ext:babel_extract"
    with path.open("rb") as source:
        for _, texts, _, context in extract(method, source, keywords, (), options):
            singular, plural = texts if isinstance(texts, tuple) else (texts, "")
            yield Message(context or "", singular, plural)
