"""What a digest tells: documents that were published, or brought up to date with a word about it, since a day."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from plugins.core.addresses import absolute, version_address
from plugins.core.arrangement import newest_first
from plugins.core.dates import When, date_range, short_date
from plugins.core.destinations import language_note
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex

TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)


class DigestItem(NamedTuple):
    """A document: its texts are in its own language, its date and note in the digest's."""

    title: str
    summary: str
    url: str
    date: str
    note: str
    """That it is in another language, and what was brought up to date; mostly empty."""
    language: str


class Group(NamedTuple):
    """A project with its items, newest first; the name is empty for what belongs to no project that readers see."""

    name: str
    url: str
    language: str
    items: tuple[DigestItem, ...]


class Digest(NamedTuple):
    """What was published from a day until the index's moment."""

    site: str
    url: str
    period: str
    language: str
    groups: tuple[Group, ...]


def digest(index: SiteIndex, since: date, language: str) -> Digest:
    """Gather a digest for the readers of a language; each document stands with the first of its projects."""
    site, now = index.site, index.now.date()
    first, last = When(since.year, since.month, since.day), When(now.year, now.month, now.day)
    return Digest(
        site=site.name.get(language),
        url=absolute(site, "/" if language == site.default_language else f"/{language}/"),
        period=date_range(first, last, site.language(language)),
        language=language,
        groups=tuple(_groups(index, first.starts(site.zone), language)),
    )


def _groups(index: SiteIndex, since: datetime, language: str) -> Iterator[Group]:
    found = newest_first(
        version for kind in TYPES for version in index.listed(language, kind) if _is_told(index, version, since)
    )
    grouped: dict[str, list[Version]] = {}
    for version in found:
        key = next((key for key in version.projects if index.project(key, language)), "")
        grouped.setdefault(key, []).append(version)
    for key in sorted(grouped, key=lambda project_key: (not project_key, project_key)):
        project = index.project(key, language) if key else None
        items = tuple(_item(index, version, since, language) for version in grouped[key])
        if project is None:
            yield Group("", "", language, items)
        else:
            yield Group(project.short_title, _url(index, project), project.language, items)


def _is_told(index: SiteIndex, version: Version, since: datetime) -> bool:
    zone, now = index.site.zone, index.now
    if version.date is not None and version.date.starts(zone) >= since:
        return True
    return version.updated is not None and bool(version.changes) and since <= version.updated.starts(zone) <= now


def _item(index: SiteIndex, version: Version, since: datetime, language: str) -> DigestItem:
    reader = index.site.language(language)
    notes = [language_note(reader, version.language)] if version.language != language else []
    is_new = version.date is not None and version.date.starts(index.site.zone) >= since
    when = version.date if is_new else version.updated
    if not is_new:
        notes.append(version.changes)
    url, shown = _url(index, version), short_date(when, reader) if when else ""
    return DigestItem(version.title, version.summary, url, shown, " ".join(notes), version.language)


def _url(index: SiteIndex, version: Version) -> str:
    return absolute(index.site, version_address(index.site, version))
