"""The arrangement of versions: who sees which, and in what order, by their sources."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.documents import Body, DocumentType, Status, Version
from plugins.core.site import Site


class Visibility(StrEnum):
    """Whether readers may see a version at the index's moment, and if not, why."""

    PUBLISHED = "published"
    DRAFT = "draft"
    SCHEDULED = "scheduled"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


def visibility(version: Version, site: Site, now: datetime) -> Visibility:
    """Judge one version: a date to come keeps it back, an expiry that has passed takes it away."""
    if version.status is Status.DRAFT:
        return Visibility.DRAFT
    if version.status is Status.WITHDRAWN:
        return Visibility.WITHDRAWN
    zone = site.zone
    if version.expires is not None and version.expires.ends(zone) <= now:
        return Visibility.EXPIRED
    if version.date is not None and version.date.starts(zone) > now:
        return Visibility.SCHEDULED
    return Visibility.PUBLISHED


class Arrangement(Struct, frozen=True):
    """How versions stand to one another, by their sources: it follows from the settings and the versions' outlines.

    An index in which only texts are other than in the one before has the same arrangement.
    """

    keys: Mapping[str, tuple[str, ...]]
    """The versions of each document, in the order of the site's languages; documents by KEY."""
    types: Mapping[str, DocumentType]
    """By KEY."""
    visibilities: Mapping[str, Visibility]
    published: Mapping[tuple[str, str], tuple[str, ...]]
    """By language and type, newest first."""
    listed: Mapping[tuple[str, str], tuple[str, ...]]
    lasting: dict[tuple[object, ...], Any]
    """What has been made of outlines, by what made it."""


_NO_BODY = Body(digest="", words=0)


def outline(version: Version) -> Version:
    """Return a version without its text and what is derived from it, or told beside it: what arrangements look at."""
    return replace(
        version, body=_NO_BODY, summary="", emails=(), privacy_ok=(), changes="", differs="", hyphenated=(), places=()
    )


def newest_first(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Sort by date, newest first; of one moment by key, so that the order never depends on the file system."""
    return tuple(
        sorted(versions, key=lambda version: (version.date.iso if version.date else "", version.key), reverse=True)
    )


def arranged(site: Site, by_source: Mapping[str, Version], visibilities: Mapping[str, Visibility]) -> Arrangement:
    """Arrange versions, in the order of their sources; of two with one key and language the first is taken."""
    order = {code: place for place, code in enumerate(site.languages)}
    gathered: dict[str, dict[str, Version]] = {}
    for version in by_source.values():
        gathered.setdefault(version.key, {}).setdefault(version.language, version)
    published: dict[tuple[str, str], list[Version]] = {}
    listed: dict[tuple[str, str], list[Version]] = {}
    keys: dict[str, tuple[str, ...]] = {}
    types: dict[str, DocumentType] = {}
    for key, languages in sorted(gathered.items()):
        versions = sorted(languages.values(), key=lambda version: order[version.language])
        kind = types[key] = next(iter(languages.values())).type
        keys[key] = tuple(map(source_of, versions))
        shown = [version for version in versions if visibilities[version.source] is Visibility.PUBLISHED]
        for version in shown:
            published.setdefault((version.language, kind), []).append(version)
            listed.setdefault((version.language, kind), []).append(version)
        if shown and site.fallback(kind) == "notice":
            for code in set(site.languages) - {version.language for version in shown}:
                listed.setdefault((code, kind), []).append(shown[0])
    return Arrangement(
        keys=MappingProxyType(keys),
        types=MappingProxyType(types),
        visibilities=MappingProxyType(dict(visibilities)),
        published=MappingProxyType({key: _sources(newest_first(some)) for key, some in published.items()}),
        listed=MappingProxyType({key: _sources(newest_first(some)) for key, some in listed.items()}),
        lasting={},
    )


def source_of(version: Version) -> str:
    """Return the source of a version."""
    return version.source


def _sources(versions: Iterable[Version]) -> tuple[str, ...]:
    return tuple(map(source_of, versions))
