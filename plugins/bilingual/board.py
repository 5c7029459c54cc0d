"""The board: every document in every language, how it stands, since when, and what has changed."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from plugins.bilingual.changes import ChangeKind, PassageChange
from plugins.bilingual.effects import Effects
from plugins.bilingual.history import Past
from plugins.bilingual.passages import Passage, State, passages
from plugins.bilingual.records import Records
from plugins.bilingual.standings import Judgement, TranslationStatus, judgements
from plugins.core.documents import Version
from plugins.core.index import SiteIndex
from plugins.core.markup.tree import Tree


class Piece(NamedTuple):
    """A passage that has changed: its key or else its number, its text now and, when it is known, its text then."""

    kind: ChangeKind
    key: str
    number: int
    text: str
    was: str | None


class Row(NamedTuple):
    """One version against another, ready for showing; `since` is an ISO date, empty when there is none to tell."""

    key: str
    language: str
    standing: TranslationStatus
    against: str
    since: str
    source: str
    other: str
    """The other version's source."""
    pieces: tuple[Piece, ...]
    differs: str
    """Why the version tells other things, in its author's words."""


class Board(NamedTuple):
    """The languages of the site, and the rows in the order of documents and languages."""

    languages: tuple[str, ...]
    rows: tuple[Row, ...]
    effects: Effects | None
    """On pages of other systems; None where no block is placed on any."""

    def cells(self) -> dict[str, dict[str, list[Row]]]:
        """Return the rows by document and language; a document has every language."""
        cells: dict[str, dict[str, list[Row]]] = {}
        for row in self.rows:
            cells.setdefault(row.key, {code: [] for code in self.languages})[row.language].append(row)
        return cells


def board(
    index: SiteIndex,
    records: Records,
    tree: Callable[[str], Tree],
    past: Callable[[str, State], Past | None],
    effects: Effects | None,
) -> Board:
    """Make the board of all documents, of every status: what is being written is translated before it is published."""

    def rows() -> Iterator[Row]:
        for judgement in judgements(index.documents, index.site.languages, records):
            # A document in the site's only language has nothing to stand against.
            if judgement.standing is TranslationStatus.MISSING or judgement.against is not None:
                yield _row(judgement, tree, past)

    return Board(index.site.languages, tuple(rows()), effects)


def as_data(shown: Board) -> list[dict[str, Any]]:
    """Return the board as data for tools: `key, lang, state, since, against, paragraphs` of each row.

    `paragraphs` lists what has changed in the other version: `kind` (changed, added, removed), `key` of front matter or
    else `number`, `text` now and `was` (null when it is not known).
    """
    return [
        {
            "key": row.key,
            "lang": row.language,
            "state": row.standing.value,
            "since": row.since or None,
            "against": row.against or None,
            "paragraphs": [
                {
                    "kind": piece.kind.value,
                    "key": piece.key or None,
                    "number": piece.number or None,
                    "text": piece.text,
                    "was": piece.was,
                }
                for piece in row.pieces
            ],
        }
        for row in shown.rows
    ]


def _row(judgement: Judgement, tree: Callable[[str], Tree], past: Callable[[str, State], Past | None]) -> Row:
    other, record = judgement.against, judgement.record
    since = record.date if record else ""
    pieces: tuple[Piece, ...] = ()
    if judgement.changes and other is not None and record is not None:
        before = past(other.source, record.paragraphs)
        since = (before.changed if before else "") or since
        now = passages(other, tree(other.body.digest))
        pieces = tuple(_piece(change, now, before.passages if before else None) for change in judgement.changes)
    return Row(
        key=judgement.key,
        language=judgement.language,
        standing=judgement.standing,
        against=other.language if other else "",
        since=since,
        source=judgement.version.source if judgement.version else "",
        other=other.source if other else "",
        pieces=pieces,
        differs=_reason(judgement.version, other),
    )


def _piece(change: PassageChange, now: tuple[Passage, ...], before: tuple[Passage, ...] | None) -> Piece:
    text = "" if change.after is None else now[change.after].text
    was = before[change.before].text if before is not None and change.before is not None else None
    return Piece(change.kind, change.key, change.number, text, was)


def _reason(version: Version | None, other: Version | None) -> str:
    return " / ".join(side.differs for side in (version, other) if side is not None and side.differs)
