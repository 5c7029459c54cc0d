"""Small real indexes, made in code."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import fields, replace

from plugins.core.addresses import slugify
from plugins.core.dates import When
from plugins.core.diagnostics import Place
from plugins.core.documents import Body, ContentFile, DocumentType, Reference, Status, Version
from plugins.core.facts import MeetingFacts, PageFacts, PilotFacts, ProjectFacts, Session
from plugins.core.index import SiteIndex, assemble
from plugins.core.outputs import Output
from plugins.core.site import Localized, Site
from plugins.engine.planning import published
from plugins.listings.pages import document_pages, page_outlets
from plugins.listings.views import Head

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


def version(type_: DocumentType, key: str, language: str = "fi", **values: Any) -> Version:
    title = values.pop("title", f"{key} {language}")
    values = {name: when(value) if name in _DATES else value for name, value in values.items()}
    made = Version(
        key=key,
        type=type_,
        language=language,
        source=f"{type_}/{key}.{language}.md",
        title=title,
        slug=slugify(title),
        body=Body(digest=f"{key}.{language}", words=100),
    )
    return replace(made, **{**values, "status": Status(values.get("status", Status.PUBLISHED))})


_DATES = frozenset({"date", "updated", "expires"})


def news(key: str, language: str = "fi", **values: Any) -> Version:
    return version(DocumentType.NEWS, key, language, **{"date": "2031-05-01", "projects": ("tekoaly",), **values})


def meeting(key: str, language: str = "fi", **values: Any) -> Version:
    names = {name: values.pop(name) for name in tuple(values) if name in MeetingFacts.__struct_fields__}
    facts = MeetingFacts(**{"kind": "notes", "name": "Ryhmä", "sessions": (session("2031-05-14"),), **names})
    values = {"date": "2031-05-02", "projects": ("tekoaly",), "facts": facts, **values}
    return version(DocumentType.MEETINGS, key, language, **values)


def pilot(key: str, language: str = "fi", **values: Any) -> Version:
    facts = PilotFacts(**{name: values.pop(name) for name in tuple(values) if name in PilotFacts.__struct_fields__})
    values = {"date": "2031-05-03", "projects": ("tekoaly",), "facts": facts, **values}
    return version(DocumentType.PILOTS, key, language, **values)


def project(key: str, language: str = "fi", **values: Any) -> Version:
    facts = ProjectFacts(**{name: values.pop(name) for name in tuple(values) if name in ProjectFacts.__struct_fields__})
    return version(DocumentType.PROJECTS, key, language, **{"facts": facts, **values})


def page(key: str, language: str = "fi", menu: int | None = None, **values: Any) -> Version:
    return version(DocumentType.PAGES, key, language, facts=PageFacts(menu), **values)


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


def pages(of: SiteIndex, language: str) -> Iterator[Output]:
    """Make every page of a language."""
    for version in published(of, language):
        yield from document_pages(of, version)
    for outlet in page_outlets():
        yield from outlet(of, language)


def outputs(of: SiteIndex, language: str = "fi") -> dict[str, Output]:
    """Give every page of a language by its path; two with one path are a fault."""
    made = list(pages(of, language))
    by_path = {output.path: output for output in made}
    assert len(by_path) == len(made)
    return by_path


def view(of: SiteIndex, path: str, language: str = "fi") -> Any:
    """Give the view of one page by its address without the first slash: `uutiset/x/`."""
    return outputs(of, language)[path + "index.html" if path.endswith("/") or not path else path].view


def whole_site(of: SiteIndex) -> dict[str, Output]:
    """Give every page of every language by its path."""
    made = [output for code in of.site.languages for output in pages(of, code)]
    by_path = {output.path: output for output in made}
    assert len(by_path) == len(made)
    return by_path


def target(of: SiteIndex, output: Output, href: str) -> str:
    """Give the root-relative address that a link of a page leads to, wherever the site stands on its host."""
    there = urlsplit(urljoin(of.site.base + output.path, href))
    assert there.path.startswith(of.site.base_path), href
    return "/" + there.path.removeprefix(of.site.base_path)


def hrefs(part: Any) -> Iterator[str]:
    """Walk over every link of a view but the absolute ones of its head."""
    if isinstance(part, Head):
        yield from hrefs(part.feeds)
    elif isinstance(part, tuple):
        for one in part:
            yield from hrefs(one)
    elif isinstance(part, Struct):
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name == "href":
                yield value
            else:
                yield from hrefs(value)
