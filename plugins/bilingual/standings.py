"""Standings: how each version of a document stands to each other one."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from plugins.bilingual.changes import PassageChange, changes
from plugins.bilingual.passages import State, state
from plugins.bilingual.records import Pair, Records, TranslationRecord
from plugins.core.documents import Document, Version


class TranslationStatus(StrEnum):
    """What is known of a version against another."""

    OK = "ok"
    STALE = "stale"
    """The other has changed since they were checked, this one has not."""
    TOUCHED = "touched"
    """Both have changed since."""
    MISSING = "missing"
    UNMARKED = "unmarked"
    """They have never been checked."""


class Judgement(NamedTuple):
    """How a version stands to another; of a missing one there is no version and no other."""

    key: str
    language: str
    standing: TranslationStatus
    version: Version | None = None
    against: Version | None = None
    record: TranslationRecord | None = None
    changes: tuple[PassageChange, ...] = ()
    """What has changed in the other version."""


def judgements(documents: Iterable[Document], languages: Iterable[str], records: Records) -> Iterator[Judgement]:
    """Judge every pair of every document, in the order of keys and of the site's languages."""
    codes = tuple(languages)
    for document in documents:
        states = {version.source: state(version) for version in document.versions}
        for code in codes:
            version = document.version(code)
            if version is None:
                yield Judgement(document.key, code, TranslationStatus.MISSING)
                continue
            for other in document.versions:
                if other is not version:
                    yield judgement(version, other, records, states)


def judgement(version: Version, other: Version, records: Records, states: "dict[str, State]") -> Judgement:
    """Judge one pair from the side of one version."""
    key, code = version.key, version.language
    record = records.by_pair.get(Pair(key, code, other.language))
    if record is None:
        return Judgement(key, code, TranslationStatus.UNMARKED, version, other)
    if record.paragraphs == states[other.source]:
        return Judgement(key, code, TranslationStatus.OK, version, other, record)
    own = records.by_pair.get(Pair(key, other.language, code))
    has_changed = own is not None and own.paragraphs != states[version.source]
    found = changes(record.paragraphs, states[other.source])
    standing = TranslationStatus.TOUCHED if has_changed else TranslationStatus.STALE
    return Judgement(key, code, standing, version, other, record, found)


def confirmed(pairs: Iterable[tuple[Version, Version]], date: str) -> Iterator[TranslationRecord]:
    """Record that versions agree as they now are: for each pair, each side's state in the record of the other."""
    for version, other in pairs:
        yield TranslationRecord(Pair(version.key, version.language, other.language), date, state(other))
        yield TranslationRecord(Pair(version.key, other.language, version.language), date, state(version))
