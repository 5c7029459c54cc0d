"""The pages of other systems whose blocks a release makes old."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from plugins.core.ledger import BlockVersion, Ledger
from plugins.core.site import Placement


class StalePage(NamedTuple):
    """A page and the block on it that an editor has to replace, or to remove where the block is withdrawn."""

    url: str
    block: str
    language: str
    withdrawn: bool


def stale_pages(
    placements: Iterable[Placement], before: Ledger, after: Ledger, files: Collection[str]
) -> tuple[StalePage, ...]:
    """Give the placements whose block is another after a release, or gone from the release's files; by address."""
    found = set()
    for one in placements:
        identity = (one.block, one.language, one.profile)
        old, new = before.block_versions(*identity), after.block_versions(*identity)
        withdrawn = f"blocks/{one.block}/{one.language}.{one.profile}.html" not in files
        if old and (withdrawn or _newest(old) != _newest(new)):
            found.add(StalePage(one.url, one.block, one.language, withdrawn))
    return tuple(sorted(found))


def _newest(versions: tuple[BlockVersion, ...]) -> str:
    return versions[-1].v if versions else ""
