"""Where blocks stand on pages of the CMS, by placements.yaml and by the last scan, and what is to be done there."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from plugins.core import scanned_blocks
from plugins.core.block_contract import USUAL
from plugins.core.outputs import Materials
from plugins.core.scanned_blocks import ScannedBlock
from plugins.core.site import Site
from plugins.workbench.views import BlockPlace, PlacePage

FINE = "current"
COMPARED = scanned_blocks.FINE | {scanned_blocks.ScanState.STALE}
"""States in which a block is as some version of it was."""


class KnownPlace(NamedTuple):
    """A block on a page, and what the last scan said of it there; None where it did not look, or saw no such block."""

    url: str
    block: str
    language: str
    profile: str
    scanned: ScannedBlock | None = None


def known_places(site: Site) -> tuple[KnownPlace, ...]:
    """Return every place by its page; pages of the site itself are none, nor are files that were scanned."""
    scanned = {
        _place(block.page, block.block, block.language): block for block in (site.scan.blocks if site.scan else ())
    }
    unread = {_page(block.page): block for block in scanned.values() if not block.block}
    found: dict[tuple[str, str, str], KnownPlace] = {}
    for placement in site.placements:
        place = _place(placement.url, placement.block, placement.language)
        scanned_block = scanned.get(place) or unread.get(place[0])
        found[place] = KnownPlace(placement.url, placement.block, placement.language, placement.profile, scanned_block)
    for place, seen in scanned.items():
        if seen.block and seen.page.startswith(("http://", "https://")):
            found.setdefault(place, KnownPlace(seen.page, seen.block, seen.language, seen.profile or USUAL, seen))
    return tuple(
        sorted(
            (known_place for known_place in found.values() if not known_place.url.startswith(site.base)),
            key=lambda known_place: known_place[:4],
        )
    )


def _place(url: str, block: str, language: str) -> tuple[str, str, str]:
    return _page(url), block, language


def _page(url: str) -> str:
    """A page by its address: a fragment or a last slash makes no other page of it."""
    return url.partition("#")[0].rstrip("/")


def judged(pages: Iterable[PlacePage], materials: Materials) -> Iterator[PlacePage]:
    """Yield pages with the state of every block on them."""
    for page in pages:
        yield replace(page, places=tuple(_judged(place, materials) for place in page.places))


def wanting(pages: Iterable[PlacePage]) -> Iterator[PlacePage]:
    """Yield the pages where something is to be done, with the blocks that are concerned."""
    for page in pages:
        if places := tuple(place for place in page.places if place.state != FINE):
            yield replace(page, places=places)


def _judged(place: BlockPlace, materials: Materials) -> BlockPlace:
    block = materials.facts(place.output) if place.output else None
    file = block.files.get(place.profile) if block else None
    if file is None:
        return replace(place, state="unknown", fragment="")
    stands = bool(place.history) and place.history[-1].v == file.v
    date = place.date if stands else place.today
    return replace(place, state=_state(place, file.v, has_changed=len(place.history) > stands), date=date)


def _state(place: BlockPlace, v: str, *, has_changed: bool) -> str:
    if not place.scanned:
        # Nobody has looked at the page: it may hold what stood there before the text changed.
        return "check" if has_changed else FINE
    if place.scanned in COMPARED and place.scanned_v:
        # The site may have changed since the scan.
        return FINE if place.scanned_v == v else "stale"
    return FINE if place.scanned in scanned_blocks.FINE else place.scanned
