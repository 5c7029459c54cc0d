"""The manifest: what blocks there are, in which versions, for programs that look after pages elsewhere."""

import json
from collections.abc import Sequence
from typing import Any

from plugins.blocks.block_files import IMAGE
from plugins.blocks.json_lines import encoded, listing_bytes, object_of
from plugins.blocks.schema import MANIFEST_SCHEMA
from plugins.blocks.views import ManifestBlock, ManifestVersion, ManifestView, SchemaView
from plugins.core.ledger import BlockVersion
from plugins.core.outputs import Facts, Materials, Rendering


def render_manifest(view: ManifestView, materials: Materials) -> Rendering:
    """Render the manifest from the facts of the blocks it gathers."""
    said = {"$schema": "manifest.schema.json", "site": view.site}
    return Rendering(listing_bytes(said, "blocks", (_block(block, materials) for block in view.blocks)))


def render_schema(_view: SchemaView, _materials: Materials) -> Rendering:
    """Render the description of the manifest's form (JSON Schema 2020-12)."""
    return Rendering((json.dumps(MANIFEST_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _block(block: ManifestBlock, materials: Materials) -> str:
    said = {"id": block.id, "kind": block.kind, "type": block.type, "projects": list(block.projects)}
    languages = {version.language: _version(version, materials.facts(version.output)) for version in block.versions}
    return f'{encoded(said)[:-1]}, "languages": {object_of(languages)}}}'


def _version(version: ManifestVersion, facts: Facts) -> str:
    exported = facts.get("profiles", {})
    profiles = zip(version.files, version.histories, strict=True)
    said = {
        "title": version.title,
        "url": version.url,
        "published": version.published,
        "changed": version.changed,
        "profiles": {
            profile: _file(path, exported.get(profile), history, version.today) for (profile, path), history in profiles
        },
        "images": [dict(zip(IMAGE, image, strict=True)) for image in facts.get("images", ())],
    }
    return f'{encoded(said)[:-1]}, "text": {facts.get("json_text", encoded(""))}}}'


def _file(path: str, facts: Facts | None, history: Sequence[BlockVersion], today: str) -> dict[str, Any]:
    """Say what is in a profile; one that could not carry the block is there, without a file."""
    if not facts:
        return {"exported": False}
    stands = bool(history) and history[-1].v == facts["v"]  # a text that returns is new once more
    return {
        "exported": True,
        "path": path,
        "bytes": facts["bytes"],
        "v": facts["v"],
        "since": history[-1].date if stands else today,
        "left_out": list(facts["left_out"]),
        "earlier": [{"v": one.v, "date": one.date} for one in reversed(history[:-1] if stands else history)],
    }
