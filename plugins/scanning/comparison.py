"""What stands on a page held against a block: the same, the same but for what a CMS does, or other."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from plugins.core.block_contract import letters, version
from plugins.scanning.cms_additions import cleared, own_addresses, without_additions
from plugins.scanning.known_blocks import KnownBlock
from plugins.scanning.page import PageToken, ReadPage, titles_of, tokens_of
from plugins.scanning.regions import Region, block_starts
from plugins.scanning.said_text import letters_in, links_in, said_by
from plugins.scanning.source_links import address_changes, link_signs

MOST_TOKENS = 100_000
MOST_SAID = 400_000
"""What a block of 100 kB can have at most; a stretch that is longer is no block, whatever stands in it."""
MOST_STARTS = 600
"""Beginnings that are tried for a block whose heading has lost its id, or is gone."""


class HeadingFate(StrEnum):
    """What became of a block's heading."""

    OWN = "own"
    TITLE = "title"
    """It is gone, and a title of the page says the same."""
    GONE = "gone"


class Match(NamedTuple):
    """How a stretch of a page says what a version says; `start` is where it begins.

    `reasons` are keys of sentences on what is otherwise, `said` is what stands there without that.
    """

    start: int
    said: str
    reasons: tuple[str, ...] = ()
    heading: HeadingFate = HeadingFate.OWN


class PlacedBlock(NamedTuple):
    """A region as far as it could be made out, and how it matches what its source link says, if it does."""

    region: Region
    match: Match | None


class _Reading(NamedTuple):
    """What a stretch may have been without what was added to it: its text, and where it leads, its source link last."""

    said: str
    reasons: tuple[str, ...]
    text: str
    links: tuple[str, ...]


def placed_block(page: ReadPage, region: Region, block: KnownBlock | None) -> PlacedBlock:
    """Find out where a block begins, and whether its text is that of the version that its link names."""
    if region.stamp is None or region.is_escaped or region.is_nested:
        return PlacedBlock(region, None)
    starts = [region.start] if region.headed else islice(block_starts(page.tokens, region), MOST_STARTS)
    titles = [] if region.headed else _titles(page, block)
    titled: Match | None = None
    for start in starts:
        for reading in _readings(page.tokens[start : region.end], region, block):
            if _is_version(reading, region, block):
                is_title = not region.headed and page.tokens[start].tag == "h1"
                fate = HeadingFate.TITLE if is_title else HeadingFate.OWN
                return PlacedBlock(region, Match(start, reading.said, reading.reasons, fate))
            for title, fate in titles if titled is None else ():
                if _is_version(reading._replace(text=title + reading.text), region, block):
                    titled = Match(start, reading.said, reading.reasons, fate)
    return PlacedBlock(region, titled)


def said_by_people(page: ReadPage, region: Region, block: KnownBlock) -> str:
    """What a stretch says that is of no version, without what CMSs are known to add."""
    stretch = said_by(_without_asides(page.tokens[region.start : region.end]))
    own = own_addresses(said_by_block(block.html)) if block.html else {}
    return cleared(stretch, own) if len(stretch) <= MOST_SAID else stretch


@lru_cache(maxsize=256)
def said_by_block(html: str) -> str:
    """What a block's own HTML says."""
    return said_by(tokens_of(html))


def _is_version(reading: _Reading, region: Region, block: KnownBlock | None) -> bool:
    """Whether this is the version that the source link names; a text of the site's may have additions of its own."""
    stamp = region.stamp
    assert stamp is not None
    if version(reading.text, reading.links) == stamp.v:
        return True
    if block is None or not block.html or block.v != stamp.v or reading.links[-1] != block.url:
        return False
    return bool(reading.reasons) and (letters(reading.text), reading.links) in _without_own_additions(block)


@lru_cache(maxsize=256)
def _without_own_additions(block: KnownBlock) -> frozenset[tuple[str, tuple[str, ...]]]:
    ours = said_by_block(block.html)
    readings = without_additions(ours, own_addresses(ours))
    return frozenset((letters_in(reading), (*links_in(reading)[:-1], block.url)) for _, reading in readings)


def _readings(tokens: Sequence[PageToken], region: Region, block: KnownBlock | None) -> Iterator[_Reading]:
    """What a stretch may have been, the likeliest first: as it stands, then without what CMSs add."""
    link = region.link
    stretch = said_by(tokens) if len(tokens) <= MOST_TOKENS else ""
    if link is None or not stretch or len(stretch) > MOST_SAID:
        return
    sources = [(link_signs(link), link.address)]
    if block and (changes := address_changes(link, block.url)):
        sources.append((changes, block.url))
    own = own_addresses(said_by_block(block.html)) if block and block.html else {}
    shown = said_by(_without_asides(tokens))
    bare = chain((((), shown),), without_additions(shown, own)) if shown != stretch else ()
    asides = ((("cms-asides", *taken), candidate) for taken, candidate in bare)
    for taken, candidate in chain((((), stretch),), without_additions(stretch, own), asides):
        text, links = letters_in(candidate), links_in(candidate)
        for changes, source in sources:
            yield _Reading(candidate, (*taken, *changes), text, (*links[:-1], source))


def _without_asides(tokens: Sequence[PageToken]) -> list[PageToken]:
    return [token for token in tokens if not token.is_aside]


def _titles(page: ReadPage, block: KnownBlock | None) -> list[tuple[str, HeadingFate]]:
    """Texts that may have stood in a heading that is gone, and whether the page says them itself."""
    there = dict.fromkeys(map(letters, titles_of(page)[:8]))
    found = [(title, HeadingFate.TITLE) for title in there]
    if block and letters(block.title) not in there:
        found.append((letters(block.title), HeadingFate.GONE))
    return found
