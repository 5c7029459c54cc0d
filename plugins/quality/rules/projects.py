"""Documents and blocks belong to projects that exist."""

from collections.abc import Iterable
from posixpath import basename

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.suggestions import Names


def unknown_projects(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find keys of projects that no document of the type has (DOC005)."""
    known = {document.key: None for document in index.documents if document.type is DocumentType.PROJECTS}
    # A project whose file has faults is there all the same; the faults are told on their own.
    unread = {basename(path).split(".")[0] for path in index.unread if path.startswith("projects/")}
    names = Names(known)
    there = known.keys() | unread
    for version in index.by_source.values():
        item_place = version.item_places("project")
        for number, key in enumerate(version.projects):
            if key not in there:
                yield diagnostic("DOC005", item_place(number), project=key, near=names.nearest(key))
    for block in index.site.blocks:
        if block.project and block.project not in there:
            place = Place("blocks.yaml", block.line, block.column)
            yield diagnostic("DOC005", place, project=block.project, near=names.nearest(block.project))
