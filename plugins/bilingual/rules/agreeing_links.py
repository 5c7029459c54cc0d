"""Versions lead to the same documents, attachments and addresses."""

from collections.abc import Iterable, Iterator

from plugins.bilingual.rules.pairs import comparable
from plugins.core.diagnostics import Diagnostic, Place, diagnostic
from plugins.core.documents import Version
from plugins.core.facts import MeetingFacts, ProjectFacts
from plugins.core.index import SiteIndex

_Targets = dict[str, tuple[str, Place]]
"""What a version leads to, told in a way that no language changes: how it is written, and where."""


def links_in_one_version(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find links and attachments that only one of two versions has (BIL006).

    A link to a document agrees with one to any of its versions. Attachments and addresses elsewhere are often in one
    language only: as many on both sides agree, whatever they are.
    """
    for version, other in comparable(index):
        first, second = _documents(index, version), _documents(index, other)
        yield from _only(other, first, second)
        yield from _only(version, second, first)
        for listed in (_files, _addresses):
            mine, theirs = listed(version), listed(other)
            if len(mine) > len(theirs):
                yield from _only(other, mine, theirs)
            elif len(theirs) > len(mine):
                yield from _only(version, theirs, mine)


def _only(other: Version, targets: _Targets, known: _Targets) -> Iterator[Diagnostic]:
    for name, (written, place) in targets.items():
        if name not in known:
            yield diagnostic("BIL006", place, target=written, other=other.source)


def _documents(index: SiteIndex, version: Version) -> _Targets:
    found: _Targets = {}
    for reference in version.body.references:
        if reference.kind == "doc":
            target = index.by_source.get(reference.target)
            found.setdefault(target.key if target else reference.target, (reference.target, reference.place))
    return found


def _files(version: Version) -> _Targets:
    found = {
        reference.target: (reference.target, reference.place)
        for reference in version.body.references
        if reference.kind == "file"
    }
    if isinstance(version.facts, MeetingFacts):
        place = version.item_places("meeting.attachments")
        for number, attachment in enumerate(version.facts.attachments):
            found.setdefault(attachment.file or attachment.url, (attachment.title, place(number)))
    return found


def _addresses(version: Version) -> _Targets:
    place = version.place()
    found = {address: (address, place) for address in version.body.outside}
    if isinstance(version.facts, ProjectFacts):
        link_place = version.item_places("links")
        for number, link in enumerate(version.facts.links):
            found.setdefault(link.url, (link.url, link_place(number, "url")))
    return found
