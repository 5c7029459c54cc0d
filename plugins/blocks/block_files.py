"""The files of a block: a fragment for each profile, and as JSON all that a program needs to put it somewhere."""

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

    The JSON holds the fragment of the first profile.
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
    return Rendering(_json(block, made[view.profile]), facts, faults, fragments)


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


def _json(planned: PlannedBlock, fragment: Fragment) -> bytes | None:
    if fragment.data is None:
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
        "profile": block.profile,
        "v": fragment.v,
        "html": fragment.data.decode("utf-8"),
        "left_out": list(fragment.left_out),
        "images": msgspec.to_builtins(fragment.pictures),
    }
    return json_bytes(said)
