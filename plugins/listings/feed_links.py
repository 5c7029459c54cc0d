"""Feeds that pages announce: of everything in a language, of a section, of a project; in every format."""

from collections.abc import Iterable

from plugins.core.addresses import absolute
from plugins.core.documents import DocumentType, Version
from plugins.feeds.addresses import FEED_TYPES, FORMATS, Feed, of_everything, of_project, of_section
from plugins.listings.edition import Edition, Vantage
from plugins.listings.views import Anchor, FeedChoice, FeedLink


def of_document(edition: Edition, version: Version) -> tuple[Feed, ...]:
    """Return the feeds where a document's news are found: its section's, its projects' and, of a project, its own."""
    is_project = version.type is DocumentType.PROJECTS
    key = (version.type.value, (version.key,) if is_project else version.projects)
    known = edition.feeds.get(key)
    if known is None:
        section = (of_section(edition.site, edition.code, version.type),) if version.type in FEED_TYPES else ()
        projects = (project for project in edition.projects if project.key in key[1] and not edition.foreign(project))
        own = (of_project(edition.site, project) for project in projects)
        known = edition.feeds[key] = (*section, *own)
    return known


def announced(vantage: Vantage, feeds: tuple[Feed, ...]) -> tuple[FeedLink, ...]:
    """Write the feeds of a page as its head announces them, each in every format.

    In the page's own language first, of everything and then the page's own; of other languages that of everything.
    """
    known = vantage.feeds.get(feeds)
    if known is None:
        site, code = vantage.edition.site, vantage.edition.code
        others = (of_everything(site, language) for language in site.languages if language != code)
        known = vantage.feeds[feeds] = tuple(
            FeedLink(
                title=f"{feed.title} ({form.name})",
                href=vantage.href(feed.address(form)),
                media_type=form.media_type,
                language=None if feed.language == code else feed.language,
            )
            for feed in (of_everything(site, code), *feeds, *others)
            for form in FORMATS
        )
    return known


def choices(vantage: Vantage, feeds: Iterable[Feed]) -> tuple[FeedChoice, ...]:
    """Write feeds for people: the address of the commonest format to copy, and links to the others."""
    usual, *others = FORMATS
    return tuple(
        FeedChoice(
            title=feed.name,
            address=absolute(vantage.edition.site, feed.address(usual)),
            href=vantage.href(feed.address(usual)),
            media_type=usual.media_type,
            others=tuple(Anchor(form.name, vantage.href(feed.address(form))) for form in others),
        )
        for feed in feeds
    )
