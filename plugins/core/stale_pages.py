"""The pages of other systems whose blocks get old when the content is published."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plugins.core.block_contract import BlockIdentity
from plugins.core.ledger import Ledger
from plugins.core.site import Placement


class PresentBlock(NamedTuple):
    """A block as the content now makes it: its version, and the sources that it tells of."""

    v: str
    sources: tuple[str, ...]


class StalePage(NamedTuple):
    """A page and the block on it that an editor has to replace, or to remove where the block is withdrawn."""

    url: str
    block: str
    language: str
    profile: str
    withdrawn: bool

    @property
    def identity(self) -> BlockIdentity:
        """The block."""
        return BlockIdentity(self.block, self.language, self.profile)


def placed(placement: Placement) -> BlockIdentity:
    """Return the block of a placement."""
    return BlockIdentity(placement.block, placement.language, placement.profile)


def stale_pages(
    placements: Iterable[Placement], released: Ledger, present: Mapping[BlockIdentity, str]
) -> tuple[StalePage, ...]:
    """Return the placements whose block is now another than in the last release, or no longer there; by address.

    `present` are the versions of the blocks that there are. What never was released stands on no page.
    """
    found = set()
    for placement in placements:
        identity = placed(placement)
        states, v = released.block_versions(*identity), present.get(identity)
        if states and states[-1].v != v:
            found.add(StalePage(placement.url, *identity, withdrawn=v is None))
    return tuple(sorted(found))
