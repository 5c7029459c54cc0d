"""Feeds that pages announce: of everything in a language, of a section, of a project."""

from plugins.core.documents import DocumentType, ProjectFacts, Version
from plugins.listings.edition import DATED, Edition, Feed, Vantage
from plugins.listings.views import FeedLink

FILE_NAME = "feed.rss"


def of_everything(edition: Edition) -> Feed:
    """Give the feed of everything in the edition's language."""
    return Feed(edition.site_name, edition.home + FILE_NAME)


def of_section(edition: Edition, section: str) -> Feed:
    """Give the feed of a section."""
    return Feed(f"{edition.site_name}: {edition.language.names[section]}", edition.section(section) + FILE_NAME)


def of_project(edition: Edition, project: Version) -> Feed:
    """Give the feed of a project that has a version in the edition's language."""
    return Feed(f"{edition.site_name}: {short_name(project)}", edition.address(project) + FILE_NAME)


def short_name(project: Version) -> str:
    """Give the name by which lists and feeds call a project."""
    return project.facts.short or project.title if isinstance(project.facts, ProjectFacts) else project.title


def of_document(edition: Edition, version: Version) -> tuple[Feed, ...]:
    """Give the feeds where a document's news are found: its section's, its projects' and, of a project, its own."""
    is_project = version.type is DocumentType.PROJECTS
    key = (version.type.value, (version.key,) if is_project else version.projects)
    known = edition.feeds.get(key)
    if known is None:
        section = (of_section(edition, version.type),) if version.type in DATED else ()
        projects = (one for one in edition.projects if one.key in key[1] and not edition.foreign(one))
        own = (of_project(edition, one) for one in projects)
        known = edition.feeds[key] = (*section, *own)
    return known


def links(vantage: Vantage, feeds: tuple[Feed, ...]) -> tuple[FeedLink, ...]:
    """Write feeds as a page announces them."""
    known = vantage.feeds.get(feeds)
    if known is None:
        known = vantage.feeds[feeds] = tuple(FeedLink(feed.title, vantage.href(feed.address)) for feed in feeds)
    return known
