"""Forms: values of YAML as the browser edits them, and back; what nobody changed keeps its written form.

A form is JSON without empty texts, lists and mappings. A table is a list of records with `key`; what may be written in
two ways has one form. `MISSING` is the value of what is not written.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from plugins.editor.shapes import (
    ChoiceShape,
    FlagShape,
    LocalizedShape,
    RecordShape,
    SequenceShape,
    Shape,
    TableShape,
    TextShape,
)

MISSING: Final = None
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?").fullmatch
_NUMERIC = frozenset({"number", "figure"})
_SEPARATORS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Signs that part lines in YAML and come along with what is copied from elsewhere: they are a space."""
_NOTHING: tuple[Any, ...] = (None, "", [], {})
"""What an item says nothing with."""


class CollisionError(Exception):
    """A field was changed here and on the disk to different things; the argument is its dotted path."""


class TwiceError(Exception):
    """Two rows of a table have the same name; the argument is that name."""


def form_of(shape: Shape, value: Any) -> Any:
    """Return the form of a value; None for what says nothing."""
    match shape:
        case RecordShape(fields=fields, plain=plain):
            record = value if isinstance(value, dict) else {plain: value} if plain and value is not None else {}
            return _filled({name: form_of(inner, record.get(name)) for name, inner in fields.items()})
        case SequenceShape(item=item, may_be_one=may_be_one):
            items = value if isinstance(value, list) else [value] if may_be_one and value is not None else []
            return [form for entry in items if (form := form_of(item, entry)) is not None] or None
        case TableShape(value=inner, may_be_list=may_be_list):
            table = {"": value} if may_be_list and isinstance(value, list) else value
            return [_row(key, form_of(inner, entry)) for key, entry in _pairs(table)] or None
        case LocalizedShape(languages=languages):
            table = value if isinstance(value, dict) else dict.fromkeys(languages, value)
            return _filled({code: _text(table.get(code)) for code in languages})
        case _:
            return _plain(shape, value)


def tidied(shape: Shape, sent: Any) -> Any:
    """Return what a browser has sent as a form: without what is empty, numbers as numbers."""
    match shape:
        case RecordShape(fields=fields):
            record = sent if isinstance(sent, dict) else {}
            return _filled({name: tidied(inner, record.get(name)) for name, inner in fields.items()})
        case SequenceShape(item=item):
            items = [tidied(item, entry) for entry in sent] if isinstance(sent, list) else []
            return [form for form in items if form is not None] or None
        case TableShape(value=inner):
            rows = [_tidy_row(inner, row) for row in sent if isinstance(row, dict)] if isinstance(sent, list) else []
            return [row for row in rows if row is not None] or None
        case LocalizedShape(languages=languages):
            record = sent if isinstance(sent, dict) else {}
            return _filled({code: _text(record.get(code)) for code in languages})
        case _:
            return _plain(shape, sent)


def merged(shape: Shape, value: Any, base: Any, sent: Any, path: str = "") -> Any:
    """Return a value of the disk with what was changed from form `base` to form `sent`.

    Raises CollisionError where the disk has changed to something else since `base`.
    """
    if sent == base:
        return value
    now = form_of(shape, value)
    if now == sent:
        return value
    if isinstance(shape, RecordShape) and (base is None or isinstance(base, dict)):
        return _merged_record(shape, value, base or {}, sent or {}, path)
    if now != base:
        raise CollisionError(path)
    return written(shape, sent, value)


def written(shape: Shape, sent: Any, value: Any = MISSING) -> Any:
    """Return the value of a form; parts that say the same as the earlier value stay as that was written."""
    if sent is None or (sent == form_of(shape, value) and value is not MISSING):
        return MISSING if sent is None else value
    match shape:
        case RecordShape():
            return _merged_record(shape, value, form_of(shape, value) or {}, sent, "")
        case SequenceShape(item=item, may_be_one=may_be_one):
            items = _items(item, sent, value if isinstance(value, list) else [])
            return items[0] if may_be_one and len(items) == 1 and not isinstance(value, list) else items
        case TableShape():
            return _written_table(shape, sent, value)
        case LocalizedShape():
            return _written_texts(shape, sent, value)
        case TextShape(kind=kind) if kind in _NUMERIC:
            return _number(sent)
        case _:
            return sent


