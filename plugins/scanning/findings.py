"""What a page of another system says of the blocks on it: each current, or what is wrong with it."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from plugins.core.block_contract import USUAL, BlockIdentity, letters
from plugins.core.scanned_blocks import FINE, ChangedWords, ScannedBlock, ScanState
from plugins.core.site import Placement
from plugins.core.vocabulary import VOCABULARY
from plugins.core.word_diff import word_diff
from plugins.scanning.charsets import decoded
from plugins.scanning.comparison import HeadingFate, Match, PlacedBlock, placed_block, said_by_block, said_by_people
from plugins.scanning.known_blocks import KnownBlock, KnownBlocks
from plugins.scanning.page import ReadPage, read_page
from plugins.scanning.regions import Region, before_link, regions
from plugins.scanning.said_text import links_in, said_by, text_in, version_in
from plugins.scanning.source_links import address_changes

TELLING = 24
"""Characters that a line must have to be recognised by itself, white space aside."""
MOST_COMPARED = 40_000
"""Characters of a text that is compared word by word."""


class Page(Struct, frozen=True):
    """A page that was read, or the reason why it could not be; `name` is its address or file."""

    name: str
    data: bytes = b""
    encoding: str = ""
    problem: str = ""


def findings(page: Page, known: KnownBlocks, placements: Collection[Placement] = ()) -> tuple[ScannedBlock, ...]:
    """Judge every block on a page, and those that placements say should be on it."""
    if page.problem:
        return (_unreadable(page, placements),)
    read = read_page(decoded(page.data, page.encoding), page.name)
    judge = _Judge(page.name, read, known, placements)
    found = [*judge.found()]
    there = {(finding.block, finding.language) for finding in found}
    absent = [placement for placement in placements if (placement.block, placement.language) not in there]
    return (*found, *map(judge.absent, absent))


def _unreadable(page: Page, placements: Collection[Placement]) -> ScannedBlock:
    """One cause gives one finding, however many blocks should stand there."""
    named = [(placement.block, placement.language) for placement in placements]
    block, language = named[0] if len(named) == 1 else ("", "")
    return ScannedBlock(
        page.name, ScanState.UNREADABLE, needs_editor=True, block=block, language=language, reasons=(page.problem,)
    )


class _Judge:
    """Judges the blocks of one page."""

    def __init__(self, name: str, page: ReadPage, known: KnownBlocks, placements: Collection[Placement]) -> None:
        self.name = name
        self.page = page
        self.known = known
        placed = {BlockIdentity(placement.block, placement.language, placement.profile) for placement in placements}
        # A heading names no profile: it is of the one that was placed here, else of the usual one.
        likelier = sorted(known, key=lambda identity: (identity in placed, identity.profile == USUAL))
        self.by_heading = {identity.heading_id: known[identity] for identity in likelier}
        self.dense = ""

    def found(self) -> Iterator[ScannedBlock]:
        """Judge what stands on the page, in its order."""
        all_regions = regions(self.page.tokens, self.by_heading.keys())
        escaped = {region.stamp for region in all_regions if region.is_escaped}
        placed = [placed_block(self.page, region, self.block_of(region)) for region in all_regions]
        covered = [(candidate.match.start, candidate.region.end) for candidate in placed if candidate.match]
        for candidate in placed:
            region = candidate.region
            if not region.headed and not region.is_escaped and region.stamp in escaped:
                continue
            if region.link is None and any(start <= region.start < end for start, end in covered):
                continue  # the heading of a block whose link was found by its text
            if judged := self.judged(candidate):
                yield judged

    def block_of(self, region: Region) -> KnownBlock | None:
        if region.stamp:
            return self.known.get(region.stamp.identity)
        return self.by_heading.get(region.heading_id)

    def judged(self, placed: PlacedBlock) -> ScannedBlock | None:
        """Judge a region; None for an ordinary link."""
        region, match = placed
        block = self.block_of(region)
        if region.stamp is None:
            return self.without_stamp(region, block)
        identity, v = region.stamp
        is_there = region.headed or region.is_escaped or match is not None
        if block is None:
            if not is_there and not self.is_source(region):
                return None
            reason = "no-version" if any(other.block == identity.block for other in self.known) else "no-block"
            return self.finding(region, ScanState.UNKNOWN, BlockIdentity(*identity), reason)
        if not is_there and not self.stands_near(region, block):
            return None
        if region.is_escaped:
            return self.wrong(region, block, ScanState.DAMAGED, "escaped")
        if match is None and not region.headed:
            return self.wrong(region, block, ScanState.DAMAGED, "no-heading")
        return self.compared(region, v, block, match)

    def without_stamp(self, region: Region, block: KnownBlock | None) -> ScannedBlock | None:
        """Judge a heading without its link, or a link whose mark is broken."""
        if block:
            return self.wrong(region, block, ScanState.DAMAGED, "mark" if region.link else "no-link")
        return self.finding(region, ScanState.UNKNOWN, None, "mark") if self.is_source(region) else None

    def is_source(self, region: Region) -> bool:
        """Whether a link stands where a block's source link does: after the word for it."""
        word = before_link(self.page.tokens, region).removesuffix(":").strip()
        return word in {vocabulary.blocks.source for vocabulary in VOCABULARY.values()}

    def stands_near(self, region: Region, block: KnownBlock) -> bool:
        """Whether anything of a block stands before its link, beside the source paragraph."""
        tokens = self.page.tokens[region.after : region.start]
        dense = letters("".join(token.text for token in tokens))
        lines = [letters(line) for line in block.text.splitlines()[1:-1]]
        return any(len(line) >= TELLING and line in dense for line in lines) or (
            sum(len(line) >= TELLING // 2 and line in dense for line in dict.fromkeys(lines)) > 1
        )

    def compared(self, region: Region, v: str, block: KnownBlock, match: Match | None) -> ScannedBlock:
        """Judge a block of which all parts were found."""
        behind, since = _age(v, block)
        if match is None:
            return self.edited(region, block, v)
        reasons = match.reasons
        if match.heading is HeadingFate.TITLE:
            reasons = ("title-instead", *reasons)
        if v != block.v:
            stale = self.wrong(region, block, ScanState.STALE, *reasons)
            return _with_changes(replace(stale, behind=behind, since=since), match.said, block)
        if match.heading is HeadingFate.GONE:
            return self.wrong(region, block, ScanState.DAMAGED, "no-heading", *reasons)
        state = ScanState.WITHOUT_HEADING if match.heading is HeadingFate.TITLE else ScanState.CHANGED_BY_CMS
        return replace(self.wrong(region, block, state if reasons else ScanState.CURRENT, *reasons), replacement="")

    def edited(self, region: Region, block: KnownBlock, v: str) -> ScannedBlock:
        """Judge a block whose text is not that of its link."""
        behind, since = _age(v, block)
        stretch = said_by(self.page.tokens[region.start : region.end])
        reasons = ["nested"] if region.is_nested else []
        if not region.is_nested and v != block.v and version_in(stretch, block.url) == block.v:
            reasons.append("mark-differs")
        if region.link and (changes := address_changes(region.link, block.url)):
            reasons += changes
        elif region.link and changes is None:
            reasons.append("link-elsewhere")
        found = replace(self.wrong(region, block, ScanState.EDITED, *reasons), behind=behind, since=since)
        return _with_changes(found, said_by_people(self.page, region, block), block)

    def absent(self, placement: Placement) -> ScannedBlock:
        """Judge a block that should be there and has neither link nor heading: perhaps its text is."""
        identity = BlockIdentity(placement.block, placement.language, placement.profile)
        block = self.known.get(identity)
        nowhere = Region(0, 0, 0, "", None, headed=False)
        if block is None:
            return self.finding(nowhere, ScanState.UNKNOWN, identity, "not-exported")
        self.dense = self.dense or letters("".join(token.text for token in self.page.tokens))
        lines = [dense for line in block.text.splitlines() if len(dense := letters(line)) >= TELLING]
        left = sum(line in self.dense for line in lines)
        if left and left * 3 >= len(lines):
            return self.wrong(nowhere, block, ScanState.DAMAGED, "text-only")
        return self.wrong(nowhere, block, ScanState.MISSING)

    def wrong(self, region: Region, block: KnownBlock, state: ScanState, *reasons: str) -> ScannedBlock:
        """A finding on a block that the site has."""
        found = self.finding(region, state, BlockIdentity(block.id, block.language, block.profile), *reasons)
        return replace(found, title=block.title, replacement=block.html)

    def finding(self, region: Region, state: ScanState, identity: BlockIdentity | None, *reasons: str) -> ScannedBlock:
        block, language, profile = identity or ("", "", "")
        return ScannedBlock(
            self.name, state, state not in FINE, block, language, profile, v=region.stamp.v if region.stamp else "",
            edit=self.page.forms.of(region.node), reasons=reasons,
        )  # fmt: skip


def _with_changes(found: ScannedBlock, stretch: str, block: KnownBlock) -> ScannedBlock:
    """Return what is otherwise than in the site's block: words and links."""
    was = "\n".join(line for raw_line in text_in(stretch).split("\n") if (line := " ".join(raw_line.split())))
    runs = word_diff(was, block.text) if was != block.text and block.text and len(was) <= MOST_COMPARED else ()
    theirs, ours = (_ordinary(links_in(text)) for text in (stretch, said_by_block(block.html)))
    return replace(
        found,
        changes=tuple(ChangedWords(str(run), text) for run, text in runs),
        links_gone=tuple(their for their in theirs if their not in ours) if block.html else (),
        links_new=tuple(our for our in ours if our not in theirs),
    )


def _ordinary(links: Sequence[str]) -> tuple[str, ...]:
    return tuple(link for link in dict.fromkeys(links) if "#kaiku" not in link and "%23kaiku" not in link)


def _age(v: str, block: KnownBlock) -> tuple[int | None, str]:
    """Count the versions since one, and give the date when it was followed by another."""
    if v == block.v:
        return 0, ""
    for place, version in enumerate(block.earlier):
        if version.v == v:
            return place + 1, block.earlier[place - 1].date if place else block.since
    return None, ""
