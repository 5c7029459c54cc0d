"""The configuration of Decap CMS, made from the schemas: a collection per type, and one of the settings.

On this machine our server answers, and entries are forms in JSON; on a host the CMS itself reads and writes the files.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from plugins.core.documents import DocumentType
from plugins.drafts.draft import DATED
from plugins.editor.shapes import RecordShape, SequenceShape, Shape, TableShape, document_shape, settings_shapes
from plugins.editor.widgets import SHARED, Field, field_of, fields_of, hidden
from plugins.editor.words import hint, label, words_of

ENTRY_FIELDS = ("key", "_base", "_label", "_lang", "_up")
"""What an entry carries beside its form: its KEY, what was loaded, what lists show, its language, the way up from its
folder."""
API = "/admin/api"
_FIRST = ("title", "date", "project", "status", "summary", "image", "tags")
"""What is filled in most often stands above the text, in this order; the rest below it."""


class Backend(Struct, frozen=True):
    """Who reads and writes the files."""

    settings: dict[str, str]
    is_ours: bool
    folder: str = ""
    """The content folder as the backend sees it, with `/` after it; empty for our server."""


OURS = Backend({"name": "proxy", "proxy_url": API}, is_ours=True)


def configuration(languages: Sequence[str], language: str, backend: Backend = OURS) -> dict[str, Any]:
    """Return the configuration for a site in some languages, with labels in a language of messages."""
    codes = tuple(languages)
    return {
        "backend": backend.settings,
        "load_config_file": False,
        "locale": language,
        "media_folder": f"{backend.folder}images",
        "public_folder": "images",
        "slug": {"encoding": "ascii", "clean_accents": True, "sanitize_replacement": "-"},
        "i18n": {"structure": "multiple_files", "locales": list(codes), "default_locale": codes[0]},
        "show_preview_links": False,
        "collections": [
            *(_collection(kind, codes, language, backend) for kind in DocumentType),
            *([_settings(codes, language)] if backend.is_ours else []),
        ],
    }


def _collection(kind: DocumentType, languages: tuple[str, ...], language: str, backend: Backend) -> Field:
    shape = document_shape(kind, languages)
    is_dated = kind in DATED
    form = {"format": "json"} if backend.is_ours else {"format": "yaml-frontmatter"}
    return {
        "name": str(kind),
        "label": words_of(language, "collections")[kind],
        "label_singular": words_of(language, "singular")[kind],
        "folder": f"{backend.folder}{kind}",
        "extension": "md",
        **form,
        "create": True,
        "delete": True,
        "i18n": True,
        "slug": "{{fields.key}}" if backend.is_ours else "{{fields.date}}-{{slug}}" if is_dated else "{{slug}}",
        "identifier_field": "key" if backend.is_ours else "title",
        "summary": "{{fields._label}}" if backend.is_ours else "{{title}}",
        "sortable_fields": ["date", "title"] if is_dated else ["title"],
        "editor": {"preview": backend.is_ours},
        "fields": list(_document_fields(kind, shape, language, backend)),
    }


def _document_fields(kind: DocumentType, shape: RecordShape, language: str, backend: Backend) -> Iterator[Field]:
    own = [name for name in shape.fields if name in {"meeting", "pilot"}]
    first = [name for name in (*_FIRST, *own) if name in shape.fields]
    body = {"name": "body", "label": label(language, "body"), "hint": hint(language, "body"), "widget": "kaiku-text"}
    rest = [name for name in shape.fields if name not in first]
    shape = shape if backend.is_ours else writable(shape)
    first, rest = ([name for name in names if name in shape.fields] for names in (first, rest))
    for name in first:
        yield _shared(field_of(f"{kind}.{name}", shape.fields[name], language), kind)
    yield {**body, "required": False, "i18n": True}
    for name in rest:
        yield _shared(field_of(f"{kind}.{name}", shape.fields[name], language), kind)
    for name in ENTRY_FIELDS if backend.is_ours else ():
        yield {**hidden(name), "i18n": True}


def _shared(field: Field, kind: DocumentType) -> Field:
    localized = _in_languages(field, "duplicate" if field["name"] in SHARED and kind in DATED else True)
    if field["name"] == "status":
        localized["default"] = "draft"
    return localized


def _in_languages(field: Field, how: str | bool) -> Field:
    """Report a field, and of all within it, whether each language has its own."""
    localized = {**field, "i18n": how}
    if "fields" in field:
        localized["fields"] = [_in_languages(inner, how) for inner in field["fields"]]
    if "field" in field:
        localized["field"] = _in_languages(field["field"], how)
    return localized


def writable(shape: RecordShape) -> RecordShape:
    """Return what of a record the CMS can write as the files have it: each value in one form, tables left out."""
    fields = {name: inner for name, inner in shape.fields.items() if not _has_two_forms(inner)}
    return RecordShape(
        {name: writable(inner) if isinstance(inner, RecordShape) else inner for name, inner in fields.items()}
    )


def _has_two_forms(shape: Shape) -> bool:
    if isinstance(shape, SequenceShape):
        return _has_two_forms(shape.item)
    return isinstance(shape, TableShape) or (isinstance(shape, RecordShape) and bool(shape.plain))


def _settings(languages: tuple[str, ...], language: str) -> Field:
    files = [
        {
            "name": name.partition(".")[0],
            "label": words_of(language, "files")[name],
            "file": name,
            "format": "json",
            "fields": [*fields_of(name.partition(".")[0], shape, language), hidden("_base")],
        }
        for name, shape in settings_shapes(languages).items()
    ]
    label_ = words_of(language, "collections")["settings"]
    return {"name": "settings", "label": label_, "delete": False, "editor": {"preview": False}, "files": files}
