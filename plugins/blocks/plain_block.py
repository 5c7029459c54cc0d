"""A plain block: paragraphs, headings and flat lists, as most are. All that its profiles share is done once.

Profiles differ in the start tags and in what stands around the block. Which start tags a profile gives to pieces is
asked of the profile itself, and each of them is held against the gates.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from plugins.blocks.allowlist import is_identifier, permitted
from plugins.blocks.composition import HEADINGS, Composition
from plugins.blocks.identity import identity, source_paragraph
from plugins.blocks.outline import DEEPEST, final_level
from plugins.blocks.parts import part_nodes
from plugins.blocks.piece import Piece, PieceContent
from plugins.blocks.pieces import LISTS
from plugins.blocks.places import Places
from plugins.blocks.plain_lines import PlainLines
from plugins.blocks.profiles import PROFILES
from plugins.blocks.sheet import start_tag, wrapped
from plugins.blocks.texts import EDGE
from plugins.blocks.views import BlockView
from plugins.core.block_contract import version as version_of
from plugins.core.markup.text import raw_text
from plugins.core.markup.tree import Element, Node, Tree

_SUBHEADINGS = HEADINGS - {"h1"}
_TAGS = (*sorted(_SUBHEADINGS), "p", "ul", "ol")
_ID = "id"
"""Stands for the id of a heading in a start tag."""


class _Line(NamedTuple):
    """An element on its way into a file: its name, its id, its content as HTML."""

    tag: str
    id: str
    html: str


class PlainBlock(NamedTuple):
    """The lines of a block at their final levels, and what is written of them in every profile."""

    version: str
    text: str
    """With that of the source paragraph, as `plain_text` gives it."""
    lines: tuple[_Line, ...]
    source: tuple[str, str]
    """The content of the source paragraph as HTML: what stands before the fragment of its link, and what follows."""

    def written(self, view: BlockView) -> bytes:
        """Write the block in its view's profile as UTF-8."""
        starts = _starts(view.profile, view.language)
        written = []
        for tag, name, html in self.lines:
            before, after = starts[tag]
            written.append(f"{before}{name}{after}{html}</{tag}>")
        before, after = self.source
        source = _source_start(view.profile, view.language)
        written.append(f"{source}{before}{identity(view, self.version)}{after}</p>")
        return wrapped("\n\n".join(written), PROFILES[view.profile].around((), view), view.profile)


def plain_block(view: BlockView, profiles: Iterable[str], tree: Tree) -> PlainBlock | None:
    """Give a block with its text as a plain one; None when it is none in one of the profiles."""
    if view.picture is not None:
        return None
    nodes = (*part_nodes(view.before), *tree, *part_nodes(view.after))
    body = _PlainBody(view, cleans=False)
    if body.add(nodes) and not body.written.are_fit():
        body = _PlainBody(view, cleans=True)
        body.add(nodes)
    if not body.is_plain or not _passes(body.lines, profiles, view.language):
        return None
    before, _, after = body.written.taken().partition(identity(view, ""))
    version = version_of("".join(body.written.texts), body.written.hrefs)
    return PlainBlock(version, body.written.text(), tuple(body.lines), (before, after))


def _passes(lines: Iterable[_Line], profiles: Iterable[str], language: str) -> bool:
    """Tell whether every profile has a start tag for each line that no gate takes anything of."""
    tags = {line.tag for line in lines}
    return all(is_identifier(line.id) for line in lines if line.id) and all(
        _starts(profile, language).keys() >= tags and _source_start(profile, language) for profile in profiles
    )


class _PlainBody:
    """A block on its way: its own heading, its content, its source paragraph, each line written as it comes."""

    def __init__(self, view: BlockView, *, cleans: bool) -> None:
        self.written = PlainLines(places := Places(view), cleans=cleans)
        self.lines: list[_Line] = []
        """Those before the source paragraph, whose own HTML waits in `written`."""
        self.is_plain = False
        self._view = view
        self._places = places
        self._stack: list[int] = []

    def add(self, nodes: Iterable[Node]) -> bool:
        """Write the block around its content; tell whether it is plain."""
        source = source_paragraph(self._view, identity(self._view, ""))
        self.is_plain = (
            self._heading(Element("h1", (), (self._view.title,)), self._view.heading_id)
            and all(not node.strip(EDGE) if isinstance(node, str) else self._element(node) for node in nodes)
            and self.written.line(source.children)
        )
        return self.is_plain

    def _element(self, element: Element) -> bool:
        tag = element.tag
        if tag in _SUBHEADINGS:
            return not element.get("lang") and self._heading(element)
        if element.attributes:
            return False
        if tag in LISTS:
            # What becomes of two lists side by side is each profile's own.
            is_plain = tag != self.lines[-1].tag and self.written.items(element.children)
        else:
            is_plain = tag == "p" and self.written.line(element.children)
        self.lines.append(_Line(tag, "", self.written.taken()))
        return is_plain

    def _heading(self, element: Element, name: str = "") -> bool:
        level = final_level(int(element.tag[1]), self._view.level, self._stack)
        if level > DEEPEST or not self.written.line(element.children):
            return False
        text, wish = self.written.texts[-1], element.get("id")
        if not (name or wish) and text != raw_text(element.children):
            return False
        self.lines.append(_Line(f"h{level}", name or self._places.renamed(wish or text), self.written.taken()))
        return True


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
