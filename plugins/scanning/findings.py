"""What a page of another system says of the blocks on it: each current, or what is wrong with it."""

from collections.abc import Collection, Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.block_contract import BlockIdentity
from plugins.core.site import Placement
from plugins.core.word_diff import RunKind, word_diff
from plugins.scanning.known_blocks import KnownBlock, KnownBlocks
from plugins.scanning.page import decoded, marks_of, text_of
from plugins.scanning.regions import Region, regions

TELLING = 24
"""Characters that a line must have to be recognised by itself, white space aside."""


class State(StrEnum):
    """What is to be said of a block on a page, or of a page."""

    CURRENT = "current"
    STALE = "stale"
    EDITED = "edited"
    DAMAGED = "damaged"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


class Finding(Struct, frozen=True):
    """One block on one page.

    `reason` is the key of a text that says more. `behind` counts the versions since the one that stands there, None
    where that one is not known. `was` and `now` are texts to be compared, `links_gone` and `links_new` addresses.
    """

    page: str
    state: State
    block: str = ""
    language: str = ""
    profile: str = ""
    title: str = ""
    reason: str = ""
    behind: int | None = 0
    since: str = ""
    was: str = ""
    now: str = ""
    links_gone: tuple[str, ...] = ()
    links_new: tuple[str, ...] = ()
    replacement: str = ""
    """The HTML to put in its place; empty when nothing is to be replaced or there is nothing to replace it by."""

    @property
    def needs_editor(self) -> bool:
        """Whether somebody has to look at the page."""
        return self.state is not State.CURRENT

    @property
    def changes(self) -> tuple[tuple[RunKind, str], ...]:
        """The difference of what stands there and what the site says, word by word; empty when it is not known."""
        return word_diff(self.was, self.now) if self.was and self.now and self.was != self.now else ()


class Page(Struct, frozen=True):
    """A page that was read, or the reason why it could not be; `name` is its address or file."""

    name: str
    data: bytes = b""
    encoding: str = ""
    problem: str = ""


def findings(page: Page, known: KnownBlocks, placements: Collection[Placement] = ()) -> tuple[Finding, ...]:
    """Judge every block on a page, and those that placements say should be on it."""
    if page.problem:
        lost = tuple(Finding(page.name, State.UNREADABLE, one.block, one.language) for one in placements)
        return tuple(replace(one, reason=page.problem) for one in lost or (Finding(page.name, State.UNREADABLE),))
    marks = marks_of(decoded(page.data, page.encoding))
    found = [_judged(page.name, one, known) for one in regions(marks, {one.heading_id for one in known.values()})]
    there = {(one.block, one.language) for one in found}
    absent = [one for one in placements if (one.block, one.language) not in there]
    dense = "".join(text_of(marks).split()) if absent else ""
    return (*found, *(_absent(page.name, one, known, dense) for one in absent))


def _judged(page: str, region: Region, known: KnownBlocks) -> Finding:
    if region.stamp is None:
        block = next((one for one in known.values() if one.heading_id == region.heading_id), None)
        return _wrong(page, block, State.DAMAGED, "no-link") if block else Finding(page, State.UNKNOWN, reason="mark")
    identity, v = region.stamp
    block = known.get(identity)
    if block is None:
        reason = "no-version" if any(one.block == identity.block for one in known) else "no-block"
        return Finding(page, State.UNKNOWN, *identity, reason=reason)
    if not region.headed:
        return _wrong(page, block, State.DAMAGED, "escaped" if region.is_escaped else "no-heading")
    return _compared(page, region, v, block)


def _compared(page: str, region: Region, v: str, block: KnownBlock) -> Finding:
    """Judge a block whose heading and link are both there."""
    behind, since = _age(v, block)
    if v == block.v and region.v == v:
        return replace(_wrong(page, block, State.CURRENT), replacement="")
    ours = tuple(_links(block))
    theirs = region.links
    return replace(
        _wrong(page, block, State.STALE if region.v == v else State.EDITED),
        behind=behind,
        since=since,
        was=region.text,
        now=block.text,
        links_gone=tuple(one for one in dict.fromkeys(theirs) if one not in ours) if ours else (),
        links_new=tuple(one for one in dict.fromkeys(ours) if one not in theirs),
    )


def _age(v: str, block: KnownBlock) -> tuple[int | None, str]:
    """Count the versions since one, and give the date when it was followed by another."""
    if v == block.v:
        return 0, ""
    for place, one in enumerate(block.earlier):
        if one.v == v:
            return place + 1, block.earlier[place - 1].date if place else block.since
    return None, ""


def _links(block: KnownBlock) -> Iterator[str]:
    for region in regions(marks_of(block.html), ()) if block.html else ():
        yield from region.links


def _wrong(page: str, block: KnownBlock, state: State, reason: str = "") -> Finding:
    named = block.id, block.language, block.profile, block.title
    return Finding(page, state, *named, reason=reason, replacement=block.html)


def _absent(page: str, placement: Placement, known: KnownBlocks, dense: str) -> Finding:
    """Judge a block that should be there and has neither link nor heading: perhaps its text is."""
    identity = BlockIdentity(placement.block, placement.language, placement.profile)
    block = known.get(identity)
    if block is None:
        return Finding(page, State.UNKNOWN, *identity, reason="not-exported")
    lines = [dense_line for line in block.text.splitlines() if len(dense_line := "".join(line.split())) >= TELLING]
    left = sum(line in dense for line in lines)
    if left and left * 3 >= len(lines):
        return _wrong(page, block, State.DAMAGED, "text-only")
    return _wrong(page, block, State.MISSING)
