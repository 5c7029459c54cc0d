"""The form of the manifest, as JSON Schema (2020-12)."""

from typing import Any

_TEXT = {"type": "string"}
_FILE = {
    "type": "object",
    "required": ["exported"],
    "additionalProperties": False,
    "properties": {
        "exported": {"type": "boolean", "description": "False: the profile cannot carry this block."},
        "path": {"type": "string", "description": "From the root of the site."},
        "bytes": {"type": "integer", "minimum": 1},
        "v": {"$ref": "#/$defs/v"},
        "since": {
            "type": "string",
            "description": "The date of the release that brought this version; empty while none has.",
        },
        "left_out": {"type": "array", "items": _TEXT, "description": "What the profile has no form for."},
        "earlier": {
            "type": "array",
            "description": "Earlier versions, newest first, each with the date when it was published.",
            "items": {
                "type": "object",
                "required": ["v", "date"],
                "additionalProperties": False,
                "properties": {"v": {"$ref": "#/$defs/v"}, "date": _TEXT},
            },
        },
    },
    "if": {"properties": {"exported": {"const": True}}},
    "then": {"required": ["path", "bytes", "v", "since", "left_out", "earlier"]},
}
_IMAGE = {
    "type": "object",
    "required": ["file", "alt", "caption", "credit", "url"],
    "additionalProperties": False,
    "properties": {"file": _TEXT, "alt": _TEXT, "caption": _TEXT, "credit": _TEXT, "url": _TEXT},
}
_VERSION = {
    "type": "object",
    "required": ["title", "url", "published", "changed", "profiles", "images", "text"],
    "additionalProperties": False,
    "properties": {
        "title": _TEXT,
        "url": {"type": "string", "pattern": "^https?://"},
        "published": {"type": "string", "description": "ISO 8601, as precise as it is known."},
        "changed": {"type": "string", "description": "The date of the latest change."},
        "profiles": {
            "type": "object",
            "propertyNames": {"enum": ["basic", "restricted", "full"]},
            "additionalProperties": {"$ref": "#/$defs/file"},
        },
        "images": {"type": "array", "items": {"$ref": "#/$defs/image"}, "description": "Pictures to upload."},
        "text": {"type": "string", "description": "The plain text, a line for each paragraph."},
    },
}
_BLOCK = {
    "type": "object",
    "required": ["id", "kind", "type", "projects", "languages"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "kind": _TEXT,
        "type": _TEXT,
        "projects": {"type": "array", "items": _TEXT},
        "languages": {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": "^[a-z]{2}$"},
            "additionalProperties": {"$ref": "#/$defs/version"},
        },
    },
}

MANIFEST_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Manifest of blocks",
    "type": "object",
    "required": ["$schema", "site", "blocks"],
    "additionalProperties": False,
    "properties": {
        "$schema": _TEXT,
        "site": {"type": "string", "pattern": "^https?://"},
        "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}},
    },
    "$defs": {
        "block": _BLOCK,
        "version": _VERSION,
        "file": _FILE,
        "image": _IMAGE,
        "v": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
    },
}
