"""The index: every document of the site, of every status and in all languages, decided once for one moment."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.addresses import tag_id, version_address
from plugins.core.arrangement import Arrangement, Visibility, arranged, outline, source_of, visibility
from plugins.core.documents import ContentFile, Document, DocumentType, Version
from plugins.core.ledger import EMPTY_LEDGER, Ledger
from plugins.core.site import Site

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")


class SiteIndex(Struct, frozen=True, dict=True):
    """All that outlets may know. Made by `assemble`; every mapping is read-only."""

    site: Site
    now: datetime
    files: Mapping[str, ContentFile]
    by_source: Mapping[str, Version]
    arrangement: Arrangement
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

    @property
    def visibilities(self) -> Mapping[str, Visibility]:
        """Whether readers may see each version, by source path."""
        return self.arrangement.visibilities

    @cached_property
    def by_key(self) -> Mapping[str, Document]:
        """The documents by KEY, in the order of the KEYs; each is made when first asked for."""
        return _Documents(self.arrangement, self.by_source)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Every document, in the order of the KEYs."""
        return tuple(self.by_key.values())

    @cached_property
    def _once(self) -> dict[tuple[object, ...], Any]:
        return {}

    def once(
        self, make: Callable[Concatenate["SiteIndex", _Given], _Made], *given: _Given.args, **named: _Given.kwargs
    ) -> _Made:
        """Return what a function makes of this index: made when first asked for, then remembered."""
        return _remembered(self._once, self, make, *given, **named)

    def lasting(
        self, make: Callable[Concatenate["SiteIndex", _Given], _Made], *given: _Given.args, **named: _Given.kwargs
    ) -> _Made:
        """Return what a function makes of outlines: remembered for every index of this arrangement.

        It may look at the settings and at outlines (see `outline`), not at the moment, texts, files or the ledger; the
        versions in what it makes, if any, are to be looked up again in `by_source`.
        """
        return _remembered(self.arrangement.lasting, self, make, *given, **named)

    def versions(self, sources: Iterable[str]) -> tuple[Version, ...]:
        """Return the versions of sources."""
        return tuple(map(self.by_source.__getitem__, sources))

    def is_published(self, version: Version) -> bool:
        """Return whether readers may see a version."""
        return self.visibilities[version.source] is Visibility.PUBLISHED

    def published(self, language: str, document_type: str) -> tuple[Version, ...]:
        """Return the published versions of a type in a language, newest first."""
        return self.once(_versions_of, "published", language, document_type)

    def listed(self, language: str, document_type: str) -> tuple[Version, ...]:
        """Return what a language's lists show of a type, newest first.

        A document without a published version in the language is there by another version when the site's policy
        for its type is `notice`; the version tells its own language.
        """
        return self.once(_versions_of, "listed", language, document_type)

    def lists(self, language: str, document_type: str) -> bool:
        """Return whether a language's lists show anything of a type."""
        return bool(self.arrangement.listed.get((language, document_type)))

    def published_version(self, document: Document, language: str) -> Version | None:
        """Return the version for a reader of a language: in it, else in the first language that has one."""
        versions = [version for version in document.versions if self.is_published(version)]
        return next(
            (version for version in versions if version.language == language), versions[0] if versions else None
        )

    def translations(self, version: Version) -> tuple[Version, ...]:
        """Return every published version of the same document, itself included, in the site's order of languages."""
        return tuple(translation for translation in self.by_key[version.key].versions if self.is_published(translation))

    def feed_id(self, version: Version) -> str:
        """Return the permanent id of a version: the one it was published with, even if the site has moved since."""
        known = self.ledger.version(version.key, version.language)
        return known.feed_id if known else tag_id(self.site, version.key, version.language)

    def earlier_addresses(self, version: Version) -> tuple[str, ...]:
        """Return where a version has stood before, newest first, except where another one stands now."""
        known, present = self.ledger.version(version.key, version.language), self.once(_present_addresses)
        return tuple(address for address in known.addresses if address.casefold() not in present) if known else ()

    def permanent_id(self, *parts: str) -> str:
        """Make a permanent id of something else than a version, which no move to another host changes.

        It is made under the name that the site had when it first published anything: the ledger never forgets a
        version and never makes an id anew, so the version that was published first tells.
        """
        first = min(
            self.ledger.versions, key=lambda version: (version.published, version.key, version.language), default=None
        )
        if first is None or not first.feed_id.startswith("tag:"):
            return tag_id(self.site, *parts)
        return ":".join((*first.feed_id.split(":", 2)[:2], "/".join(parts)))

    def project(self, key: str, language: str) -> Version | None:
        """Return the published version of a project for a reader of a language."""
        document = self.by_key.get(key)
        return self.published_version(document, language) if document else None

    def of_project(self, versions: Iterable[Version], key: str) -> tuple[Version, ...]:
        """Keep the versions that belong to a project."""
        return tuple(version for version in versions if key in version.projects)


