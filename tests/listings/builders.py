"""Small real indexes, made in code."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plugins.core.addresses import slugify
from plugins.core.dates import When
from plugins.core.documents import (
    Body,
    ContentFile,
    DocumentType,
    MeetingFacts,
    PageFacts,
    PilotFacts,
    ProjectFacts,
    Reference,
    Session,
    Version,
)
from plugins.core.diagnostics import Place
from plugins.core.index import SiteIndex, assemble
from plugins.core.outputs import Output
from plugins.core.site import Localized, Site
from plugins.listings.pages import pages

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=ZoneInfo("Europe/Helsinki"))
NAMES = Localized((("fi", "Kirjastohankkeet"), ("sv", "Biblioteksprojekten"), ("en", "Library projects")))


def when(text: str) -> When:
    """Read a date as an author writes it: `2031`, `2031-05`, `2031-05-14`, `2031-05-14T10:00`."""
    day, _, time = text.partition("T")
    numbers = [int(part) for part in day.split("-") + (time.split(":") if time else [])]
    return When(*numbers)


def session(start: str, end: str | None = None) -> Session:
    return Session(when(start), when(end) if end else None)


def site(*languages: str, **settings: Any) -> Site:
    settings = {"name": NAMES, "base_url": "https://example.org/", **settings}
    return Site(languages=languages or ("fi", "sv"), **settings)


def version(type_: DocumentType, key: str, language: str = "fi", **fields: Any) -> Version:
    title = fields.pop("title", f"{key} {language}")
    fields = {name: when(value) if name in _DATES else value for name, value in fields.items()}
    made = Version(
        key=key,
        type=type_,
        language=language,
        source=f"{type_}/{key}.{language}.md",
        title=title,
        slug=slugify(title),
        body=Body(digest=f"{key}.{language}", words=100),
    )
    return replace(made, **fields)


_DATES = frozenset({"date", "updated", "expires"})


def news(key: str, language: str = "fi", **fields: Any) -> Version:
    return version(DocumentType.NEWS, key, language, **{"date": "2031-05-01", "projects": ("tekoaly",), **fields})


def meeting(key: str, language: str = "fi", **fields: Any) -> Version:
    names = {name: fields.pop(name) for name in tuple(fields) if name in MeetingFacts.__dataclass_fields__}
    facts = MeetingFacts(**{"kind": "notes", "name": "Ryhmä", "sessions": (session("2031-05-14"),), **names})
    fields = {"date": "2031-05-02", "projects": ("tekoaly",), "facts": facts, **fields}
    return version(DocumentType.MEETINGS, key, language, **fields)


def pilot(key: str, language: str = "fi", **fields: Any) -> Version:
    facts = PilotFacts(**{name: fields.pop(name) for name in tuple(fields) if name in PilotFacts.__dataclass_fields__})
    fields = {"date": "2031-05-03", "projects": ("tekoaly",), "facts": facts, **fields}
    return version(DocumentType.PILOTS, key, language, **fields)


def project(key: str, language: str = "fi", **fields: Any) -> Version:
    facts = ProjectFacts(
        **{name: fields.pop(name) for name in tuple(fields) if name in ProjectFacts.__dataclass_fields__}
    )
    return version(DocumentType.PROJECTS, key, language, **{"facts": facts, **fields})


def page(key: str, language: str = "fi", menu: int | None = None, **fields: Any) -> Version:
    return version(DocumentType.PAGES, key, language, facts=PageFacts(menu), **fields)


def with_references(one: Version, *symbols: str) -> Version:
    """Give a version whose body links to these symbols: `doc:news/x.fi.md#results`, `file:files/x.pdf`."""
    references = []
    for symbol in symbols:
        kind, _, rest = symbol.partition(":")
        target, _, fragment = rest.partition("#")
        references.append(Reference(kind, target, fragment, Place(one.source)))
    return replace(one, body=replace(one.body, references=tuple(references)))


def index(*versions: Version, of: Site | None = None, files: Iterable[ContentFile] = ()) -> SiteIndex:
    return assemble(of or site(), versions, {file.path: file for file in files}, NOW)


def outputs(of: SiteIndex, language: str = "fi") -> dict[str, Output]:
    """Give every page of a language by its path; two with one path are a fault."""
    made = list(pages(of, language))
    by_path = {output.path: output for output in made}
    assert len(by_path) == len(made)
    return by_path


def view(of: SiteIndex, path: str, language: str = "fi") -> Any:
    """Give the view of one page by its address without the first slash: `uutiset/x/`."""
    return outputs(of, language)[path + "index.html" if path.endswith("/") or not path else path].view
