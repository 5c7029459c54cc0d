"""Blocks in their profiles: compose, map to the profile, judge, identify, write, and see that a filter leaves it be."""

from collections.abc import Iterable

from plugins.blocks.composition import Composition, compose
from plugins.blocks.fingerprints import fingerprints
from plugins.blocks.identity import identity, source_paragraph
from plugins.blocks.losses import Uncarried
from plugins.blocks.outline import outlined
from plugins.blocks.piece import text_of
from plugins.blocks.profiles import PROFILES
from plugins.blocks.sheet import Sheet
from plugins.blocks.summary import summary_tree
from plugins.blocks.version import version_of
from plugins.blocks.views import BlockPicture, BlockView, in_profile
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.outputs import Rendering, Trees

WARNED_BYTES = 50_000
MOST_BYTES = 100_000


def renderings(view: BlockView, profiles: Iterable[str], trees: Trees) -> dict[str, Rendering]:
    """Render a block in profiles, which share its composition.

    Nothing is written, and it is said why, where a profile cannot carry the block or it is large.
    """
    tree = trees.tree(view.body) if view.body else ()
    composition = compose(view, summary_tree(tree, view.language) if view.kind == "summary" else tree)
    return {profile: rendered(in_profile(view, profile), composition) for profile in profiles}


def rendered(view: BlockView, composition: Composition) -> Rendering:
    """Render a composed block in its view's profile."""
    profile = PROFILES[view.profile]
    shaped = profile.shape(composition, view)
    outline, too_deep = outlined(shaped.nodes, view.level)
    uncarried = (*shaped.uncarried, *too_deep)
    if uncarried:
        return Rendering(None, diagnostics=tuple(_cannot_carry(view, one) for one in uncarried))
    sheet = Sheet(view.profile)
    for element in outline:
        sheet.add(element)
    nodes = (*sheet.nodes, source_paragraph(view))
    version = version_of(nodes)
    sheet.add(source_paragraph(view, identity(view, version)))
    data = sheet.written(profile.around((), view))
    if len(data) >= MOST_BYTES:
        return Rendering(None, diagnostics=(_large(view, "BLK011" if view.declared else "BLK003", len(data)),))
    faults = [_large(view, "BLK002", len(data))] if len(data) >= WARNED_BYTES else []
    change = sheet.change(data)
    if change:
        faults.append(diagnostic("BLK010", _place(view), block=view.id, profile=view.profile, element=change))
    is_basic = view.profile == "basic"  # once is enough: the facts of all blocks are kept from run to run
    facts = {
        "bytes": len(data),
        "v": version,
        "left_out": shaped.left_out,
        "images": tuple((one.file, one.alt, one.caption, one.credit, _address(view, one)) for one in shaped.pictures),
        "text": text_of(nodes) if is_basic else "",
        "sentences": fingerprints(nodes) if is_basic else "",
    }
    return Rendering(data, facts, tuple(faults))


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
