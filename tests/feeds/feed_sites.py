"""Small sites whose feeds are tested."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from plugins.core.dates import When
from plugins.core.documents import Body, ContentFile, DocumentType, PictureFacts, ProjectFacts, Variant, Version
from plugins.core.index import SiteIndex, assemble
from plugins.core.markup.tree import Element, Tree
from plugins.core.outputs import Facts, Output
from plugins.core.site import Localized, Site
from plugins.feeds.outlet import feeds
from plugins.feeds.rendering import render_feed

NOW = datetime(2031, 6, 1, 9, 0, tzinfo=UTC)
TEXT: Tree = (Element("p", (), ("Teksti",)),)


@dataclass
class Given:
    """Materials of given trees; any other body is one paragraph."""

    trees: dict[str, Tree] = field(default_factory=dict)

    def tree(self, digest: str) -> Tree:
        return self.trees.get(digest, TEXT)

    def file(self, path: str) -> bytes:
        raise AssertionError(path)

    def facts(self, path: str) -> Facts:
        raise AssertionError(path)

    def output(self, path: str) -> bytes:
        raise AssertionError(path)


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


def xml(index: SiteIndex, path: str = "feed.rss", trees: dict[str, Tree] | None = None) -> bytes:
    data = render_feed(outputs(index)[path].view, Given(trees or {})).data
    assert data is not None
    return data
