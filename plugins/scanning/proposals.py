"""Placements that a scan found and placements.yaml does not name."""

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from plugins.core.scanned_blocks import ScannedBlock, ScannedPlacement, ScanState
from plugins.core.site import Placement
from plugins.scanning.targets import is_address, same_page

_NOT_THERE = frozenset({ScanState.MISSING, ScanState.UNREADABLE, ScanState.UNKNOWN})


def proposals(found: Iterable[ScannedBlock], placements: Collection[Placement]) -> tuple[ScannedPlacement, ...]:
    """Return where blocks of the site stand and no placement says so, by block and address."""
    there = {
        ScannedPlacement(finding.block, finding.page, finding.language, finding.profile)
        for finding in found
        if finding.block and finding.state not in _NOT_THERE and is_address(finding.page)
    }
    new = (place for place in there if not any(_is_known(place, known) for known in placements))
    return tuple(sorted(new, key=lambda place: (place.block, place.url, place.lang, place.profile)))


def as_yaml(proposed: Sequence[ScannedPlacement]) -> str:
    """Write proposals as placements.yaml has them."""
    lines = []
    for block, places in groupby(proposed, key=lambda proposal: proposal.block):
        lines.append(f"{block}:")
        for place in places:
            url = place.url.replace("\\", "%5C").replace('"', "%22")
            lines.append(f'  - {{url: "{url}", lang: {place.lang}, profile: {place.profile}}}')
    return "".join(f"{line}\n" for line in lines)


def _is_known(place: ScannedPlacement, known: Placement) -> bool:
    return (place.block, place.lang) == (known.block, known.language) and same_page(place.url, known.url)
