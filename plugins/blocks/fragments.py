"""A block as JSON: all that a program needs to put it somewhere, in one file."""

from plugins.blocks.json_lines import json_bytes
from plugins.blocks.rendering import render_block
from plugins.blocks.views import FragmentView
from plugins.core.outputs import Materials, Rendering


def render_fragment(view: FragmentView, materials: Materials) -> Rendering:
    """Render a block with its fragment; nothing is written where there is none, and its own file's faults say why."""
    block, facts = view.block, view.facts
    made = render_block(block, materials)
    if made.data is None:
        return Rendering(None)
    said = {
        "id": block.id,
        "kind": block.kind,
        "type": facts.type,
        "language": block.language,
        "projects": list(block.projects),
        "title": block.title,
        "url": block.url,
        "published": facts.published,
        "changed": facts.changed,
        "profile": block.profile,
        "v": made.facts["v"],
        "html": made.data.decode("utf-8"),
        "left_out": list(made.facts["left_out"]),
        "images": [dict(zip(IMAGE, image, strict=True)) for image in made.facts["images"]],
    }
    return Rendering(json_bytes(said))


IMAGE = ("file", "alt", "caption", "credit", "url")
"""What is told of a picture to upload."""
