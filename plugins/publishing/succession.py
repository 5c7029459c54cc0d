"""The ledger after a release: the one before it, and what the release adds. Nothing is ever forgotten."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from plugins.core.addresses import version_address
from plugins.core.arrangement import Visibility
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.ledger import BlockVersion, PublishedBlock, PublishedVersion
from plugins.core.sentence_changes import change

Identity: TypeAlias = tuple[str, str]
"""A key and a language."""

MISSING = "missing"
"""Why a version went whose file is no longer there: perhaps by mistake."""


def published_versions(index: SiteIndex) -> tuple[PublishedVersion, ...]:
    """Return everything that has been published once the index's release is out, by key and language."""
    date = index.now.date().isoformat()
    live = {
        (version.key, version.language): (version, version_address(index.site, version))
        for version in index.by_source.values()
        if index.is_published(version)
    }
    taken = {address: identity for identity, (_, address) in live.items()}
    known = {(version.key, version.language): version for version in index.ledger.versions}
    states = {
        (version.key, version.language): index.visibilities[version.source] for version in index.by_source.values()
    }
    after = {
        identity: _departed(version, taken, date, states.get(identity))
        for identity, version in known.items()
        if identity not in live
    }
    for identity, (version, address) in live.items():
        after[identity] = _present(index, version, address, known.get(identity), taken, date)
    return tuple(after[identity] for identity in sorted(after))


def _present(
    index: SiteIndex,
    version: Version,
    address: str,
    known: PublishedVersion | None,
    taken: Mapping[str, Identity],
    date: str,
) -> PublishedVersion:
    earlier = still_its_own(known.addresses, taken, (version.key, version.language)) if known else ()
    return PublishedVersion(
        key=version.key,
        language=version.language,
        type=str(version.type),
        addresses=(address, *(other for other in earlier if other != address)),
        feed_id=index.feed_id(version),
        published=known.published if known else date,
    )


def _departed(
    known: PublishedVersion, taken: Mapping[str, Identity], date: str, state: Visibility | None
) -> PublishedVersion:
    # A file that is deleted after its text was withdrawn has been withdrawn for good.
    reason = state.value if state is not None else known.reason or MISSING
    addresses = still_its_own(known.addresses, taken, (known.key, known.language))
    return replace(known, addresses=addresses, withdrawn=known.withdrawn or date, reason=reason)


def still_its_own(addresses: Iterable[str], taken: Mapping[str, Identity], identity: Identity) -> tuple[str, ...]:
    """Leave out the addresses at which something else stands now: an address belongs to whoever had it last."""
    return tuple(address for address in addresses if taken.get(address, identity) == identity)


def present_block(before: PublishedBlock, v: str, sentences: str, date: str) -> PublishedBlock:
    """Return a block once it is published as `v` with these fingerprints; an unchanged block keeps its date.

    Of the state before, the fingerprints are forgotten: what is kept is what has become of its sentences.
    """
    if before.versions and before.versions[-1].v == v:
        return before if before.sentences == sentences else replace(before, sentences=sentences)
    sentence_change = change(before.sentences, sentences) if before.sentences else ""
    versions = (*before.versions, BlockVersion(v, date))
    return PublishedBlock(before.id, before.kind, before.language, before.profile, versions, sentences, sentence_change)


def absent_block(before: PublishedBlock) -> PublishedBlock:
    """Return a block that a release does not have: its history stays, nothing of its text does."""
    return replace(before, sentences="", change="")
