"""What the changes of the content do to other systems: the pages whose blocks get old, by the versions that changed."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from plugins.blocks.outlet import present_blocks
from plugins.core.block_contract import BlockIdentity
from plugins.core.contributions import Settings
from plugins.core.document_blocks import SUMMARY
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.ledger import Ledger
from plugins.core.outputs import Trees
from plugins.core.stale_pages import PresentBlock, StalePage, placed, stale_pages
from plugins.publishing.last_release import last_release

BLOCKS = "blocks.yaml"
OF_DOCUMENTS = frozenset({"document", "summary"})
"""Kinds of blocks that documents are of themselves; `blocks.yaml` asks for all others."""

Present = Mapping[BlockIdentity, PresentBlock]


class Effect(NamedTuple):
    """A source that has changed since the last release, and the pages that hold a block which tells of it.

    Where no text accounts for a block's change the source is `blocks.yaml`; it is empty when it is no longer there.
    """

    source: str
    pages: tuple[StalePage, ...]


class Effects(NamedTuple):
    """The effects, by source; `released` is the date of the newest thing in the last release, empty without one."""

    released: str
    by_source: tuple[Effect, ...] = ()


def effects(settings: Settings, trees: Trees, index: SiteIndex) -> Effects | None:
    """Return which placed blocks publishing would make old; None where nothing is placed."""
    placements = index.site.placements
    if not placements:
        return None
    released = last_release(settings, index)
    if released is None:
        return Effects("")
    there = _present(trees, index, {placed(placement) for placement in placements})
    pages = stale_pages(placements, released, {identity: block.v for identity, block in there.items()})
    listed = {source for page in pages if page.identity in there for source in there[page.identity].sources}
    changed = _changed(trees, index, released, listed)
    gathered: dict[str, list[StalePage]] = {}
    for page in pages:
        for source in _sources(index, released, page, there, changed):
            gathered.setdefault(source, []).append(page)
    # What has no source any more stands last.
    in_order = sorted(gathered, key=lambda source: (not source, source))
    return Effects(released.newest, tuple(Effect(source, tuple(gathered[source])) for source in in_order))


def _present(trees: Trees, index: SiteIndex, wanted: Collection[BlockIdentity]) -> Present:
    return present_blocks(index, wanted, trees) if wanted else {}


def _changed(trees: Trees, index: SiteIndex, released: Ledger, sources: Iterable[str]) -> frozenset[str]:
    """Keep the sources whose own block is new or another than in the last release; a project's cannot be told."""
    profiles = index.site.block_defaults.profiles[:1]
    versions = [index.by_source[source] for source in sources if source in index.by_source]
    own = {
        BlockIdentity(version.key, version.language, profile): version.source
        for version in versions
        for profile in profiles
    }
    there = _present(trees, index, own.keys())
    found = {own[identity] for identity, block in there.items() if not _is_released(released, identity, block.v)}
    return frozenset(found | {version.source for version in versions if version.type is DocumentType.PROJECTS})


def _is_released(released: Ledger, identity: BlockIdentity, v: str) -> bool:
    states = released.block_versions(*identity)
    return bool(states) and states[-1].v == v


def _sources(
    index: SiteIndex, released: Ledger, page: StalePage, there: Present, changed: Collection[str]
) -> tuple[str, ...]:
    """Return the sources that account for a stale block: of a document's own its file, of others those that changed."""
    kind = released.kinds[page.block]
    if kind in OF_DOCUMENTS:
        document = index.by_key.get(page.block.removesuffix(SUMMARY) if kind == "summary" else page.block)
        own = document.version(page.language) if document else None
        return (own.source if own else "",)
    block = there.get(page.identity)
    sources = (source for source in block.sources if source in changed) if block else ()
    return tuple(sources) or (BLOCKS,)
