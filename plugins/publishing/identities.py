"""What has been published keeps its meaning: keys, ids of blocks, and as far as can be, addresses."""

from collections.abc import Iterable, Iterator

from plugins.core.addresses import version_address
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.index import SiteIndex

DOCUMENT_KINDS = frozenset({"document", "summary"})
"""Kinds of blocks that documents are of themselves; all others are declared in blocks.yaml."""


def changed_identities(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find keys and ids of blocks that were published as something else (LED002)."""
    ledger = index.ledger
    for version in index.by_source.values():
        was = ledger.types.get(version.key) or _declared(ledger.kinds.get(version.key))
        if was is not None and was != version.type:
            yield diagnostic("LED002", version.place("id"), key=version.key, was=was, now=version.type.value)
    for block in index.site.blocks:
        was = _declared(ledger.kinds.get(block.id)) or ledger.types.get(block.id)
        now = f"block:{block.kind}"
        if was is not None and was != now:
            place = Place("blocks.yaml", block.line, block.column)
            yield diagnostic("LED002", place, key=block.id, was=was, now=now)


def _declared(kind: str | None) -> str | None:
    return None if kind is None or kind in DOCUMENT_KINDS else f"block:{kind}"


def reused_addresses(index: SiteIndex) -> Iterator[Diagnostic]:
    """Find versions at an address that readers know for another document (LED003): a renamed file, perhaps."""
    known = {address: version for version in index.ledger.versions for address in version.addresses}
    if not known:
        return
    for version in index.by_source.values():
        if index.is_published(version):
            address = version_address(index.site, version)
            before = known.get(address)
            if before is not None and before.key != version.key:
                yield diagnostic("LED003", version.place(), address=address, key=before.key)
