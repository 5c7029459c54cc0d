"""The files of a block: a fragment for each profile, and as JSON all that a program needs to put it somewhere."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from plugins.blocks.fingerprints import fingerprints
from plugins.blocks.json_lines import json_bytes
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.rendering import Fragment, renderings
from plugins.blocks.sentences import sentences_of
from plugins.core.block_contract import USUAL
from plugins.core.made_blocks import MadeBlock, MadeFile
from plugins.core.outputs import Materials, Rendering


def render_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block; a profile that cannot carry it has none, and faults say why.

    The JSON holds the fragments of all.
    """
    made = renderings(block.view, block.profiles, materials)
    exported = {profile: (one, one.data) for profile, one in made.items() if one.data is not None}
    view, known = block.view, block.facts
    facts = MadeBlock(
        id=view.id,
        kind=view.kind,
        language=view.language,
        title=view.title,
        url=view.url,
        type=known.type,
        projects=view.projects,
        published=known.published,
        changed=known.changed,
        paths=block.files,
        files={profile: MadeFile(len(data), one.v, one.left_out) for profile, (one, data) in exported.items()},
        pictures=next((one.pictures for one, _ in exported.values()), ()),
        text=made[USUAL].text if USUAL in exported else "",
    )
    faults = tuple(fault for one in made.values() for fault in one.diagnostics)
    fragments = {path: exported[profile][1] for profile, path in block.files if profile in exported}
    return Rendering(_json(block, exported), facts, faults, fragments)


def render_released_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block of a release; the facts also hold what the ledger keeps of its sentences.

    That is, by profile, their fingerprints: those of the usual one, which the workbench shows.
    """
    made = render_block(block, materials)
    told = {
        profile: fingerprints(sentences_of(made.beside[path].decode("utf-8")))
        for profile, path in block.files
        if profile == USUAL and path in made.beside
    }
    return replace(made, facts=replace(made.facts, sentences=told)) if made.facts else made


def _json(planned: PlannedBlock, exported: Mapping[str, tuple[Fragment, bytes]]) -> bytes | None:
    if not exported:
        return None
    block, known = planned.view, planned.facts
    said = {
        "id": block.id,
        "kind": block.kind,
        "type": known.type,
        "language": block.language,
        "projects": list(block.projects),
        "title": block.title,
        "url": block.url,
        "published": known.published,
        "changed": known.changed,
        "images": msgspec.to_builtins(next(iter(exported.values()))[0].pictures),
        "profiles": {
            profile: {"v": one.v, "left_out": list(one.left_out), "html": data.decode("utf-8")}
            for profile, (one, data) in exported.items()
        },
    }
    return json_bytes(said)
