"""From a schema's complaints to diagnostics with places."""

import typing
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.authoring.yaml_document import Path, YamlDocument
from plugins.core.diagnostics import Diagnostic, diagnostic
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


def validate(schema: type[Model], document: YamlDocument, source: str) -> tuple[Model | None, list[Diagnostic]]:
    """Validate a parsed mapping: the model, or every fault found at its place."""
    try:
        return schema.model_validate(document.value if document.value is not None else {}), []
    except ValidationError as error:
        found = [_diagnosed(one, schema, document, source) for one in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


def _diagnosed(error: ErrorDetails, schema: type[BaseModel], document: YamlDocument, source: str) -> Diagnostic:
    path = _written_path(error["loc"], document)
    key = ".".join(str(part) for part in path if isinstance(part, str))
    kind = error["type"]
    if kind == "extra_forbidden":
        near = nearest(str(path[-1]), _fields(schema, path[:-1]))
        return diagnostic("FRM009", document.place(source, path), key=key, near=near)
    if kind == "missing":
        missing = ".".join(str(part) for part in error["loc"] if isinstance(part, str) and not _is_branch(part))
        parent = _written_path(error["loc"][:-1], document)
        return diagnostic("FRM010", document.place(source, parent), key=missing)
    place = document.place(source, path, of_value=True)
    found = _shown(error["input"])
    if kind in _TYPES:
        return diagnostic("FRM011", place, key=key, found=found, expected=_TYPES[kind])
    expected, known = _expectation(error)
    near = nearest(str(error["input"]), known) if known else None
    return diagnostic("FRM012", place, key=key, found=found, expected=expected, near=near)


def _expectation(error: ErrorDetails) -> tuple[str, list[str]]:
    """Give the token of what is expected, and the words to choose from when there are such."""
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


def _written_path(location: tuple[str | int, ...], document: YamlDocument) -> Path:
    """Keep the parts of a pydantic location that are keys or numbers of the file."""
    path: Path = ()
    for part in location:
        if (*path, part) in document.values or (*path, part) in document.keys:
            path = (*path, part)
    return path


def _fields(schema: type[BaseModel], path: Path) -> list[str]:
    """List the keys that the schema knows at a path."""
    current: Any = schema
    for part in path:
        if isinstance(part, str) and isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(part)
            current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if isinstance(current, type) and issubclass(current, BaseModel) else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in typing.get_args(annotation):
        if (model := _model_in(argument)) is not None:
            return model
    return None


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return "{…}" if isinstance(value, dict) else "[…]"
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"
