"""The board as a page of the preview, with a button that confirms a pair."""

from collections.abc import Iterator, Mapping

from plugins.bilingual.board import Board, Row
from plugins.bilingual.board_text import block_on_page, cell_text, effect_name, effects_introduced, piece_name
from plugins.bilingual.effects import Effects
from plugins.bilingual.standings import TranslationStatus
from plugins.bilingual.words import words
from plugins.core.desk_page import desk_form, desk_page, element
from plugins.core.markup.tree import Element, Node
from plugins.core.word_diff import RunKind, word_diff

_ASKING = frozenset({TranslationStatus.STALE, TranslationStatus.TOUCHED, TranslationStatus.UNMARKED})
_TAGS = {RunKind.GONE: "del", RunKind.NEW: "ins"}


def as_page(shown: Board, address: str, language: str) -> bytes:
    """Write the board as an HTML page in a language of messages; its forms go to `address`."""
    texts = words(language)
    asking = tuple(_once(row for row in shown.rows if row.standing in _ASKING))
    return desk_page(
        texts["title"],
        language,
        _table(shown, texts),
        *([] if shown.effects is None else _effects(shown.effects, texts)),
        *([] if asking else [element("p", texts["all-well"])]),
        *(_section(row, address, texts) for row in asking),
    )


def _once(rows: Iterator[Row]) -> Iterator[Row]:
    """Keep one of two rows that say the same of a pair from its two sides: unmarked and touched."""
    seen = set()
    for row in rows:
        pair = frozenset({row.source, row.other})
        if row.standing is TranslationStatus.STALE or pair not in seen:
            yield row
        seen.add(pair)


def _table(shown: Board, texts: Mapping[str, str]) -> Element:
    head = element("tr", *(_column(text) for text in (texts["document"], *shown.languages)))
    rows = []
    for key, row in shown.cells().items():
        cells = (element("td", cell_text(standings, texts)) for standings in row.values())
        rows.append(element("tr", Element("th", (("scope", "row"),), (key,)), *cells))
    return element("table", element("thead", head), element("tbody", *rows))


def _effects(found: Effects, texts: Mapping[str, str]) -> Iterator[Element]:
    """Show the pages of other systems that publishing will leave with an old block."""
    parts = [element("h2", texts["effects"]), element("p", effects_introduced(found, texts))]
    for effect in found.by_source:
        items = (element("li", _link(page.url), f" ({block_on_page(page, texts)})") for page in effect.pages)
        parts += [element("h3", effect_name(effect, texts)), element("ul", *items)]
    yield element("section", *parts)


def _link(url: str) -> Element:
    return Element("a", (("href", url),), (url,))


def _column(text: str) -> Element:
    return Element("th", (("scope", "col"),), (text,))


def _section(row: Row, address: str, texts: Mapping[str, str]) -> Element:
    key = {
        TranslationStatus.TOUCHED: "both",
        TranslationStatus.STALE: "against",
        TranslationStatus.UNMARKED: "never-checked",
    }[row.standing]
    names = {"own": row.source, "file": row.other}
    reason = [element("p", texts["differs"].format(reason=row.differs))] if row.differs else []
    return element(
        "section",
        element("h2", f"{row.source} – {row.other}"),
        element("p", texts[key].format(**names)),
        *reason,
        *_changes(row, texts),
        _form(row, address, texts["confirm"], texts["confirm-what"].format(**names)),
    )


def _changes(row: Row, texts: Mapping[str, str]) -> Iterator[Element]:
    if row.pieces:
        items = []
        for piece in row.pieces:
            items += [element("dt", piece_name(piece, texts)), _text(piece.was, piece.text, row.against)]
        yield element("dl", *items)


def _text(was: str | None, text: str, language: str) -> Element:
    """Show a text, and what it was when that is known; in the language of the version that has changed."""
    nodes: list[Node] = []
    for run, part in word_diff(was, text) if was is not None else ((RunKind.SAME, text),):
        nodes += [element(_TAGS[run], part) if run in _TAGS else part, " "]
    return Element("dd", (("lang", language),), tuple(nodes))


def _form(row: Row, address: str, button: str, label: str) -> Element:
    fields = {"key": row.key, "lang": row.language, "against": row.against}
    return desk_form(address, button, fields, label)
