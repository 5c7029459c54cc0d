"""Where blocks stand on pages of the CMS, by placements.yaml and by the last scan."""

from typing import NamedTuple

from plugins.core.block_contract import USUAL
from plugins.core.scanned_blocks import ScannedBlock
from plugins.core.site import Site


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
    unread = {_page(one.page): one for one in scanned.values() if not one.block}
    found: dict[tuple[str, str, str], KnownPlace] = {}
    for placement in site.placements:
        place = _place(placement.url, placement.block, placement.language)
        said = scanned.get(place) or unread.get(place[0])
        found[place] = KnownPlace(placement.url, placement.block, placement.language, placement.profile, said)
    for place, seen in scanned.items():
        if seen.block and seen.page.startswith(("http://", "https://")):
            found.setdefault(place, KnownPlace(seen.page, seen.block, seen.language, seen.profile or USUAL, seen))
    return tuple(sorted((one for one in found.values() if not one.url.startswith(site.base)), key=lambda one: one[:4]))


def _place(url: str, block: str, language: str) -> tuple[str, str, str]:
    return _page(url), block, language


def _page(url: str) -> str:
    """A page by its address: a fragment or a last slash makes no other page of it."""
    return url.partition("#")[0].rstrip("/")
