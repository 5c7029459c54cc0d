"""The manifest: what blocks there are, in which versions, for programs that look after pages elsewhere."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from plugins.blocks.json_lines import listing_bytes
from plugins.blocks.schema import MANIFEST_SCHEMA
from plugins.blocks.views import ManifestView, SchemaView
from plugins.core.ledger import BlockVersion
from plugins.core.made_blocks import MadeBlock, MadeFile
from plugins.core.outputs import Materials, Rendering

_Histories: TypeAlias = Mapping[tuple[str, str, str], Sequence[BlockVersion]]


def render_manifest(view: ManifestView, materials: Materials) -> Rendering:
    """Render the manifest from the facts of the blocks it gathers."""
    said = {"$schema": "manifest.schema.json", "site": view.site}
    histories = {(history.id, history.language, history.profile): history.states for history in view.histories}
    blocks = ([one for output in outputs if (one := materials.facts(output))] for outputs in view.blocks)
    return Rendering(listing_bytes(said, "blocks", (_block(block, histories, view.today) for block in blocks if block)))


def render_schema(_view: SchemaView, _materials: Materials) -> Rendering:
    """Render the description of the manifest's form (JSON Schema 2020-12)."""
    return Rendering((json.dumps(MANIFEST_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _block(versions: Sequence[MadeBlock], histories: _Histories, today: str) -> dict[str, Any]:
    """What is said of a block, by the facts of it in each language."""
    first = versions[0]
    languages = {version.language: _version(version, histories, today) for version in versions}
    said = {"id": first.id, "kind": first.kind, "type": first.type, "projects": list(first.projects)}
    return {**said, "languages": languages}


def _version(made: MadeBlock, histories: _Histories, today: str) -> dict[str, Any]:
    profiles = {}
    for profile, path in made.paths:
        history = histories.get((made.id, made.language, profile), ())
        profiles[profile] = _file(path, made.files.get(profile), history, today)
    said = {"title": made.title, "url": made.url, "published": made.published, "changed": made.changed}
    return {**said, "profiles": profiles, "images": msgspec.to_builtins(made.pictures), "text": made.text}


def _file(path: str, file: MadeFile | None, history: Sequence[BlockVersion], today: str) -> dict[str, Any]:
    """What is said of a profile; one that could not carry the block is there, without a file."""
    if file is None:
        return {"exported": False}
    stands = bool(history) and history[-1].v == file.v  # a text that returns is new once more
    return {
        "exported": True,
        "path": path,
        "bytes": file.bytes,
        "v": file.v,
        "since": history[-1].date if stands else today,
        "left_out": list(file.left_out),
        "earlier": [{"v": one.v, "date": one.date} for one in reversed(history[:-1] if stands else history)],
    }
