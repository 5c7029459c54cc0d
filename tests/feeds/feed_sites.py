"""Small sites whose feeds are tested."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from plugins.core.dates import When
from plugins.core.diagnostics import Place
from plugins.core.documents import Body, ContentFile, DocumentType, Picture, PictureFacts, Reference, Variant, Version
from plugins.core.facts import Attachment, MeetingFacts, ProjectFacts
from plugins.core.index import SiteIndex, assemble
from plugins.core.made_blocks import MadeBlock
from plugins.core.markup.tree import Element, Tree
from plugins.core.outputs import Output
from plugins.core.site import FeedSettings, Localized, Site
from plugins.feeds.outlet import feeds
from plugins.feeds.rendering import render_feed

NOW = datetime(2031, 6, 1, 9, 0, tzinfo=UTC)
TEXT: Tree = (Element("p", (), ("Teksti",)),)


@dataclass
class Given:
    """Materials of given trees; any other body is one paragraph."""

    trees: dict[str, Tree] = field(default_factory=dict)
    size: int = 12_345
    """Bytes of every picture."""

    def tree(self, digest: str) -> Tree:
        return self.trees.get(digest, TEXT)

    def file(self, path: str) -> bytes:
        raise AssertionError(path)

    def facts(self, path: str) -> MadeBlock | None:
        raise AssertionError(path)

    def output(self, path: str) -> bytes:
        assert path.endswith(".webp"), path
        return bytes(self.size)


def a_site(**settings: Any) -> Site:
    defaults: dict[str, Any] = {
        "name": Localized((("fi", "Kirjastohankkeet"), ("sv", "Biblioteksprojekten"))),
        "tagline": Localized((("fi", "Uutisia hankkeista"), ("sv", "Nyheter om projekten"))),
        "languages": ("fi", "sv"),
        "base_url": "https://example.org/hankkeet/",
    }
    return Site(**{**defaults, **settings})


def a_version(key: str, language: str = "fi", type_: DocumentType = DocumentType.NEWS, **values: Any) -> Version:
    defaults: dict[str, Any] = {
        "title": f"{key} {language}",
        "slug": f"{key}-{language}",
        "body": Body(f"{key}.{language}", 10),
        "date": When(2031, 5, 14),
        "projects": ("tekoaly",),
        "summary": f"Lyhyesti {key}",
    }
    return Version(key, type_, language, f"{type_}/{key}.{language}.md", **{**defaults, **values})


def a_project(language: str = "fi") -> Version:
    return a_version(
        "tekoaly", language, DocumentType.PROJECTS, title="Pitkä nimi", slug="tekoaly", projects=(),
        facts=ProjectFacts(short="Tekoäly"), summary="Hanke tekoälystä",
    )  # fmt: skip


def a_picture(path: str, *widths: int) -> ContentFile:
    """Give a picture that is published in these widths, half as high."""
    variants = tuple(Variant(f"{path.removesuffix('.jpg')}-{width}.webp", width, width // 2) for width in widths)
    return ContentFile(path, 1, path, PictureFacts("JPEG", 4000, 2000, variants=variants))


def an_index(*versions: Version, files: Iterable[ContentFile] = (), **settings: Any) -> SiteIndex:
    return assemble(a_site(**settings), versions, {file.path: file for file in files}, NOW)


def outputs(index: SiteIndex) -> dict[str, Output]:
    return {output.path: output for language in index.site.languages for output in feeds(index, language)}


def written(index: SiteIndex, path: str = "feed.rss", trees: dict[str, Tree] | None = None) -> dict[str, bytes]:
    """Render the feed whose RSS stands at a path; give its files by format."""
    output = outputs(index)[path]
    rendering = render_feed(output.view, Given(trees or {}))
    assert rendering.data is not None
    assert tuple(rendering.beside) == output.beside
    files = {output.path: rendering.data, **rendering.beside}
    return {name.rpartition(".")[2]: data for name, data in files.items()}


def xml(index: SiteIndex, path: str = "feed.rss", trees: dict[str, Tree] | None = None) -> bytes:
    return written(index, path, trees)["rss"]


def rich_text() -> Tree:
    return (
        Element("h2", (("id", "alku"),), ("Alku",)),
        Element("p", (), ("a < b & ", Element("a", (("href", "doc:news/nyhet.sv.md"),), ("Nyhet",)), " ]]> loppu")),
        Element("p", (), (Element("a", (("href", "#alku"),), ("alkuun",)),)),
        Element("p", (), (Element("img", (("src", "image:images/x.jpg"), ("alt", "Talo"))),)),
    )


def golden_site() -> SiteIndex:
    """Give a site whose feed of everything shows everything that a feed can say; `rikas` is its rich text."""
    place = Place("news/uutinen.fi.md")
    references = Reference("doc", "news/nyhet.sv.md", "", place), Reference("image", "images/x.jpg", "", place)
    news = a_version(
        "uutinen",
        image=Picture("images/kansi.jpg", "Kansi", "Kuvateksti", "Kuvaaja"),
        title="Kysely & <tulokset> ”näin”",
        body=Body("rikas", 10, references=references),
        date=When(2031, 5, 20, 9, 30),
        updated=When(2031, 5, 25),
        tags=("kysely", "osaaminen"),
        summary="Yksi < kaksi & kolme.",
    )
    meeting = a_version(
        "kokous",
        type_=DocumentType.MEETINGS,
        date=When(2031, 5, 16),
        facts=MeetingFacts("notes", "Ryhmä", (), attachments=(Attachment("Esitys & liite", "files/esitys.pdf"),)),
    )
    rights = FeedSettings(copyright=Localized((("fi", "CC BY 4.0"), ("sv", "CC BY 4.0"))))
    files = (
        a_picture("images/x.jpg", 480, 800, 1200),
        a_picture("images/kansi.jpg", 480, 700),
        ContentFile("files/esitys.pdf", 54_321, "b"),
    )
    return an_index(
        a_project(), a_project("sv"), news, a_version("uutinen", "sv"), meeting, a_version("nyhet", "sv"),
        a_version("vanha"), files=files, feeds=rights, operator=Localized((("fi", "Toimija"), ("sv", "Aktör"))),
    )  # fmt: skip
