"""The ledger of a release that brings an earlier one back: nothing is forgotten, and what was withdrawn stays so."""

from collections.abc import Collection, Iterator, Mapping

from msgspec.structs import replace

from plugins.core.arrangement import Visibility
from plugins.core.block_contract import BlockIdentity
from plugins.core.index import SiteIndex
from plugins.core.ledger import Ledger, PublishedBlock, PublishedEvent, PublishedVersion
from plugins.publishing.succession import MISSING, Identity, absent_block, present_block, still_its_own


def kept_away(index: SiteIndex, current: Ledger, target: Ledger) -> Mapping[Identity, str]:
    """Find what the earlier release showed and readers must not see again, and why.

    That is what somebody has withdrawn since, or made a draft, and whose time is up: as the last release knew it, and
    as the content has it now.
    """
    now = {(version.key, version.language): index.visibilities[version.source] for version in index.by_source.values()}
    found = {}
    for version in target.versions:
        identity = (version.key, version.language)
        known = current.version(*identity)
        reason = now[identity].value if identity in now else known.reason if known else ""
        if not version.withdrawn and reason not in ("", MISSING, Visibility.PUBLISHED.value):
            found[identity] = reason
    return found


def restored_versions(
    current: Ledger, target: Ledger, away: Mapping[Identity, str], date: str
) -> tuple[PublishedVersion, ...]:
    """Return everything that has been published, once the earlier release stands again."""
    there = ((version.key, version.language, version.addresses) for version in target.versions if not version.withdrawn)
    back = {(key, language): addresses for key, language, addresses in there if (key, language) not in away}
    taken = {addresses[0]: identity for identity, addresses in back.items()}
    after = {}
    for known in (*target.versions, *current.versions):
        identity = (known.key, known.language)
        then = target.version(*identity)
        addresses = (*(then.addresses if then else ()), *known.addresses)
        own = still_its_own(dict.fromkeys(addresses), taken, identity)
        if identity in back:
            after[identity] = replace(known, addresses=own, withdrawn="", reason="")
        else:
            reason = away.get(identity) or known.reason or MISSING
            after[identity] = replace(known, addresses=own, withdrawn=known.withdrawn or date, reason=reason)
    return tuple(after[identity] for identity in sorted(after))


def restored_blocks(current: Ledger, target: Ledger, paths: Collection[str], date: str) -> Iterator[PublishedBlock]:
    """Yield the history of every block; `paths` are the files that stand there again."""
    for known in current.blocks:
        then = target.block(known.id, known.language, known.profile)
        path = BlockIdentity(known.id, known.language, known.profile).path
        if then is None or not then.versions or path not in paths:
            yield absent_block(known)
        else:
            yield present_block(known, then.versions[-1].v, then.sentences, date)


def restored_events(current: Ledger, target: Ledger) -> tuple[PublishedEvent, ...]:
    """Return what calendars have been told of: the state as it was, the number of its changes as it is."""
    then: Mapping[str, PublishedEvent] = {event.uid: event for event in target.events}
    return tuple(
        replace(then[event.uid], sequence=event.sequence) if event.uid in then else event for event in current.events
    )
