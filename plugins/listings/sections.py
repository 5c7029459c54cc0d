"""The listings of the sections: news, meetings, pilot updates, and the page of projects."""

from collections.abc import Iterator
from functools import partial

from plugins.calendar.occasions import is_coming
from plugins.core.addresses import section_address
from plugins.core.documents import DocumentType, Version
from plugins.core.outputs import Output
from plugins.core.site import Site
from plugins.feeds.addresses import of_section
from plugins.listings.edition import DATED, Edition, Vantage, has_ended
from plugins.listings.page_outputs import page_output
from plugins.listings.pagination import Listing, listing_pages
from plugins.listings.project_rows import rows
from plugins.listings.shell import Subject, shell
from plugins.listings.tag_pages import common_tag_targets
from plugins.listings.views import ProjectsPage


def section_pages(edition: Edition) -> Iterator[Output]:
    """Make the pages of every section. An empty one has its page too: what was withdrawn points there."""
    for section in DATED:
        yield from listing_pages(edition, _listing(edition, section))
    yield _projects(edition)


def by_own_time(edition: Edition, versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Put meetings in the order in which people look for them: those to come, soonest first, then the latest held."""
    states = [(version, is_coming(edition.index, version)) for version in versions]
    coming, held = (
        [version for version, is_ahead in states if is_ahead],
        [version for version, is_ahead in states if not is_ahead],
    )
    return (*sorted(coming, key=_day), *sorted(held, key=_day, reverse=True))


def _day(version: Version) -> tuple[str, str]:
    when = version.held_on
    return (when.iso if when else "", version.key)


def _listing(edition: Edition, section: DocumentType) -> Listing:
    index, site = edition.index, edition.site
    listed = index.listed(edition.code, section)
    is_meetings = section is DocumentType.MEETINGS
    return Listing(
        kind="section",
        name=section.value,
        title=edition.language.names[section],
        address=edition.section(section),
        versions=by_own_time(edition, listed) if is_meetings else listed,
        counterparts={
            code: (section_address(site, code, section), len(index.listed(code, section))) for code in site.languages
        },
        section=section.value,
        feeds=(of_section(site, edition.code, section),),
        own_years=True,
        tags=common_tag_targets(edition, section),
        by_meeting=is_meetings,
        months=True,
    )


def _projects(edition: Edition) -> Output:
    address = edition.section(DocumentType.PROJECTS)
    vantage, title = edition.at(address), edition.language.names[DocumentType.PROJECTS]
    subject = Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts=_counterparts(edition.site),
        section=DocumentType.PROJECTS,
        trail=((title, address),),
        robots="" if edition.projects else "noindex",
    )
    return page_output(edition, subject, partial(_projects_page, vantage, subject))


def _projects_page(vantage: Vantage, subject: Subject) -> ProjectsPage:
    edition = vantage.edition
    return ProjectsPage(
        shell=shell(vantage, subject),
        projects=rows(vantage, [project for project in edition.projects if not has_ended(project)]),
        ended=rows(vantage, [project for project in edition.projects if has_ended(project)]),
    )


def _counterparts(site: Site) -> dict[str, str]:
    return {code: section_address(site, code, DocumentType.PROJECTS) for code in site.languages}
