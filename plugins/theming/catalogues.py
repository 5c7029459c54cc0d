"""Catalogues of interface texts: GNU gettext `.po` files, read by Babel and compiled in memory."""

import os
from collections.abc import Iterator
from contextlib import suppress
from gettext import GNUTranslations
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from plugins.disk.replacement import put

EXTRACTED = (
    ("gettext", None),
    ("ngettext", (1, 2)),
    ("pgettext", ((1, "c"), 2)),
    ("npgettext", ((1, "c"), 2, 3)),
    ("gettext_in", (2,)),
    ("_", None),
)
"""The functions whose literal arguments are messages, as Babel writes keywords."""


class CatalogueMessage(NamedTuple):
    """A text of the interface as templates ask for it; `context` and `plural` may be empty."""

    context: str
    singular: str
    plural: str


def catalogue_path(theme: Path, language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return theme / "locale" / f"{language}.po"


def translations(theme: Path, language: str) -> GNUTranslations:
    """Compile the catalogue of a language; fuzzy and obsolete entries are left out."""
    return GNUTranslations(BytesIO(_compiled(catalogue_path(theme, language).read_bytes(), language)))


class KeptCatalogues:
    """Compiled catalogues that wait for the next process in a folder: to compile one takes as long as thirty pages."""

    def __init__(self, folder: Path) -> None:
        """Look at nothing yet."""
        self._folder = folder

    def translations(self, theme: Path, language: str) -> GNUTranslations:
        """Return the compiled catalogue of a language, compiled anew when the stored file is of another state of it."""
        source = catalogue_path(theme, language).read_bytes()
        mark, file = blake2b(source, digest_size=16).digest(), self._folder / f"{language}.mo"
        data = file.read_bytes() if file.is_file() else b""
        if not data.startswith(mark):
            data = mark + _compiled(source, language)
            with suppress(OSError):  # a disk that is full, or will not have it, keeps nothing
                # By renaming: who works at the same time reads whole files only.
                fresh = file.with_name(f"{file.name}.{os.getpid()}")
                fresh.write_bytes(data)
                put(fresh, file)
        return GNUTranslations(BytesIO(data[len(mark) :]))


def _compiled(source: bytes, language: str) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(source), locale=language, abort_invalid=True))
    return compiled.getvalue()


def messages(theme: Path) -> dict[CatalogueMessage, tuple[str, ...]]:
    """List the messages that templates ask for, each with the files that ask, sorted."""
    found: dict[CatalogueMessage, list[str]] = {}
    for path in template_files(theme):
        name = path.relative_to(theme).as_posix()
        for message in _asked(path):
            places = found.setdefault(message, [])
            if name not in places:
                places.append(name)
    return {message: tuple(found[message]) for message in sorted(found)}


def template_files(theme: Path) -> list[Path]:
    """List the theme's templates in a fixed order."""
    return sorted(path for folder in ("components", "pages") for path in (theme / folder).rglob("*.html"))


def _asked(path: Path) -> Iterator[CatalogueMessage]:
    from babel.messages.extract import extract

    keywords: dict[str, Any] = dict(EXTRACTED)
    options = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    with path.open("rb") as source:
        for _, texts, _, context in extract("jinja2.ext:babel_extract", source, keywords, (), options):
            singular, plural = texts if isinstance(texts, tuple) else (texts, "")
            yield CatalogueMessage(context or "", singular, plural)
