"""From a schema's complaints to diagnostics with places."""

import types
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.authoring.field_types import parse_when
from plugins.authoring.odd_signs import odd_sign, plain
from plugins.authoring.yaml_document import Path, YamlDocument
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.suggestions import nearest

Model = TypeVar("Model", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "int_type": "number",
    "int_from_float": "number",
    "float_type": "number",
    "bool_type": "boolean",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}
_PLAIN = frozenset({"slug", "key", "alias", "email"})
"""What holds no letters but plain ones, whatever it is."""


def validate(schema: type[Model], document: YamlDocument, source: str) -> tuple[Model | None, list[Diagnostic]]:
    """Validate a parsed mapping: the model, or every fault found at its place."""
    try:
        return schema.model_validate(document.value if document.value is not None else {}), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
        # A key with an odd sign in it is there all the same: that it is missing would be untrue.
        odd = {
            (*fault["loc"][:-1], plain(str(fault["loc"][-1]))) for fault in errors if fault["type"] == "extra_forbidden"
        }
        faults = [fault for fault in errors if fault["type"] != "missing" or fault["loc"] not in odd]
        return None, list(dict.fromkeys(_diagnosed(fault, schema, document, source) for fault in faults))


def _diagnosed(error: ErrorDetails, schema: type[BaseModel], document: YamlDocument, source: str) -> Diagnostic:
    path = written_path(error["loc"], document.value)
    key = ".".join(str(part) for part in path if isinstance(part, str))
    kind = error["type"]
    if kind == "extra_forbidden":
        place = document.place(source, path)
        if odd := _odd(document, place, str(path[-1])):
            return odd
        name = plain(str(path[-1]))
        near = None if path[:-1] else _within(schema, name)
        near = near or nearest(name, _fields(schema, path[:-1]))
        return diagnostic("FRM009", place, key=key, near=near)
    if kind == "missing":
        missing = ".".join(str(part) for part in error["loc"] if isinstance(part, str) and not _is_branch(part))
        parent = written_path(error["loc"][:-1], document.value)
        return diagnostic("FRM010", document.place(source, parent), key=missing)
    place = document.place(source, path, of_value=True)
    found = _shown(error["input"])
    if kind in _TYPES:
        return diagnostic("FRM011", place, key=key, found=found, expected=_TYPES[kind])
    expected, known = _expectation(error)
    if _is_meant(str(error["input"]), expected, known) and (odd := _odd(document, place, str(error["input"]))):
        return odd
    near = nearest(str(error["input"]), known) if known else None
    return diagnostic("FRM012", place, key=key, found=found, expected=expected, near=near)


def _odd(document: YamlDocument, place: Place, text: str) -> Diagnostic | None:
    """Report a sign in a key or value, at its own place, that looks like another."""
    sign = odd_sign(text)
    if sign is None:
        return None
    offset = document.line(place).find(text[sign.offset], place.column - 1)
    column = offset + 1 if offset >= 0 else place.column
    return diagnostic("FRM016", Place(place.path, place.line, column), sign=sign.kind)


def _is_meant(text: str, expected: str, known: list[str]) -> bool:
    """Return whether a value would be right if its signs were plain ones."""
    if expected in {"date-or-time", "month"}:
        return parse_when(plain(text)) is not None
    return plain(text) in known or expected in _PLAIN


def _expectation(error: ErrorDetails) -> tuple[str, list[str]]:
    """Return the token of what is expected, and the words to choose from when there are such."""
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case "expected":
            expected = str(context["expected"])
            return expected, expected.removeprefix("one-of:").split("|") if expected.startswith("one-of:") else []
        case "literal_error":
            words = [word.strip(" '\"") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
            return "one-of:" + "|".join(words), words
        case "string_pattern_mismatch":
            return "key", []
        case "greater_than_equal" | "greater_than":
            return f"at-least:{context.get('ge', context.get('gt'))}", []
        case "less_than_equal" | "less_than":
            return f"at-most:{context.get('le', context.get('lt'))}", []
        case other:
            return other, []


def _is_branch(part: str | int) -> bool:
    # pydantic adds the names of validators and union branches to a location.
    return isinstance(part, str) and ("[" in part or part.startswith("function-"))


def written_path(location: tuple[str | int, ...], value: Any) -> Path:
    """Keep the parts of a pydantic location that are keys or numbers of the value."""
    path: Path = ()
    for part in location:
        if isinstance(value, dict) and part in value:
            value = value[str(part)]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            continue
        path = (*path, part)
    return path


def _fields(schema: type[BaseModel], path: Path) -> list[str]:
    """List the keys that the schema knows at a path."""
    shape: Any = schema
    for part in path:
        shape = _shape_within(shape, part)
    model = _unwrapped(shape)
    return list(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else []


def _within(schema: type[BaseModel], name: str) -> str | None:
    """Find a key that is indented too little: `kind` belongs to `meeting`."""
    return next((f"{field}.{name}" for field in schema.model_fields if name in _fields(schema, (field,))), None)


def _shape_within(shape: Any, part: str | int) -> Any:
    """Return the annotation of what stands under a key or number."""
    shape = _unwrapped(shape)
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        field = shape.model_fields.get(str(part))
        return field.annotation if field else None
    return typing.get_args(shape)[-1] if typing.get_origin(shape) in {list, dict} else None


def _unwrapped(shape: Any) -> Any:
    """Take away what stands around an annotation: validators, `| None`, a root."""
    while True:
        if typing.get_origin(shape) is typing.Annotated:
            shape = typing.get_args(shape)[0]
        elif typing.get_origin(shape) in {typing.Union, types.UnionType}:
            shape = next(member for member in typing.get_args(shape) if member is not type(None))
        elif isinstance(shape, type) and issubclass(shape, RootModel):
            shape = shape.model_fields["root"].annotation
        else:
            return shape


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
