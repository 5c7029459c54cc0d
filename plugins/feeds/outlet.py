"""The outlet of feeds: of everything, of each section and of each project, in a language."""

from collections.abc import Iterable, Iterator

from plugins.core.addresses import absolute, home_address, page_file, section_address, version_address
from plugins.core.destinations import absolute_links, language_note
from plugins.core.documents import DocumentType, ProjectFacts, Version
from plugins.core.index import SiteIndex, newest_first
from plugins.core.outputs import Output
from plugins.feeds.model import FeedView, ItemView
from plugins.feeds.pictures import body_pictures, lead_picture

FEED_TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
FILE_NAME = "feed.rss"


def feeds(index: SiteIndex, language: str) -> Iterator[Output]:
    """Give the feeds of a language."""
    site = index.site
    name, tagline = site.name.get(language), site.tagline.get(language)
    sections = {kind: _followed(index, language, kind) for kind in FEED_TYPES}
    everything = newest_first(version for versions in sections.values() for version in versions)
    yield _feed(index, language, home_address(site, language), (name, tagline), everything)
    for kind, versions in sections.items():
        title = f"{name}: {site.language(language).names[kind]}"
        yield _feed(index, language, section_address(site, language, kind), (title, tagline), versions)
    for project in index.published(language, DocumentType.PROJECTS):
        texts = f"{name}: {_short_name(project)}", project.summary
        its_own = index.of_project(everything, project.key)
        yield _feed(index, language, version_address(site, project), texts, its_own, source=project.source)


def _followed(index: SiteIndex, language: str, kind: DocumentType) -> tuple[Version, ...]:
    """Give what a follower in a language gets of a type: also what is in another language only, if the site says so."""
    return index.listed(language, kind) if index.site.cross_post else index.published(language, kind)


def _feed(
    index: SiteIndex,
    language: str,
    address: str,
    texts: tuple[str, str],
    versions: Iterable[Version],
    *,
    source: str = "",
) -> Output:
    """Make the feed that stands beside the page at an address; `texts` are its title and description."""
    site = index.site
    title, description = texts
    latest = tuple(versions)[: site.feeds.items]
    view = FeedView(
        title=title,
        description=description or title,
        language=language,
        link=absolute(site, address),
        address=absolute(site, address + FILE_NAME),
        copyright=site.feeds.copyright.get(language),
        items=tuple(_item(index, language, version) for version in latest),
    )
    return Output(page_file(address + FILE_NAME), "feed", view, source=source)


def _item(index: SiteIndex, language: str, version: Version) -> ItemView:
    site = index.site
    note = "" if version.language == language else language_note(site.language(language), version.language)
    return ItemView(
        id=index.feed_id(version),
        title=f"{version.title} {note}" if note else version.title,
        link=absolute(site, version_address(site, version)),
        published=version.date.starts(site.zone).isoformat() if version.date else "",
        updated=version.updated.starts(site.zone).isoformat() if version.updated else "",
        summary=version.summary,
        language=version.language,
        body=version.body.digest,
        links=absolute_links(index, version, language),
        pictures=body_pictures(index, version),
        lead=lead_picture(index, version),
        categories=_categories(index, language, version),
    )


def _categories(index: SiteIndex, language: str, version: Version) -> tuple[str, ...]:
    projects = (index.project(key, language) for key in version.projects)
    return tuple(dict.fromkeys([*(_short_name(one) for one in projects if one), *version.tags]))


def _short_name(project: Version) -> str:
    return project.facts.short or project.title if isinstance(project.facts, ProjectFacts) else project.title
