"""Blocks in their profiles: compose, map to the profile, judge, identify, write, and see that a filter leaves it be."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from plugins.blocks.composition import Composition, compose
from plugins.blocks.identity import identity, source_paragraph
from plugins.blocks.losses import Uncarried
from plugins.blocks.outline import outlined
from plugins.blocks.piece import text_of
from plugins.blocks.plain_block import PlainBlock, plain_block
from plugins.blocks.profiles import PROFILES
from plugins.blocks.profiles.shaping import Shaped
from plugins.blocks.sheet import Sheet
from plugins.blocks.summary import summary_tree
from plugins.blocks.version import version_of
from plugins.blocks.views import BlockPicture, BlockView
from plugins.core.block_contract import USUAL
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.markup.tree import Tree
from plugins.core.outputs import Rendering, Trees

WARNED_BYTES = 50_000
MOST_BYTES = 100_000


class BlockRenderings(NamedTuple):
    """A block in its profiles."""

    by_profile: dict[str, Rendering]
    are_alike: bool
    """Whether they differ in attributes without ids and links only."""


def renderings(view: BlockView, profiles: Sequence[str], trees: Trees) -> BlockRenderings:
    """Render a block in profiles, which share its composition.

    Nothing is written, and it is said why, where a profile cannot carry the block or it is large.
    """
    tree = trees.tree(view.body) if view.body else ()
    if view.kind == "summary":
        tree = summary_tree(tree, view.language)
    plain = plain_block(view, profiles, tree)
    if plain is not None:
        said = _Said(plain.version, plain.text)
        made = {profile: _written_plainly(replace(view, profile=profile), plain, said) for profile in profiles}
    else:
        composition = compose(view, tree)
        made = {profile: rendered(replace(view, profile=profile), composition) for profile in profiles}
    return BlockRenderings(made, are_alike=plain is not None)


class _Said(NamedTuple):
    """What a block says: its version, and where it is asked for its plain text.

    Once, in the usual profile, is enough: the facts of all blocks are kept from run to run.
    """

    version: str
    text: str = ""


def _said(nodes: Tree) -> _Said:
    return _Said(version_of(nodes), text_of(nodes))


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
    said = _said(nodes) if view.profile == USUAL else _Said(version_of(nodes))
    sheet.add(source_paragraph(view, identity(view, said.version)))
    data = sheet.written(profile.around((), view))
    made = _finished(view, data, said, shaped)
    change = sheet.change(data) if made.data else ""
    if not change:
        return made
    fault = diagnostic("BLK010", _place(view), block=view.id, profile=view.profile, element=change)
    return replace(made, diagnostics=(*made.diagnostics, fault))


def _written_plainly(view: BlockView, plain: PlainBlock, said: _Said) -> Rendering:
    data = plain.written(view)
    return _finished(view, data, said if view.profile == USUAL else _Said(said.version), Shaped())


def _finished(view: BlockView, data: bytes, said: _Said, shaped: Shaped) -> Rendering:
    if len(data) >= MOST_BYTES:
        return Rendering(None, diagnostics=(_large(view, "BLK011" if view.declared else "BLK003", len(data)),))
    facts = {
        "bytes": len(data),
        "v": said.version,
        "left_out": shaped.left_out,
        "images": tuple((one.file, one.alt, one.caption, one.credit, _address(view, one)) for one in shaped.pictures),
        "text": said.text,
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
