"""The renderer of blocks: compose, map to the profile, judge, identify, write."""

from plugins.blocks.allowlist import permitted
from plugins.blocks.composition import compose
from plugins.blocks.identity import identified, source_paragraph
from plugins.blocks.losses import Uncarried
from plugins.blocks.outline import outlined
from plugins.blocks.profiles import PROFILES
from plugins.blocks.serialisation import serialised
from plugins.blocks.version import version_of
from plugins.blocks.views import BlockPicture, BlockView
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.text import plain_text
from plugins.core.outputs import Materials, Rendering

WARNED_BYTES = 50_000
MOST_BYTES = 100_000


def render_block(view: BlockView, materials: Materials) -> Rendering:
    """Render a block; nothing is written, and it is said why, when the profile cannot carry it or it is too large."""
    profile = PROFILES[view.profile]
    composition = compose(view, materials.tree(view.body) if view.body else ())
    shaped = profile.shape(composition, view)
    outline, too_deep = outlined(shaped.nodes, view.level)
    uncarried = (*shaped.uncarried, *too_deep)
    if uncarried:
        return Rendering(None, diagnostics=tuple(_cannot_carry(view, one) for one in uncarried))
    nodes = permitted(profile.around((*outline, source_paragraph(view)), view), profile.allowed)
    version = version_of(nodes)
    data = serialised(identified(nodes, view, version))
    if len(data) >= MOST_BYTES:
        return Rendering(None, diagnostics=(_large(view, "BLK003", len(data)),))
    facts = {
        "bytes": len(data),
        "v": version,
        "left_out": shaped.left_out,
        "images": tuple((one.file, one.alt, one.caption, one.credit, _address(view, one)) for one in shaped.pictures),
        # Once is enough: the manifest is made of all blocks' facts, and they are kept from run to run.
        "text": plain_text(nodes) if view.profile == "basic" else "",
    }
    return Rendering(data, facts, (_large(view, "BLK002", len(data)),) if len(data) >= WARNED_BYTES else ())


def _address(view: BlockView, picture: BlockPicture) -> str:
    """Give where a picture can be fetched from; empty when it is not published."""
    return next((source.href for source in view.sources if source.file == picture.file), "")


def _cannot_carry(view: BlockView, uncarried: Uncarried) -> Diagnostic:
    code = "BLK005" if view.declared else "BLK001"
    return diagnostic(code, _place(view), block=view.id, profile=view.profile, element=uncarried)


def _large(view: BlockView, code: str, size: int) -> Diagnostic:
    return diagnostic(code, _place(view), block=view.id, profile=view.profile, size=f"{size // 1000} kB")


def _place(view: BlockView) -> Place:
    return Place(view.source, view.line, view.column)
