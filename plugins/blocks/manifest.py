"""The manifest: what blocks there are, in which versions, for programs that look after pages elsewhere."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from plugins.blocks.json_lines import listing_bytes
from plugins.blocks.manifest_entry import ManifestEntry
from plugins.blocks.schema import MANIFEST_SCHEMA
from plugins.blocks.views import ManifestView, SchemaView
from plugins.core.ledger import BlockVersion
from plugins.core.outputs import Facts, Materials, Rendering

_Histories: TypeAlias = Mapping[tuple[str, str, str], Sequence[BlockVersion]]


def render_manifest(view: ManifestView, materials: Materials) -> Rendering:
    """Render the manifest from the facts of the blocks it gathers."""
    said = {"$schema": "manifest.schema.json", "site": view.site}
    histories = {(one.id, one.language, one.profile): one.states for one in view.histories}
    blocks = ([materials.facts(output) for output in outputs] for outputs in view.blocks)
    return Rendering(listing_bytes(said, "blocks", (_block(one, histories, view.today) for one in blocks)))


def render_schema(_view: SchemaView, _materials: Materials) -> Rendering:
    """Render the description of the manifest's form (JSON Schema 2020-12)."""
    return Rendering((json.dumps(MANIFEST_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _block(versions: Sequence[Facts], histories: _Histories, today: str) -> dict[str, Any]:
    """Tell of a block, by the facts of it in each language."""
    languages = {facts["language"]: _version(facts, histories, today) for facts in versions}
    entry: ManifestEntry = versions[0]["entry"]
    return {**entry.block, "languages": languages}


def _version(facts: Facts, histories: _Histories, today: str) -> dict[str, Any]:
    profiles = {}
    for profile, path in facts["files"]:
        history = histories.get((facts["id"], facts["language"], profile), ())
        profiles[profile] = _file(path, facts["profiles"].get(profile), history, today)
    entry: ManifestEntry = facts["entry"]
    return {**entry.version, "profiles": profiles, **entry.content}


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
