"""Blocks as they stand on a page: from a block's heading to the link that says which block it is."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct

from plugins.core.block_contract import Stamp, heading_id, stamps_in
from plugins.core.markup.tree import BLOCK_TAGS
from plugins.scanning.page import PageToken
from plugins.scanning.source_links import SourceLink, source_link

_HEADING = re.compile(r"h[1-6]")
_WRITTEN_LINK = re.compile(r"<a\s[^<>]{0,300}?href=[\"']?[^\"'<>]{0,2000}$")


class Region(Struct, frozen=True):
    """What is left of a block on a page: places of its tokens, the last one not included.

    `link` is None where the source link is lost, `headed` is false where no heading has the block's id. What lies
    between `after`, where the block before it ends, and `start` may be of the block too. `is_nested` tells that another
    block stands in this one, `is_escaped` that the block's HTML was pasted as text.
    """

    start: int
    end: int
    after: int
    heading_id: str
    link: SourceLink | None
    headed: bool
    node: str = ""
    is_nested: bool = False
    is_escaped: bool = False

    @property
    def stamp(self) -> Stamp | None:
        """What the source link says; None where it is lost or broken."""
        return self.link.stamp if self.link else None


def regions(tokens: Sequence[PageToken], known_headings: Collection[str]) -> tuple[Region, ...]:
    """Find every block of a page, in its order; of blocks without a link only those whose heading ids are known."""
    links = {place: link for place, token in enumerate(tokens)
             if token.href is not None and "kaiku" in token.href and (link := source_link(token.href))}  # fmt: skip
    wanted = {heading_id(link.stamp.identity.block, link.stamp.identity.language) for link in links.values()
              if link.stamp}  # fmt: skip
    open_headings: dict[str, list[int]] = {}
    found: list[Region] = []
    after = 0
    for place, token in enumerate(tokens):
        if token.begins and token.id and (token.id in wanted or token.id in known_headings):
            open_headings.setdefault(token.id, []).append(place)
        if place not in links:
            continue
        link, end = links[place], _end(tokens, place)
        name = link.stamp.identity.heading_id if link.stamp else _latest(open_headings, known_headings)
        begun = open_headings.get(name)
        start = begun.pop() if begun else place
        nested = any(start < region.start and region.headed for region in found)
        found.append(Region(start, end, min(after, start), name, link, start != place, token.node, nested))
        after = end
    lost = sorted((place, name) for name, places in open_headings.items() if name in known_headings for place in places)
    ends = sorted([place for place, _ in lost] + [region.start for region in found] + [region.end for region in found])
    found += [_orphan(tokens, place, name, ends) for place, name in lost]
    found += _escaped(tokens)
    return tuple(sorted(found, key=lambda region: region.start))


def block_starts(tokens: Sequence[PageToken], region: Region) -> Iterator[int]:
    """Yield the places before a region's link at which a block without its heading may begin, the nearest first."""
    last = -1
    for place in range(region.end - 1, region.after - 1, -1):
        token = tokens[place]
        if token.begins and token.tag in BLOCK_TAGS:
            last = place
            yield place
    if last != region.after:
        yield region.after


def before_link(tokens: Sequence[PageToken], region: Region) -> str:
    """What stands before a region's link in its paragraph."""
    link = max((place for place in range(region.start, region.end) if tokens[place].href is not None), default=0)
    texts: list[str] = []
    for place in range(link - 1, -1, -1):
        if tokens[place].tag in BLOCK_TAGS or len(texts) > 20:
            break
        texts.append(tokens[place].text)
    return "".join(reversed(texts)).strip()


def _latest(open_headings: Mapping[str, Sequence[int]], known_headings: Collection[str]) -> str:
    """The block to which a link with a broken mark belongs: that whose heading was the last."""
    lasts = [(places[-1], name) for name, places in open_headings.items() if places and name in known_headings]
    return max(lasts, default=(0, ""))[1]


def _end(tokens: Sequence[PageToken], place: int) -> int:
    """Return the place after a link's end."""
    return next((later for later in range(place + 1, len(tokens)) if tokens[later].tag == "a"), len(tokens) - 1) + 1


def _orphan(tokens: Sequence[PageToken], heading: int, name: str, ends: Sequence[int]) -> Region:
    """A block without its link: it ends at the latest before a heading of its rank, or another block."""
    limit = min((end for end in ends if end > heading), default=len(tokens))
    for place in range(heading + 1, limit):
        token = tokens[place]
        ranks = token.begins and _HEADING.fullmatch(token.tag) and token.tag <= tokens[heading].tag
        if ranks and not token.id.startswith(f"{name}-"):
            limit = place
            break
    return Region(heading, limit, heading, name, None, headed=True, node=tokens[heading].node)


def _escaped(tokens: Sequence[PageToken]) -> Iterator[Region]:
    """Find blocks whose HTML a page shows as text: pasted as source where rich text was expected."""
    text = "".join(token.text for token in tokens if not token.tag)
    if "kaiku=" not in text:
        return
    seen: set[Stamp] = set()
    place = len(tokens)
    for found in re.finditer(r"#kaiku=[^\"'\s<>]{1,200}", text):
        written = _WRITTEN_LINK.search(text[max(found.start() - 2400, 0) : found.start()])
        for stamp in stamps_in(found[0]) if written else ():
            if stamp not in seen:
                seen.add(stamp)
                link = SourceLink(stamp, "")
                yield Region(place, place, place, stamp.identity.heading_id, link, headed=False, is_escaped=True)
