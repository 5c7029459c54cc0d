"""The feeds of a site by name: what each is called, and where it stands in each format."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.core.addresses import home_address, section_address, version_address
from plugins.core.documents import DocumentType, Version
from plugins.core.index import SiteIndex
from plugins.core.site import Site

FEED_TYPES = (DocumentType.NEWS, DocumentType.MEETINGS, DocumentType.PILOTS)
"""The types that tell what goes on in projects: each has a feed of its own."""


class FeedFormat(NamedTuple):
    """A format of feeds: its name for people, the name of its files, its media type."""

    name: str
    file: str
    media_type: str


RSS = FeedFormat("RSS", "feed.rss", "application/rss+xml")
ATOM = FeedFormat("Atom", "feed.atom", "application/atom+xml")
JSON = FeedFormat("JSON Feed", "feed.json", "application/feed+json")

FORMATS = (RSS, ATOM, JSON)
"""Every feed there is stands in each of them; the first is the one that most readers' programs know."""


class Feed(NamedTuple):
    """A feed of one language, whatever its format."""

    name: str
    """What it tells of, as a list of the site's feeds calls it."""
    title: str
    """The same with the site's name, for those who see it among feeds of other sites."""
    language: str
    page: str
    """The root-relative address of the page that shows the same; the feed's files stand beside it."""
    scope: tuple[str, ...]
    """What it tells of, in words that never change: a part of its permanent id."""

    def address(self, form: FeedFormat) -> str:
        """Return the root-relative address of the feed in a format."""
        return self.page + form.file


def of_everything(site: Site, language: str) -> Feed:
    """Return the feed of everything in a language."""
    name = site.name.get(language)
    return Feed(name, name, language, home_address(site, language), ())


def of_section(site: Site, language: str, section: str) -> Feed:
    """Return the feed of a section."""
    name = site.language(language).names[section]
    title = f"{site.name.get(language)}: {name}"
    return Feed(name, title, language, section_address(site, language, section), ("sections", section))


def of_project(site: Site, project: Version) -> Feed:
    """Return the feed of a project in the language of a version of it."""
    name = project.short_title
    title = f"{site.name.get(project.language)}: {name}"
    return Feed(name, title, project.language, version_address(site, project), ("projects", project.key))


def counterparts(index: SiteIndex, feed: Feed) -> Iterator[Feed]:
    """Yield the feeds that tell of the same in the other languages of the site."""
    site = index.site
    if feed.scope[:1] == ("projects",):
        found = [
            of_project(site, version) for version in index.by_key[feed.scope[1]].versions if index.is_published(version)
        ]
    elif feed.scope:
        found = [of_section(site, language, feed.scope[1]) for language in site.languages]
    else:
        found = [of_everything(site, language) for language in site.languages]
    return (counterpart for counterpart in found if counterpart.language != feed.language)
