"""Attachments exist: those that bodies link to and those that meetings list."""

from collections.abc import Iterable, Iterator

from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts
from plugins.core.index import SiteIndex
from plugins.quality.rules.nearest_path import Paths


def missing_attachments(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find links to files that are not in the content folder (LNK004)."""
    known = Paths(index.files)
    for version in index.by_source.values():
        for path, place in attached(version):
            if path not in index.files:
                yield diagnostic("LNK004", place, target=path, near=known.nearest(path))


def attached(version: Version) -> Iterator[tuple[str, Place]]:
    """List the attachments of a version, each with the place that names it."""
    for reference in version.body.references:
        if reference.kind == "file":
            yield reference.target, reference.place
    if isinstance(version.facts, MeetingFacts):
        place = version.item_places("meeting.attachments")
        for number, attachment in enumerate(version.facts.attachments):
            if attachment.file:
                yield attachment.file, place(number, "file")
