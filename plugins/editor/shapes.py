"""Shapes: what a form has to know of a value, read off the annotations of the schemas."""

import types
from collections.abc import Callable, Mapping
from functools import cache
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from plugins.authoring import field_types, site_schema
from plugins.authoring.field_types import Schema
from plugins.authoring.schemas import SCHEMAS, LibrarySchema
from plugins.core.documents import DocumentType


class TextShape(Struct, frozen=True):
    """A text; `kind` says what it may hold: text, number, figure, when, day, file, email, address, key."""

    kind: str = "text"
    default: str | int | None = None


class FlagShape(Struct, frozen=True):
    """A truth value; without a default it may be left open."""

    default: bool | None = False


class ChoiceShape(Struct, frozen=True):
    """One of some words."""

    words: tuple[str, ...]
    default: str | None = None


class SomeShape(Struct, frozen=True):
    """Any number of some words."""

    words: tuple[str, ...]


class LocalizedShape(Struct, frozen=True):
    """A text per language; a plain text serves every language."""

    languages: tuple[str, ...]


class RecordShape(Struct, frozen=True):
    """A mapping with known keys. Where only `plain` is given, that value may stand for the mapping."""

    fields: Mapping[str, "Shape"]
    plain: str = ""


class SequenceShape(Struct, frozen=True):
    """A list; where `may_be_one`, a single item may stand for it."""

    item: "Shape"
    may_be_one: bool = False


class TableShape(Struct, frozen=True):
    """A mapping whose keys are the writer's; where `may_be_list`, a list is the value under an empty key."""

    value: "Shape"
    may_be_list: bool = False


Shape: TypeAlias = (
    TextShape | FlagShape | ChoiceShape | SomeShape | LocalizedShape | RecordShape | SequenceShape | TableShape
)

_KINDS: Mapping[object, str] = {
    field_types.DayOrTime: "day",
    field_types.AnyWhen: "when",
    field_types.ContentPath: "file",
    field_types.Email: "email",
    field_types.WebAddress: "address",
    field_types.FigureValue: "figure",
    field_types.FigureWhole: "figure",
    field_types.Focus: "text",
    field_types.WrittenText: "text",
}
_WHOLE: Mapping[object, Callable[[tuple[str, ...]], "Shape"]] = {
    field_types.LocalizedText: LocalizedShape,
    field_types.TextList: lambda _: SequenceShape(TextShape(), may_be_one=True),
}
_BY_LANGUAGE = frozenset({"sections", "known_issues"})
"""Mappings of the settings whose keys are languages."""


@cache
def document_shape(kind: DocumentType, languages: tuple[str, ...]) -> RecordShape:
    """Return the shape of a type's front matter."""
    return _record(SCHEMAS[kind], languages)


@cache
def settings_shapes(languages: tuple[str, ...]) -> Mapping[str, RecordShape]:
    """Return the shapes of the settings files, by name."""
    placements = TableShape(SequenceShape(_record(site_schema.PlacementSchema, languages)))
    return {
        "site.yaml": _record(site_schema.SiteSchema, languages),
        "blocks.yaml": _record(site_schema.BlocksSchema, languages),
        "placements.yaml": RecordShape({PLACEMENTS: placements}),
    }


PLACEMENTS = "placements"
"""The name under which a form holds the whole of placements.yaml, which is a table itself."""


def _record(schema: type[Schema], languages: tuple[str, ...], plain: str = "") -> RecordShape:
    hints = get_type_hints(schema, include_extras=True)
    defaults = {name: field.default for name, field in schema.model_fields.items()}
    return RecordShape({name: _shape(name, hint, defaults[name], languages) for name, hint in hints.items()}, plain)


def _shape(name: str, hint: Any, default: Any, languages: tuple[str, ...]) -> Shape:
    hint = _without_none(hint)
    while hint not in _KINDS and hint not in _WHOLE and get_origin(hint) is Annotated:
        hint = _without_none(get_args(hint)[0])
    if hint in _KINDS:
        return TextShape(_KINDS[hint])
    if hint in _WHOLE:
        return _WHOLE[hint](languages)
    if get_origin(hint) in {list, dict, Literal}:
        return _of_several(name, hint, default, languages)
    if isinstance(hint, type) and issubclass(hint, Schema):
        return _record(hint, languages, "name" if hint is LibrarySchema else "")
    if hint is bool:
        return FlagShape(default if isinstance(default, bool) else None)
    plain = default if isinstance(default, str | int) and default != "" else None
    return TextShape("number" if hint is int else "text", plain)


def _of_several(name: str, hint: Any, default: Any, languages: tuple[str, ...]) -> Shape:
    inner = get_args(hint)
    if get_origin(hint) is Literal:
        return ChoiceShape(inner, default if isinstance(default, str) else None)
    if get_origin(hint) is list:
        return _sequence(name, inner[0], languages)
    return _table(name, *inner, languages=languages)


def _sequence(name: str, item: Any, languages: tuple[str, ...]) -> Shape:
    shape = _shape(name, item, None, languages)
    return SomeShape(shape.words) if isinstance(shape, ChoiceShape) else SequenceShape(shape)


def _table(name: str, key: Any, value: Any, *, languages: tuple[str, ...]) -> Shape:
    shape = _shape(name, value, None, languages)
    words = get_args(key) if get_origin(key) is Literal else languages if name in _BY_LANGUAGE else ()
    if words:
        return RecordShape(dict.fromkeys(words, shape))
    return TableShape(shape, may_be_list=name in {"present", "absent"})


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in {Union, types.UnionType}:
        parts = [part for part in get_args(hint) if part is not type(None)]
        return parts[0] if len(parts) == 1 else hint
    return hint
