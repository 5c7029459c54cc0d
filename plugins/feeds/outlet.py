"""The outlet of feeds: of everything, of each section and of each project, in a language."""

from collections.abc import Iterable, Iterator

from plugins.core.addresses import absolute, version_address
from plugins.core.arrangement import newest_first
from plugins.core.destinations import absolute_links, language_note
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.outputs import Output, planned_view
from plugins.feeds.addresses import (
    FEED_TYPES,
    FORMATS,
    RSS,
    Feed,
    counterparts,
    of_everything,
    of_project,
    of_section,
)
from plugins.feeds.enclosures import enclosure
from plugins.feeds.model import Counterpart, FeedView, ItemView
from plugins.feeds.pictures import body_pictures, lead_picture


def feeds(index: SiteIndex, language: str) -> Iterator[Output]:
    """Yield the feeds of a language, each in every format."""
    site = index.site
    tagline = site.tagline.get(language)
    sections = {kind: _followed(index, language, kind) for kind in FEED_TYPES}
    everything = newest_first(version for versions in sections.values() for version in versions)
    yield _output(index, of_everything(site, language), tagline, everything)
    for kind, versions in sections.items():
        yield _output(index, of_section(site, language, kind), tagline, versions)
    for project in index.published(language, DocumentType.PROJECTS):
        its_own = index.of_project(everything, project.key)
        earlier = index.earlier_addresses(project)
        yield _output(index, of_project(site, project), project.summary, its_own, earlier, source=project.source)


def _followed(index: SiteIndex, language: str, kind: DocumentType) -> tuple[Version, ...]:
    """What a follower in a language gets of a type: also what is in another language only, if the site says so."""
    return index.listed(language, kind) if index.site.cross_post else index.published(language, kind)


def _output(
    index: SiteIndex,
    feed: Feed,
    description: str,
    versions: Iterable[Version],
    earlier: Iterable[str] = (),
    *,
    source: str = "",
) -> Output:
    """Make the feed that stands beside its page, and where that page has stood: programs follow no redirect of HTML."""
    site = index.site
    latest = tuple(versions)[: site.feeds.items]
    view = FeedView(
        id=index.permanent_id("feeds", *feed.scope, feed.language),
        title=feed.title,
        description=description or feed.title,
        language=feed.language,
        link=absolute(site, feed.page),
        folder=feed.page.removeprefix("/"),
        author=site.operator.get(feed.language),
        site_name=site.name.get(feed.language),
        copyright=site.feeds.copyright.get(feed.language),
        alternates=tuple(
            Counterpart(counterpart.language, absolute(site, counterpart.page))
            for counterpart in counterparts(index, feed)
        ),
        items=tuple(_item(index, feed.language, version) for version in latest),
        earlier=tuple(address.removeprefix("/") for address in earlier),
    )
    enclosed = (item.enclosure.output for item in view.items if item.enclosure and item.enclosure.output)
    return Output(
        view.folder + RSS.file,
        "feed",
        planned_view(view),
        source=source,
        gathers=tuple(dict.fromkeys(enclosed)),
        beside=tuple(folder + form.file for folder in (view.folder, *view.earlier) for form in FORMATS)[1:],
    )


def _item(index: SiteIndex, language: str, version: Version) -> ItemView:
    site = index.site
    note = "" if version.language == language else language_note(site.language(language), version.language)
    lead = lead_picture(index, version)
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
        lead=lead,
        categories=_categories(index, language, version),
        alternates=tuple(
            Counterpart(translation.language, absolute(site, version_address(site, translation)))
            for translation in index.translations(version)
            if translation is not version
        ),
        enclosure=enclosure(index, version, lead),
    )


def _categories(index: SiteIndex, language: str, version: Version) -> tuple[str, ...]:
    projects = (index.project(key, language) for key in version.projects)
    return tuple(dict.fromkeys([*(project.short_title for project in projects if project), *version.tags]))
