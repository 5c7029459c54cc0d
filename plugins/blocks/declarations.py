"""The rule of blocks.yaml: what is asked for can be made, and every key of it does something."""

from collections.abc import Iterable, Iterator
from posixpath import basename

from plugins.blocks.kinds import KINDS, OF_A_PROJECT
from plugins.core.addresses import slugify
from plugins.core.block_contract import PROFILES
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.document_blocks import BLOCK_TYPES, SUMMARY
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.site import BlockDeclaration
from plugins.core.suggestions import Names

_LISTS = frozenset({"latest", "meetings"})


def impossible_declarations(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find declarations that cannot be (BLK006 to BLK008), and keys that change nothing (BLK009)."""
    tags = {slugify(tag): tag for version in index.by_source.values() for tag in version.tags}
    projects = [document.key for document in index.documents if document.type is DocumentType.PROJECTS]
    project_names, tag_names = Names(projects), Names(tags.values())
    for block in index.site.blocks:
        place = Place("blocks.yaml", block.line, block.column)
        if block.kind not in KINDS:
            yield diagnostic("BLK008", place, block=block.id, kind=block.kind)
            continue
        if block.kind in OF_A_PROJECT and not block.project:
            inside = next((key for key in sorted(projects) if key in block.id), None)
            near = inside or project_names.nearest(block.id)
            yield diagnostic("BLK006", place, block=block.id, kind=block.kind, near=near)
        if block.tag and slugify(block.tag) not in tags:
            yield diagnostic("BLK007", place, block=block.id, tag=block.tag, near=tag_names.nearest(block.tag))
        for key in _ineffective(block):
            yield diagnostic("BLK009", place, block=block.id, kind=block.kind, key=key)


def unknown_placements(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find what placements.yaml should not name: what there is not (BLK012), and the site itself (BLK014)."""
    documents = [document.key for document in index.documents if document.type in BLOCK_TYPES]
    # What has faults of its own is there all the same.
    written = [basename(path).split(".")[0] for path in index.unread]
    meetings = [f"{document.key}{SUMMARY}" for document in index.documents if document.type is DocumentType.MEETINGS]
    declared = [block.id for block in index.site.blocks]
    blocks = {*documents, *written, *meetings, *declared, *index.site.unread_blocks}
    known = {"block": blocks, "language": set(index.site.languages), "profile": set(PROFILES)}
    names = {part: Names(sorted(some)) for part, some in known.items()}
    for place in index.site.placements:
        if place.url.startswith(index.site.base):
            where = Place("placements.yaml", place.line, place.column)
            yield diagnostic("BLK014", where, address=place.url)
        for part, name in (("block", place.block), ("language", place.language), ("profile", place.profile)):
            if name not in known[part]:
                where = Place("placements.yaml", place.line, place.column)
                yield diagnostic("BLK012", where, part=part, name=name, near=names[part].nearest(name))


def _ineffective(block: BlockDeclaration) -> Iterator[str]:
    if block.types and block.kind != "latest":
        yield "types"
    if block.tag and block.kind not in _LISTS:
        yield "tag"
    if block.limit and block.kind not in _LISTS:
        yield "limit"
