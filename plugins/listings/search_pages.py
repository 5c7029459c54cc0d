"""The search page of a language."""

from collections.abc import Iterator
from functools import partial

from plugins.core.index import document_types
from plugins.core.outputs import Output
from plugins.listings.archives import year_targets
from plugins.listings.edition import DATED, Edition, Vantage
from plugins.listings.navigation import section_anchors
from plugins.listings.page_outputs import page_output
from plugins.listings.shell import Subject, shell
from plugins.listings.views import Anchor, SearchChoice, SearchPage
from plugins.search.addresses import index_folder, search_page


def search_pages(edition: Edition) -> Iterator[Output]:
    """Make the search page of the edition: what it finds is in the edition's own language. Not every site has one."""
    if not edition.site.search:
        return
    site, address = edition.site, search_page(edition.site, edition.code)
    vantage = edition.at(address)
    title = edition.language.names["search"]
    subject = Subject(
        address=address,
        title=title,
        description=f"{title} – {edition.tagline or edition.site_name}",
        counterparts={code: search_page(site, code) for code in site.languages},
        trail=((title, address),),
        searches=True,
    )
    yield page_output(edition, subject, partial(_page, vantage, subject))


def _page(vantage: Vantage, subject: Subject) -> SearchPage:
    edition, site = vantage.edition, vantage.edition.site
    types = tuple(
        document_type for document_type in document_types() if edition.index.published(edition.code, document_type)
    )
    return SearchPage(
        shell=shell(vantage, subject),
        index=vantage.href(index_folder(site, edition.code)) if types else "",
        projects=tuple(
            SearchChoice(project.key, project.short_title, edition.foreign(project), vantage.to(project))
            for project in edition.projects
        ),
        types=types,
        years=tuple(SearchChoice(year, year) for year in _years(edition)),
        others=tuple(_others(vantage)),
        archive=tuple(Anchor(year, vantage.href(target)) for year, target in year_targets(edition)),
        sections=section_anchors(vantage),
    )


def _years(edition: Edition) -> tuple[str, ...]:
    """Return the years of what is published in the edition's own language, the latest first."""
    published = (version for name in DATED for version in edition.index.published(edition.code, name))
    return tuple(sorted({str(when.year) for version in published if (when := version.held_on)}, reverse=True))


def _others(vantage: Vantage) -> Iterator[Anchor]:
    edition = vantage.edition
    for code, name in edition.tongues:
        if code != edition.code:
            yield Anchor(name, vantage.href(search_page(edition.site, code)), language=code)
