"""The board as text for the terminal."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from plugins.bilingual.board import Board, Piece, Row
from plugins.bilingual.effects import Effect, Effects
from plugins.bilingual.passages import opening
from plugins.bilingual.standings import TranslationStatus
from plugins.bilingual.words import words
from plugins.core.dates import date_in_words
from plugins.core.languages import LANGUAGES
from plugins.core.stale_pages import StalePage
from plugins.core.word_diff import RunKind, word_diff

OPENING = 72
"""How much of a text is shown where the old one is not known, in characters."""

_WORST_FIRST = (
    TranslationStatus.STALE,
    TranslationStatus.TOUCHED,
    TranslationStatus.UNMARKED,
    TranslationStatus.OK,
    TranslationStatus.MISSING,
)


def as_text(shown: Board, language: str) -> str:
    """Write the board: a table of documents and languages, then what has changed where; ends with a line break."""
    texts = words(language)
    changed = [row for row in shown.rows if row.pieces]
    parts = [*_table(shown, texts)]
    for row in changed:
        parts += ["", *_changes(row, texts)]
    counts = Counter(row.standing for row in shown.rows)
    total = ", ".join(f"{texts[status]} {counts[status]}" for status in TranslationStatus if counts[status])
    parts += ["", texts["total"].format(counts=total) if total else texts["all-well"]]
    if any(
        counts[status] for status in (TranslationStatus.STALE, TranslationStatus.TOUCHED, TranslationStatus.UNMARKED)
    ):
        parts.append(texts["how"])
    if shown.effects is not None:
        parts += ["", *_effects(shown.effects, texts)]
    return "\n".join(parts) + "\n"


def cell_text(rows: Sequence[Row], texts: Mapping[str, str]) -> str:
    """Write one document's standing in one language; of several others, those against which it is not well."""
    if not rows:
        return "–"
    standings = {row.standing for row in rows}
    if len(rows) == 1 or standings == {TranslationStatus.OK}:
        return _standing(rows[0], texts)
    worst = sorted(rows, key=lambda row: _WORST_FIRST.index(row.standing))
    return ", ".join(
        f"{_standing(row, texts)} ({row.against})" for row in worst if row.standing is not TranslationStatus.OK
    )


def piece_name(piece: Piece, texts: Mapping[str, str]) -> str:
    """Name what has changed, and how."""
    name = texts["field"].format(key=piece.key) if piece.key else texts["paragraph"].format(number=piece.number)
    return f"{name}, {texts[piece.kind]}"


def effects_introduced(found: Effects, texts: Mapping[str, str]) -> str:
    """Return with which release the content is compared, and what comes of it."""
    if not found.released:
        return texts["no-release"]
    outcome = texts["pages-get-old" if found.by_source else "no-page-gets-old"]
    return f"{outcome} {texts['compared'].format(date=date_in_words(found.released))}"


def effect_name(effect: Effect, texts: Mapping[str, str]) -> str:
    """Name what has changed."""
    return effect.source or texts["gone-source"]


def block_on_page(page: StalePage, texts: Mapping[str, str]) -> str:
    """Name the block that gets old on a page, and say when it is to be removed."""
    key = "block-goes" if page.withdrawn else "block-gets-old"
    return texts[key].format(block=page.block, language=LANGUAGES[page.language].name)


def _effects(found: Effects, texts: Mapping[str, str]) -> Iterator[str]:
    yield effects_introduced(found, texts)
    for effect in found.by_source:
        yield f"  {effect_name(effect, texts)}"
        yield from (f"    ! {page.url} ({block_on_page(page, texts)})" for page in effect.pages)


def _standing(row: Row, texts: Mapping[str, str]) -> str:
    if row.standing in {TranslationStatus.STALE, TranslationStatus.TOUCHED} and row.since:
        return f"{texts[row.standing]} {texts['since'].format(date=date_in_words(row.since))}"
    return texts[row.standing]


def _table(shown: Board, texts: Mapping[str, str]) -> Iterator[str]:
    lines = [(texts["document"], *shown.languages)]
    lines += [(key, *(cell_text(rows, texts) for rows in row.values())) for key, row in shown.cells().items()]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()


def _changes(row: Row, texts: Mapping[str, str]) -> Iterator[str]:
    template = texts["both"] if row.standing is TranslationStatus.TOUCHED else texts["against"]
    yield f"{row.source}: {_standing(row, texts)}"
    yield "  " + template.format(file=row.other, own=row.source)
    if row.differs:
        yield "  " + texts["differs"].format(reason=row.differs)
    for piece in row.pieces:
        yield f"  {piece_name(piece, texts)}"
        yield from (f"    {line}" for line in _difference(piece))


def _difference(piece: Piece) -> Iterator[str]:
    if piece.was is not None and piece.text:
        runs = word_diff(piece.was, piece.text)
        yield " ".join(
            {RunKind.SAME: "{}", RunKind.GONE: "[-{}-]", RunKind.NEW: "{{+{}+}}"}[run].format(text)
            for run, text in runs
        )
    elif piece.was is not None:
        yield f"− {piece.was}"
    elif piece.text:
        yield f"+ {opening(piece.text, OPENING)}"
