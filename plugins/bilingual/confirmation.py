"""Confirming: which pairs are meant, and the records as they are afterwards."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from plugins.bilingual.passages import state
from plugins.bilingual.records import Pair, Records, TranslationRecord
from plugins.bilingual.standings import TranslationStatus, confirmed, judgement
from plugins.core.documents import Version
from plugins.core.index import SiteIndex

Versions = tuple[Version, Version]


def pairs_of(index: SiteIndex, sources: Iterable[str]) -> Iterator[Versions]:
    """List the pairs of some versions, named by their sources: each with every other version of its document."""
    for source in dict.fromkeys(sources):
        version = index.by_source[source]
        yield from ((version, other) for other in index.by_key[version.key].versions if other is not version)


def every_pair(index: SiteIndex) -> Iterator[Versions]:
    """List every pair of every document."""
    for document in index.documents:
        yield from combinations(document.versions, 2)


def one_pair(index: SiteIndex, form: Mapping[str, str]) -> Iterator[Versions]:
    """Yield the pair that a form names by `key`, `lang` and `against`; nothing when there is no such pair."""
    document = index.by_key.get(form.get("key", ""))
    if document is not None:
        version, other = document.version(form.get("lang", "")), document.version(form.get("against", ""))
        if version is not None and other is not None and version is not other:
            yield version, other


def unconfirmed(pairs: Iterable[Versions], records: Records) -> list[Versions]:
    """Keep the pairs that are not recorded as they now are, each once, whichever side it was named from."""
    found: dict[frozenset[str], Versions] = {}
    for first, other in pairs:
        states = {version.source: state(version) for version in (first, other)}
        sides = (judgement(first, other, records, states), judgement(other, first, records, states))
        if any(side.standing is not TranslationStatus.OK for side in sides):
            found.setdefault(frozenset(states), (first, other))
    return list(found.values())


def recorded(records: Records, pairs: Iterable[Versions], date: str, index: SiteIndex) -> dict[Pair, TranslationRecord]:
    """Return the records with these pairs confirmed on a date; those of documents that are gone are dropped."""
    remaining = {pair: record for pair, record in records.by_pair.items() if pair.key in index.by_key or index.unread}
    return remaining | {record.pair: record for record in confirmed(pairs, date)}
