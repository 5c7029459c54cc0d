"""What is to be done on each page of the CMS where a block stands."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from plugins.core import scanned_blocks
from plugins.core.outputs import Materials
from plugins.workbench.views import BlockPlace, PlacePage

FINE = "current"
COMPARED = scanned_blocks.FINE | {scanned_blocks.ScanState.STALE}
"""States in which a block is as some version of it was."""


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
    made = materials.facts(place.output) if place.output else None
    file = made.files.get(place.profile) if made else None
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
