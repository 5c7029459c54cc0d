"""Links lead somewhere: to a source that exists, that readers may see, and to a place that it has."""

from collections.abc import Iterable, Iterator
from posixpath import basename

from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import Reference, Version
from plugins.core.index import SiteIndex
from plugins.core.suggestions import nearest


def broken_links(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find links to nothing, to unpublished texts from published ones, and to places that the target has not."""
    for version in index.by_source.values():
        for reference in version.body.references:
            if reference.kind == "doc":
                yield from _judge_document(index, version, reference)
            elif reference.kind == "file" and reference.target not in index.files:
                yield diagnostic(
                    "LNK004", reference.place, target=reference.target, near=nearest_path(reference.target, index.files)
                )


def nearest_path(wrong: str, known: Iterable[str]) -> str | None:
    """Give the known path most like the wrong one: a right name in another folder first."""
    paths = list(known)
    name = basename(wrong).casefold()
    return next((path for path in paths if basename(path).casefold() == name), None) or nearest(wrong, paths)


def _judge_document(index: SiteIndex, version: Version, reference: Reference) -> Iterator[Diagnostic]:
    target = index.by_source.get(reference.target)
    if target is None:
        near = nearest_path(reference.target, index.by_source)
        yield diagnostic("LNK001", reference.place, target=reference.target, near=near)
        return
    if index.is_published(version) and index.published_version(index.by_key[target.key], version.language) is None:
        state = index.visibilities[target.source]
        yield diagnostic("LNK002", reference.place, target=reference.target, state=state)
    elif reference.fragment and reference.fragment not in target.body.ids:
        near = nearest(reference.fragment, target.body.ids)
        yield diagnostic("LNK003", reference.place, target=reference.target, fragment=reference.fragment, near=near)
