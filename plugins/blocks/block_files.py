"""The files of a block: a fragment for each profile, and as JSON all that a program needs to put it somewhere."""

from dataclasses import replace

from plugins.blocks.fingerprints import fingerprints
from plugins.blocks.json_lines import json_bytes
from plugins.blocks.manifest_entry import manifest_entry, pictures_to_upload
from plugins.blocks.planned import PlannedBlock
from plugins.blocks.rendering import renderings
from plugins.blocks.sentences import sentences_of
from plugins.core.block_contract import USUAL
from plugins.core.outputs import Facts, Materials, Rendering

_OF_A_FILE = ("bytes", "v", "left_out")


def render_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block; a profile that cannot carry it has none, and faults say why.

    The JSON holds the fragment of the first profile. The facts say which block it is, what `rendering` tells of each
    profile that has a file, of the first of these the pictures, and what the manifest will say.
    """
    made = renderings(block.view, block.profiles, materials)
    exported = {profile: one for profile, one in made.items() if one.data is not None}
    images = next((one.facts["images"] for one in exported.values()), ())
    text = exported[USUAL].facts["text"] if USUAL in exported else ""
    facts = {
        "id": block.view.id,
        "language": block.view.language,
        "kind": block.view.kind,
        "files": block.files,
        "profiles": {profile: {name: one.facts[name] for name in _OF_A_FILE} for profile, one in exported.items()},
        "images": images,
        "entry": manifest_entry(block, images, text),
    }
    faults = tuple(fault for one in made.values() for fault in one.diagnostics)
    fragments = {path: exported[profile].data or b"" for profile, path in block.files if profile in exported}
    first = made[block.view.profile]
    data = _json(block, first.data, first.facts) if first.data else None
    return Rendering(data, facts, faults, fragments)


def render_released_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block of a release; the facts also hold what the ledger keeps of its sentences.

    That is, by profile, their fingerprints: those of the usual one, which the gallery shows.
    """
    made = render_block(block, materials)
    told = {
        profile: fingerprints(sentences_of(made.beside[path].decode("utf-8")))
        for profile, path in block.files
        if profile == USUAL and path in made.beside
    }
    return replace(made, facts={**made.facts, "sentences": told})


def _json(planned: PlannedBlock, fragment: bytes, facts: Facts) -> bytes:
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
        "v": facts["v"],
        "html": fragment.decode("utf-8"),
        "left_out": list(facts["left_out"]),
        "images": pictures_to_upload(facts["images"]),
    }
    return json_bytes(said)
