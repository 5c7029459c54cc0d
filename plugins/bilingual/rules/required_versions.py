"""Versions that the site's policy requires are there, and as long as their counterparts are."""

import posixpath
from collections.abc import Iterable
from datetime import datetime

from plugins.bilingual.rules.pairs import is_shown
from plugins.core.diagnostics import Diagnostic, diagnostic
from plugins.core.documents import Document, Status, Version
from plugins.core.index import SiteIndex


def missing_versions(index: SiteIndex) -> Iterable[Diagnostic]:
    """Find documents of a type under the policy `require` that some language's readers would be without (BIL001).

    Reported at the versions that are there, published or scheduled. `lack` says what the other language has instead:
    `absent`, `draft`, `withdrawn`, `expired` (already, or before this version), `scheduled` (after this version).
    A version that will come too late or go too early is reported now, when somebody is writing, and not on the day when
    a build that nobody watches would stop.
    """
    for document in index.documents:
        if index.site.fallback(document.type) == "require":
            shown = [version for version in document.versions if is_shown(index, version)]
            for version in shown:
                yield from _judged(index, document, version)


def _judged(index: SiteIndex, document: Document, version: Version) -> Iterable[Diagnostic]:
    for language in index.site.languages:
        if language == version.language or _is_unread(index, version, language):
            continue
        if lack := _lack(index, version, document.version(language)):
            yield diagnostic("BIL001", version.place(), key=document.key, language=language, lack=lack)


def _lack(index: SiteIndex, version: Version, other: Version | None) -> str:
    """Return what keeps readers from the other version while they can read this one; empty when nothing does."""
    if other is None:
        return "absent"
    if other.status is not Status.PUBLISHED:
        return other.status.value
    if _start(index, other) > _start(index, version):
        return "scheduled"
    if other.expires is not None:
        end = other.expires.ends(index.site.zone)
        if end <= index.now or version.expires is None or end < version.expires.ends(index.site.zone):
            return "expired"
    return ""


def _start(index: SiteIndex, version: Version) -> datetime:
    """Return the moment from which readers see a version, at the earliest now."""
    return index.now if version.date is None else max(index.now, version.date.starts(index.site.zone))


def _is_unread(index: SiteIndex, version: Version, language: str) -> bool:
    """Return whether the other version is there but has faults: these are reported, and this one follows from them."""
    folder, name = posixpath.split(version.source)
    stem, suffix = name.rsplit(".", 2)[0], posixpath.splitext(name)[1]
    return any(f"{folder}/{key}.{language}{suffix}" in index.unread for key in (stem, version.key))
