"""Blocks in their profiles, and their files: one body, written once, judged as it is written.

What a block says, its text, its links and its version, is read off its HTML (see `written_block`).
"""

from collections.abc import Mapping, Sequence
from itertools import chain

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from plugins.blocks.body import DeepHeading, block_body
from plugins.blocks.gate import fault
from plugins.blocks.profiles import PROFILES
from plugins.blocks.profiles.basic import BASIC
from plugins.blocks.sentences import fingerprints, sentences_of
from plugins.blocks.views import BlockView, PlannedBlock
from plugins.blocks.writer import WrittenBody, written
from plugins.blocks.written_block import lines
from plugins.core.block_contract import MARK, USUAL, BlockIdentity, version
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.made_blocks import MadeBlock, MadeFile, PictureToUpload
from plugins.core.markup.serialiser import start_tag
from plugins.core.outputs import Materials, Rendering, Trees

WARNED_BYTES = 50_000
MOST_BYTES = 100_000


class Fragment(Struct, frozen=True):
    """A block as it is written in one profile; empty where it is not."""

    html: str = ""
    data: bytes = b""
    """The same in UTF-8."""
    v: str = ""
    left_out: tuple[str, ...] = ()
    pictures: tuple[PictureToUpload, ...] = ()
    text: str = ""
    """Its plain text, in the usual profile."""
    diagnostics: tuple[Diagnostic, ...] = ()


def render_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block; a profile that cannot carry it has none, and faults say why.

    The JSON holds the fragments of all.
    """
    by_profile = renderings(block.view, block.profiles, materials)
    exported = {profile: fragment for profile, fragment in by_profile.items() if fragment.data}
    view, known = block.view, block.facts
    pictures = next((fragment.pictures for fragment in exported.values()), ())
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
        files={
            profile: MadeFile(len(fragment.data), fragment.v, fragment.left_out)
            for profile, fragment in exported.items()
        },
        pictures=pictures,
        text=by_profile[USUAL].text if USUAL in exported else "",
    )
    faults = tuple(fault for fragment in by_profile.values() for fault in fragment.diagnostics)
    fragments = {path: exported[profile].data for profile, path in block.files if profile in exported}
    return Rendering(_json(facts, exported) if exported else None, facts, faults, fragments)


def render_released_block(block: PlannedBlock, materials: Materials) -> Rendering:
    """Render the files of a block of a release; the facts also hold what the ledger keeps of its sentences.

    That is, by profile, their fingerprints: those of the usual one, which the workbench shows.
    """
    rendering = render_block(block, materials)
    sentences = {
        profile: fingerprints(sentences_of(rendering.beside[path].decode("utf-8")))
        for profile, path in block.files
        if profile == USUAL and path in rendering.beside
    }
    return replace(rendering, facts=replace(rendering.facts, sentences=sentences)) if rendering.facts else rendering


def renderings(view: BlockView, profiles: Sequence[str], trees: Trees) -> dict[str, Fragment]:
    """Render a block in profiles, which share its body.

    Nothing is written, and it is said why, where a profile cannot carry the block or it is large.
    """
    tree = trees.tree(view.body) if view.body else ()
    body = block_body(view, tree)
    if body.too_deep:
        return {profile: Fragment(diagnostics=tuple(_cannot_carry(view, profile, heading) for heading in body.too_deep))
                for profile in profiles}  # fmt: skip
    bodies = written(view, body.portions, [PROFILES[profile] for profile in profiles], BASIC)
    return {
        profile: _judged(view, profile, written_body) for profile, written_body in zip(profiles, bodies, strict=True)
    }


def _judged(view: BlockView, profile: str, body: WrittenBody) -> Fragment:
    """Put its version into a written block, unless its text format would change it or it is too large."""
    texts, links = zip(*[block.words for block in body.blocks], strict=True)
    v = version("\n".join(texts), tuple(chain.from_iterable(links)))
    mark = BlockIdentity(view.id, view.language, profile).fragment(v)
    html = f'{mark}">'.join(body.html.rsplit(f'{MARK}">', 1))
    if change := fault(profile, html):
        return Fragment(diagnostics=(_faulty(view, profile, change),))
    html = _in_section(view, html) if PROFILES[profile].has_section else f"{html}\n"
    data = html.encode()
    if len(data) >= MOST_BYTES:
        return Fragment(diagnostics=(_large(view, profile, "BLK011" if view.declared else "BLK003", len(data)),))
    warnings = (_large(view, profile, "BLK002", len(data)),) if len(data) >= WARNED_BYTES else ()
    text = lines(texts) if profile == USUAL else ""
    return Fragment(html, data, v, body.left_out, body.pictures, text, warnings)


def _json(facts: MadeBlock, exported: Mapping[str, Fragment]) -> bytes:
    """All that a program needs to put a block somewhere, as JSON with a line for each member."""
    members = {
        "id": facts.id,
        "kind": facts.kind,
        "type": facts.type,
        "language": facts.language,
        "projects": facts.projects,
        "title": facts.title,
        "url": facts.url,
        "published": facts.published,
        "changed": facts.changed,
        "images": facts.pictures,
        "profiles": {
            profile: {"v": fragment.v, "left_out": fragment.left_out, "html": fragment.html}
            for profile, fragment in exported.items()
        },
    }
    return msgspec.json.format(msgspec.json.encode(members), indent=1) + b"\n"


def _in_section(view: BlockView, html: str) -> str:
    attributes = (("lang", view.language), ("class", "kaiku-block"), ("data-kaiku", view.id))
    return f"{start_tag('section', attributes)}\n{html}\n</section>\n"


def _cannot_carry(view: BlockView, profile: str, heading: DeepHeading) -> Diagnostic:
    code = "BLK005" if view.declared else "BLK001"
    place = dict(view.deep_headings).get(heading.id, _place(view))
    return diagnostic(code, place, block=view.id, profile=profile, element=heading)


def _faulty(view: BlockView, profile: str, element: str) -> Diagnostic:
    code = "BLK010" if view.declared else "BLK001"
    return diagnostic(code, _place(view), block=view.id, profile=profile, element=element)


def _large(view: BlockView, profile: str, code: str, size: int) -> Diagnostic:
    return diagnostic(code, _place(view), block=view.id, profile=profile, size=f"{size // 1000} kB")


def _place(view: BlockView) -> Place:
    return Place(view.source, view.line, view.column)
