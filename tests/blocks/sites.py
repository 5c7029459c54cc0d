"""A small site with a news item, a meeting and a pilot update, in code."""

from datetime import UTC, datetime
from typing import Any

from plugins.core.block_contract import PROFILES
from plugins.core.dates import When
from plugins.core.diagnostics import Place
from plugins.core.documents import Body, ContentFile, DocumentType, Reference, Status, Version
from plugins.core.facts import Attachment, Attendance, Figure, Library, MeetingFacts, PilotFacts, ProjectFacts, Session
from plugins.core.index import SiteIndex, assemble
from plugins.core.site import BlockDefaults, Localized, Site

NOW = datetime(2031, 6, 1, 9, 0, tzinfo=UTC)


def a_site(**settings: Any) -> Site:
    defaults: dict[str, Any] = {
        "name": Localized((("fi", "Kirjastohankkeet"), ("sv", "Biblioteksprojekten"))),
        "tagline": Localized((("fi", "Uutisia hankkeista"), ("sv", "Nyheter om projekten"))),
        "languages": ("fi", "sv"),
        "base_url": "https://example.org/hankkeet/",
        "block_defaults": BlockDefaults(profiles=PROFILES),
    }
    return Site(**{**defaults, **settings})


def a_version(type_: DocumentType, key: str, language: str = "fi", **values: Any) -> Version:
    defaults: dict[str, Any] = {
        "title": f"{key} {language}",
        "slug": f"{key}-{language}",
        "body": Body(f"{key}.{language}", 10),
        "date": When(2031, 5, 14),
        "projects": ("tekoaly",),
    }
    return Version(key, type_, language, f"{type_}/{key}.{language}.md", **{**defaults, **values})


MEETING = MeetingFacts(
    kind="minutes",
    name="Esimerkkiryhmä",
    number="3/2031",
    sessions=(Session(When(2031, 5, 14, 10, 0), When(2031, 5, 14, 12, 0)), Session(When(2031, 5, 15))),
    place="Kirjaston kokoushuone",
    mode="hybrid",
    chair="Nimi Niminen, Organisaatio",
    secretary="Toinen Toinen",
    present=(
        Attendance("Pysyvät edustajat", ("A (Alavus)", "B (Mikkeli), etänä")),
        Attendance("AKE", ("C",)),
        Attendance("Vieraat", ()),
    ),
    absent=(Attendance("", ("D",)),),
    attachments=(Attachment("Esitys", file="files/esitys.pdf"), Attachment("Verkossa", url="https://example.org/x")),
    next=When(2031, 9, 10, 9, 0),
)
PILOT = PilotFacts(
    libraries=(Library("Esimerkkilän kirjasto"), Library("Toisen kirjasto")),
    phase="running",
    start=When(2031, 2),
    end=When(2031, 11),
    figures=(Figure("Vastauksia", "45", 45.0),),
    next_steps=("Kysely", "Raportti"),
)


def an_index(*versions: Version, **settings: Any) -> SiteIndex:
    news = a_version(
        DocumentType.NEWS,
        "uutinen",
        body=Body(
            "uutinen.fi", 10, references=(Reference("doc", "news/nyhet.sv.md", "", Place("news/uutinen.fi.md")),)
        ),
    )
    given = versions or (
        a_version(
            DocumentType.PROJECTS,
            "tekoaly",
            title="Pitkä nimi",
            slug="tekoaly",
            projects=(),
            facts=ProjectFacts(short="Tekoäly"),
        ),
        news,
        a_version(DocumentType.NEWS, "uutinen", "sv", updated=When(2031, 5, 20)),
        a_version(DocumentType.NEWS, "nyhet", "sv"),
        a_version(DocumentType.NEWS, "luonnos", status=Status.DRAFT),
        a_version(DocumentType.NEWS, "tuleva", date=When(2031, 7, 1)),
        a_version(DocumentType.MEETINGS, "kokous", facts=MEETING),
        a_version(DocumentType.PILOTS, "pilotti", facts=PILOT),
    )
    files = {"files/esitys.pdf": ContentFile("files/esitys.pdf", 1_234_567, "0" * 32)}
    return assemble(a_site(**settings), given, files, NOW)
