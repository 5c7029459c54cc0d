"""Shapes as fields of Decap CMS: which widget edits a value, what it is called and how it is filled in."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from plugins.editor.shapes import (
    ChoiceShape,
    FlagShape,
    LocalizedShape,
    RecordShape,
    SequenceShape,
    Shape,
    SomeShape,
    TableShape,
    TextShape,
)
from plugins.editor.words import hint, label, words_of

Field: TypeAlias = dict[str, Any]

SHARED = frozenset({"date", "project"})
"""What is said once for all versions of a document."""
_LONG = frozenset({"summary", "changes", "differs", "goals", "next_steps", "known_issues", "legal_basis", "retention"})
_OPEN = frozenset({"accessibility", "contact", "image", "meeting", "pilot", "privacy"})
"""Groups that stand open: what publishing or a reader needs is in them."""
_ONE_PROJECT = "blocks.blocks.project"
_DATED = frozenset({"day", "when"})


def field_of(path: str, shape: Shape, language: str) -> Field:
    """Return the field of a dotted path, whose first part is the type or file; in a language of messages."""
    name = path.rpartition(".")[2]
    field: Field = {"name": name, "label": label(language, path), "required": False}
    if text := hint(language, path):
        field["hint"] = text
    return {**field, **_widget(path, name, shape, language)}


def fields_of(path: str, shape: RecordShape, language: str) -> list[Field]:
    """Return the fields of a record."""
    return [field_of(f"{path}.{name}", inner, language) for name, inner in shape.fields.items()]


def hidden(name: str) -> Field:
    """Return a field that nobody sees."""
    return {"name": name, "label": name, "widget": "hidden", "required": False}


def _widget(path: str, name: str, shape: Shape, language: str) -> Field:
    if name == "project":
        return {"widget": "kaiku-projects", "multiple": path != _ONE_PROJECT}
    match shape:
        case TextShape():
            return _text_widget(path, name, shape)
        case FlagShape():
            return {"widget": "boolean"}
        case ChoiceShape(words=words):
            return {"widget": "select", "options": _options(words, language)}
        case SomeShape(words=words):
            return {"widget": "select", "multiple": True, "options": _options(words, language)}
        case SequenceShape(item=item):
            return {"widget": "kaiku-tags"} if name == "tags" else _list(path, item, language)
        case TableShape():
            return _table(path, shape, language)
        case _:
            return _record(path, shape, language)


def _text_widget(path: str, name: str, shape: TextShape) -> Field:
    if shape.kind == "file":
        return _file(path)
    if shape.kind == "number":
        return {"widget": "number", "value_type": "int"}
    if shape.kind in _DATED:
        return {"widget": "kaiku-when", "precision": shape.kind}
    return {"widget": "text" if name in _LONG else "string"}


def _record(path: str, shape: RecordShape | LocalizedShape, language: str) -> Field:
    if isinstance(shape, RecordShape):
        is_shut = path.rpartition(".")[2] not in _OPEN
        return {"widget": "object", "collapsed": is_shut, "fields": fields_of(path, shape, language)}
    widget = "text" if path.rpartition(".")[2] in _LONG else "string"
    fields = [
        {"name": code, "label": label(language, code), "widget": widget, "required": False} for code in shape.languages
    ]
    return {"widget": "object", "fields": fields}


def _table(path: str, shape: TableShape, language: str) -> Field:
    key = {"name": "key", "label": label(language, f"{path}.key"), "widget": "string", "required": False}
    value = shape.value
    inner = (
        fields_of(path, value, language)
        if isinstance(value, RecordShape)
        else [{"name": "value", **_named(f"{path}.value", value, language)}]
    )
    return {"widget": "list", "collapsed": True, "summary": "{{fields.key}}", "fields": [key, *inner]}


def _named(path: str, shape: Shape, language: str) -> Field:
    return {"label": label(language, path), "required": False, **_widget(path, "value", shape, language)}


def _list(path: str, item: Shape, language: str) -> Field:
    if isinstance(item, RecordShape):
        fields = fields_of(path, item, language)
        return {"widget": "list", "collapsed": True, "summary": _summary(item.fields), "fields": fields}
    if isinstance(item, LocalizedShape):
        fields = _record(path, item, language)["fields"]
        return {"widget": "list", "collapsed": True, "summary": _summary(item.languages), "fields": fields}
    name = path.rpartition(".")[2]
    inner = {"name": "item", "label": label(language, path), "widget": "text" if name in _LONG else "string"}
    return {"widget": "list", "collapsed": False, "field": inner}


def _summary(names: Iterable[str]) -> str:
    return " · ".join(f"{{{{fields.{name}}}}}" for name in list(names)[:2])


def _file(path: str) -> Field:
    if path.endswith("image.file"):
        return {"widget": "image", "choose_url": False}
    return {"widget": "file", "choose_url": False, "media_folder": "/files", "public_folder": "files"}


def _options(words: Iterable[str], language: str) -> list[Field]:
    labels = words_of(language, "words")
    return [{"label": labels[word], "value": word} for word in words]
