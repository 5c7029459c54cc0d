"""Blocks in their profiles: one body, written once for each profile, judged as it is written."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from plugins.blocks.body import BlockBody, DeepHeading, block_body
from plugins.blocks.fragment import text_of, version_of
from plugins.blocks.gate import fault
from plugins.blocks.profiles import PROFILES
from plugins.blocks.summary import summary_tree
from plugins.blocks.views import BlockView
from plugins.blocks.writer import Writer
from plugins.core.block_contract import USUAL, BlockIdentity
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.made_blocks import PictureToUpload
from plugins.core.markup.serialiser import start_tag
from plugins.core.outputs import Trees

WARNED_BYTES = 50_000
MOST_BYTES = 100_000


class Fragment(NamedTuple):
    """A block as it is written in one profile; without data where it is not."""

    data: bytes | None = None
    v: str = ""
    left_out: tuple[str, ...] = ()
    pictures: tuple[PictureToUpload, ...] = ()
    text: str = ""
    """Its plain text, in the usual profile."""
    diagnostics: tuple[Diagnostic, ...] = ()


def renderings(view: BlockView, profiles: Sequence[str], trees: Trees) -> dict[str, Fragment]:
    """Render a block in profiles, which share its body.

    Nothing is written, and it is said why, where a profile cannot carry the block or it is large.
    """
    tree = trees.tree(view.body) if view.body else ()
    if view.kind == "summary":
        tree = summary_tree(tree, view.language)
    body = block_body(view, tree)
    return {profile: rendered(replace(view, profile=profile), body) for profile in profiles}


def rendered(view: BlockView, body: BlockBody) -> Fragment:
    """Render the body of a block in its view's profile."""
    if body.too_deep:
        return Fragment(diagnostics=tuple(_cannot_carry(view, one) for one in body.too_deep))
    writer = Writer(view, PROFILES[view.profile])
    html = writer.body(body.nodes)
    said = html + writer.source()
    v = version_of(said)
    whole = f"{html}\n\n{writer.source(BlockIdentity(view.id, view.language, view.profile).fragment(v))}"
    if change := fault(view.profile, whole):
        return Fragment(diagnostics=(_faulty(view, change),))
    data = (_in_section(view, whole) if writer.profile.has_section else f"{whole}\n").encode()
    if len(data) >= MOST_BYTES:
        return Fragment(diagnostics=(_large(view, "BLK011" if view.declared else "BLK003", len(data)),))
    return Fragment(
        data,
        v,
        tuple(sorted(writer.left_out)),
        writer.pictures.to_upload(),
        text_of(said) if view.profile == USUAL else "",
        (_large(view, "BLK002", len(data)),) if len(data) >= WARNED_BYTES else (),
    )


def _in_section(view: BlockView, html: str) -> str:
    attributes = (("lang", view.language), ("class", "kaiku-block"), ("data-kaiku", view.id))
    return f"{start_tag('section', attributes)}\n{html}\n</section>\n"


def _cannot_carry(view: BlockView, heading: DeepHeading) -> Diagnostic:
    code = "BLK005" if view.declared else "BLK001"
    place = dict(view.deep_headings).get(heading.id, _place(view))
    return diagnostic(code, place, block=view.id, profile=view.profile, element=heading)


def _faulty(view: BlockView, element: str) -> Diagnostic:
    code = "BLK010" if view.declared else "BLK001"
    return diagnostic(code, _place(view), block=view.id, profile=view.profile, element=element)


def _large(view: BlockView, code: str, size: int) -> Diagnostic:
    return diagnostic(code, _place(view), block=view.id, profile=view.profile, size=f"{size // 1000} kB")


def _place(view: BlockView) -> Place:
    return Place(view.source, view.line, view.column)
