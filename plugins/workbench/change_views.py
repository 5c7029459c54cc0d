"""What has changed in a block since the version before, as its page shows it."""

from msgspec import Struct

from plugins.listings.views import Anchor


class Gone(Struct, frozen=True):
    """So many of a kind that have been taken away: heading, item, fact (a term or its value) or sentence."""

    kind: str
    count: int


class ChangedPiece(Struct, frozen=True):
    """Sentences of a line that share a mark: same, new, changed, moved, or linked (the same words, another link).

    `links` are those that linked sentences now have.
    """

    mark: str
    text: str
    links: tuple[Anchor, ...] = ()


class ChangedLine(Struct, frozen=True):
    """A line of what has changed: a heading, an item, a fact or a paragraph; or gone, or a fold.

    Where something is gone it is said how much; a fold stands for sentences that are the same.
    """

    kind: str
    language: str = ""
    """Where it is not the block's."""
    pieces: tuple[ChangedPiece, ...] = ()
    gone: tuple[Gone, ...] = ()
    folded: int = 0


class Totals(Struct, frozen=True):
    """How many sentences and the like are new, changed, moved, gone, or lead elsewhere than before."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    gone: int = 0
    linked: int = 0


class BlockChange(Struct, frozen=True):
    """What has changed in a block since the version before.

    `state` is first (there is none), untold (there is one, and no more than its date is known) or told; then `lines`
    show it and `totals` count it.
    """

    state: str
    lines: tuple[ChangedLine, ...] = ()
    totals: Totals = Totals()
