"""The form of the ledger, as JSON Schema (2020-12)."""

from typing import Any

from plugins.core.dates import MOMENT
from plugins.core.sentence_changes import CHANGE, FINGERPRINTS

_DATE = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_ID = "^[a-z0-9-]+$"
_LANGUAGE = "^[a-z]{2}$"

_VERSION = {
    "type": "object",
    "required": ["id", "addresses", "published"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^tag:", "description": "The id in feeds (RFC 4151). It never changes."},
        "addresses": {
            "type": "array",
            "items": {"type": "string", "pattern": "^/"},
            "description": "From the root of the site: the present or last one first, then earlier ones, newest first.",
        },
        "published": {**_DATE, "description": "The first release that had it."},
        "withdrawn": {**_DATE, "description": "The release that took it away; absent while it is published."},
        "reason": {
            "enum": ["withdrawn", "expired", "draft", "scheduled", "missing"],
            "description": "Why it went: as the content says, or missing when its file is.",
        },
    },
}
_DOCUMENT = {
    "type": "object",
    "required": ["type", "versions"],
    "additionalProperties": False,
    "properties": {
        "type": {"enum": ["news", "meetings", "pilots", "projects", "pages"]},
        "versions": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": _LANGUAGE},
            "additionalProperties": {"$ref": "#/$defs/version"},
            "description": "By language.",
        },
    },
}
_HISTORY = {
    "type": "array",
    "minItems": 1,
    "description": "The states of the block, oldest first; the last one is the newest that was published.",
    "items": {
        "type": "object",
        "required": ["v", "date"],
        "additionalProperties": False,
        "properties": {
            "v": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
            "date": _DATE,
            "sentences": {
                "type": "string",
                "pattern": FINGERPRINTS,
                "description": "Of the last state: what each sentence is, 24 bits of its checksum, and of its links'.",
            },
            "change": {
                "type": "string",
                "pattern": CHANGE,
                "description": "Of the last state: which sentences are new, changed or moved, and how many are gone.",
            },
        },
    },
}
_BLOCK = {
    "type": "object",
    "required": ["kind", "versions"],
    "additionalProperties": False,
    "properties": {
        "kind": {"type": "string"},
        "versions": {
            "type": "object",
            "propertyNames": {"pattern": _LANGUAGE},
            "additionalProperties": {"type": "object", "additionalProperties": {"$ref": "#/$defs/history"}},
            "description": "By language and profile.",
        },
    },
}
_FINGERPRINT = {"type": "string", "pattern": "^[0-9a-f]+$"}
_EVENT = {
    "type": "object",
    "required": ["key", "language", "kind", "start", "projects", "words", "state", "sequence", "modified"],
    "additionalProperties": False,
    "properties": {
        "key": {"type": "string", "pattern": _ID, "description": "The meeting or project that it belongs to."},
        "language": {"type": "string", "pattern": _LANGUAGE},
        "kind": {"enum": ["meeting", "next", "milestone", "pilot"]},
        "start": {"type": "string", "pattern": MOMENT},
        "end": {"type": "string", "pattern": MOMENT},
        "projects": {"type": "array", "items": {"type": "string", "pattern": _ID}},
        "words": {**_FINGERPRINT, "description": "Of its name."},
        "state": {**_FINGERPRINT, "description": "Of all that calendars show of it."},
        "sequence": {"type": "integer", "minimum": 0, "description": "How often it has changed (RFC 5545)."},
        "modified": {**_DATE, "description": "When it last changed."},
        "status": {"enum": ["cancelled", "replaced"], "description": "Absent while it is to take place."},
    },
}

LEDGER_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Ledger of what has been published",
    "type": "object",
    "required": ["$schema", "format", "documents", "blocks", "events"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "format": {"const": 1},
        "documents": {
            "type": "object",
            "propertyNames": {"pattern": _ID},
            "additionalProperties": {"$ref": "#/$defs/document"},
        },
        "blocks": {
            "type": "object",
            "propertyNames": {"pattern": _ID},
            "additionalProperties": {"$ref": "#/$defs/block"},
        },
        "events": {
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/event"},
            "description": "What calendars have been told of, by the permanent id of each event.",
        },
    },
    "$defs": {"document": _DOCUMENT, "version": _VERSION, "block": _BLOCK, "history": _HISTORY, "event": _EVENT},
}
