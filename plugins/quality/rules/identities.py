"""A KEY belongs to one document, with one version a language; a block's id to one block."""

from collections.abc import Iterable

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.document_blocks import SUMMARY
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex


def ambiguous_identities(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find versions with one KEY and language (DOC004), documents (DOC006) and blocks (BLK004) that share an id."""
    first: dict[str, Version] = {}
    versions: dict[tuple[str, str], Version] = {}
    for version in index.by_source.values():
        owner = first.setdefault(version.key, version)
        if owner.type is not version.type:
            yield diagnostic("DOC006", version.place("id"), key=version.key, other=owner.source)
            continue
        other = versions.setdefault((version.key, version.language), version)
        if other is not version:
            names = {"key": version.key, "language": version.language, "other": other.source}
            yield diagnostic("DOC004", version.place("id"), **names)
    reserved = {f"{key}{SUMMARY}": version for key, version in first.items() if version.type is DocumentType.MEETINGS}
    for key in sorted(first.keys() & reserved.keys()):
        yield diagnostic("DOC006", first[key].place("id"), key=key, other=reserved[key].source)
    for block in index.site.blocks:
        owner_of_id = first.get(block.id) or reserved.get(block.id)
        if owner_of_id is not None:
            place = Place("blocks.yaml", block.line, block.column)
            yield diagnostic("BLK004", place, block=block.id, other=owner_of_id.source)