def _plain(shape: Shape, value: Any) -> Any:
    """Return the form of what holds nothing else: a text, a number, a truth value, some words."""
    match shape:
        case FlagShape(default=default):
            return value if isinstance(value, bool) else default
        case TextShape(kind="number", default=default):
            number = value if isinstance(value, int) and not isinstance(value, bool) else _integer(value)
            return default if number is None else number
        case ChoiceShape(default=default) | TextShape(default=default):
            text = _text(value)
            return default if text is None else text
        case _:
            return [str(word) for word in value] if isinstance(value, list) and value else _some(value)


def _merged_record(shape: RecordShape, value: Any, base: Mapping[str, Any], sent: Mapping[str, Any], path: str) -> Any:
    record = dict(value) if isinstance(value, dict) else {shape.plain: value} if shape.plain and value else {}
    for name, inner in shape.fields.items():
        within = f"{path}.{name}" if path else name
        new = merged(inner, record.get(name), base.get(name), sent.get(name), within)
        if new is not MISSING and new != {}:
            record[name] = new
        elif sent.get(name) != base.get(name):
            record.pop(name, None)
    if shape.plain and list(record) == [shape.plain] and not isinstance(value, dict):
        return record[shape.plain]
    return record


def _written_table(shape: TableShape, sent: Any, value: Any) -> Any:
    known = {"": value} if isinstance(value, list) else value if isinstance(value, dict) else {}
    table: dict[str, Any] = {}
    for row in sent:
        key = str(row.get("key", ""))
        if key in table:
            raise TwiceError(key)
        entry = written(shape.value, _unrow(shape.value, row), known.get(key))
        table[key] = [] if entry is MISSING and isinstance(shape.value, SequenceShape) else entry
    return table[""] if shape.may_be_list and list(table) == [""] else table


def _written_texts(shape: LocalizedShape, sent: Mapping[str, str], value: Any) -> Any:
    if isinstance(value, str) and len(set(sent.values())) == 1 and len(sent) == len(shape.languages):
        return next(iter(sent.values()))
    texts = value if isinstance(value, dict) else {}
    return {**dict.fromkeys(texts, ""), **sent}


def _items(item: Shape, sent: Sequence[Any], old: Sequence[Any]) -> list[Any]:
    """Write the items of a list; one that was there is written as it was, wherever it has moved.

    What says something that no form can show stays in its place.
    """
    read = [(form_of(item, value), value) for value in old]
    unshown = [(place, value) for place, (form, value) in enumerate(read) if form is None and value not in _NOTHING]
    left = [(form, value) for form, value in read if form is not None]
    old = [value for _, value in left]
    values = []
    for place, form in enumerate(sent):
        found = next((pair for pair in left if pair[0] == form), None)
        if found is not None:
            left.remove(found)
            values.append(found[1])
        else:
            same_place = old[place] if len(old) == len(sent) else MISSING
            values.append(written(item, form, same_place))
    for place, value in unshown:
        values.insert(place, value)
    return values


def _row(key: Any, form: Any) -> dict[str, Any]:
    return {"key": str(key), **form} if isinstance(form, dict) else _filled({"key": str(key), "value": form}) or {}


def _unrow(inner: Shape, row: Mapping[str, Any]) -> Any:
    return {name: value for name, value in row.items() if name != "key"} if _is_record(inner) else row.get("value")


def _tidy_row(inner: Shape, row: Mapping[str, Any]) -> dict[str, Any] | None:
    form = tidied(inner, row if _is_record(inner) else row.get("value"))
    key = _text(row.get("key")) or ""
    return _row(key, form) if key or form is not None else None


def _is_record(shape: Shape) -> bool:
    return isinstance(shape, RecordShape)


def _pairs(table: Any) -> list[tuple[Any, Any]]:
    return list(table.items()) if isinstance(table, dict) else []


def _filled(record: dict[str, Any]) -> dict[str, Any] | None:
    return {name: form for name, form in record.items() if form is not None} or None


def _some(value: Any) -> list[str] | None:
    return [value] if isinstance(value, str) and value else None


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, bool | dict | list):
        return None
    return _kept_lines(str(value)) or None


def _kept_lines(text: str) -> str:
    return text.replace("\r\n", "\n").translate(_SEPARATORS)


def _integer(sent: Any) -> int | None:
    return int(sent) if isinstance(sent, str) and re.fullmatch(r"-?\d{1,9}", sent.strip()) else None


def _number(sent: Any) -> Any:
    text = str(sent).strip()
    if not _NUMBER(text):
        return sent
    return Decimal(text) if "." in text else int(text)
