"""A plain block: one of nothing but pieces, as most are. All that its profiles share is done once.

Profiles differ in the start tags of pieces and in what stands around the block. Which start tags a profile gives to
pieces is asked of the profile itself, and each of them is held against the gates.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from plugins.blocks.allowlist import is_identifier, permitted
from plugins.blocks.composition import HEADINGS, Composition
from plugins.blocks.identity import identity, source_paragraph
from plugins.blocks.outline import outlined
from plugins.blocks.piece import Piece, PieceContent
from plugins.blocks.pieces import LISTS, Pieces
from plugins.blocks.places import Places
from plugins.blocks.profiles import PROFILES
from plugins.blocks.sheet import start_tag, wrapped
from plugins.blocks.views import BlockView
from plugins.core.markup.tree import Element, Tree

_TAGS = (*sorted(HEADINGS - {"h1"}), "p", "ul", "ol")
_ID = "id"
"""Stands for the id of a heading in a start tag."""


class _Line(NamedTuple):
    """A piece on its way into a file: its name, its id, its content as HTML."""

    tag: str
    id: str
    html: str


class PlainBlock(NamedTuple):
    """The pieces of a block at their final levels, and what is written of them in every profile."""

    blocks: Tree
    """With the source paragraph, as far as it says anything."""
    lines: tuple[_Line, ...]
    source: tuple[str, str]
    """The content of the source paragraph as HTML: what stands before the fragment of its link, and what follows."""

    def written(self, view: BlockView, version: str) -> bytes:
        """Write the block in its view's profile as UTF-8."""
        starts = _starts(view.profile, view.language)
        written = []
        for tag, name, html in self.lines:
            before, after = starts[tag]
            written.append(f"{before}{name}{after}{html}</{tag}>")
        before, after = self.source
        source = _source_start(view.profile, view.language)
        written.append(f"{source}{before}{identity(view, version)}{after}</p>")
        return wrapped("\n\n".join(written), PROFILES[view.profile].around((), view), view.profile)


def plain_block(view: BlockView, profiles: Iterable[str], composition: Composition) -> PlainBlock | None:
    """Give a composed block as a plain one; None when it is none in one of the profiles."""
    pieces = [node for node in composition.nodes if isinstance(node, Piece)]
    if len(pieces) < len(composition.nodes) or composition.notes or view.picture is not None:
        return None
    if any(one.tag == other.tag and one.tag in LISTS for one, other in pairwise(pieces)):
        return None  # what becomes of two lists side by side is each profile's own
    outline, too_deep = outlined(pieces, view.level)
    source = Pieces(Places(view)).of(Element("p", (), source_paragraph(view, identity(view, "")).children))
    if too_deep or source is None:
        return None
    lines = [_Line(one.tag, one.get("id") or "", one.content.html) for one in outline if isinstance(one, Piece)]
    tags = {line.tag for line in lines}
    if not all(is_identifier(line.id) for line in lines if line.id):
        return None
    for profile in profiles:
        if not (_starts(profile, view.language).keys() >= tags and _source_start(profile, view.language)):
            return None
    before, _, after = source.content.html.partition(identity(view, ""))
    return PlainBlock((*outline, source_paragraph(view)), tuple(lines), (before, after))


@cache
def _starts(profile: str, language: str) -> Mapping[str, tuple[str, str]]:
    """Give the start tags of pieces that pass every gate: what stands before the id, and what follows."""
    samples = tuple(map(_sample, _TAGS))
    shaped = PROFILES[profile].shape(Composition(samples, (), ""), _sample_view(profile, language)).nodes
    starts: dict[str, tuple[str, str]] = {}
    for piece in shaped:
        start = start_tag(profile, piece) if isinstance(piece, Piece) else ""
        before, sign, after = start.partition(f'"{_ID}"')
        if start:
            starts[piece.tag] = (f'{before}"', f'"{after}') if sign else (start, "")
    return starts


@cache
def _source_start(profile: str, language: str) -> str:
    """Give the start tag of the source paragraph, as far as the profile allows it; nothing where a gate does not."""
    paragraph = source_paragraph(_sample_view(profile, language))
    kept = permitted((paragraph,), PROFILES[profile].allowed)
    attributes = kept[0].attributes if isinstance(kept[0], Element) else ()
    return start_tag(profile, _sample("p").named("p", attributes))


def _sample(tag: str) -> Piece:
    attributes = (("id", _ID),) if tag in HEADINGS else ()
    children = (Element("li", (), ("x",)),) if tag in LISTS else ("x",)
    return Piece.known(tag, attributes, children, PieceContent("", (), ()))


def _sample_view(profile: str, language: str) -> BlockView:
    return BlockView("x", "document", language, profile, (), "x", level=2, url="https://example.org/")
