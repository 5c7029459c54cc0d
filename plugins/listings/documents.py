"""What the pages of all documents have in common; and news items and standing pages, which have nothing more."""

from functools import partial

from plugins.core.arrangement import Visibility
from plugins.core.dates import When, date_and_time, long_date
from plugins.core.document_blocks import block_of
from plugins.core.documents import Version
from plugins.core.languages import Language
from plugins.core.outputs import Output
from plugins.core.workbench_addresses import block_address
from plugins.listings.edition import DATED, SECTIONS, Edition, Vantage
from plugins.listings.entries import entries, labels
from plugins.listings.feed_links import of_document
from plugins.listings.page_outputs import document_output
from plugins.listings.pictures import front_picture, shared_picture
from plugins.listings.prose import prose
from plugins.listings.settings import shown_settings
from plugins.listings.shell import Subject, shell
from plugins.listings.structured_data import moment, news_article
from plugins.listings.tag_pages import tag_anchors
from plugins.listings.views import (
    Anchor,
    Date,
    DocumentHead,
    Entry,
    NewsPage,
    Shell,
    StandingPage,
    TocEntry,
    Withheld,
)

RELATED = 3
"""How many other things of the same project a news item leads to."""


def news_page(edition: Edition, version: Version) -> Output:
    """Make the page of a news item."""
    return document_output(edition, version, partial(_news_page, edition, version))


def standing_page(edition: Edition, version: Version) -> Output:
    """Make a standing page."""
    return document_output(edition, version, partial(_standing_page, edition, version))


def _news_page(edition: Edition, version: Version) -> NewsPage:
    vantage = edition.at(edition.address(version))
    return NewsPage(
        shell=document_shell(vantage, version, (news_article(edition, version),)),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        related=_related(vantage, version),
    )


def _standing_page(edition: Edition, version: Version) -> StandingPage:
    vantage = edition.at(edition.address(version))
    return StandingPage(
        shell=document_shell(vantage, version),
        document=document_head(vantage, version),
        body=prose(vantage, version),
        settings=shown_settings(edition, version),
    )


def document_shell(vantage: Vantage, version: Version, nodes: tuple[str, ...] = ()) -> Shell:
    """Put around a document's page what belongs there."""
    edition = vantage.edition
    address, title = edition.address(version), edition.titles[version.source]
    section = version.type.value
    above = ((edition.language.names[section], edition.section(section)),) if version.type in SECTIONS else ()
    is_dated = version.type in DATED
    subject = Subject(
        address=address,
        title=title,
        description=version.summary or version.title,
        counterparts=edition.counterparts(version),
        section=section,
        trail=(*above, (version.title, address)),
        feeds=of_document(edition, version),
        kind="article" if is_dated else "website",
        published=moment(version.date, edition.site) if is_dated else "",
        modified=moment(version.updated, edition.site) if is_dated else "",
        nodes=nodes,
        image=shared_picture(edition, version),
        withheld=withheld(edition, version),
    )
    return shell(vantage, subject)


def document_head(vantage: Vantage, version: Version) -> DocumentHead:
    """Show what stands above a document's text and in its margin."""
    language = vantage.edition.language
    return DocumentHead(
        type=version.type.value,
        title=version.title,
        summary=version.lead,
        published=written_date(version.date, language),
        updated=written_date(version.updated, language),
        projects=labels(vantage, version),
        tags=tag_anchors(vantage, version) if version.type in SECTIONS else (),
        contents=_contents(version),
        versions=_other_versions(vantage, version),
        image=front_picture(vantage, version),
        hyphenated=version.hyphenated,
        changes=version.changes if version.updated else "",
        block=_block_page(vantage, version),
    )


def _block_page(vantage: Vantage, version: Version) -> str:
    site, block = vantage.edition.site, block_of(vantage.edition.site, version)
    return vantage.href(block_address(site, version.language, block)) if block else ""


def written_date(when: When | None, language: Language) -> Date | None:
    """Write a date out; its time of day matters to nobody."""
    return None if when is None else Date(when.iso, long_date(when, language))


def _contents(version: Version) -> tuple[TocEntry, ...]:
    """List the headings of a text; from how many on they are worth a table of contents is the theme's to say."""
    shown = [heading for heading in version.body.headings if heading.level in {2, 3}]
    return tuple([TocEntry(heading.level, heading.id, heading.text) for heading in shown])


def _other_versions(vantage: Vantage, version: Version) -> tuple[Anchor, ...]:
    edition = vantage.edition
    return tuple(
        Anchor(edition.site.language(code).name, vantage.href(address), language=code)
        for code, address in edition.counterparts(version).items()
        if code != version.language
    )


def _related(vantage: Vantage, version: Version) -> tuple[Entry, ...]:
    """Show what the same project told just before and after: neighbours in time, not the newest.

    Otherwise each news item would change the pages of all others.
    """
    found: dict[str, Version] = {}
    for key in version.projects:
        found.update((neighbour.source, neighbour) for neighbour in vantage.edition.neighbours(version, key, RELATED))
    return entries(vantage, tuple(found.values())[:RELATED])


def withheld(edition: Edition, version: Version) -> Withheld | None:
    """Return why a version is for writers only; None for what readers see, and always None in readers' own index."""
    state = (edition.index.withheld or {}).get(version.source)
    if state is None:
        return None
    when = {Visibility.SCHEDULED: version.date, Visibility.EXPIRED: version.expires}.get(state)
    return Withheld(state.value, Date(when.iso, date_and_time(when, edition.language)) if when else None)
