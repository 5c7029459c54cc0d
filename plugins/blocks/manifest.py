"""The manifest: what blocks there are, in which versions, for programs that look after pages elsewhere."""

import json
from typing import Any

from plugins.blocks.schema import MANIFEST_SCHEMA
from plugins.blocks.views import ManifestBlock, ManifestVersion, ManifestView, SchemaView
from plugins.core.outputs import Facts, Materials, Rendering


def render_manifest(view: ManifestView, materials: Materials) -> Rendering:
    """Render the manifest from the facts of the blocks it gathers."""
    manifest = {
        "$schema": "manifest.schema.json",
        "site": view.site,
        "blocks": [_block(block, materials) for block in view.blocks],
    }
    return Rendering(_json(manifest))


def render_schema(_view: SchemaView, _materials: Materials) -> Rendering:
    """Render the description of the manifest's form (JSON Schema 2020-12)."""
    return Rendering(_json(MANIFEST_SCHEMA))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _block(block: ManifestBlock, materials: Materials) -> dict[str, Any]:
    return {
        "id": block.id,
        "kind": block.kind,
        "type": block.type,
        "projects": list(block.projects),
        "languages": {version.language: _version(version, materials) for version in block.versions},
    }


def _version(version: ManifestVersion, materials: Materials) -> dict[str, Any]:
    facts = [(profile, path, materials.facts(path)) for profile, path in version.files]
    exported = [one for _, _, one in facts if one]
    return {
        "title": version.title,
        "url": version.url,
        "published": version.published,
        "changed": version.changed,
        "profiles": {profile: _file(path, one) for profile, path, one in facts},
        "images": _images(exported[0]) if exported else [],
        "text": next((one["text"] for one in exported if one["text"]), ""),
    }


def _file(path: str, facts: Facts) -> dict[str, Any]:
    """Say what is in a profile; one that could not carry the block is there, without a file."""
    if not facts:
        return {"exported": False}
    return {
        "exported": True,
        "path": path,
        "bytes": facts["bytes"],
        "v": facts["v"],
        "left_out": list(facts["left_out"]),
        "earlier": [],
    }


_IMAGE = ("file", "alt", "caption", "credit", "url")


def _images(facts: Facts) -> list[dict[str, str]]:
    return [dict(zip(_IMAGE, image, strict=True)) for image in facts["images"]]
