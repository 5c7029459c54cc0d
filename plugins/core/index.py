"""The index: every document of the site, of every status and in all languages, decided once for one moment."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.addresses import tag_id, version_address
from plugins.core.documents import ContentFile, Document, DocumentType, Status, Version
from plugins.core.ledger import EMPTY_LEDGER, Ledger
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


class SiteIndex(Struct, frozen=True):
    """All that outlets may know. Made by `assemble`; every mapping is read-only."""

    site: Site
    now: datetime
    documents: tuple[Document, ...]
    files: Mapping[str, ContentFile]
    by_key: Mapping[str, Document]
    by_source: Mapping[str, Version]
    visibilities: Mapping[str, Visibility]
    """By source path."""
    unread: frozenset[str]
    """Sources that are there but have faults: a link to one of them is not a fault of its own."""
    ledger: Ledger
    """What the releases before this one have published."""
    withheld: Mapping[str, Visibility] | None
    """By source path, why readers do not see a version that this index shows all the same.

    None for readers' own index, which shows nothing of the kind: only `opened` makes one that does, for writers.
    """
    is_departed: bool
    """Whether the documents stand somewhere else than in this index: it tells only where the ledger knows them."""
    _published: Mapping[tuple[str, str], tuple[Version, ...]]
    _listed: Mapping[tuple[str, str], tuple[Version, ...]]

    def is_published(self, version: Version) -> bool:
        """Tell whether readers may see a version."""
        return self.visibilities[version.source] is Visibility.PUBLISHED

    def published(self, language: str, document_type: str) -> tuple[Version, ...]:
        """Give the published versions of a type in a language, newest first."""
        return self._published.get((language, document_type), ())

    def listed(self, language: str, document_type: str) -> tuple[Version, ...]:
        """Give what a language's lists show of a type, newest first.

        A document without a published version in the language is there by another version when the site's policy
        for its type is `notice`; the version tells its own language.
        """
        return self._listed.get((language, document_type), ())

    def published_version(self, document: Document, language: str) -> Version | None:
        """Give the version for a reader of a language: in it, else in the first language that has one."""
        versions = [version for version in document.versions if self.is_published(version)]
        return next((one for one in versions if one.language == language), versions[0] if versions else None)

    def translations(self, version: Version) -> tuple[Version, ...]:
        """Give every published version of the same document, itself included, in the site's order of languages."""
        return tuple(one for one in self.by_key[version.key].versions if self.is_published(one))

    def feed_id(self, version: Version) -> str:
        """Give the permanent id of a version: the one it was published with, even if the site has moved since."""
        known = self.ledger.version(version.key, version.language)
        return known.feed_id if known else tag_id(self.site, version.key, version.language)

    def permanent_id(self, *parts: str) -> str:
        """Make a permanent id of something else than a version, which no move to another host changes.

        It is made under the name that the site had when it first published anything: the ledger never forgets a
        version and never makes an id anew, so the version that was published first tells.
        """
        first = min(self.ledger.versions, key=lambda one: (one.published, one.key, one.language), default=None)
        if first is None or not first.feed_id.startswith("tag:"):
            return tag_id(self.site, *parts)
        return ":".join((*first.feed_id.split(":", 2)[:2], "/".join(parts)))

    def project(self, key: str, language: str) -> Version | None:
        """Give the published version of a project for a reader of a language."""
        document = self.by_key.get(key)
        return self.published_version(document, language) if document else None

    def of_project(self, versions: Iterable[Version], key: str) -> tuple[Version, ...]:
        """Keep the versions that belong to a project."""
        return tuple(version for version in versions if key in version.projects)


def newest_first(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Sort by date, newest first; of one moment by key, so that the order never depends on the file system."""
    return tuple(sorted(versions, key=lambda one: (one.date.iso if one.date else "", one.key), reverse=True))


def assemble(
    site: Site,
    versions: Iterable[Version],
    files: Mapping[str, ContentFile],
    now: datetime,
    unread: Iterable[str] = (),
    ledger: Ledger = EMPTY_LEDGER,
) -> SiteIndex:
    """Make readers' index of all versions; of two versions with one key and language the first by path is taken.

    `now` is an aware datetime: what is published depends on it and on nothing else that moves.
    """
    return _assembled(site, versions, files, now, unread, ledger, lambda one: visibility(one, site, now))


def opened(index: SiteIndex) -> SiteIndex:
    """Make writers' index of readers' one: everything counts as published, and `withheld` says what really is not.

    What was withdrawn or has expired is left out where something else has its address now.
    """
    gone = {Visibility.EXPIRED, Visibility.WITHDRAWN}
    by_state = {one: index.visibilities[one.source] for one in index.by_source.values()}
    taken = {version_address(index.site, one) for one, state in by_state.items() if state not in gone}
    shown = [
        one for one, state in by_state.items() if state not in gone or version_address(index.site, one) not in taken
    ]
    made = _assembled(
        index.site, shown, index.files, index.now, index.unread, index.ledger, lambda _: Visibility.PUBLISHED
    )
    states = {one.source: by_state[one] for one in shown if by_state[one] is not Visibility.PUBLISHED}
    return replace(made, withheld=MappingProxyType(states))


def departed(index: SiteIndex) -> SiteIndex:
    """Make an index without documents of one, which shows where the ledger knows some."""
    site = replace(index.site, blocks=(), placements=())
    return replace(assemble(site, (), {}, index.now, (), index.ledger), is_departed=True)


def _assembled(
    site: Site,
    versions: Iterable[Version],
    files: Mapping[str, ContentFile],
    now: datetime,
    unread: Iterable[str],
    ledger: Ledger,
    judge: Callable[[Version], Visibility],
) -> SiteIndex:
    order = {code: place for place, code in enumerate(site.languages)}
    gathered: dict[str, dict[str, Version]] = {}
    by_source: dict[str, Version] = {}
    for version in sorted(versions, key=lambda one: one.source):
        if version.language in order:
            by_source[version.source] = version
            gathered.setdefault(version.key, {}).setdefault(version.language, version)
    documents = tuple(
        Document(
            key,
            next(iter(languages.values())).type,
            tuple(sorted(languages.values(), key=lambda one: order[one.language])),
        )
        for key, languages in sorted(gathered.items())
    )
    visibilities = {source: judge(version) for source, version in by_source.items()}
    published: dict[tuple[str, str], list[Version]] = {}
    listed: dict[tuple[str, str], list[Version]] = {}
    for document in documents:
        shown = [one for one in document.versions if visibilities[one.source] is Visibility.PUBLISHED]
        for version in shown:
            published.setdefault((version.language, document.type), []).append(version)
            listed.setdefault((version.language, document.type), []).append(version)
        if shown and site.fallback(document.type) == "notice":
            for code in set(site.languages) - {version.language for version in shown}:
                listed.setdefault((code, document.type), []).append(shown[0])
    return SiteIndex(
        site=site,
        now=now,
        documents=documents,
        files=MappingProxyType(dict(files)),
        by_key=MappingProxyType({document.key: document for document in documents}),
        by_source=MappingProxyType(by_source),
        visibilities=MappingProxyType(visibilities),
        unread=frozenset(unread),
        ledger=ledger,
        withheld=None,
        is_departed=False,
        _published=MappingProxyType({key: newest_first(some) for key, some in published.items()}),
        _listed=MappingProxyType({key: newest_first(some) for key, some in listed.items()}),
    )


def document_types() -> tuple[str, ...]:
    """Name the types, in the order in which a site shows its sections."""
    return tuple(DocumentType)