class _Documents(Mapping[str, Document]):
    """Documents, each made of its versions when first asked for."""

    def __init__(self, arrangement: Arrangement, by_source: Mapping[str, Version]) -> None:
        self._keys, self._types = arrangement.keys, arrangement.types
        self._by_source = by_source
        self._made: dict[str, Document] = {}

    def __getitem__(self, key: str) -> Document:
        document = self._made.get(key)
        if document is None:
            versions = tuple(map(self._by_source.__getitem__, self._keys[key]))
            document = self._made[key] = Document(key, self._types[key], versions)
        return document

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def _remembered(
    known: dict[tuple[object, ...], Any], index: SiteIndex, make: Callable[..., _Made], *given: Any, **named: Any
) -> _Made:
    key = (make, *given, *named.items())
    try:
        result: _Made = known[key]
    except KeyError:
        result = known[key] = make(index, *given, **named)
    return result


def _present_addresses(index: SiteIndex) -> frozenset[str]:
    published = (version for version in index.by_source.values() if index.is_published(version))
    return frozenset(version_address(index.site, version).casefold() for version in published)


def _versions_of(index: SiteIndex, which: str, language: str, document_type: str) -> tuple[Version, ...]:
    arrangement = index.arrangement
    sources = arrangement.published if which == "published" else arrangement.listed
    return index.versions(sources.get((language, document_type), ()))


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
    by_source = {
        version.source: version for version in sorted(versions, key=source_of) if version.language in site.languages
    }
    arrangement = arranged(
        site, by_source, {path: visibility(version, site, now) for path, version in by_source.items()}
    )
    return SiteIndex(
        site=site,
        now=now,
        files=MappingProxyType(dict(files)),
        by_source=MappingProxyType(by_source),
        arrangement=arrangement,
        unread=frozenset(unread),
        ledger=ledger,
        withheld=None,
        is_departed=False,
    )


def revised(index: SiteIndex, versions: Iterable[Version]) -> SiteIndex | None:
    """Return the index with versions in the place of those of the same sources, and the same arrangement.

    None where one is not in the index, or has another outline: then the arrangement may be another one.
    """
    changed = {version.source: version for version in versions}
    known = index.by_source
    if any(source not in known or outline(known[source]) != outline(version) for source, version in changed.items()):
        return None
    # A view of a dict is copied as one with `|`; by its items it would take ten times as long.
    copied = known | changed if isinstance(known, MappingProxyType) else {**known, **changed}
    return replace(index, by_source=MappingProxyType(copied))


def opened(index: SiteIndex) -> SiteIndex:
    """Make writers' index of readers' one: everything counts as published, and `withheld` says what really is not.

    What was withdrawn or has expired is left out where something else has its address now.
    """
    arrangement, withheld = index.lasting(_opening)
    by_source = {source: index.by_source[source] for source in arrangement.visibilities}
    return replace(index, by_source=MappingProxyType(by_source), arrangement=arrangement, withheld=withheld)


def departed(index: SiteIndex) -> SiteIndex:
    """Make an index without documents of one, which shows where the ledger knows some."""
    site = replace(index.site, blocks=(), placements=())
    return replace(assemble(site, (), {}, index.now, (), index.ledger), is_departed=True)


def _opening(index: SiteIndex) -> tuple[Arrangement, Mapping[str, Visibility]]:
    gone = {Visibility.EXPIRED, Visibility.WITHDRAWN}
    states = index.visibilities
    taken = {
        version_address(index.site, version)
        for version in index.by_source.values()
        if states[version.source] not in gone
    }
    shown = {
        source: version
        for source, version in index.by_source.items()
        if states[source] not in gone or version_address(index.site, version) not in taken
    }
    withheld = {source: states[source] for source in shown if states[source] is not Visibility.PUBLISHED}
    arrangement = arranged(index.site, shown, dict.fromkeys(shown, Visibility.PUBLISHED))
    return arrangement, MappingProxyType(withheld)


def document_types() -> tuple[str, ...]:
    """Name the types, in the order in which a site shows its sections."""
    return tuple(DocumentType)
