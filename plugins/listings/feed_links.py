"""Feeds that pages announce: of everything in a language, of a section, of a project."""

from typing import NamedTuple

from plugins.core.documents import ProjectFacts, Version
from plugins.listings.edition import Edition, Vantage
from plugins.listings.views import FeedLink

FILE_NAME = "feed.rss"


class Feed(NamedTuple):
    """A feed: its title and its address from the root of the site."""

    title: str
    address: str


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


def link(vantage: Vantage, feed: Feed) -> FeedLink:
    """Write a feed as a page announces it."""
    return FeedLink(feed.title, vantage.href(feed.address))
