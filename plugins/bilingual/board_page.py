"""The board as a page of the preview, with a button that confirms a pair."""

from collections.abc import Iterator, Mapping

from plugins.bilingual.board import Board, Row
from plugins.bilingual.board_text import block_on_page, cell_text, effect_name, effects_introduced, piece_name
from plugins.bilingual.effects import Effects
from plugins.bilingual.standings import Standing
from plugins.bilingual.words import words
from plugins.core.markup.serialiser import to_html
from plugins.core.markup.tree import Element, Node
from plugins.core.word_diff import Run, word_diff

_STYLE = (
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;overflow-wrap:anywhere}"
    "h3{font-size:1rem;margin:1rem 0 0}ul{margin:.3rem 0}table{border-collapse:collapse}"
    "th,td{border-bottom:1px solid #767676;padding:.3rem .8rem;text-align:left}"
    "ins{background:#d9f2d9}del{background:#f8dcdc}button{font:inherit;min-height:2.75rem;padding:0 1rem}"
    "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}ins{background:#143d14}"
    "del{background:#5a1c1c}}"
)
_ASKING = frozenset({Standing.STALE, Standing.TOUCHED, Standing.UNMARKED})
_TAGS = {Run.GONE: "del", Run.NEW: "ins"}


def as_page(shown: Board, address: str, language: str) -> bytes:
    """Write the board as an HTML page in a language of messages; its forms go to `address`."""
    texts = words(language)
    asking = tuple(_once(row for row in shown.rows if row.standing in _ASKING))
    main = _element(
        "main",
        _element("h1", texts["title"]),
        _table(shown, texts),
        *([] if shown.effects is None else _effects(shown.effects, texts)),
        *([] if asking else [_element("p", texts["all-well"])]),
        *(_section(row, address, texts) for row in asking),
    )
    head = _element(
        "head",
        Element("meta", (("charset", "utf-8"),)),
        Element("meta", (("name", "viewport"), ("content", "width=device-width"))),
        _element("title", texts["title"]),
        _element("style", _STYLE),
    )
    html = Element("html", (("lang", language),), (head, _element("body", main)))
    return f"<!doctype html>\n{to_html([html])}\n".encode()


def _once(rows: Iterator[Row]) -> Iterator[Row]:
    """Keep one of two rows that say the same of a pair from its two sides: unmarked and touched."""
    seen = set()
    for row in rows:
        pair = frozenset({row.source, row.other})
        if row.standing is Standing.STALE or pair not in seen:
            yield row
        seen.add(pair)


def _table(shown: Board, texts: Mapping[str, str]) -> Element:
    head = _element("tr", *(_column(text) for text in (texts["document"], *shown.languages)))
    rows = []
    for key, row in shown.cells().items():
        cells = (_element("td", cell_text(standings, texts)) for standings in row.values())
        rows.append(_element("tr", Element("th", (("scope", "row"),), (key,)), *cells))
    return _element("table", _element("thead", head), _element("tbody", *rows))


def _effects(found: Effects, texts: Mapping[str, str]) -> Iterator[Element]:
    """Show the pages of other systems that publishing will leave with an old block."""
    parts = [_element("h2", texts["effects"]), _element("p", effects_introduced(found, texts))]
    for effect in found.by_source:
        items = (_element("li", _link(page.url), f" ({block_on_page(page, texts)})") for page in effect.pages)
        parts += [_element("h3", effect_name(effect, texts)), _element("ul", *items)]
    yield _element("section", *parts)


def _link(url: str) -> Element:
    return Element("a", (("href", url),), (url,))


def _column(text: str) -> Element:
    return Element("th", (("scope", "col"),), (text,))


def _section(row: Row, address: str, texts: Mapping[str, str]) -> Element:
    said = {Standing.TOUCHED: "both", Standing.STALE: "against", Standing.UNMARKED: "never-checked"}[row.standing]
    names = {"own": row.source, "file": row.other}
    reason = [_element("p", texts["differs"].format(reason=row.differs))] if row.differs else []
    return _element(
        "section",
        _element("h2", f"{row.source} – {row.other}"),
        _element("p", texts[said].format(**names)),
        *reason,
        *_changes(row, texts),
        _form(row, address, texts["confirm"], texts["confirm-what"].format(**names)),
    )


def _changes(row: Row, texts: Mapping[str, str]) -> Iterator[Element]:
    if row.pieces:
        items = []
        for piece in row.pieces:
            items += [_element("dt", piece_name(piece, texts)), _text(piece.was, piece.text, row.against)]
        yield _element("dl", *items)


def _text(was: str | None, text: str, language: str) -> Element:
    """Show a text, and what it was when that is known; in the language of the version that has changed."""
    nodes: list[Node] = []
    for run, part in word_diff(was, text) if was is not None else ((Run.SAME, text),):
        nodes += [_element(_TAGS[run], part) if run in _TAGS else part, " "]
    return Element("dd", (("lang", language),), tuple(nodes))


def _form(row: Row, address: str, button: str, label: str) -> Element:
    fields = {"key": row.key, "lang": row.language, "against": row.against}
    hidden = (
        Element("input", (("type", "hidden"), ("name", name), ("value", value))) for name, value in fields.items()
    )
    pressed = Element("button", (("type", "submit"), ("aria-label", label)), (button,))
    return Element("form", (("method", "post"), ("action", address)), (*hidden, pressed))


def _element(tag: str, *children: Node) -> Element:
    return Element(tag, (), children)
