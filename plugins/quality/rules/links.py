"""Links between sources lead to one that exists, that its readers may see, and to a place that it has."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from posixpath import basename

from plugins.core.arrangement import Visibility, visibility
from plugins.core.destinations import anchor_in
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import Document, Reference, Version
from plugins.core.index import SiteIndex
from plugins.core.suggestions import Names
from plugins.quality.rules.nearest_path import Paths


def broken_links(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find links to nothing, to what readers may not see (LNK002), and to places that are not there (LNK003)."""
    known = _Known(index)
    for version in index.by_source.values():
        for reference in version.body.references:
            if reference.kind == "doc" and reference.target not in index.unread:
                yield from _judge(index, version, reference, known)


class _Known:
    """What links may lead to, for asking what was meant: sources, and of each the places in it."""

    def __init__(self, index: SiteIndex) -> None:
        self._sources = Paths(index.by_source)
        self.ids = cache(lambda source: Names(index.by_source[source].body.ids))
        """The places in a source."""
        self._words: dict[tuple[str, str], str] = {}
        for version in index.by_source.values():
            for word in (version.slug, version.key, version.key.lstrip("0123456789-")):
                self._words.setdefault((version.language, word), version.source)

    def source(self, wrong: str, language: str) -> str | None:
        """Return the source that a link meant: by its name without an ending, by its page's address, or one like it."""
        word = basename(wrong.rstrip("/")).casefold().removesuffix(".html").removesuffix(".htm")
        word = word.removesuffix(f".{language}")
        return self._words.get((language, word)) or self._sources.nearest(wrong)


def _judge(index: SiteIndex, version: Version, reference: Reference, known: _Known) -> Iterator[Diagnostic]:
    target = index.by_source.get(reference.target)
    if target is None:
        near = known.source(reference.target, version.language)
        yield diagnostic("LNK001", reference.place, target=reference.target, near=near)
        return
    shown_from = _shown_from(index, version)
    if shown_from is not None and not _has_readers(index, index.by_key[target.key], shown_from):
        state = visibility(target, index.site, shown_from).value
        yield diagnostic("LNK002", reference.place, target=reference.target, state=state)
    elif reference.fragment and anchor_in(target.body, reference.fragment) is None:
        near = known.ids(target.source).nearest(reference.fragment)
        yield diagnostic("LNK003", reference.place, target=reference.target, fragment=reference.fragment, near=near)


def _shown_from(index: SiteIndex, version: Version) -> datetime | None:
    """Return the moment at which a version's links must lead somewhere; None when no reader is to see them.

    What is scheduled is judged as of its own date: a fault that only shows on the day would stop that day's build.
    """
    match index.visibilities[version.source]:
        case Visibility.PUBLISHED:
            return index.now
        case Visibility.SCHEDULED if version.date is not None:
            return version.date.starts(index.site.zone)
    return None


def _has_readers(index: SiteIndex, document: Document, moment: datetime) -> bool:
    """Return whether any version is published: the link leads to the one in the reader's language, else to another."""
    return any(visibility(version, index.site, moment) is Visibility.PUBLISHED for version in document.versions)
