"""Tags: what a language's documents are about, by the word of an address."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache

from msgspec import Struct

from plugins.core.addresses import slugify
from plugins.core.arrangement import newest_first
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.site import Site

TAGGED = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS, DocumentType.PROJECTS)
"""The types whose tags lead somewhere; standing pages are in no list."""


class Tag(Struct, frozen=True):
    """A tag as most documents write it, and the documents in the language's lists that carry it, newest first."""

    name: str
    versions: tuple[Version, ...]


class _TagUse(Struct, frozen=True):
    """The same, the documents by their sources."""

    name: str
    sources: tuple[str, ...]


def twin(site: Site, language: str, slug: str, other: str) -> str:
    """Return the word by which another language knows a topic, as site.yaml pairs them; the same word otherwise."""
    for topic in site.topics:
        texts = dict(topic.texts)
        if slugify(texts.get(language, "")) == slug and texts.get(other):
            return slugify(texts[other])
    return slug


def tags(index: SiteIndex, language: str) -> Mapping[str, Tag]:
    """Gather the tags of a language by their slugs, in the order of the slugs.

    Tags that differ only in what a slug leaves out ("AI", "ai") are one. The language's own documents decide which
    tags there are; a document listed in another language joins where it has the same tag, or its twin of site.yaml.
    """
    uses = index.lasting(_uses, language)
    return {slug: Tag(use.name, index.versions(use.sources)) for slug, use in uses.items()}


def tag_words(index: SiteIndex, language: str) -> Collection[str]:
    """Return the slugs of a language's tags."""
    return index.lasting(_uses, language).keys()


def _uses(index: SiteIndex, language: str) -> Mapping[str, _TagUse]:
    slug = cache(slugify)
    counts = Counter(tag for name in TAGGED for version in index.published(language, name) for tag in version.tags)
    spellings: dict[str, list[str]] = {}
    for tag in counts:
        spellings.setdefault(slug(tag), []).append(tag)
    spellings.pop("", None)
    carried: dict[str, dict[str, None]] = {spelling: {} for spelling in sorted(spellings)}
    for version in newest_first(version for name in TAGGED for version in index.listed(language, name)):
        for tag in version.tags:
            word = slug(tag)
            own = word if version.language == language else twin(index.site, version.language, word, language)
            gathered = carried.get(own)
            if gathered is not None:
                gathered[version.source] = None
    return {
        spelling: _TagUse(min(spellings[spelling], key=lambda tag: (-counts[tag], tag)), tuple(sources))
        for spelling, sources in carried.items()
    }
