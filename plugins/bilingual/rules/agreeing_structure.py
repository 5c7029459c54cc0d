"""Versions have as many pictures and headings."""

from collections.abc import Iterable

from plugins.bilingual.rules.pairs import comparable
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import Version
from plugins.core.index import SiteIndex


def differing_structure(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find pairs whose pictures (BIL007) or headings (BIL008) differ in number; reported at the one that has fewer."""
    for version, other in comparable(index):
        for code, counted in (("BIL007", _pictures), ("BIL008", _headings)):
            fewer, more = sorted((version, other), key=counted)
            if counted(fewer) != counted(more):
                values = {"count": counted(fewer), "others": counted(more), "other": more.source}
                yield diagnostic(code, fewer.place(), **values)


def _pictures(version: Version) -> int:
    inside = sum(reference.kind == "image" for reference in version.body.references)
    return inside + (version.image is not None)


def _headings(version: Version) -> int:
    return len(version.body.headings)
