"""Documents and blocks belong to projects that exist."""

from collections.abc import Iterable
from posixpath import basename

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import DocumentType
from plugins.core.index import SiteIndex
from plugins.core.suggestions import nearest


def unknown_projects(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find keys of projects that no document of the type has (DOC005)."""
    known = [one.key for one in index.documents if one.type is DocumentType.PROJECTS]
    # A project whose file has faults is there all the same; the faults are told on their own.
    unread = {basename(path).split(".")[0] for path in index.unread if path.startswith("projects/")}
    named = [(key, one.place("project")) for one in index.by_source.values() for key in one.projects]
    named += [(one.project, Place("blocks.yaml", one.line, one.column)) for one in index.site.blocks if one.project]
    for key, place in named:
        if key not in known and key not in unread:
            yield diagnostic("DOC005", place, project=key, near=nearest(key, known))
