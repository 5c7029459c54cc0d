"""Blocks as they stand on a page: from a block's heading to the link that says which block it is."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from plugins.core.block_contract import Stamp, is_marked, stamp_in, stamps_in, version
from plugins.scanning.page import PageToken, text_of

_HEADING = re.compile(r"h[1-6]")


class Region(Struct, frozen=True):
    """What is left of a block on a page.

    `stamp` is None where the link is lost, `headed` is false where the heading is, and `is_escaped` tells that the
    block's HTML was pasted as text. `v` is the hash of what stands there, `links` where it leads.
    """

    heading_id: str
    stamp: Stamp | None
    headed: bool
    text: str
    links: tuple[str, ...] = ()
    v: str = ""
    is_escaped: bool = False


def regions(marks: tuple[PageToken, ...], known_headings: Collection[str]) -> tuple[Region, ...]:
    """Find every block of a page, in its order; of blocks without a link only those whose heading ids are known."""
    found: list[tuple[int, Region]] = []
    links = [place for place, mark in enumerate(marks) if mark.href is not None and is_marked(mark.href)]
    headings = [place for place, mark in enumerate(marks) if mark.begins and mark.id in known_headings]
    after, begun = 0, set[int]()
    for place in links:
        stamp = stamp_in(marks[place].href or "")
        end = _end(marks, place)
        if stamp is None and any(after <= one < place for one in headings):
            after = end  # the heading before it tells more of the block than a broken mark
            continue
        start = _start(marks, after, place, stamp)
        begun |= {start} if start is not None else set()
        found.append((place, _region(marks[start if start is not None else place : end], stamp, start is not None)))
        after = end
    for number, place in enumerate(headings):
        if place not in begun:
            later = [one for one in (*links, *headings[number + 1 :]) if one > place]
            found.append((place, _region(marks[place : _orphan_end(marks, place, later)], None, headed=True)))
    found += [(len(marks), one) for one in _escaped(marks)]
    return tuple(region for _, region in sorted(found, key=lambda one: one[0]))


def _start(marks: tuple[PageToken, ...], first: int, link: int, stamp: Stamp | None) -> int | None:
    """Find where a block begins: at its heading's id, else, where ids were taken off, at a heading that fits."""
    if stamp is None:
        return None
    for place in range(link, first - 1, -1):
        if marks[place].begins and marks[place].id == stamp.identity.heading_id:
            return place
    end = _end(marks, link)
    for place in range(link, first - 1, -1):
        is_heading = marks[place].begins and _HEADING.fullmatch(marks[place].tag)
        if is_heading and _region(marks[place:end], stamp, headed=True).v == stamp.v:
            return place
    return None


def _end(marks: tuple[PageToken, ...], link: int) -> int:
    """Give the place after a link's end."""
    return next(place for place in range(link, len(marks)) if marks[place] == PageToken("a")) + 1


def _orphan_end(marks: tuple[PageToken, ...], heading: int, later: list[int]) -> int:
    """Give where a block without its link ends at the latest: before a heading of its rank, or another block."""
    own = f"{marks[heading].id}-"
    limit = min(later, default=len(marks))
    for place in range(heading + 1, limit):
        mark = marks[place]
        ranks = mark.begins and _HEADING.fullmatch(mark.tag) and mark.tag <= marks[heading].tag
        if ranks and not mark.id.startswith(own):
            return place
    return limit


def _region(marks: tuple[PageToken, ...], stamp: Stamp | None, headed: bool) -> Region:
    links = tuple(mark.href for mark in marks if mark.href is not None)
    texts = "".join(mark.text for mark in marks)
    heading_id = stamp.identity.heading_id if stamp else next((mark.id for mark in marks if mark.id), "")
    v = version(texts, links)
    return Region(heading_id, stamp, headed, text_of(marks), tuple(one for one in links if not is_marked(one)), v)


def _escaped(marks: tuple[PageToken, ...]) -> Iterator[Region]:
    """Find blocks whose HTML a page shows as text: pasted as source where rich text was expected."""
    text = "".join(mark.text for mark in marks if not mark.tag)
    for stamp in dict.fromkeys(stamps_in(text)):
        yield Region(stamp.identity.heading_id, stamp, headed=False, text="", is_escaped=True)
