"""Tags: what a language's documents are about, by the word of an address."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex, newest_first

TAGGED = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS, DocumentType.PROJECTS)
"""The types whose tags lead somewhere; standing pages are in no list."""


class Tag(NamedTuple):
    """A tag as most documents write it, and the documents in the language's lists that carry it, newest first."""

    name: str
    versions: tuple[Version, ...]


def tags(index: SiteIndex, language: str, slug: Callable[[str], str]) -> Mapping[str, Tag]:
    """Gather the tags of a language by their slugs, in the order of the slugs.

    Tags that differ only in what a slug leaves out ("AI", "ai") are one. The language's own documents decide which
    tags there are; a document listed in another language joins where it happens to have the same tag.
    """
    counts = Counter(tag for name in TAGGED for version in index.published(language, name) for tag in version.tags)
    spellings: dict[str, list[str]] = {}
    for tag in counts:
        spellings.setdefault(slug(tag), []).append(tag)
    spellings.pop("", None)
    carried: dict[str, dict[str, Version]] = {one: {} for one in sorted(spellings)}
    for version in newest_first(version for name in TAGGED for version in index.listed(language, name)):
        for tag in version.tags:
            gathered = carried.get(slug(tag))
            if gathered is not None:
                gathered[version.source] = version
    return {
        one: Tag(min(spellings[one], key=lambda tag: (-counts[tag], tag)), tuple(versions.values()))
        for one, versions in carried.items()
    }
