"""The manifest: what blocks there are, in which versions, for programs that look after pages elsewhere."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

import msgspec

from plugins.blocks.schema import MANIFEST_SCHEMA
from plugins.blocks.views import BlockHistory, ManifestView, SchemaView
from plugins.core.block_contract import MANIFEST_PATH, MANIFEST_SCHEMA_PATH, block_of_path
from plugins.core.index import SiteIndex
from plugins.core.ledger import BlockVersion
from plugins.core.made_blocks import MadeBlock, MadeFile
from plugins.core.outputs import Materials, Output, Rendering, planned_view

_on_one_line = json.JSONEncoder(ensure_ascii=False).encode
_Histories: TypeAlias = Mapping[tuple[str, str, str], Sequence[BlockVersion]]


def manifest(index: SiteIndex, outputs: Sequence[Output], *, release: bool = False) -> Iterator[Output]:
    """Yield the manifest of every block, and the description of its form.

    The manifest of a release dates what is new by its own day, as the ledger will: the next one, made of the same
    content, says the same.
    """
    versions: dict[str, list[str]] = {}
    for output in outputs:
        if output.kind == "block":
            versions.setdefault(block_of_path(output.path)[0], []).append(output.path)
    listed = tuple([tuple(paths) for _, paths in sorted(versions.items())])
    histories = tuple(
        [
            BlockHistory(block.id, block.language, block.profile, block.versions)
            for block in index.ledger.blocks
            if block.versions
        ]
    )
    view = ManifestView(index.site.base, index.now.date().isoformat() if release else "", listed, histories)
    yield Output(MANIFEST_PATH, "block-manifest", planned_view(view), gathers=tuple(chain(*listed)))
    yield Output(MANIFEST_SCHEMA_PATH, "block-manifest-schema", SchemaView)


def render_manifest(view: ManifestView, materials: Materials) -> Rendering:
    """Render the manifest from the facts of the blocks it gathers."""
    members = {"$schema": "manifest.schema.json", "site": view.site}
    histories = {(history.id, history.language, history.profile): history.states for history in view.histories}
    blocks = ([facts for output in outputs if (facts := materials.facts(output))] for outputs in view.blocks)
    return Rendering(
        listing_bytes(members, "blocks", (_block(block, histories, view.today) for block in blocks if block))
    )


def listing_bytes(members: Mapping[str, object], name: str, items: Iterable[object]) -> bytes:
    """Write an object as UTF-8: a line for each member, then a list with a line for each item."""
    head = "".join([f" {_on_one_line(key)}: {_on_one_line(value)},\n" for key, value in members.items()])
    lines = ",\n  ".join(map(_on_one_line, items))
    return f"{{\n{head} {_on_one_line(name)}: [\n  {lines}\n ]\n}}\n".encode()


def render_schema(_view: SchemaView, _materials: Materials) -> Rendering:
    """Render the description of the manifest's form (JSON Schema 2020-12)."""
    return Rendering((json.dumps(MANIFEST_SCHEMA, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def _block(versions: Sequence[MadeBlock], histories: _Histories, today: str) -> dict[str, Any]:
    """What is said of a block, by the facts of it in each language."""
    first = versions[0]
    languages = {version.language: _version(version, histories, today) for version in versions}
    members = {"id": first.id, "kind": first.kind, "type": first.type, "projects": list(first.projects)}
    return {**members, "languages": languages}


def _version(version: MadeBlock, histories: _Histories, today: str) -> dict[str, Any]:
    profiles = {}
    for profile, path in version.paths:
        history = histories.get((version.id, version.language, profile), ())
        profiles[profile] = _file(path, version.files.get(profile), history, today)
    members = {"title": version.title, "url": version.url, "published": version.published, "changed": version.changed}
    return {**members, "profiles": profiles, "images": msgspec.to_builtins(version.pictures), "text": version.text}


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
        "earlier": [{"v": state.v, "date": state.date} for state in reversed(history[:-1] if stands else history)],
    }
